//! The browser's abilities, one file each, over web-sys, js-sys and gloo.
//!
//! Nothing outside this folder calls the browser, except `bindings.rs`, `page.rs` and the events and node references
//! that components get from Leptos. Any ability may be missing, refuse or throw: nothing here panics, and
//! each function says what it does then. Where web-sys declares that a call can't fail and it can, the file
//! has a binding of its own with `catch`, which turns a missing method into an error like any other.

#![allow(clippy::disallowed_methods, reason = "this is the folder they are put into")]

pub(crate) mod audio_player;
pub(crate) mod click;
pub(crate) mod clock;
#[cfg(any(feature = "progress", feature = "ssr", feature = "studio"))]
pub(crate) mod dates;
pub(crate) mod events;
#[cfg(any(feature = "progress", feature = "ssr", feature = "studio"))]
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod fullscreen;
pub(crate) mod id;
pub(crate) mod keyboard;
pub(crate) mod letters;
pub(crate) mod local_storage;
pub(crate) mod location;
pub(crate) mod locks;
#[cfg(any(feature = "progress", feature = "ssr"))]
pub(crate) mod numbers;
pub(crate) mod place;
#[cfg(any(feature = "progress", feature = "ssr", feature = "studio"))]
pub(crate) mod printing;
#[cfg(feature = "studio")]
pub(crate) mod studio_keys;
pub(crate) mod task;
#[cfg(any(feature = "progress", feature = "ssr"))]
pub(crate) mod tilt;
pub(crate) mod title;
pub(crate) mod vibration;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// The name of the exception that the browser threw, such as `AbortError`. `None` if it isn't one of the
/// browser's own.
fn exception_name(thrown: &JsValue) -> Option<String> {
    thrown.dyn_ref::<DomException>().map(DomException::name)
}
