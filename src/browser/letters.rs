//! Small letters for capitals. The browser knows all of them; with Rust's tables the widget would weigh 3 KB more.

/// A text in small letters.
#[cfg(target_arch = "wasm32")]
pub(crate) fn in_small_letters(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// A text in small letters.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn in_small_letters(text: &str) -> String {
    text.to_lowercase()
}
