//! Files: one that the person chooses, and one that is handed to them. Both need nothing but the page.

use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::once;

#[wasm_bindgen(module = "/src/browser/files.js")]
extern "C" {
    #[wasm_bindgen(js_name = handOver)]
    fn hand_over_then(name: &str, kind: &str, text: &str, tell: &JsValue);
    #[wasm_bindgen(js_name = takeChosen)]
    fn take_chosen_then(event: &Event, bytes_max: f64, then: &JsValue);
}

/// Hands a file to the person: on a phone by the share sheet, where that takes it, else as a download. Tells what became of
/// it; that is empty where the person knows it, since they did it.
pub(crate) fn hand_over(name: &str, kind: &str, text: &str, tell: impl FnOnce(String) + 'static) {
    hand_over_then(name, kind, text, &once(|told| tell(told.unwrap_or_default())));
}

/// Takes the file out of an input, so that the same one can be chosen again. Unless none was chosen, calls back with whether
/// it is larger than that many bytes, and with its text if it isn't and the browser can read it.
pub(crate) fn take_chosen(event: &Event, bytes_max: u64, then: impl FnOnce(bool, Option<String>) + 'static) {
    // Sizes of files are as precise as this.
    take_chosen_then(event, bytes_max as f64, &Closure::once_into_js(then));
}
