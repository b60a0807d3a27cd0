//! The device's vibration. The cues of a session use it in JavaScript.

use js_sys::Reflect;
use leptos::prelude::window;
#[cfg(any(feature = "progress", feature = "ssr"))]
use wasm_bindgen::prelude::*;

#[cfg(any(feature = "progress", feature = "ssr"))]
#[wasm_bindgen]
extern "C" {
    /// `Navigator`, because web-sys declares that every browser can vibrate.
    type VibratingNavigator;
    #[wasm_bindgen(catch, method)]
    fn vibrate(this: &VibratingNavigator, ms: u32) -> Result<bool, JsValue>;
}

/// Whether this browser can vibrate at all, taken for granted where the view is prerendered. One that can may be on a
/// device that doesn't, and nobody can know.
pub(crate) fn is_possible() -> bool {
    cfg!(feature = "ssr") || Reflect::has(&window().navigator(), &"vibrate".into()).unwrap_or(false)
}

/// Vibrates once for so many milliseconds. Where that can't be, nothing happens.
#[cfg(any(feature = "progress", feature = "ssr"))]
pub(crate) fn vibrate(ms: u32) {
    let _ = window().navigator().unchecked_ref::<VibratingNavigator>().vibrate(ms);
}
