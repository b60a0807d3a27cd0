//! The studio's keys.

use web_sys::KeyboardEvent;

use super::keyboard::KeyPress;
use wasm_bindgen::JsCast;

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
