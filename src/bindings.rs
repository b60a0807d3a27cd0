//! The door to JavaScript: `element/` mounts a widget and holds its handle. `element/widget.d.ts` describes the same for
//! JavaScript.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, JSON};
use leptos::mount::mount_to;
use leptos::prelude::*;
use serde::Serialize;
use supple_core::{Command, Routine, Store};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::app::{App, Widget};
use crate::backup::LogBackup;
use crate::browser::clock;
use crate::browser::events::{self, Listener};
use crate::browser::local_storage::LocalStorage as BrowserStorage;
use crate::host::{CueMessage, Detail, Host, SpokenCue};
use crate::state::{Config, Screen};

#[wasm_bindgen]
extern "C" {
    /// What a widget is mounted with, as JavaScript gives it: `MountOptions` in `element/widget.d.ts`.
    #[wasm_bindgen(typescript_type = "MountOptions")]
    pub type MountOptions;

    #[wasm_bindgen(method, getter)]
    fn routine(this: &MountOptions) -> String;
    #[wasm_bindgen(method, getter, js_name = storageKey)]
    fn storage_key(this: &MountOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &MountOptions) -> String;
    #[wasm_bindgen(method, getter)]
    fn site(this: &MountOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = onEvent)]
    fn on_event(this: &MountOptions) -> Function;
    #[wasm_bindgen(method, getter, js_name = onCues)]
    fn on_cues(this: &MountOptions) -> Function;
    #[wasm_bindgen(method, getter, js_name = onCueTest)]
    fn on_cue_test(this: &MountOptions) -> Function;
}

mod cue_problem {
    #![allow(missing_docs, reason = "wasm-bindgen adds a variant and functions of its own")]

    use wasm_bindgen::prelude::*;

    /// What a cue output can't do here.
    #[wasm_bindgen]
    #[derive(Clone, Copy)]
    pub enum CueProblem {
        /// The browser makes no sound.
        NoSound = "no-sound",
        /// The browser has no voice for the routine's language.
        NoVoice = "no-voice",
        /// The browser doesn't keep the screen on.
        ScreenMaySleep = "screen-may-sleep",
    }
}

pub use cue_problem::CueProblem;

/// Mounts a widget into an element, which should be empty.
///
/// # Errors
/// When the routine isn't in its checked form. What authors write is read by `authoring/` first.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, options: &MountOptions) -> Result<WidgetHandle, JsValue> {
    let routine = Routine::from_checked(&options.routine()).map_err(|_| "The routine can't be read.")?;
    let store = match options.storage_key() {
        Some(key) => Store::new(Box::new(BrowserStorage), &key),
        None => Store::in_memory(),
    };
    let host = Page { event: options.on_event(), cues: options.on_cues(), cue_test: options.on_cue_test() };
    let config = Config {
        routine,
        lang: options.lang(),
        site: options.site(),
        store,
        host: Rc::new(host),
        now_ms: clock::now().wall_ms,
    };

    let mounted_widget = Rc::new(Cell::new(None));
    let slot = mounted_widget.clone();
    let mounted = mount_to(place, move || {
        let widget = Widget::new(config);
        slot.set(Some(widget));
        view! { <App widget/> }
    });
    // `mount_to` has run the closure above, or it would not have returned.
    let widget = mounted_widget.get().ok_or("The widget could not be mounted.")?;
    widget.open();

    let listeners = [
        events::on_storage_change(move |key| widget.changed_elsewhere(key.as_deref())),
        events::on_page_leave(move || widget.session.leave()),
        events::on_visibility_change(move || widget.session.save_alive()),
    ];
    Ok(WidgetHandle { widget, _listeners: listeners, _mounted: Box::new(mounted) })
}

/// A mounted widget. Freeing it unmounts it and releases everything it held.
#[wasm_bindgen]
pub struct WidgetHandle {
    widget: Widget,
    _listeners: [Listener; 3],
    _mounted: Box<dyn Any>,
}

/// What the element's methods and properties do. What makes no sense at the moment does nothing.
#[wasm_bindgen]
impl WidgetHandle {
    /// Starts the routine, at an exercise if one is named; resumes a session that is under way. An id that the plan doesn't
    /// have does nothing.
    pub fn start(&self, exercise_id: Option<String>) {
        self.widget.start(exercise_id.as_deref());
    }

    /// Stops the clock.
    pub fn pause(&self) {
        self.widget.session.command(Command::Pause);
    }

    /// Lets the clock run on.
    pub fn resume(&self) {
        self.widget.session.command(Command::Resume);
    }

    /// Goes to the next phase.
    pub fn next(&self) {
        self.widget.session.command(Command::Next);
    }

    /// Goes back to the beginning of the phase, or to the one before.
    pub fn previous(&self) {
        self.widget.session.command(Command::Previous);
    }

    /// Ends the session early.
    pub fn stop(&self) {
        self.widget.session.command(Command::Stop);
    }

    /// Makes the phase longer by whole milliseconds; anything but a positive number does nothing.
    pub fn extend(&self, ms: f64) {
        if ms >= 1.0 {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
            self.widget.session.command(Command::Extend(ms as u64));
        }
    }

    /// Pauses a running session because another routine on the page begins to run, and says so.
    #[wasm_bindgen(js_name = giveWay)]
    pub fn give_way(&self) {
        self.widget.session.give_way();
    }

    /// Shows what was done so far, unless a session is under way.
    #[wasm_bindgen(js_name = showProgress)]
    pub fn show_progress(&self) {
        self.widget.show_progress();
    }

    /// Shows what a backup file would add to the log, and asks.
    #[wasm_bindgen(js_name = offerBackup)]
    pub fn offer_backup(&self, text: &str) {
        self.widget.show_progress();
        if self.widget.state.screen.get_untracked() == Screen::Progress {
            LogBackup::new(self.widget.state).offer(text);
        }
    }

    /// Takes the names of the device's voices that speak the routine's language.
    #[wasm_bindgen(js_name = setVoices)]
    pub fn set_voices(&self, names: Vec<String>) {
        // Browsers may list a voice twice; the list on the screen needs each name once.
        let mut voices = Vec::new();
        for name in names {
            if !voices.contains(&name) {
                voices.push(name);
            }
        }
        self.widget.state.voices.set(voices);
    }

    /// Tells the person what a cue output can't do. An unknown problem is none.
    #[wasm_bindgen(js_name = reportCueProblem)]
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "wasm-bindgen's own variant stands for unknown problems"
    )]
    pub fn report_cue_problem(&self, problem: CueProblem) {
        let messages = self.widget.state.messages;
        let text = match problem {
            CueProblem::NoSound => messages.cues_no_sound(),
            CueProblem::NoVoice => messages.cues_no_voice(),
            CueProblem::ScreenMaySleep => messages.cues_screen_may_sleep(),
            _ => return,
        };
        self.widget.state.notify(text.to_owned());
    }

    /// How the widget is right now: `SuppleDetail`.
    #[wasm_bindgen(unchecked_return_type = "SuppleDetail")]
    pub fn detail(&self) -> JsValue {
        to_js(&self.widget.session.detail())
    }

    /// The element's property `state`.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        self.widget.session.detail().state.to_owned()
    }

    /// The element's property `exerciseId`.
    #[wasm_bindgen(getter, js_name = exerciseId)]
    pub fn exercise_id(&self) -> Option<String> {
        self.widget.session.detail().exercise_id
    }

    /// The element's property `side`.
    #[wasm_bindgen(getter)]
    pub fn side(&self) -> String {
        self.widget.session.detail().side.to_owned()
    }

    /// The element's property `phase`.
    #[wasm_bindgen(getter)]
    pub fn phase(&self) -> Option<String> {
        self.widget.session.detail().phase.map(str::to_owned)
    }

    /// The element's property `repeat`.
    #[wasm_bindgen(getter)]
    pub fn repeat(&self) -> u32 {
        self.widget.session.detail().repeat
    }

    /// The element's property `remainingMs`.
    #[wasm_bindgen(getter, js_name = remainingMs)]
    pub fn remaining_ms(&self) -> f64 {
        self.widget.session.detail().remaining_ms as f64
    }
}

/// The page around the widget, through the callbacks that it gave. What they throw is the page's own.
struct Page {
    event: Function,
    cues: Function,
    cue_test: Function,
}

impl Host for Page {
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
}

/// A message as a plain object. By way of JSON, since serde_json is here for the log in any case.
fn to_js(message: &impl Serialize) -> JsValue {
    let json = serde_json::to_string(message).unwrap_or_default();
    JSON::parse(&json).unwrap_or(JsValue::UNDEFINED)
}
