//! What one widget knows, as signals. Components find it in the context: `expect_context::<AppState>()`.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use supple_core::{
    Cue, CueSettings, Options, Outcome, Plan, Progress, Routine, Session, SessionRecord, Snapshot, State,
    Store, Unfinished, Week, WeekDay, WeekGain,
};
use web_sys::Event;

use crate::browser::clock;
use crate::browser::focus::{self, Focused};
use crate::browser::task::next_task;
use crate::host::Host;
use crate::messages::Messages;

/// What a session begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// The plan, from this exercise on: an index into its exercises.
    At(usize),
    /// One exercise, and nothing after it: an index into the routine's exercises.
    Only(usize),
}

/// What fills the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// The cards.
    Overview,
    /// The safety notice, before the first session, which then begins like this.
    Safety(Beginning),
    /// The question how to go on with what has hurt, before a session that begins like this.
    HurtBefore(Beginning),
    /// A session, running or not.
    Player,
    /// A hold hurt: the person chooses how to go on.
    TooMuch,
    /// What a session came to.
    Finish,
    /// What all sessions came to.
    Progress,
}

/// An unfinished session, of this page or another one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Leftover {
    /// It can be resumed here.
    Offered(Unfinished),
    /// It is running in another tab.
    Elsewhere(Unfinished),
}

impl Leftover {
    /// The session itself.
    pub(crate) fn session(&self) -> &Unfinished {
        match self {
            Self::Offered(session) | Self::Elsewhere(session) => session,
        }
    }
}

/// How a session ended, and all progress with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    /// The session that ended.
    pub(crate) record: SessionRecord,
    /// What all sessions came to.
    pub(crate) progress: Progress,
    /// How it ended, and what that means for its day.
    pub(crate) outcome: Outcome,
    /// The week of today.
    pub(crate) week: [WeekDay; 7],
    /// What the session added to that week; `None` if nothing.
    pub(crate) gain: Option<WeekGain>,
}

/// How far the app that fills the Progress screen has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ProgressLoad {
    /// It loads.
    #[default]
    Loading,
    /// It is there.
    Shown,
    /// It can't be had at present.
    Failed,
}

/// What a widget is mounted with.
pub(crate) struct Config {
    /// The routine, already checked.
    pub(crate) routine: Routine,
    /// The address of the site with the app; ends with a slash. `None` where there is no such site.
    pub(crate) site: Option<String>,
    /// What is behind the hash of the link that the routine came in; `None` where it came otherwise.
    pub(crate) link: Option<String>,
    /// The first day of the week: from 0 for Monday to 6 for Sunday.
    pub(crate) first_weekday: i32,
    /// Where options, log and sessions are kept.
    pub(crate) store: Store,
    /// The page around the widget.
    pub(crate) host: Rc<dyn Host>,
    /// The wall clock's time in milliseconds; it names data that has to be set aside.
    pub(crate) now_ms: u64,
}

/// The language alone of a tag that may name a region too: `de` of `de-CH`.
fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// Handles to everything a widget knows. Unmounting the widget disposes of what they refer to.
#[derive(Clone, Copy)]
pub(crate) struct AppState {
    /// The texts of the interface.
    pub(crate) messages: Messages,
    routine: StoredValue<Arc<Routine>>,
    author_lang: StoredValue<Option<Arc<str>>>,
    site: StoredValue<Option<Arc<str>>>,
    link: StoredValue<Option<Arc<str>>>,
    /// The first day of the week: from 0 for Monday to 6 for Sunday.
    pub(crate) first_weekday: i32,
    store: StoredValue<Store, LocalStorage>,
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
    /// The person's choices about the routine.
    pub(crate) options: RwSignal<Options>,
    /// How the person wants to be told of cues.
    pub(crate) cue_settings: RwSignal<CueSettings>,
    /// The routine laid out with the options. A running session has a plan of its own.
    pub(crate) plan: Memo<Plan>,
    /// The screen that the person is on.
    pub(crate) screen: RwSignal<Screen>,
    /// The screen that is drawn.
    pub(crate) drawn: RwSignal<Screen>,
    /// Counts how often a screen was drawn: each visit is a new view, even of the same screen.
    pub(crate) visits: RwSignal<u32>,
    /// How many pieces of the overview are drawn, from the top.
    pub(crate) drawn_pieces: RwSignal<usize>,
    /// Ids of the `<details>` that the person has opened before the widget was there.
    opened_early: StoredValue<Vec<String>>,
    /// What was pressed on the overview, and gets the focus back when the person returns.
    opener: StoredValue<Option<Focused>, LocalStorage>,
    /// The newest unfinished session.
    pub(crate) leftover: RwSignal<Option<Leftover>>,
    /// What is done of this week, and what is due today; `None` before the first session.
    pub(crate) week: RwSignal<Option<Week>>,
    /// The session that runs, or has just ended.
    pub(crate) session: RwSignal<Option<Session>>,
    /// What that session looks like.
    pub(crate) snapshot: Memo<Option<Snapshot>>,
    /// The last cue of that session.
    pub(crate) cue: RwSignal<Option<Cue>>,
    /// What that session came to.
    pub(crate) summary: RwSignal<Option<Summary>>,
    /// How far the app that fills the Progress screen has come.
    pub(crate) progress_load: RwSignal<ProgressLoad>,
    /// What the person must be told, over the screen.
    pub(crate) notices: RwSignal<Vec<String>>,
    /// Names of the device's voices that speak the routine's language.
    pub(crate) voices: RwSignal<Vec<String>>,
}

impl AppState {
    /// Reads what is kept, and derives the rest.
    pub(crate) fn new(Config { routine, site, link, first_weekday, store, host, now_ms }: Config) -> Self {
        let options = RwSignal::new(store.options(&routine.id, now_ms));
        let cue_settings = RwSignal::new(store.cue_settings(now_ms));
        let routine = Arc::new(routine);
        let planned = routine.clone();
        let session = RwSignal::new(None::<Session>);
        let messages = Messages::english();
        let is_foreign = !language(&routine.lang).eq_ignore_ascii_case(language(messages.language()));
        let author_lang = is_foreign.then(|| routine.lang.as_str().into());
        Self {
            messages,
            routine: StoredValue::new(routine),
            author_lang: StoredValue::new(author_lang),
            site: StoredValue::new(site.map(Into::into)),
            link: StoredValue::new(link.map(Into::into)),
            first_weekday,
            store: StoredValue::new_local(store),
            host: StoredValue::new_local(host),
            options,
            cue_settings,
            plan: Memo::new(move |_| options.with(|options| Plan::new(&planned, options))),
            screen: RwSignal::new(Screen::Overview),
            drawn: RwSignal::new(Screen::Overview),
            visits: RwSignal::new(0),
            drawn_pieces: RwSignal::new(0),
            opened_early: StoredValue::new(Vec::new()),
            opener: StoredValue::new_local(None),
            leftover: RwSignal::new(None),
            week: RwSignal::new(None),
            session,
            snapshot: Memo::new(move |_| session.with(|session| session.as_ref().map(Session::snapshot))),
            cue: RwSignal::new(None),
            summary: RwSignal::new(None),
            progress_load: RwSignal::new(ProgressLoad::default()),
            notices: RwSignal::new(Vec::new()),
            voices: RwSignal::new(Vec::new()),
        }
    }

    /// Draws the next piece of the overview, in which these `<details>` are open, by their ids.
    pub(crate) fn draw_next_piece(self, opened: Vec<String>) {
        self.opened_early.set_value(opened);
        self.drawn_pieces.update(|pieces| *pieces += 1);
    }

    /// Whether the person has opened some `<details>` before the widget was there.
    pub(crate) fn was_opened_early(self, id: &str) -> bool {
        self.opened_early.with_value(|opened| opened.iter().any(|other| other == id))
    }

    /// Whether the widget was unmounted. Late answers of the browser have to ask before they touch anything.
    pub(crate) fn is_unmounted(self) -> bool {
        self.screen.is_disposed()
    }

    /// The routine.
    pub(crate) fn routine(self) -> Arc<Routine> {
        self.routine.get_value()
    }

    /// The language of the author's texts, for the `lang` of the elements that show them; `None` where it is that of the
    /// interface.
    pub(crate) fn author_lang(self) -> Option<Arc<str>> {
        self.author_lang.get_value()
    }

    /// The `dir` of the elements that show the author's texts: that of their letters, where the language is another one.
    pub(crate) fn author_dir(self) -> Option<&'static str> {
        self.author_lang.with_value(Option::is_some).then_some("auto")
    }

    /// The address of the site with the app, where there is one.
    pub(crate) fn site(self) -> Option<Arc<str>> {
        self.site.get_value()
    }

    /// What is behind the hash of the link that the routine came in, where it came in one.
    pub(crate) fn link(self) -> Option<Arc<str>> {
        self.link.get_value()
    }

    /// The page around the widget.
    pub(crate) fn host(self) -> Rc<dyn Host> {
        self.host.get_value()
    }

    /// Shows what the store has to say, such as that nothing can be kept here.
    pub(crate) fn show_store_notices(self) {
        self.with_store(|_, _| ());
    }

    /// Uses the store with the wall clock's time in milliseconds, then shows the person what the store has to say.
    pub(crate) fn with_store<T>(self, use_store: impl FnOnce(&Store, u64) -> T) -> T {
        let (result, notices) = self.store.with_value(|store| {
            let result = use_store(store, clock::now().wall_ms);
            (result, store.take_notices())
        });
        for notice in notices {
            self.notify(self.messages.storage_notice(&notice));
        }
        result
    }

    /// The key under which the store keeps one kind of thing.
    pub(crate) fn storage_key(self, kind: &str) -> String {
        self.store.with_value(|store| store.key(kind))
    }

    /// Takes over options and cue settings that another tab has saved.
    pub(crate) fn reload_options(self) {
        let id = self.routine().id.clone();
        let (options, cue_settings) =
            self.with_store(|store, now_ms| (store.options(&id, now_ms), store.cue_settings(now_ms)));
        self.options.set(options);
        self.cue_settings.set(cue_settings);
    }

    /// Forgets what was chosen for another day alone.
    pub(crate) fn forget_other_days(self) {
        let today = clock::today();
        if self.options.get_untracked().forget_other_days(today) {
            self.update_options(|options| _ = options.forget_other_days(today));
        }
    }

    /// Looks up what is done of this week, and what is due today.
    pub(crate) fn look_up_week(self) {
        let today = clock::today();
        let week = self.with_store(|store, now_ms| store.week(today, self.first_weekday, now_ms));
        self.week.set(week);
    }

    /// Changes the options, and keeps them.
    pub(crate) fn update_options(self, change: impl FnOnce(&mut Options)) {
        self.options.update(change);
        let (id, options) = (self.routine().id.clone(), self.options.get_untracked());
        self.with_store(|store, _| store.save_options(&id, &options));
    }

    /// Changes how the person is told of cues, and keeps it.
    pub(crate) fn update_cue_settings(self, change: impl FnOnce(&mut CueSettings)) {
        self.cue_settings.update(|settings| {
            // Whoever changes how cues are heard wants to hear them.
            settings.muted = false;
            change(settings);
        });
        let settings = self.cue_settings.get_untracked();
        self.with_store(|store, _| store.save_cue_settings(&settings));
    }

    /// Switches sounds and voice off for now, or on again; on at the usual settings where nothing that can be heard was
    /// chosen.
    pub(crate) fn mute(self, is_muted: bool) {
        if !is_muted && !self.cue_settings.with_untracked(CueSettings::is_audible) {
            let CueSettings { volume, voice, .. } = CueSettings::default();
            return self.update_cue_settings(|settings| (settings.volume, settings.voice) = (volume, voice));
        }
        self.cue_settings.update(|settings| settings.muted = is_muted);
    }

    /// Where the session stands now, without following it; `None` if there is none.
    pub(crate) fn session_state(self) -> Option<State> {
        self.session.with_untracked(|session| session.as_ref().map(Session::state))
    }

    /// Shows a screen. What had the focus on the overview gets it back later: see [`AppState::take_opener`].
    ///
    /// The player is drawn in the next task: a slow phone takes a while to begin a session, and as long again to draw it.
    pub(crate) fn show(self, screen: Screen) {
        if self.screen.get_untracked() == Screen::Overview {
            self.opener.set_value(focus::current(&self.host().document()));
        }
        self.screen.set(screen);
        if screen != Screen::Player {
            return self.draw(screen);
        }
        spawn_local(async move {
            next_task().await;
            // Unless another screen has taken its place, or the widget is gone.
            if self.screen.try_get_untracked() == Some(screen) {
                self.draw(screen);
            }
        });
    }

    /// Ignores a click on a screen whose place the player is about to take: what was pressed there has been done.
    pub(crate) fn ignore_on_leaving(self, click: &Event) {
        if self.screen.get_untracked() != self.drawn.get_untracked() {
            click.stop_propagation();
            click.prevent_default();
        }
    }

    fn draw(self, screen: Screen) {
        self.drawn.set(screen);
        self.visits.update(|visits| *visits += 1);
    }

    /// What had the focus when the overview was left, once.
    pub(crate) fn take_opener(self) -> Option<Focused> {
        self.opener.try_update_value(Option::take).flatten()
    }

    /// Tells the person something, over the screen; each text once.
    pub(crate) fn notify(self, text: String) {
        if self.notices.with_untracked(|notices| !notices.contains(&text)) {
            self.notices.update(|notices| notices.push(text));
        }
    }

    /// Takes back a notice that is no longer true.
    pub(crate) fn withdraw_notice(self, text: &str) {
        if self.notices.with_untracked(|notices| notices.iter().any(|notice| notice == text)) {
            self.notices.update(|notices| notices.retain(|notice| notice != text));
        }
    }
}
