//! What happens to the page around the widget.

pub(crate) use gloo_events::EventListener as Listener;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Document, StorageEvent};

/// Calls back with the key when another tab changes localStorage, or with `None` when one clears it. Listens
/// until the listener is dropped.
pub(crate) fn on_storage_change(mut callback: impl FnMut(Option<String>) + 'static) -> Listener {
    Listener::new(&window(), "storage", move |event| {
        callback(event.dyn_ref().and_then(StorageEvent::key));
    })
}

/// Calls back when the page is closed, reloaded, or put into the back/forward cache. Listens until the
/// listener is dropped.
pub(crate) fn on_page_leave(document: &Document, mut callback: impl FnMut() + 'static) -> Listener {
    Listener::new(&document.default_view().unwrap_or_else(window), "pagehide", move |_| callback())
}

/// Calls back when the page is hidden or shown. On a phone, being hidden may be the last thing that a page
/// hears of. Listens until the listener is dropped.
pub(crate) fn on_visibility_change(document: &Document, mut callback: impl FnMut() + 'static) -> Listener {
    Listener::new(document, "visibilitychange", move |_| callback())
}
