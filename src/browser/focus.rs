//! Moving the keyboard focus, and scrolling to where it is.

use js_sys::WeakMap;
use leptos::ev::keydown;
use leptos::prelude::{WindowListenerHandle, window_event_listener};
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlElement, HtmlHeadingElement, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot, ToggleEvent,
};

use super::keyboard;
use super::place::document_of;
use super::task::once_laid_out;

/// Something that had the focus.
pub(crate) type Focused = Element;

/// What has the focus in a document, however deep in shadow roots. While nothing has it, browsers say `body` or nothing.
pub(crate) fn current(document: &Document) -> Option<Focused> {
    let mut focused = document.active_element()?;
    while let Some(inner) = focused.shadow_root().and_then(|root| root.active_element()) {
        focused = inner;
    }
    Some(focused)
}

/// Focuses the heading of a screen with the frame in which the screen appears, and scrolls to the top of the widget; but not
/// while the person writes elsewhere in the page. Once the screen is drawn, it gets the keys that are pressed before that.
pub(crate) fn focus_heading_soon(heading: HtmlHeadingElement) {
    let early_keys = pass_on_keys(heading.clone());
    once_laid_out(&heading.clone(), move || {
        early_keys.remove();
        focus_heading(&heading);
    });
}

fn focus_heading(heading: &Element) {
    let now = current(&document_of(heading));
    if is_elsewhere(heading) && now.as_ref().is_some_and(takes_letters) {
        return;
    }
    // Whoever is quicker than the frame is in the screen already.
    if is_in_screen_of(heading, now.as_ref()) {
        return;
    }
    focus(heading);
    if let Ok(Some(screens)) = heading.closest(".screens") {
        scroll_to(&screens, ScrollLogicalPosition::Start);
    }
}

/// Passes keys on to the heading of a screen, as long as the focus is neither there yet nor elsewhere in the page.
fn pass_on_keys(heading: HtmlHeadingElement) -> WindowListenerHandle {
    window_event_listener(keydown, move |event| {
        let now = current(&document_of(&heading));
        let is_astray = heading.is_connected()
            && !event.default_prevented()
            && !is_elsewhere(&heading)
            && !is_in_screen_of(&heading, now.as_ref());
        let press = is_astray.then(|| keyboard::same_press(&event)).flatten();
        if press.is_some_and(|press| heading.dispatch_event(&press) == Ok(false)) {
            event.prevent_default();
        }
    })
}

fn is_in_screen_of(heading: &Element, element: Option<&Focused>) -> bool {
    let screen = heading.closest(".screens > *").ok().flatten();
    screen.is_some_and(|screen| screen.contains(element.map(AsRef::as_ref)))
}

/// Focuses something that has just replaced what the person pressed, so it is where they are looking.
pub(crate) fn focus_in_place(element: &Element) {
    focus(element);
    scroll_to(element, ScrollLogicalPosition::Nearest);
}

/// Gives the focus back to what had it, and scrolls there if it is out of sight; but not if the person has gone elsewhere
/// in the page meanwhile.
pub(crate) fn restore(element: &Focused) {
    if !is_elsewhere(element) {
        focus_in_place(element);
    }
}

/// Whether something outside of this element's widget has the focus.
fn is_elsewhere(element: &Element) -> bool {
    let root = element.get_root_node();
    let is_in_widget = root.dyn_ref::<ShadowRoot>().is_some_and(|root| root.active_element().is_some());
    !is_in_widget && document_of(element).active_element().is_some_and(|now| !is_body(&now))
}

/// Whether letters are written there, as far as can be seen: a frame may be where comments are.
fn takes_letters(element: &Element) -> bool {
    matches!(element.closest("input, select, textarea, iframe, [contenteditable]"), Ok(Some(_)))
}

/// Does nothing if the element can't be focused.
fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // The element may be one of SVG, which has the same method. One without it just isn't focused.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

thread_local! {
    /// What had the focus before each popover opened. Weak, so that it keeps no popover of a removed widget
    /// alive.
    static BEFORE_POPOVER: WeakMap<Element, Focused> = WeakMap::new_typed();
}

/// Handles the `toggle` event of a popover: focuses it when it opens. When it closes, gives the focus back
/// unless something else has it by then. Browsers do this by themselves, but not inside a shadow root.
pub(crate) fn follow_popover(event: &Event) {
    let (Some(event), Some(target)) = (event.dyn_ref::<ToggleEvent>(), event.target()) else { return };
    let popover: Element = target.unchecked_into();
    let now = current(&document_of(&popover));
    if event.new_state() == "open" {
        if let Some(now) = &now {
            BEFORE_POPOVER.with(|before| before.set(&popover, now));
        }
        focus(&popover);
    } else if now.is_none_or(|now| is_body(&now) || popover.contains(Some(&now)))
        && let Some(before) = BEFORE_POPOVER.with(|before| before.get_checked(&popover))
    {
        restore(&before);
    }
}

/// Focuses the element with this id once what has just changed is in the page, scrolls there, and opens what it is folded into.
/// Does nothing if there is none by then.
#[cfg(feature = "studio")]
pub(crate) fn focus_by_id_soon(id: String) {
    leptos::task::spawn_local(async move {
        // Behind what has just changed, and before the next key: while nothing has the focus, keys go astray.
        leptos::task::tick().await;
        let Some(element) = leptos::prelude::document().get_element_by_id(&id) else { return };
        let mut folded = element.closest("details:not([open])");
        while let Ok(Some(details)) = folded {
            if details.set_attribute("open", "").is_err() {
                break;
            }
            folded = details.closest("details:not([open])");
        }
        focus_in_place(&element);
    });
}

/// The id of what has the focus, if it has one.
#[cfg(feature = "studio")]
pub(crate) fn id_of_focused() -> Option<String> {
    current(&leptos::prelude::document()).map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Whether the `<details>` that a `toggle` event comes from is open now.
#[cfg(feature = "studio")]
pub(crate) fn is_open(event: &Event) -> bool {
    event.target().is_some_and(|target| target.unchecked_ref::<Element>().has_attribute("open"))
}

fn is_body(element: &Element) -> bool {
    document_of(element).body().is_some_and(|body| body.is_same_node(Some(element)))
}
