//! The browser's abilities, one file each, with the JavaScript that asks for them beside it. Nothing outside this folder,
//! but the door in `lib.rs`, names web-sys. Every ability may be missing or refuse; each function says what happens then.

pub(crate) mod address;
pub(crate) mod clock;
pub(crate) mod dates;
pub(crate) mod events;
pub(crate) mod field;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod fullscreen;
pub(crate) mod keyboard;
pub(crate) mod local_storage;
pub(crate) mod locks;
pub(crate) mod random;
pub(crate) mod title;
pub(crate) mod track;

use wasm_bindgen::prelude::*;

/// A function for JavaScript to call once, with a text or nothing. One kind of them for all, since each kind has its price.
fn once(then: impl FnOnce(Option<String>) + 'static) -> JsValue {
    let then: Box<dyn FnOnce(Option<String>)> = Box::new(then);
    Closure::once_into_js(then)
}
