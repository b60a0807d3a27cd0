//! What happens to the page around the widget.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget, StorageEvent};

/// Listens as long as it lives.
pub(crate) struct Listener {
    target: EventTarget,
    kind: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn on(target: EventTarget, kind: &'static str, callback: impl FnMut(Event) + 'static) -> Self {
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        // Refused only for arguments of the wrong type.
        let _ = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
        Self { target, kind, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.kind, callback);
    }
}

/// Calls back with the key whenever another tab changed something in localStorage; `None` if it cleared all.
pub(crate) fn on_storage_change(mut callback: impl FnMut(Option<String>) + 'static) -> Option<Listener> {
    Some(Listener::on(web_sys::window()?.into(), "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            callback(event.key());
        }
    }))
}

/// Calls back when the page is left: closed, reloaded, or put away for going back to.
pub(crate) fn on_page_leave(mut callback: impl FnMut() + 'static) -> Option<Listener> {
    Some(Listener::on(web_sys::window()?.into(), "pagehide", move |_| callback()))
}

/// Calls back when the page is hidden or shown. On a phone, hidden is the last thing a page may ever hear.
pub(crate) fn on_visibility_change(mut callback: impl FnMut() + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::on(document.into(), "visibilitychange", move |_| callback()))
}
