//! The door to JavaScript: `element/later-progress.js` mounts the app when the Progress screen is opened, and holds its handle.
//! `element/progress/supple-progress.d.ts` describes the same for JavaScript.

use std::any::Any;
use std::rc::Rc;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use supple_core::{Routine, StorageBackend, StorageError, Store};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::ProgressApp;
use super::log_backup::LogBackup;
use super::state::{Config, ProgressState};

#[wasm_bindgen]
extern "C" {
    /// What the app is made with, as JavaScript gives it: `ProgressOptions` in `element/progress/supple-progress.d.ts`.
    #[wasm_bindgen(typescript_type = "ProgressOptions")]
    pub type ProgressOptions;

    #[wasm_bindgen(method, getter)]
    fn routine(this: &ProgressOptions) -> String;
    #[wasm_bindgen(method, getter, js_name = storageKey)]
    fn storage_key(this: &ProgressOptions) -> String;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &ProgressOptions) -> String;
    #[wasm_bindgen(method, getter, js_name = firstWeekday)]
    fn first_weekday(this: &ProgressOptions) -> i32;
    #[wasm_bindgen(method, getter)]
    fn site(this: &ProgressOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = asksAbout)]
    fn asks_about(this: &ProgressOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn storage(this: &ProgressOptions) -> WidgetStorage;
    #[wasm_bindgen(method, getter, js_name = totalMs)]
    fn total_ms(this: &ProgressOptions) -> f64;
    #[wasm_bindgen(method, getter)]
    fn notify(this: &ProgressOptions) -> Function;
    #[wasm_bindgen(method, getter)]
    fn start(this: &ProgressOptions) -> Function;
    #[wasm_bindgen(method, getter)]
    fn say(this: &ProgressOptions) -> Function;
    #[wasm_bindgen(method, getter, js_name = showFigures)]
    fn show_figures(this: &ProgressOptions) -> Function;

    /// What the widget has stored, here or in memory: [`StorageHandle`](crate::bindings::StorageHandle).
    #[wasm_bindgen(typescript_type = "StorageHandle")]
    pub type WidgetStorage;

    #[wasm_bindgen(catch, method)]
    fn get(this: &WidgetStorage, key: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn set(this: &WidgetStorage, key: &str, value: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, method)]
    fn remove(this: &WidgetStorage, key: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, method)]
    fn keys(this: &WidgetStorage, prefix: &str) -> Result<Vec<String>, JsValue>;
}

impl StorageBackend for WidgetStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.get(key).map_err(storage_error)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.set(key, value).map_err(storage_error)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.remove(key).map_err(storage_error)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.keys(prefix).map_err(storage_error)
    }
}

fn storage_error(thrown: JsValue) -> StorageError {
    if thrown.as_string().as_deref() == Some("full") { StorageError::Full } else { StorageError::Unavailable }
}

/// The app in its place. Freeing it unmounts it.
#[wasm_bindgen]
pub struct ProgressHandle {
    state: ProgressState,
    // Before the owner: it is dropped first, and what it holds reads what the owner owns.
    _view: Box<dyn Any>,
    _owner: Owner,
}

#[wasm_bindgen]
impl ProgressHandle {
    /// Reads the log, and mounts the app into an empty element.
    ///
    /// # Errors
    /// When the routine isn't in its checked form.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &ProgressOptions, place: HtmlElement) -> Result<Self, JsValue> {
        let routine = Routine::from_checked(&options.routine()).map_err(|_| "The routine can't be read.")?;
        let (notify, start) = (options.notify(), options.start());
        let (say, show_figures) = (options.say(), options.show_figures());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let total_ms = options.total_ms() as u64;
        let config = Config {
            routine,
            lang: options.lang(),
            first_weekday: options.first_weekday(),
            site: options.site(),
            total_ms,
            asks_about: options.asks_about(),
            store: Store::new(Box::new(options.storage()), &options.storage_key()),
            notify: Rc::new(move |text| {
                // What the page throws is its own affair.
                let _ = notify.call1(&JsValue::UNDEFINED, &text.into());
            }),
            start: Rc::new(move || {
                let _ = start.call0(&JsValue::UNDEFINED);
            }),
            say: Rc::new(move |text, speech_ms| {
                let _ = say.call2(&JsValue::UNDEFINED, &text.into(), &(speech_ms as f64).into());
            }),
            show_figures: Rc::new(move |place| {
                let _ = show_figures.call1(&JsValue::UNDEFINED, place);
            }),
        };
        let owner = Owner::new();
        let (state, view) = owner.with(|| {
            let state = ProgressState::new(config);
            (state, mount_to(place, move || view! { <ProgressApp state/> }))
        });
        Ok(Self { state, _view: Box::new(view), _owner: owner })
    }

    /// Shows what a backup file would add to the log, and asks.
    #[wasm_bindgen(js_name = offerBackup)]
    pub fn offer_backup(&self, text: &str) {
        LogBackup::new(self.state).offer_from_elsewhere(text);
    }
}
