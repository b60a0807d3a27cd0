//! Where the page is, and opening another.

/// The address of the site's own page where that is known, else of the page that the widget is in; without what follows a
/// question mark or a hash. Empty where there is none.
pub(crate) fn of_page() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    // What is written into a frame has the address of the page around it for its base.
    let around = || web_sys::window()?.document()?.base_uri().ok()?;
    let address = if address.starts_with("http") { address } else { around().unwrap_or_default() };
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let address = address.get(..end).unwrap_or_default();
    // The frame's page is a part of the site.
    address.strip_suffix("embed/v1/frame.html").unwrap_or(address).to_owned()
}

/// Opens another page beside this one; whether the browser does.
pub(crate) fn open(address: &str) -> bool {
    let opened = web_sys::window().map(|window| window.open_with_url_and_target(address, "_blank"));
    matches!(opened, Some(Ok(Some(_))))
}
