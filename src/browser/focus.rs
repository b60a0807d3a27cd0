//! Moving the focus, and with it the eye.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};

/// Gives an element the focus without scrolling to it.
pub(crate) fn take(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // Refusal leaves the focus where it is, which is all there is to do about it.
    let _ = element.focus_with_options(&options);
}

/// Gives the focus back to what had it, and shows it if it is out of sight.
pub(crate) fn give_back(element: &HtmlElement) {
    take(element);
    scroll_to(element, ScrollLogicalPosition::Nearest);
}

/// Brings the top of an element to the top of the window, at once.
pub(crate) fn show_top(element: &HtmlElement) {
    scroll_to(element, ScrollLogicalPosition::Start);
}

fn scroll_to(element: &HtmlElement, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// What has the focus in the same document or shadow root as an element.
pub(crate) fn current(beside: &HtmlElement) -> Option<HtmlElement> {
    let root = beside.get_root_node();
    let focused = match root.dyn_ref::<ShadowRoot>() {
        Some(root) => root.active_element(),
        None => root.dyn_ref::<Document>().and_then(Document::active_element),
    };
    focused.and_then(|element| element.dyn_into().ok())
}
