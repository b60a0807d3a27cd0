//! What one widget on a page knows and shows.

use leptos::prelude::*;
use supple_core::{
    Notice, Options, Plan, Problem, Progress, Routine, Session, SessionRecord, Snapshot, Store, Unfinished,
};

use crate::browser::{clock, locks};
use crate::conduct::Run;

/// What fills the widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// The cards.
    Overview,
    /// The safety notice, before the first session; then the session starts at this exercise of the plan.
    Safety {
        /// Index into the plan's exercises.
        exercise: usize,
    },
    /// A session, running or not.
    Player,
    /// What a session came to.
    Finish,
    /// What all sessions came to.
    Progress,
}

/// A session that was left behind, by this page or another one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Leftover {
    /// It can go on here.
    Offered(Unfinished),
    /// It goes on in another tab.
    Elsewhere(Unfinished),
}

/// How a session ended and where that leaves the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    pub(crate) record: SessionRecord,
    pub(crate) progress: Progress,
}

/// The state of one widget: signals to draw from, and the session behind them. Cheap to copy around.
#[derive(Clone, Copy)]
pub(crate) struct Widget {
    pub(crate) routine: StoredValue<Routine>,
    pub(crate) options: RwSignal<Options>,
    pub(crate) plan: Memo<Plan>,
    pub(crate) screen: RwSignal<Screen>,
    pub(crate) leftover: RwSignal<Option<Leftover>>,
    pub(crate) snapshot: RwSignal<Option<Snapshot>>,
    /// The plan of the session, which later changes of options don't touch.
    pub(crate) session_plan: RwSignal<Plan>,
    pub(crate) summary: RwSignal<Option<Summary>>,
    pub(crate) notices: RwSignal<Vec<String>>,
    /// Language of dates.
    pub(crate) lang: StoredValue<String>,
    pub(crate) store: StoredValue<Store, LocalStorage>,
    pub(crate) session: StoredValue<Option<Session>>,
    pub(crate) run: StoredValue<Run, LocalStorage>,
}

impl Widget {
    /// A widget that has read nothing yet, as it is prerendered.
    pub(crate) fn new(routine: Routine, lang: String) -> Self {
        let options = RwSignal::new(Options::default());
        let routine = StoredValue::new(routine);
        let plan = Memo::new(move |_| routine.with_value(|routine| Plan::new(routine, &options.get())));
        Self {
            routine,
            options,
            plan,
            screen: RwSignal::new(Screen::Overview),
            leftover: RwSignal::new(None),
            snapshot: RwSignal::new(None),
            session_plan: RwSignal::new(Plan::default()),
            summary: RwSignal::new(None),
            notices: RwSignal::new(Vec::new()),
            lang: StoredValue::new(lang),
            store: StoredValue::new_local(Store::in_memory()),
            session: StoredValue::new(None),
            run: StoredValue::new_local(Run::default()),
        }
    }

    /// Takes up what was kept: the options, and any session that was left behind.
    pub(crate) fn open(self, store: Store) {
        self.store.set_value(store);
        let routine = self.routine_id();
        let now_ms = clock::now().wall_ms;
        self.options.set(self.store.with_value(|store| store.options(&routine, now_ms)));
        self.look_for_leftovers();
        self.show_notices();
    }

    /// Another tab changed something: `key`, or everything where it is `None`.
    pub(crate) fn changed_elsewhere(self, key: Option<&str>) {
        let routine = self.routine_id();
        let (running, options) =
            self.store.with_value(|store| (store.key("running"), store.key(&format!("options:{routine}"))));
        let now_ms = clock::now().wall_ms;
        if key.is_none_or(|key| key == options) {
            self.options.set(self.store.with_value(|store| store.options(&routine, now_ms)));
        }
        if key.is_none_or(|key| key == running) {
            self.look_for_leftovers();
        }
        self.show_notices();
    }

    /// Finds the newest unfinished session, and out whether it goes on in another tab.
    pub(crate) fn look_for_leftovers(self) {
        if self.session.with_value(Option::is_some) {
            return;
        }
        let routine = self.routine_id();
        let unfinished = self.store.with_value(|store| store.unfinished(clock::now().wall_ms));
        let Some(newest) = unfinished.into_iter().rfind(|session| session.routine == routine) else {
            self.leftover.set(None);
            return;
        };
        let name = self.lock_name(&newest.id);
        locks::take(&name.clone(), move |lock| {
            // The widget may be gone by the time the browser answers.
            if self.screen.try_get_untracked().is_none() || self.session.with_value(Option::is_some) {
                return;
            }
            let free = lock.is_some();
            drop(lock);
            if free {
                self.leftover.set(Some(Leftover::Offered(newest)));
            } else {
                self.leftover.set(Some(Leftover::Elsewhere(newest)));
                locks::when_free(&name, move || {
                    if self.screen.try_get_untracked().is_some() {
                        self.look_for_leftovers();
                    }
                });
            }
        });
    }

    /// Changes the options and keeps them.
    pub(crate) fn change_options(self, change: impl FnOnce(&mut Options)) {
        self.options.update(change);
        let options = self.options.get_untracked();
        self.store.with_value(|store| store.save_options(&self.routine_id(), &options));
        self.show_notices();
    }

    /// Shows what the store has to say.
    pub(crate) fn show_notices(self) {
        let new = self.store.with_value(Store::take_notices);
        if !new.is_empty() {
            self.notices.update(|notices| notices.extend(new.iter().map(Notice::to_string)));
        }
    }

    pub(crate) fn routine_id(self) -> String {
        self.routine.with_value(|routine| routine.id.clone())
    }

    /// Name of the Web Lock of a session.
    pub(crate) fn lock_name(self, id: &str) -> String {
        self.store.with_value(|store| store.key(&format!("session:{id}")))
    }
}

/// Problems of a document as lines to read.
pub(crate) fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}
