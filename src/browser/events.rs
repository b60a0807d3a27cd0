//! What happens to the page around the widget.

use js_sys::Function;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/events.js")]
extern "C" {
    fn listen(kind: &str, heard: &Closure<dyn FnMut(Option<String>)>) -> Function;
}

/// Listens as long as it lives.
pub(crate) struct Listener {
    stop: Function,
    _heard: Closure<dyn FnMut(Option<String>)>,
}

impl Listener {
    fn on(kind: &str, heard: Box<dyn FnMut(Option<String>)>) -> Self {
        let heard = Closure::wrap(heard);
        Self { stop: listen(kind, &heard), _heard: heard }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // What ends listening throws nothing.
        let _ = self.stop.call0(&JsValue::NULL);
    }
}

/// Calls back with the key whenever another tab changed something in localStorage; `None` if it cleared all.
pub(crate) fn on_storage_change(callback: impl FnMut(Option<String>) + 'static) -> Listener {
    Listener::on("storage", Box::new(callback))
}

/// Calls back when the page is left: closed, reloaded, or put away for going back to.
pub(crate) fn on_page_leave(mut callback: impl FnMut() + 'static) -> Listener {
    Listener::on("pagehide", Box::new(move |_| callback()))
}

/// Calls back when the page is hidden or shown. On a phone, hidden is the last thing a page may ever hear.
pub(crate) fn on_visibility_change(mut callback: impl FnMut() + 'static) -> Listener {
    Listener::on("visibilitychange", Box::new(move |_| callback()))
}
