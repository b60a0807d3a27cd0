//! Showing the widget on the whole screen. A browser that can't offers no button for it; one that refuses
//! leaves everything as it is.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, Event};

use super::place::document_of;

#[wasm_bindgen]
extern "C" {
    /// `Element` or `Document`, because web-sys throws away the promises that these return. The page would be
    /// told of their rejection as an error that nobody handled.
    type Fullscreen;
    /// Safari on the iPhone doesn't have it.
    #[wasm_bindgen(method, getter, js_name = fullscreenEnabled)]
    fn is_enabled(this: &Fullscreen) -> Option<bool>;
    #[wasm_bindgen(catch, method, js_name = requestFullscreen)]
    fn request(this: &Fullscreen) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, method, js_name = exitFullscreen)]
    fn exit(this: &Fullscreen) -> Result<JsValue, JsValue>;
}

/// The width up to which a screen is taken for a phone's, in CSS pixels. On any wider one a session that fills it would be a
/// surprise.
const PHONE_PX: i32 = 640;

/// Whether a page may fill the screen.
pub(crate) fn is_possible(document: &Document) -> bool {
    document.unchecked_ref::<Fullscreen>().is_enabled().unwrap_or(false)
}

/// Fills the screen with the widget that handles this event, or leaves full screen if it does so already.
pub(crate) fn toggle(event: &Event) {
    let Some(target) = event.current_target() else { return };
    let element: Element = target.unchecked_into();
    if leave(&element) {
        return;
    }
    if let Ok(Some(widget)) = element.closest(".supple") {
        fill(&widget);
    }
}

fn fill(widget: &Element) {
    if is_possible(&document_of(widget)) {
        ignore_refusal(widget.unchecked_ref::<Fullscreen>().request());
    }
}

/// Fills the screen with this element's widget where it is collapsed in an article on a phone: a session needs more room than
/// it has there. The browser refuses that unless somebody has pressed something.
pub(crate) fn fill_on_phone(element: &Element) {
    let screen = document_of(element).default_view().and_then(|window| window.screen().ok());
    let width = screen.and_then(|screen| screen.width().ok());
    if let Ok(Some(widget)) = element.closest(".supple[data-folded]")
        && width.is_some_and(|width| width < PHONE_PX)
    {
        fill(&widget);
    }
}

/// Leaves full screen if this element's widget fills the screen. Returns whether it did; a page that fills
/// the screen itself keeps it.
pub(crate) fn leave(element: &Element) -> bool {
    let fills = matches!(element.closest(":fullscreen"), Ok(Some(_)));
    if fills {
        ignore_refusal(document_of(element).unchecked_ref::<Fullscreen>().exit());
    }
    fills
}

/// The person sees whether the screen is filled, so nobody else has to be told.
fn ignore_refusal(answer: Result<JsValue, JsValue>) {
    if let Ok(answer) = answer {
        spawn_local(async move {
            // Older browsers return no promise.
            let _ = JsFuture::from(Promise::resolve(&answer)).await;
        });
    }
}
