//! The whole screen for the widget. A browser that has none offers no button; one that refuses leaves everything as it is.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

#[wasm_bindgen(module = "/src/browser/fullscreen.js")]
extern "C" {
    /// Whether there is such a thing here.
    #[wasm_bindgen(js_name = isPossible)]
    pub(crate) fn is_possible() -> bool;
    /// Fills the screen with the widget in which something was pressed, or gives the screen back.
    pub(crate) fn toggle(event: &Event);
    /// Gives the screen back if the widget of this element fills it, and says whether it did.
    pub(crate) fn leave(element: &Element) -> bool;
}
