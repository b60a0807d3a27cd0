//! Whether the device vibrates. The cues themselves do it in JavaScript.

use js_sys::Reflect;
use leptos::prelude::window;

/// Whether this browser can vibrate at all, taken for granted where the view is prerendered. One that can may be on a
/// device that doesn't, and nobody can know.
pub(crate) fn is_possible() -> bool {
    cfg!(feature = "ssr") || Reflect::has(&window().navigator(), &"vibrate".into()).unwrap_or(false)
}
