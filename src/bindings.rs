//! The door to JavaScript: `element/` mounts a widget and holds its handle. `element/widget.d.ts` describes the same for
//! JavaScript.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use supple_core::{Command, Routine, StorageBackend, StorageError, Store};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::app::{App, Widget};
use crate::browser::clock;
use crate::browser::events::{self, Listener};
use crate::browser::local_storage::LocalStorage as BrowserStorage;
use crate::page::{Page, to_js};
use crate::screens::overview::piece_count;
use crate::state::{AppState, Config, ProgressLoad, Screen};

/// More than a phase can be made longer by.
const EXTENSION_MAX_MS: f64 = 1e9;

#[wasm_bindgen]
extern "C" {
    /// What a widget is made with, as JavaScript gives it: `WidgetOptions` in `element/widget.d.ts`.
    #[wasm_bindgen(typescript_type = "WidgetOptions")]
    pub type WidgetOptions;

    #[wasm_bindgen(method, getter)]
    fn place(this: &WidgetOptions) -> HtmlElement;
    #[wasm_bindgen(method, getter, js_name = storageKey)]
    fn storage_key(this: &WidgetOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn site(this: &WidgetOptions) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn link(this: &WidgetOptions) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = firstWeekday)]
    fn first_weekday(this: &WidgetOptions) -> i32;
    #[wasm_bindgen(method, getter, js_name = onEvent)]
    fn on_event(this: &WidgetOptions) -> Function;
    #[wasm_bindgen(method, getter, js_name = onCues)]
    fn on_cues(this: &WidgetOptions) -> Function;
    #[wasm_bindgen(method, getter, js_name = onCueTest)]
    fn on_cue_test(this: &WidgetOptions) -> Function;
    #[wasm_bindgen(method, getter, js_name = onProgress)]
    fn on_progress(this: &WidgetOptions) -> Function;
    #[wasm_bindgen(method, getter, js_name = onBackup)]
    fn on_backup(this: &WidgetOptions) -> Function;
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

/// A widget. Freeing it unmounts it and releases everything it held.
#[wasm_bindgen]
pub struct WidgetHandle {
    widget: Widget,
    /// What it is mounted in.
    place: HtmlElement,
    // Before the owner: it is dropped first, and what it holds reads what the owner owns.
    mounted: RefCell<Option<Mounted>>,
    /// Owns what the widget knows.
    owner: Owner,
}

/// What a mounted widget holds of the page.
struct Mounted {
    _view: Box<dyn Any>,
    listeners: [Listener; 3],
}

/// Listens to what happens to the page around a widget.
fn listen(widget: Widget) -> [Listener; 3] {
    let document = widget.state.host().document();
    [
        events::on_storage_change(move |key| widget.changed_elsewhere(key.as_deref())),
        events::on_page_leave(&document, move || widget.session.leave()),
        events::on_visibility_change(&document, move || {
            widget.session.visibility_changed();
            widget.look_at_today();
        }),
    ]
}

/// A routine in its checked form, ready for a widget.
#[wasm_bindgen]
pub struct WidgetRoutine(Routine);

#[wasm_bindgen]
impl WidgetRoutine {
    /// Reads a routine in its checked form, as JSON. What authors write is read by `authoring/` first.
    ///
    /// # Errors
    /// When it isn't in that form.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Self, JsValue> {
        Routine::from_checked(text).map(Self).map_err(|_| "The routine can't be read.".into())
    }
}

/// The widget comes into the page in steps, each meant for a task of its own: [`WidgetRoutine::new`], [`new`](Self::new),
/// [`mount`](Self::mount), [`open`](Self::open), and [`draw_next_piece`](Self::draw_next_piece) as often as there are pieces.
#[wasm_bindgen]
impl WidgetHandle {
    /// Reads what is kept.
    #[wasm_bindgen(constructor)]
    pub fn new(routine: WidgetRoutine, options: &WidgetOptions) -> Self {
        let store = match options.storage_key() {
            Some(key) => Store::new(Box::new(BrowserStorage), &key),
            None => Store::in_memory(),
        };
        let place = options.place();
        let host = Page {
            place: place.clone(),
            event: options.on_event(),
            cues: options.on_cues(),
            cue_test: options.on_cue_test(),
            progress: options.on_progress(),
            backup: options.on_backup(),
        };
        let config = Config {
            routine: routine.0,
            site: options.site(),
            link: options.link(),
            first_weekday: options.first_weekday(),
            store,
            host: Rc::new(host),
            now_ms: clock::now().wall_ms,
        };
        let owner = Owner::new();
        let widget = owner.with(|| Widget::new(config));
        Self { widget, place, mounted: RefCell::new(None), owner }
    }

    /// Mounts the widget into its place, which should be empty. Nothing is to be seen yet.
    pub fn mount(&self) {
        let (widget, place) = (self.widget, self.place.clone());
        let view = self.owner.with(|| mount_to(place, move || view! { <App widget/> }));
        let mounted = Mounted { _view: Box::new(view), listeners: listen(widget) };
        self.mounted.replace(Some(mounted));
    }

    /// Hears of the document and the window that the widget is in now: it was put into another document.
    #[wasm_bindgen(js_name = listenAnew)]
    pub fn listen_anew(&self) {
        if let Some(mounted) = self.mounted.borrow_mut().as_mut() {
            mounted.listeners = listen(self.widget);
        }
    }

    /// Begins to work: tells the cue outputs how cues are to be given, and looks for an unfinished session.
    pub fn open(&self) {
        self.widget.open();
    }
}

/// What the element's methods and properties do. What makes no sense at the moment does nothing.
#[wasm_bindgen]
impl WidgetHandle {
    /// Draws the next piece of the overview. In it the `<details>` with these ids are open. Returns whether there are more to
    /// draw. Each call is meant for a task of its own.
    #[wasm_bindgen(js_name = drawNextPiece)]
    pub fn draw_next_piece(&self, opened: Vec<String>) -> bool {
        let state = self.widget.state;
        state.draw_next_piece(opened);
        state.drawn_pieces.get_untracked() < piece_count(&state.routine())
    }

    /// Starts the routine, at an exercise if one is named; resumes a session that is under way. An id that the plan doesn't
    /// have does nothing.
    pub fn start(&self, exercise_id: Option<String>) {
        self.widget.start(exercise_id.as_deref());
    }

    /// Starts a session of one exercise alone.
    #[wasm_bindgen(js_name = startOnly)]
    pub fn start_only(&self, exercise_id: &str) {
        self.widget.start_only(exercise_id);
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

    /// Makes the phase longer by whole milliseconds, at most 1,000,000 s; anything but a positive number does nothing.
    pub fn extend(&self, ms: f64) {
        if ms >= 1.0 {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
            self.widget.session.command(Command::Extend(ms.min(EXTENSION_MAX_MS) as u64));
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
            self.widget.state.host().offer_backup(text);
        }
    }

    /// What is stored, for the app that fills the Progress screen.
    pub fn storage(&self) -> StorageHandle {
        StorageHandle { state: self.widget.state }
    }

    /// Tells the widget whether the app that fills the Progress screen is in its place, or can't be had.
    #[wasm_bindgen(js_name = setProgressShown)]
    pub fn set_progress_shown(&self, is_shown: bool) {
        let load = if is_shown { ProgressLoad::Shown } else { ProgressLoad::Failed };
        self.widget.state.progress_load.set(load);
    }

    /// Tells the person something, over the screen.
    pub fn notify(&self, text: String) {
        self.widget.state.notify(text);
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

    /// Tells the person whether the browser wants a press before it makes a sound.
    #[wasm_bindgen(js_name = setSoundWaits)]
    pub fn set_sound_waits(&self, waits: bool) {
        let state = self.widget.state;
        if waits {
            state.notify(state.messages.cues_tap_for_sound().to_owned());
        } else {
            state.withdraw_notice(state.messages.cues_tap_for_sound());
        }
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

    /// How the widget is right now, from which the element's properties come: `SuppleDetail`.
    #[wasm_bindgen(unchecked_return_type = "SuppleDetail")]
    pub fn detail(&self) -> JsValue {
        to_js(&self.widget.session.detail())
    }
}

/// What a widget has stored, on the device or in memory, for another module over the same texts.
#[wasm_bindgen]
pub struct StorageHandle {
    state: AppState,
}

/// Each method throws `"full"` or `"unavailable"`.
#[wasm_bindgen]
impl StorageHandle {
    /// The text under a key.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn get(&self, key: &str) -> Result<Option<String>, JsValue> {
        self.with_texts(|texts| texts.get(key))
    }

    /// Stores a text.
    ///
    /// # Errors
    /// When there is no room. Where nothing can be stored at all, the text is kept until the page is closed.
    pub fn set(&self, key: &str, value: &str) -> Result<(), JsValue> {
        self.with_texts(|texts| texts.set(key, value))
    }

    /// Removes a text.
    ///
    /// # Errors
    /// When the widget is gone.
    pub fn remove(&self, key: &str) -> Result<(), JsValue> {
        self.with_texts(|texts| texts.remove(key))
    }

    /// All keys that begin with a prefix, in alphabetical order.
    ///
    /// # Errors
    /// When the widget is gone.
    pub fn keys(&self, prefix: &str) -> Result<Vec<String>, JsValue> {
        self.with_texts(|texts| texts.keys(prefix))
    }

    fn with_texts<T>(
        &self,
        use_texts: impl FnOnce(&dyn StorageBackend) -> Result<T, StorageError>,
    ) -> Result<T, JsValue> {
        if self.state.is_unmounted() {
            return Err("unavailable".into());
        }
        self.state.with_store(|store, _| use_texts(store.texts())).map_err(|error| match error {
            StorageError::Full => "full".into(),
            StorageError::Unavailable => "unavailable".into(),
        })
    }
}
