//! Which key was pressed, and whether it is ours to take.

use wasm_bindgen::prelude::*;
use web_sys::Event;

#[wasm_bindgen(module = "/src/browser/keyboard.js")]
extern "C" {
    #[wasm_bindgen(js_name = take)]
    fn take_key(event: &Event) -> String;
}

/// A key that the player knows.
#[derive(Clone, Copy, PartialEq, Eq)]
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

/// Takes the key of an event away from the page, unless a shortcut of the browser, an open popover or the focused
/// control wants it. A key that is held down is one press.
pub(crate) fn take(event: &Event) -> Option<Key> {
    match take_key(event).as_str() {
        " " => Some(Key::Space),
        "arrowleft" => Some(Key::Left),
        "arrowright" => Some(Key::Right),
        "escape" => Some(Key::Escape),
        "+" => Some(Key::Plus),
        "r" => Some(Key::Restart),
        "t" => Some(Key::TooMuch),
        "f" => Some(Key::Fullscreen),
        _ => None,
    }
}
