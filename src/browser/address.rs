//! Where the page is, and opening another.

/// The address of the page that the widget is in, with all that follows it. Empty where there is none.
pub(crate) fn of_page() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    // What is written into a frame has the address of the page around it for its base.
    let around = || web_sys::window()?.document()?.base_uri().ok()?;
    if address.starts_with("http") { address } else { around().unwrap_or_default() }
}

/// A text as a part of an address, whatever is in it.
pub(crate) fn escaped(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Opens another page beside this one; whether the browser does.
pub(crate) fn open(address: &str) -> bool {
    let opened = web_sys::window().map(|window| window.open_with_url_and_target(address, "_blank"));
    matches!(opened, Some(Ok(Some(_))))
}
