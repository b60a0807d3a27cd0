//! What one widget on a page knows: one model, and the topics by which its parts hear that it changed.

use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::signal::guards::{Plain, ReadGuard, UntrackedWriteGuard};
use supple_core::{
    Carriers, Options, Plan, Progress, Routine, Session, SessionRecord, Snapshot, Store, Unfinished,
};

use crate::backup::Adding;
use crate::browser::focus::{self, Focused};
use crate::browser::{clock, locks};
use crate::carry::Carrying;
use crate::conduct::Run;
use crate::pocket::Pocket;

/// What fills the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// A hold was too much: what now.
    Ease,
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

/// Everything a widget knows.
pub(crate) struct Model {
    pub(crate) routine: Rc<Routine>,
    /// Language of dates.
    pub(crate) lang: String,
    pub(crate) store: Store,
    pub(crate) options: Options,
    /// The routine with the options.
    pub(crate) plan: Plan,
    pub(crate) screen: Screen,
    /// What was pressed on the overview and gets the focus back.
    pub(crate) pressed: Option<Focused>,
    pub(crate) leftover: Option<Leftover>,
    /// The lock of another tab's session that is waited for; empty if none is.
    awaited: String,
    /// The session has a plan of its own, which later changes of options don't touch.
    pub(crate) session: Option<Session>,
    pub(crate) run: Run,
    pub(crate) carriers: Carriers,
    pub(crate) carrying: Carrying,
    pub(crate) pocket: Pocket,
    pub(crate) summary: Option<Summary>,
    pub(crate) notices: Vec<String>,
    pub(crate) adding: Adding,
    /// The address of the site with the app, where there is one.
    pub(crate) site: Option<String>,
}

/// Something that parts of the widget want to hear of.
#[derive(Clone, Copy)]
pub(crate) enum Topic {
    Screen,
    Options,
    Leftover,
    /// The session's phase or state.
    Phase,
    /// A second of the session.
    Second,
    /// What is told in minutes, or in their last one in seconds.
    Minute,
    Notices,
    /// Sessions were added to the log from outside.
    Log,
    /// How far adding a backup has come.
    Adding,
    /// A cue was given.
    Cue,
}

/// One widget. A number and no more, for every closure has its copy; what is behind it goes when the widget is unmounted.
#[derive(Clone, Copy)]
pub(crate) struct Widget(StoredValue<Behind, LocalStorage>);

/// The model, while it is read. A guard, since what a closure would cost is paid at every use.
pub(crate) struct Reading(ReadGuard<Behind, Plain<Behind>>);

impl Deref for Reading {
    type Target = Model;

    fn deref(&self) -> &Model {
        &self.0.model
    }
}

/// The model, while it is changed.
pub(crate) struct Changing(UntrackedWriteGuard<Behind>);

impl Deref for Changing {
    type Target = Model;

    fn deref(&self) -> &Model {
        &self.0.model
    }
}

impl DerefMut for Changing {
    fn deref_mut(&mut self) -> &mut Model {
        &mut self.0.model
    }
}

/// What is behind a widget.
struct Behind {
    model: Model,
    topics: [RwSignal<i32>; 10],
}

impl Widget {
    /// A widget that has read nothing yet, as it is prerendered.
    pub(crate) fn new(routine: Routine, lang: String) -> Self {
        let options = Options::default();
        let model = Model {
            plan: Plan::new(&routine, &options),
            routine: Rc::new(routine),
            lang,
            store: Store::in_memory(),
            options,
            screen: Screen::Overview,
            pressed: None,
            leftover: None,
            awaited: String::new(),
            session: None,
            run: Run::default(),
            carriers: Carriers::default(),
            carrying: Carrying::default(),
            pocket: Pocket::default(),
            summary: None,
            notices: Vec::new(),
            adding: Adding::default(),
            site: None,
        };
        Self(StoredValue::new_local(Behind { model, topics: std::array::from_fn(|_| RwSignal::new(0)) }))
    }

    /// The model, to read. Hold it briefly: never while something of the page is called.
    #[inline(never)]
    pub(crate) fn model(self) -> Reading {
        Reading(self.0.read_value())
    }

    /// The model, to change what nobody has to hear of. Hold it as briefly.
    #[inline(never)]
    pub(crate) fn model_mut(self) -> Changing {
        Changing(self.0.write_value())
    }

    /// Whether the widget was unmounted; late answers of the browser have to ask.
    pub(crate) fn is_gone(self) -> bool {
        self.0.is_disposed()
    }

    /// Reads the model.
    pub(crate) fn read<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        let model = self.model();
        read(&model)
    }

    // Behind a thin generic front, since each use would be a copy of it otherwise.
    #[inline(never)]
    fn alter(self, topic: Topic, change: &mut dyn FnMut(&mut Model)) {
        change(&mut self.model_mut());
        self.notify(topic);
    }

    /// Reads the model, and again whenever there is news on a topic.
    pub(crate) fn follow<T>(self, topic: Topic, read: impl FnOnce(&Model) -> T) -> T {
        self.track(topic);
        self.read(read)
    }

    /// Changes the model and spreads the news.
    pub(crate) fn change(self, topic: Topic, change: impl FnOnce(&mut Model)) {
        let mut change = Some(change);
        self.alter(topic, &mut |model| {
            if let Some(change) = change.take() {
                change(model);
            }
        });
    }

    #[inline(never)]
    fn signal(self, topic: Topic) -> Option<RwSignal<i32>> {
        self.0.try_with_value(|behind| behind.topics[topic as usize])
    }

    #[inline(never)]
    fn track(self, topic: Topic) {
        if let Some(signal) = self.signal(topic) {
            signal.track();
        }
    }

    #[inline(never)]
    pub(crate) fn notify(self, topic: Topic) {
        if let Some(signal) = self.signal(topic) {
            signal.notify();
        }
    }

    pub(crate) fn routine(self) -> Rc<Routine> {
        self.read(|model| model.routine.clone())
    }

    /// How the session looks at its last reading.
    pub(crate) fn snapshot(self) -> Option<Snapshot> {
        self.read(|model| model.session.as_ref().map(Session::snapshot))
    }

    /// Takes up what was kept: the options, and any session that was left behind.
    pub(crate) fn open(self, store: Store) {
        self.change(Topic::Options, |model| model.store = store);
        self.read_options();
        self.look_for_leftovers();
    }

    /// Another tab changed something: `key`, or everything where it is `None`.
    pub(crate) fn changed_elsewhere(self, key: Option<&str>) {
        let (running, chosen) = self
            .read(|model| (model.store.key("running:"), [model.options_key(), model.store.key("carriers")]));
        if key.is_none_or(|key| chosen.iter().any(|chosen| chosen == key)) {
            self.read_options();
        }
        if key.is_none_or(|key| key.starts_with(&running)) {
            self.look_for_leftovers();
        }
    }

    fn read_options(self) {
        self.change(Topic::Options, |model| {
            let now_ms = clock::now().wall_ms;
            model.options = model.store.options(&model.routine.id, now_ms);
            model.carriers = model.store.carriers(now_ms);
            model.plan = Plan::new(&model.routine, &model.options);
        });
        self.show_notices();
        self.carry(None);
    }

    /// Changes the options and keeps them.
    pub(crate) fn change_options(self, change: impl FnOnce(&mut Model)) {
        self.change(Topic::Options, change);
        self.options_changed();
    }

    /// Changes what carries the cues, and keeps it.
    pub(crate) fn change_carriers(self, change: impl FnOnce(&mut Carriers)) {
        self.change_options(|model| change(&mut model.carriers));
    }

    fn options_changed(self) {
        self.change(Topic::Options, |model| {
            model.plan = Plan::new(&model.routine, &model.options);
            model.store.save_options(&model.routine.id, &model.options);
            if model.store.carriers(clock::now().wall_ms) != model.carriers {
                model.store.save_carriers(&model.carriers);
            }
        });
        self.show_notices();
        self.carry(None);
    }

    /// Finds the newest unfinished session, and out whether it goes on in another tab.
    pub(crate) fn look_for_leftovers(self) {
        if self.read(|model| model.session.is_some()) {
            return;
        }
        let newest = self.read(|model| {
            let unfinished = model.store.unfinished(clock::now().wall_ms);
            unfinished.into_iter().rfind(|session| session.routine == model.routine.id)
        });
        self.show_notices();
        let Some(newest) = newest else { return self.set_leftover(None) };
        let name = self.lock_name(&newest.id);
        locks::is_free(&name.clone(), move |free| {
            if self.is_gone() || self.read(|model| model.session.is_some()) {
                return;
            }
            // Answers take a moment, in which the session may have ended.
            let unfinished = self.read(|model| model.store.unfinished(clock::now().wall_ms));
            if unfinished.iter().all(|session| session.id != newest.id) {
                return self.look_for_leftovers();
            }
            if free {
                return self.set_leftover(Some(Leftover::Offered(newest)));
            }
            self.set_leftover(Some(Leftover::Elsewhere(newest)));
            self.wait_for(name);
        });
    }

    /// Looks again once another tab's session is over, and asks for that only once.
    fn wait_for(self, name: String) {
        if self.model().awaited == name {
            return;
        }
        self.model_mut().awaited.clone_from(&name);
        locks::when_free(&name, move || {
            if !self.is_gone() {
                self.model_mut().awaited.clear();
                self.look_for_leftovers();
            }
        });
    }

    pub(crate) fn set_leftover(self, leftover: Option<Leftover>) {
        self.change(Topic::Leftover, |model| model.leftover = leftover);
    }

    pub(crate) fn show(self, screen: Screen) {
        self.change(Topic::Screen, |model| {
            if model.screen == Screen::Overview {
                model.pressed = focus::current();
            }
            model.screen = screen;
        });
    }

    /// Shows what the store has to say.
    pub(crate) fn show_notices(self) {
        for notice in self.read(|model| model.store.take_notices()) {
            self.say(notice.to_string());
        }
    }

    /// Tells the person something.
    pub(crate) fn say(self, text: String) {
        self.change(Topic::Notices, |model| {
            if !model.notices.contains(&text) {
                model.notices.push(text);
            }
        });
    }

    /// Takes back what is true no more.
    pub(crate) fn unsay(self, text: &str) {
        if self.read(|model| model.notices.iter().any(|notice| notice == text)) {
            self.change(Topic::Notices, |model| model.notices.retain(|notice| notice != text));
        }
    }

    /// Name of the Web Lock of a session.
    pub(crate) fn lock_name(self, id: &str) -> String {
        self.read(|model| model.store.key(&format!("session:{id}")))
    }
}

impl Model {
    fn options_key(&self) -> String {
        self.store.key(&format!("options:{}", self.routine.id))
    }
}
