//! Moving the focus, and with it the eye.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// Something that had the focus.
pub(crate) type Focused = Element;

#[wasm_bindgen(module = "/src/browser/focus.js")]
extern "C" {
    fn take(element: &Element, frame: &str, block: &str);
    /// What has the focus, however deep in shadow roots.
    pub(crate) fn current() -> Option<Focused>;
    /// A popover was opened or closed: it takes the focus, and gives it back unless something else has it by then. Browsers
    /// do that themselves, but not in a shadow root.
    #[wasm_bindgen(js_name = followPopover)]
    pub(crate) fn follow_popover(event: &Event);
}

/// Gives the focus to the heading of a screen that just appeared, and brings the widget's top to the window's.
pub(crate) fn take_shown(heading: Element) {
    take(&heading, ".screens", "start");
}

/// Gives the focus to something that just appeared where the person is looking, in place of what they pressed.
pub(crate) fn take_in_place(element: Element) {
    give_back(&element);
}

/// Gives the focus back to what had it, and shows it if it is out of sight.
pub(crate) fn give_back(element: &Focused) {
    take(element, "*", "nearest");
}
