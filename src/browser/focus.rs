//! Moving the focus, and with it the eye.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Something that had the focus.
pub(crate) type Focused = HtmlElement;

/// Gives the focus to the heading of a screen that just appeared, and brings the widget's top to the window's.
pub(crate) fn take_shown(heading: Element) {
    if let Some(heading) = heading.dyn_ref::<HtmlElement>() {
        take(heading);
    }
    if let Ok(Some(top)) = heading.closest(".screens") {
        scroll_to(&top, ScrollLogicalPosition::Start);
    }
}

/// Gives the focus to something that just appeared where the person is looking, in place of what they pressed.
pub(crate) fn take_in_place(element: Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        give_back(element);
    }
}

/// Gives the focus back to what had it, and shows it if it is out of sight.
pub(crate) fn give_back(element: &Focused) {
    take(element);
    scroll_to(element, ScrollLogicalPosition::Nearest);
}

/// What has the focus, however deep in shadow roots.
pub(crate) fn current() -> Option<Focused> {
    let mut focused = web_sys::window()?.document()?.active_element()?;
    while let Some(deeper) = focused.shadow_root().and_then(|root| root.active_element()) {
        focused = deeper;
    }
    focused.dyn_into().ok()
}

fn take(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Refusal leaves the focus where it is, which is all there is to do about it.
    let _ = element.focus_with_options(&options);
}

fn scroll_to(element: &Element, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
