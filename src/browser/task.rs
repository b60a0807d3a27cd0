//! Going on in a later task or with a frame, so that the browser can answer the person and draw in between.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, MessageChannel, ResizeObserver};

use super::place::document_of;

/// How long to wait for a frame at most, in milliseconds: what is out of sight may have none.
const PATIENCE_MS: u32 = 500;

/// Lets the browser do other things first. A timer would wait for a second on a hidden page; a message doesn't. Where the
/// browser has none, it goes on at once.
pub(crate) async fn next_task() {
    // Nothing depends on it but how smooth it is.
    let _ = try_next_task().await;
}

async fn try_next_task() -> Result<(), JsValue> {
    let channel = MessageChannel::new()?;
    let port = channel.port1();
    let arrived = JsFuture::from(Promise::new(&mut |resolve, _| port.set_onmessage(Some(&resolve))));
    channel.port2().post_message(&JsValue::UNDEFINED)?;
    arrived.await?;
    port.close();
    Ok(())
}

/// Calls back with the frame in which an element is laid out for the first time, before that is to be seen: what needs the
/// layout then doesn't ask for one of its own. A hidden page has no frames, so it calls back at once there; so it does in the
/// document of another window, whose frames come at other times. An element that is out of sight may not be laid out, and a
/// frame that is may not be drawn: then it calls back after half a second.
pub(crate) fn once_laid_out(element: &Element, callback: impl FnOnce() + 'static) {
    let place = document_of(element);
    if place.hidden() || place != document() {
        return callback();
    }
    let callback = Rc::new(Cell::new(Some(callback)));
    let call = move || {
        if let Some(callback) = callback.take() {
            callback();
        }
    };
    let patience = Timeout::new(PATIENCE_MS, call.clone());
    let laid_out = Closure::once_into_js(move |_entries: JsValue, observer: ResizeObserver| {
        drop(patience);
        observer.disconnect();
        call();
    });
    if let Ok(observer) = ResizeObserver::new(laid_out.unchecked_ref()) {
        observer.observe(element);
    }
}
