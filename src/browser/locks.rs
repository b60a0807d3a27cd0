//! Web Locks, which tell in which tab a session runs. The browser frees a lock when its page is gone for
//! whatever reason, so nobody has to guess from timestamps. Pages without TLS have no locks, and sandboxed
//! frames may not use them; every session counts as free there.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

// web-sys has these only with `--cfg web_sys_unstable_apis`.
#[wasm_bindgen]
extern "C" {
    type LockingNavigator;
    #[wasm_bindgen(catch, method, getter)]
    fn locks(this: &LockingNavigator) -> Result<Option<LockManager>, JsValue>;

    type LockManager;
    /// Calls `granted` with the lock, or with null if it isn't available. The lock is held until what that
    /// returns is settled, and so is the promise.
    #[wasm_bindgen(catch, method)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &LockOptions,
        granted: &JsValue,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(extends = Object)]
    type LockOptions;
    #[wasm_bindgen(method, setter, js_name = ifAvailable)]
    fn set_if_available(this: &LockOptions, value: bool);
    #[wasm_bindgen(method, setter)]
    fn set_mode(this: &LockOptions, value: &str);
}

/// A lock, held until this is dropped.
pub(crate) struct Lock {
    /// `None` where there are no locks.
    release: Option<Function>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // It resolves a promise, which can't fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Takes a lock if it is free, or else calls back with `None`. Where there are no locks, all are free.
///
/// The callback may run before this function returns.
pub(crate) fn take(name: &str, answer: impl FnOnce(Option<Lock>) + 'static) {
    let options = new_options();
    options.set_if_available(true);
    take_with(name, &options, answer);
}

/// Takes a lock again that this tab has just released. It waits for the lock: other tabs only look at it, so
/// it is free in a moment.
///
/// The callback may run before this function returns.
pub(crate) fn retake(name: &str, answer: impl FnOnce(Option<Lock>) + 'static) {
    take_with(name, &new_options(), answer);
}

/// Calls back with whether nobody holds the lock. Looks at it in shared mode, so that any number of tabs may
/// look at once without getting into each other's way.
///
/// The callback may run before this function returns.
pub(crate) fn is_free(name: &str, answer: impl FnOnce(bool) + 'static) {
    let options = new_options();
    options.set_mode("shared");
    options.set_if_available(true);
    let Some(Ok(granted)) = manager().map(|locks| locks.request(name, &options, &look())) else {
        return answer(true);
    };
    spawn_local(async move {
        let granted = JsFuture::from(granted).await;
        answer(granted.map_or(true, |granted| granted.is_truthy()));
    });
}

/// Calls back once the lock is free, be it now or in an hour. Never does where there are no locks.
///
/// The callback may run before this function returns.
pub(crate) fn when_free(name: &str, callback: impl FnOnce() + 'static) {
    let Some(locks) = manager() else { return };
    let options = new_options();
    options.set_mode("shared");
    let Ok(released) = locks.request(name, &options, &look()) else { return callback() };
    spawn_local(async move {
        // If the browser refuses, all locks are free.
        let _ = JsFuture::from(released).await;
        callback();
    });
}

fn take_with(name: &str, options: &LockOptions, answer: impl FnOnce(Option<Lock>) + 'static) {
    // Either the browser grants the lock or it refuses to: what happens first takes the callback out.
    let answer = Rc::new(Cell::new(Some(answer)));
    let give = move |lock| {
        if let Some(answer) = answer.take() {
            answer(lock);
        }
    };
    let give_granted = give.clone();
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if !lock.is_truthy() {
            give_granted(None);
            return JsValue::UNDEFINED;
        }
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        give_granted(Some(Lock { release }));
        held.into()
    });
    let unneeded = Some(Lock { release: None });
    match manager().map(|locks| locks.request(name, options, &granted)) {
        Some(Ok(released)) => spawn_local(async move {
            if JsFuture::from(released).await.is_err() {
                give(unneeded);
            }
        }),
        Some(Err(_)) | None => give(unneeded),
    }
}

/// Holds a lock for no longer than it takes to see whether it was granted.
fn look() -> JsValue {
    Closure::once_into_js(|lock: JsValue| lock.is_truthy())
}

fn manager() -> Option<LockManager> {
    window().navigator().unchecked_into::<LockingNavigator>().locks().ok().flatten()
}

fn new_options() -> LockOptions {
    Object::new().unchecked_into()
}
