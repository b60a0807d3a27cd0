//! The page around a mounted widget, as JavaScript gives it.

use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement};

use crate::browser::place::document_of;
use crate::host::{CueMessage, Detail, Host, SpokenCue};

/// The page around the widget, through the callbacks that it gave. What they throw is the page's own.
pub(crate) struct Page {
    pub(crate) place: HtmlElement,
    pub(crate) event: Function,
    pub(crate) cues: Function,
    pub(crate) cue_test: Function,
    pub(crate) progress: Function,
    pub(crate) backup: Function,
}

impl Host for Page {
    fn document(&self) -> Document {
        document_of(&self.place)
    }

    fn event(&self, name: Option<&'static str>, detail: &Detail) {
        let _ = self.event.call2(
            &JsValue::UNDEFINED,
            &name.map_or(JsValue::UNDEFINED, Into::into),
            &to_js(detail),
        );
    }

    fn cues(&self, message: &CueMessage) {
        let _ = self.cues.call1(&JsValue::UNDEFINED, &to_js(message));
    }

    fn cue_test(&self, test: &SpokenCue) {
        let _ = self.cue_test.call1(&JsValue::UNDEFINED, &to_js(test));
    }

    fn show_progress(&self, place: &HtmlElement) {
        let _ = self.progress.call1(&JsValue::UNDEFINED, place);
    }

    fn ask_about(&self, place: &HtmlElement, session: &str) {
        let _ = self.progress.call2(&JsValue::UNDEFINED, place, &session.into());
    }

    fn hide_progress(&self) {
        let _ = self.progress.call0(&JsValue::UNDEFINED);
    }

    fn offer_backup(&self, text: &str) {
        let _ = self.backup.call1(&JsValue::UNDEFINED, &text.into());
    }
}

/// A message as a plain object. Not by way of JSON: the page may have put another function in the place of its own.
pub(crate) fn to_js(message: &impl Serialize) -> JsValue {
    message.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
