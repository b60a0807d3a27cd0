//! The door to JavaScript: `app/studio/studio.js` mounts the app, and gives it what it has of the browser and of libraries.
//! `app/studio/supple-studio.d.ts` describes the same for JavaScript.

use std::any::Any;

use js_sys::{Function, Promise};
use leptos::mount::mount_to;
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::StudioApp;
use super::state::Studio;

#[wasm_bindgen]
extern "C" {
    /// What the app has of the browser and of libraries: `StudioPage` in `app/studio/supple-studio.d.ts`.
    #[wasm_bindgen(typescript_type = "StudioPage")]
    #[derive(Clone)]
    pub type StudioPage;

    #[wasm_bindgen(method, getter)]
    pub(super) fn site(this: &StudioPage) -> String;
    #[wasm_bindgen(method, getter, js_name = canShare)]
    pub(super) fn can_share(this: &StudioPage) -> bool;
    #[wasm_bindgen(catch, method)]
    fn code(this: &StudioPage, text: &str) -> Result<Option<DrawnCode>, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn sort(
        this: &StudioPage,
        list: &HtmlElement,
        name: &str,
        moved: &Closure<dyn Fn(String, String, usize)>,
    ) -> Result<Function, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn preview(this: &StudioPage, place: &HtmlElement, document: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, method)]
    fn embed(this: &StudioPage, way: &str, routine: &JsValue) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn copy(this: &StudioPage, text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn share(this: &StudioPage, title: &str, url: &str) -> Result<Promise, JsValue>;

    /// A code that was drawn.
    #[wasm_bindgen(typescript_type = "{ size: number; path: string }")]
    type DrawnCode;
    #[wasm_bindgen(method, getter)]
    fn size(this: &DrawnCode) -> u32;
    #[wasm_bindgen(method, getter)]
    fn path(this: &DrawnCode) -> String;
}

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QrCode {
    /// Its width and height in modules.
    pub(super) size: u32,
    /// Its dark modules, each 1 unit wide, as an SVG path.
    pub(super) path: String,
}

/// What code for somebody's own site is made of.
#[derive(Serialize)]
pub(super) struct Embedded<'a> {
    /// The routine's document, as JSON.
    pub(super) document: &'a str,
    /// The link for readers without scripts.
    pub(super) link: &'a str,
    /// The link, or where the author has put the file.
    pub(super) source: &'a str,
    /// The routine's name.
    pub(super) name: &'a str,
    /// What the link says.
    pub(super) text: &'a str,
}

impl StudioPage {
    /// A QR code of a text; `None` where it is too long for one that a phone can read.
    pub(super) fn qr(&self, text: &str) -> Option<QrCode> {
        let drawn = self.code(text).ok()??;
        Some(QrCode { size: drawn.size(), path: drawn.path() })
    }

    /// Lets a list be sorted by dragging until the owner is disposed of. `moved` hears the item's key, the key of the list
    /// that it should be in, and its index there. Without dragging there are still buttons and keys.
    pub(super) fn sortable(
        &self,
        list: &HtmlElement,
        name: &str,
        moved: impl Fn(String, String, usize) + 'static,
    ) {
        let moved = Closure::new(moved);
        let Ok(end) = self.sort(list, name, &moved) else { return };
        let kept = StoredValue::new_local((end, moved));
        on_cleanup(move || {
            kept.try_with_value(|(end, _)| {
                // What is gone anyway can't be ended.
                let _ = end.call0(&JsValue::UNDEFINED);
            });
        });
    }

    /// Shows a document as a live routine. A browser that can't shows nothing there.
    pub(super) fn show_preview(&self, place: &HtmlElement, document: &str) {
        let _ = self.preview(place, document);
    }

    /// Code for somebody's own site; empty where it can't be made.
    pub(super) fn embed_code(&self, way: &str, routine: &Embedded<'_>) -> String {
        let Ok(routine) = serde_wasm_bindgen::to_value(routine) else { return String::new() };
        self.embed(way, &routine).unwrap_or_default()
    }

    /// Copies a text, and calls back with whether the browser did.
    pub(super) fn copy_text(&self, text: &str, done: impl FnOnce(bool) + 'static) {
        then(self.copy(text), done);
    }

    /// Opens the share sheet, and calls back with whether the link was passed on.
    pub(super) fn share_link(&self, title: &str, url: &str, done: impl FnOnce(bool) + 'static) {
        then(self.share(title, url), done);
    }
}

/// Calls back with whether a promise was kept.
fn then(promised: Result<Promise, JsValue>, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        done(match promised {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        });
    });
}

/// The app in its place. Freeing it unmounts it.
#[wasm_bindgen]
pub struct StudioHandle {
    _view: Box<dyn Any>,
}

#[wasm_bindgen]
impl StudioHandle {
    /// Opens the draft that was changed last, or a new one, and mounts the app into an empty element.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(page: StudioPage, place: HtmlElement) -> Self {
        // Within, because effects need what mounting prepares.
        let view = mount_to(place, move || {
            let studio = Studio::open(page);
            view! { <StudioApp studio/> }
        });
        Self { _view: Box::new(view) }
    }
}
