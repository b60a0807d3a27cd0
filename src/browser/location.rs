//! Where the page is, and opening another one.

use leptos::prelude::{document, window};

/// The page's URL, including query and hash. A document that was written into a frame has the URL of the page
/// around it. Empty if the browser doesn't say.
pub(crate) fn page_url() -> String {
    let own = window().location().href().ok().filter(|url| url.starts_with("http"));
    own.or_else(|| document().base_uri().ok().flatten()).unwrap_or_default()
}

/// Opens a page in a new tab. Returns whether the browser did so.
#[cfg(any(feature = "progress", feature = "ssr"))]
pub(crate) fn open_in_new_tab(url: &str) -> bool {
    matches!(window().open_with_url_and_target(url, "_blank"), Ok(Some(_)))
}

/// Escapes a text for use as a part of a URL.
pub(crate) fn encode_component(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
