//! The sensor that says how a phone is tilted.
//!
//! Many browsers have none, ask first, or keep it from a page that isn't secure and from a frame of another origin. Some of
//! those say so, others just never send an event: whoever listens has to wait for values, and to do without.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use supple_core::TiltSample;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::clock;
use super::events::Listener;

/// The global of the interface. Browsers hide it from pages that aren't secure.
const INTERFACE: &str = "DeviceOrientationEvent";

#[wasm_bindgen]
extern "C" {
    /// `DeviceOrientationEvent`. Each of its angles may be null.
    type OrientationEvent;
    /// By how many degrees the top edge of the phone is raised: 0 where it lies flat, 90 upright, up to 180 beyond that, and
    /// negative where the bottom edge is the higher one.
    #[wasm_bindgen(method, getter)]
    fn beta(this: &OrientationEvent) -> Option<f64>;
}

/// Whether a page may use the sensor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TiltAccess {
    /// It may, as far as the browser says. Values may never come all the same.
    Granted,
    /// The person or the browser has refused it.
    Refused,
    /// The browser has no such sensor, or hides it from this page.
    Missing,
}

/// Asks for the sensor, and calls back with the answer: at once where browsers don't ask, else when the person has decided.
/// To be called while a press is handled, since Safari asks only then.
pub(crate) fn ask(done: impl FnOnce(TiltAccess) + 'static) {
    let interface = Reflect::get(&window(), &INTERFACE.into()).unwrap_or_default();
    if interface.is_falsy() {
        return done(TiltAccess::Missing);
    }
    let request = Reflect::get(&interface, &"requestPermission".into()).unwrap_or_default();
    let Some(request) = request.dyn_ref::<Function>() else { return done(TiltAccess::Granted) };
    let Ok(answer) = request.call0(&interface) else { return done(TiltAccess::Refused) };
    spawn_local(async move {
        let answer = JsFuture::from(Promise::resolve(&answer)).await;
        let is_granted = answer.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"));
        done(if is_granted { TiltAccess::Granted } else { TiltAccess::Refused });
    });
}

/// Calls back with how far a shin is raised on which the phone lies lengthwise, whichever edge is towards the foot. The time
/// is that of [`clock::now`]. Listens until the listener is dropped.
pub(crate) fn on_tilt(mut callback: impl FnMut(TiltSample) + 'static) -> Listener {
    Listener::new(&window(), "deviceorientation", move |event| {
        let degrees = event.unchecked_ref::<OrientationEvent>().beta().map(f64::abs);
        callback(TiltSample { at_ms: clock::now().monotonic_ms, degrees });
    })
}

/// Whether the page is in a frame, where the page around it may keep the sensor away.
pub(crate) fn is_framed() -> bool {
    let top = window().top().ok().flatten();
    top.is_some_and(|top| JsValue::from(top) != JsValue::from(window()))
}
