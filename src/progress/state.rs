//! What the Progress screen's app knows. Its components find it in the context: `expect_context::<ProgressState>()`.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use supple_core::{Backup, KnownNames, Pauses, Routine, SessionRecord, Store};

use web_sys::HtmlElement;

use super::names::{Names, remember_names};
use super::session_news::SessionNews;
use crate::browser::clock;
use crate::messages::Messages;

/// How far importing a backup file has come, and what there is to say about files.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum ImportState {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// The person is asked whether to add what a backup has.
    Offered {
        /// It, without the sessions that the log here has.
        backup: Box<Backup>,
        /// What adding them would do.
        text: String,
        /// How many sessions are added: new ones, and ones with more done in them. There may be none, and something else.
        count: usize,
    },
    /// Something to read.
    Message {
        /// What it says.
        text: String,
        /// Whether it takes the focus, because the button that led here is gone.
        takes_focus: bool,
    },
}

/// A file that the browser was given to save. Nobody can know whether it did.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct SavedFile {
    /// Its name.
    pub(super) name: String,
    /// What is in it.
    pub(super) text: String,
}

/// Tells the person something, over the screen.
pub(super) type Notify = Rc<dyn Fn(&str)>;

/// Starts the routine.
pub(super) type Start = Rc<dyn Fn()>;

/// Says something as a session would, by the cue outputs that the person has chosen. A voice takes about so many milliseconds.
pub(super) type Say = Rc<dyn Fn(&str, u64)>;

/// Has the figures in an element drawn, later, if they can be had.
pub(super) type ShowFigures = Rc<dyn Fn(&HtmlElement)>;

/// What the app is mounted with.
pub(super) struct Config {
    /// The routine, already checked: the log names its exercises by their ids.
    pub(super) routine: Routine,
    /// The language of dates, as a BCP 47 tag.
    pub(super) lang: String,
    /// The first day of the week: from 0 for Monday to 6 for Sunday.
    pub(super) first_weekday: i32,
    /// The address of the site with the app; ends with a slash. `None` where there is no such site.
    pub(super) site: Option<String>,
    /// How long the routine takes with the person's options, in milliseconds.
    pub(super) total_ms: u64,
    /// The session that is just over, by its id, where nothing but the question about it is shown.
    pub(super) asks_about: Option<String>,
    /// Where the log is.
    pub(super) store: Store,
    /// Tells the person what the store has to say.
    pub(super) notify: Notify,
    /// Starts the routine.
    pub(super) start: Start,
    /// Says something as a session would.
    pub(super) say: Say,
    /// Draws figures.
    pub(super) show_figures: ShowFigures,
}

/// Handles to everything the app knows. Unmounting it disposes of what they refer to.
#[derive(Clone, Copy)]
pub(super) struct ProgressState {
    /// The texts of the interface.
    pub(super) messages: Messages,
    routine: StoredValue<Arc<Routine>>,
    known_names: StoredValue<Arc<KnownNames>>,
    lang: StoredValue<Arc<str>>,
    /// The first day of the week: from 0 for Monday to 6 for Sunday.
    pub(super) first_weekday: i32,
    site: StoredValue<Option<Arc<str>>>,
    /// How long the routine takes with the person's options, in milliseconds.
    pub(super) total_ms: u64,
    asks_about: StoredValue<Option<String>>,
    store: StoredValue<Store, LocalStorage>,
    notify: StoredValue<Notify, LocalStorage>,
    start: StoredValue<Start, LocalStorage>,
    say: StoredValue<Say, LocalStorage>,
    show_figures: StoredValue<ShowFigures, LocalStorage>,
    /// The log as it was last read: see [`ProgressState::read_log`].
    pub(super) log: RwSignal<Vec<SessionRecord>>,
    /// What was last deleted from the log or added to it by hand.
    pub(super) session_news: RwSignal<Option<SessionNews>>,
    /// When the person was ill or away, as it was last read.
    pub(super) pauses: RwSignal<Pauses>,
    /// How far importing a backup file has come.
    pub(super) import: RwSignal<ImportState>,
    /// Whether what is imported came with the page, from another device, rather than from a file chosen here.
    pub(super) is_from_elsewhere: RwSignal<bool>,
    /// The backup file that was made last.
    pub(super) saved: RwSignal<Option<SavedFile>>,
}

impl ProgressState {
    /// Reads the log.
    pub(super) fn new(config: Config) -> Self {
        let Config { routine, lang, first_weekday, site, total_ms, asks_about, .. } = config;
        let Config { store, notify, start, say, show_figures, .. } = config;
        let state = Self {
            messages: Messages::english(),
            routine: StoredValue::new(routine.into()),
            known_names: StoredValue::default(),
            lang: StoredValue::new(lang.into()),
            first_weekday,
            site: StoredValue::new(site.map(Into::into)),
            total_ms,
            asks_about: StoredValue::new(asks_about),
            store: StoredValue::new_local(store),
            notify: StoredValue::new_local(notify),
            start: StoredValue::new_local(start),
            say: StoredValue::new_local(say),
            show_figures: StoredValue::new_local(show_figures),
            log: RwSignal::new(Vec::new()),
            session_news: RwSignal::new(None),
            pauses: RwSignal::new(Pauses::default()),
            import: RwSignal::new(ImportState::default()),
            is_from_elsewhere: RwSignal::new(false),
            saved: RwSignal::new(None),
        };
        state.read_log();
        state
    }

    /// Whether the app was unmounted. Late answers of the browser have to ask before they touch anything.
    pub(super) fn is_unmounted(self) -> bool {
        self.log.is_disposed()
    }

    /// The routine.
    pub(super) fn routine(self) -> Arc<Routine> {
        self.routine.get_value()
    }

    /// Whether the log has sessions of more than one routine.
    pub(super) fn has_several_routines(self) -> bool {
        self.log.with(|log| log.iter().any(|record| record.routine != log[0].routine))
    }

    /// The name of a routine in the log; its id where nobody knows the name any more.
    pub(super) fn routine_name(self, id: &str) -> String {
        self.names().routine(id).to_owned()
    }

    /// What routines and exercises in the log are called.
    pub(super) fn names(self) -> Names {
        Names::new(self.messages, self.routine(), self.known_names.get_value())
    }

    /// The language of dates.
    pub(super) fn lang(self) -> Arc<str> {
        self.lang.get_value()
    }

    /// The address of the site with the app, where there is one.
    pub(super) fn site(self) -> Option<Arc<str>> {
        self.site.get_value()
    }

    /// Starts the routine.
    pub(super) fn start(self) {
        self.start.get_value()();
    }

    /// Says something as a session would.
    pub(super) fn say(self, text: &str, speech_ms: u64) {
        self.say.get_value()(text, speech_ms);
    }

    /// Has the figures in an element drawn, later, if they can be had.
    pub(super) fn show_figures(self, place: &HtmlElement) {
        self.show_figures.get_value()(place);
    }

    /// The session that is just over, by its id, where nothing but the question about it is shown.
    pub(super) fn asks_about(self) -> Option<String> {
        self.asks_about.get_value()
    }

    /// Uses the store with the wall clock's time in milliseconds, then tells the person what the store has to say.
    pub(super) fn with_store<T>(self, use_store: impl FnOnce(&Store, u64) -> T) -> T {
        let (result, notices) = self.store.with_value(|store| {
            let result = use_store(store, clock::now().wall_ms);
            (result, store.take_notices())
        });
        let notify = self.notify.get_value();
        for notice in notices {
            notify(&self.messages.storage_notice(&notice));
        }
        result
    }

    /// Reads the log anew, and what changes with it.
    pub(super) fn read_log(self) {
        let (log, names, pauses) = self.with_store(|store, now_ms| {
            let log = store.log(now_ms);
            self.routine.with_value(|routine| remember_names(store, routine, &log, now_ms));
            (log, store.document::<KnownNames>(now_ms), store.document(now_ms))
        });
        self.known_names.set_value(names.into());
        self.log.set(log);
        self.pauses.set(pauses);
    }
}
