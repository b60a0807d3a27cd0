//! The player's keys.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};

#[wasm_bindgen]
extern "C" {
    /// `KeyboardEvent`, because web-sys declares that every one says which key. Those that extensions and autofill make
    /// don't.
    pub(super) type KeyPress;
    #[wasm_bindgen(method, getter)]
    pub(super) fn key(this: &KeyPress) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn code(this: &KeyPress) -> Option<String>;
}

/// A key that does something in the player.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Space,
    Left,
    Right,
    Escape,
    Plus,
    Restart,
    TooMuch,
    Fullscreen,
}

impl Key {
    /// Caps Lock changes the letter that is typed, but not what the key does.
    fn named(name: &str) -> Option<Self> {
        match name {
            " " => Some(Self::Space),
            "ArrowLeft" => Some(Self::Left),
            "ArrowRight" => Some(Self::Right),
            "Escape" => Some(Self::Escape),
            "+" => Some(Self::Plus),
            "r" | "R" => Some(Self::Restart),
            "t" | "T" => Some(Self::TooMuch),
            "f" | "F" => Some(Self::Fullscreen),
            _ => None,
        }
    }

    /// By its place on the keyboard, named after what it types on an American one.
    fn placed(code: &str) -> Option<Self> {
        match code {
            "KeyR" => Some(Self::Restart),
            "KeyT" => Some(Self::TooMuch),
            "KeyF" => Some(Self::Fullscreen),
            _ => None,
        }
    }

    /// The key that was pressed: by what it types, or by its place where that is no Latin letter. A Cyrillic keyboard has a
    /// „е“ where the list of keys says T.
    fn of(name: &str, code: &str) -> Option<Self> {
        let is_latin = name.chars().all(|it| matches!(it, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'));
        if is_latin { Self::named(name) } else { Self::placed(code) }
    }
}

/// The same press once more, for something else in the widget: an event that is on its way can't be sent again. It stays within
/// the shadow root, because the page has seen the press. `None` if it doesn't say which key.
pub(super) fn same_press(press: &KeyboardEvent) -> Option<KeyboardEvent> {
    let key: &KeyPress = press.unchecked_ref();
    let same = KeyboardEventInit::new();
    same.set_key(&key.key()?);
    same.set_code(&key.code().unwrap_or_default());
    same.set_alt_key(press.alt_key());
    same.set_ctrl_key(press.ctrl_key());
    same.set_meta_key(press.meta_key());
    same.set_shift_key(press.shift_key());
    same.set_repeat(press.repeat());
    same.set_bubbles(true);
    same.set_cancelable(true);
    KeyboardEvent::new_with_keyboard_event_init_dict(&press.type_(), &same).ok()
}

/// Returns the key that was pressed, and prevents what the page would do with it. `None` if a shortcut of the
/// browser, an open popover or the focused control needs the key, or while it is held down: that counts as
/// one press. The question mark opens or closes the list of keys.
pub(crate) fn take(event: &KeyboardEvent) -> Option<Key> {
    let target: Element = event.target()?.unchecked_into();
    let player: Element = event.current_target()?.unchecked_into();
    if matches(&target, "input, select, textarea") || event.default_prevented() {
        return None;
    }
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    let press: &KeyPress = event.unchecked_ref();
    let name = press.key()?;
    if matches!(&*name, "?" | "؟" | "？" | "\u{37e}") {
        if !event.repeat() {
            toggle_list_of_keys(&player);
        }
        return None;
    }
    let key = Key::of(&name, &press.code().unwrap_or_default())?;
    let presses_button = key == Key::Space && matches(&target, "button");
    // Many keyboards need Shift for a plus.
    let is_shifted = event.shift_key() && key != Key::Plus;
    if presses_button || is_shifted || has_open_popover(&player) {
        return None;
    }
    event.prevent_default();
    (!event.repeat()).then_some(key)
}

fn matches(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

/// Clicks its button, so that the browser itself opens and closes the popover.
fn toggle_list_of_keys(player: &Element) {
    if let Ok(Some(button)) = player.query_selector("[popovertarget]") {
        button.unchecked_ref::<HtmlElement>().click();
    }
}

/// A browser without popovers refuses the selector, and has none open.
fn has_open_popover(player: &Element) -> bool {
    matches!(player.query_selector(":popover-open"), Ok(Some(_)))
}
