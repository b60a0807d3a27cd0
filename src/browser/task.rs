//! Going on in a later task or with a frame, so that the browser can answer the person and draw in between.

use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, MessageChannel, ResizeObserver};

use super::place::document_of;

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
/// document of another window, whose frames come at other times.
pub(crate) fn once_laid_out(element: &Element, callback: impl FnOnce() + 'static) {
    let place = document_of(element);
    if place.hidden() || place != document() {
        return callback();
    }
    let laid_out = Closure::once_into_js(move |_entries: JsValue, observer: ResizeObserver| {
        observer.disconnect();
        callback();
    });
    // Every browser has it; without it, the focus would stay where it is.
    if let Ok(observer) = ResizeObserver::new(laid_out.unchecked_ref()) {
        observer.observe(element);
    }
}
