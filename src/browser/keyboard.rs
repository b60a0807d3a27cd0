//! Which key was pressed, and whether it is ours to take.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

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
    let key = event.dyn_ref().and_then(key)?;
    event.prevent_default();
    Some(key)
}

fn key(event: &KeyboardEvent) -> Option<Key> {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.default_prevented() {
        return None;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_button = target.is_some_and(|target| target.tag_name() == "BUTTON");
    match event.key().as_str() {
        " " if !on_button => Some(Key::Space), // on a button, space presses it
        "ArrowLeft" => Some(Key::Left),
        "ArrowRight" => Some(Key::Right),
        "Escape" => Some(Key::Escape),
        "t" | "T" => Some(Key::TooMuch),
        _ => None,
    }
}
