//! What a person typed.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// The text of the input that an event comes from.
pub(crate) fn text(event: &Event) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}
