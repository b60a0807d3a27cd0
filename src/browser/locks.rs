//! Web Locks: which tab a session runs in. The browser frees a lock when its page is gone, however it went, so
//! nobody has to guess from timestamps.
//!
//! Declared by hand, since web-sys counts this interface as unstable although all browsers have had it since
//! 2022. It is missing on pages without TLS; then every session counts as free.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Request, JsValue>;
    type Request;
    #[wasm_bindgen(method)]
    fn catch(this: &Request, refused: &Function) -> JsValue;
    #[wasm_bindgen(method)]
    fn then(this: &Request, released: &Function, refused: &Function) -> JsValue;
}

/// A lock that is held as long as this lives.
pub(crate) struct Lock {
    release: Rc<RefCell<Option<Function>>>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = self.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

fn manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

/// Asks for a lock, now or not at all. `granted` gets it, or null where it is taken; a promise that it returns holds the lock until
/// it is settled. `refused` is called where there are no locks: a page without TLS, or in a sandbox.
fn request(name: &str, granted: Closure<dyn FnMut(JsValue) -> JsValue>, refused: impl FnOnce() + 'static) {
    let Some(manager) = manager() else { return refused() };
    let options = Object::new();
    if_available(&options);
    let granted = granted.into_js_value();
    match manager.request(name, &options, granted.unchecked_ref()) {
        Ok(request) => {
            let refused = Closure::once(move |_: JsValue| refused()).into_js_value();
            request.catch(refused.unchecked_ref());
        }
        Err(_) => refused(),
    }
}

/// Takes a lock if it is free, and says whether it was. Where there are no locks, all are free.
pub(crate) fn take(name: &str, answer: impl FnOnce(Option<Lock>) + 'static) {
    let answer = Rc::new(RefCell::new(Some(answer)));
    let unanswered = answer.clone();
    let granted = Closure::new(move |lock: JsValue| {
        let Some(answer) = answer.borrow_mut().take() else { return JsValue::NULL };
        if lock.is_null() {
            answer(None);
            return JsValue::NULL;
        }
        let release = Rc::new(RefCell::new(None));
        let slot = release.clone();
        let held = Promise::new(&mut |resolve, _| *slot.borrow_mut() = Some(resolve));
        answer(Some(Lock { release }));
        held.into()
    });
    request(name, granted, move || {
        let answer = unanswered.borrow_mut().take();
        if let Some(answer) = answer {
            answer(Some(Lock { release: Rc::default() }));
        }
    });
}

/// Says whether nobody holds the lock. Shared, so that any number of tabs may ask at once and none is in the
/// way of another.
pub(crate) fn is_free(name: &str, answer: impl FnOnce(bool) + 'static) {
    let options = shared();
    if_available(&options);
    let Some(manager) = manager() else { return answer(true) };
    let free = Rc::new(RefCell::new(true));
    let found = free.clone();
    let granted = Closure::once_into_js(move |lock: JsValue| {
        found.replace(!lock.is_null());
        JsValue::NULL
    });
    settled(&manager, name, &options, &granted, move || answer(*free.borrow()));
}

/// Calls back once the lock is free, be it now or in an hour.
pub(crate) fn when_free(name: &str, callback: impl FnOnce() + 'static) {
    let Some(manager) = manager() else { return };
    let granted = Closure::once_into_js(|_: JsValue| JsValue::NULL);
    settled(&manager, name, &shared(), &granted, callback);
}

/// Asks for an answer at once: the lock, or null where it is taken.
fn if_available(options: &Object) {
    let _ = Reflect::set(options, &JsValue::from_str("ifAvailable"), &JsValue::TRUE);
}

fn shared() -> Object {
    let options = Object::new();
    let _ = Reflect::set(&options, &JsValue::from_str("mode"), &JsValue::from_str("shared"));
    options
}

/// Calls back when the request is over, granted and given back, or refused: where there are no locks, all are
/// free.
fn settled(
    manager: &LockManager,
    name: &str,
    options: &Object,
    granted: &JsValue,
    callback: impl FnOnce() + 'static,
) {
    if let Ok(request) = manager.request(name, options, granted.unchecked_ref()) {
        let mut callback = Some(callback);
        let over = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            if let Some(callback) = callback.take() {
                callback();
            }
        });
        let over = over.into_js_value();
        request.then(over.unchecked_ref(), over.unchecked_ref());
    } else {
        callback();
    }
}
