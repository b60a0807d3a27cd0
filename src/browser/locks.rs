//! Web Locks: which tab a session runs in. The browser frees a lock when its page is gone, however it went, so
//! nobody has to guess from timestamps. They are missing on pages without TLS; then every session counts as free.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::once;

#[wasm_bindgen(module = "/src/browser/locks.js")]
extern "C" {
    #[wasm_bindgen(js_name = take)]
    fn take_then(name: &str, waits: bool, answer: &JsValue);
    #[wasm_bindgen(js_name = isFree)]
    fn is_free_then(name: &str, answer: &JsValue);
    #[wasm_bindgen(js_name = whenFree)]
    fn when_free_then(name: &str, callback: &JsValue);
}

/// A lock that is held as long as this lives.
pub(crate) struct Lock(Function);

impl Drop for Lock {
    fn drop(&mut self) {
        // What gives a lock back throws nothing.
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// Takes a lock if it is free, and says whether it was. Where there are no locks, all are free.
pub(crate) fn take(name: &str, answer: impl FnOnce(Option<Lock>) + 'static) {
    take_then(name, false, &answered(answer));
}

/// Takes a lock again that this tab has just given back: others only look at it, so that it is free in a moment.
pub(crate) fn retake(name: &str, answer: impl FnOnce(Option<Lock>) + 'static) {
    take_then(name, true, &answered(answer));
}

fn answered(answer: impl FnOnce(Option<Lock>) + 'static) -> JsValue {
    Closure::once_into_js(move |release: Option<Function>| answer(release.map(Lock)))
}

/// Says whether nobody holds the lock. Shared, so that any number of tabs may ask at once and none is in the
/// way of another.
pub(crate) fn is_free(name: &str, answer: impl FnOnce(bool) + 'static) {
    is_free_then(name, &once(|free| answer(free.is_some())));
}

/// Calls back once the lock is free, be it now or in an hour.
pub(crate) fn when_free(name: &str, callback: impl FnOnce() + 'static) {
    when_free_then(name, &once(|_| callback()));
}
