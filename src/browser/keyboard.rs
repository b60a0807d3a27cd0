//! Which key was pressed, and whether it is ours to take.

use wasm_bindgen::prelude::*;
use web_sys::Event;

#[wasm_bindgen(module = "/src/browser/keyboard.js")]
extern "C" {
    fn key(event: &Event) -> String;
}

/// A key that the player knows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Space,
    Left,
    Right,
    Escape,
    TooMuch,
}

/// Takes the key of an event away from the page, unless a shortcut of the browser or the focused control wants
/// it.
pub(crate) fn take(event: &Event) -> Option<Key> {
    let key = match key(event).as_str() {
        " " => Key::Space,
        "arrowleft" => Key::Left,
        "arrowright" => Key::Right,
        "escape" => Key::Escape,
        "t" => Key::TooMuch,
        _ => return None,
    };
    event.prevent_default();
    Some(key)
}
