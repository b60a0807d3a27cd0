//! The studio's keys.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::keyboard::KeyPress;

/// A combination of keys that does something in the studio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StudioKey {
    /// Alt and the arrow up: what has the focus moves up.
    Up,
    /// Alt and the arrow down.
    Down,
    /// Ctrl or Command and Z.
    Undo,
    /// The same with Shift, or Ctrl and Y.
    Redo,
}

/// The combination that was pressed, if nothing further inside has taken it. The browser then does nothing of its own with
/// it: an undo of its own would know one field only.
pub(crate) fn take(event: &KeyboardEvent) -> Option<StudioKey> {
    if event.default_prevented() {
        return None;
    }
    let name = event.unchecked_ref::<KeyPress>().key()?;
    let has_ctrl = event.ctrl_key() || event.meta_key();
    let key = match (name.as_str(), event.alt_key(), has_ctrl, event.shift_key()) {
        ("ArrowUp", true, false, false) => StudioKey::Up,
        ("ArrowDown", true, false, false) => StudioKey::Down,
        ("z", false, true, false) => StudioKey::Undo,
        ("z" | "Z", false, true, true) | ("y", false, true, false) => StudioKey::Redo,
        _ => return None,
    };
    event.prevent_default();
    Some(key)
}

/// The same, where only moving is meant; the others are for the page.
pub(crate) fn take_move(event: &KeyboardEvent) -> Option<StudioKey> {
    if event.alt_key() { take(event) } else { None }
}

/// Calls back when a combination was pressed anywhere in the page, whatever has the focus; nothing may have it where what had
/// it was removed. Listens until the listener is dropped.
pub(crate) fn on_press(mut callback: impl FnMut(StudioKey) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        if let Some(key) = event.dyn_ref().and_then(take) {
            callback(key);
        }
    })
}
