//! What a person typed or chose.

use wasm_bindgen::prelude::*;
use web_sys::Event;

#[wasm_bindgen(module = "/src/browser/field.js")]
extern "C" {
    /// The text of the input or select that an event comes from.
    pub(crate) fn text(event: &Event) -> String;
}
