//! Where the page is, and opening another.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/address.js")]
extern "C" {
    /// The address of the page that the widget is in, with all that follows it.
    #[wasm_bindgen(js_name = ofPage)]
    pub(crate) fn of_page() -> String;
    /// Opens another page beside this one; whether the browser does.
    pub(crate) fn open(address: &str) -> bool;
}

/// A text as a part of an address, whatever is in it.
pub(crate) fn escaped(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
