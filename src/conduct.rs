//! Conducting a session: what the person asks goes in, time goes in, and at each phase and command what must
//! outlive the page is written down.

use std::rc::Rc;

use gloo_timers::callback::{Interval, Timeout};
use leptos::prelude::*;
use supple_core::{
    Alive, Command, Options, Plan, Progress, Session, SessionRecord, Snapshot, State, Unfinished,
};

use crate::browser::locks::{self, Lock};
use crate::browser::title::TabTitle;
use crate::browser::{clock, random};
use crate::outside::Happening;
use crate::text;
use crate::widget::{Leftover, Screen, Summary, Widget};

/// How often a running session notes that it is alive. After a crash no more than this is lost.
const HEARTBEAT_MS: u32 = 200;

/// What belongs to a session but not to the core: timers, the lock, the title, who to tell.
#[derive(Default)]
pub(crate) struct Run {
    record: Option<SessionRecord>,
    options: Options,
    wake: Option<Timeout>,
    heartbeat: Option<Interval>,
    title: Option<TabTitle>,
    lock: Option<Lock>,
    /// Tells the page around the widget.
    pub(crate) tell: Option<Rc<dyn Fn(Widget, Happening)>>,
}

impl Widget {
    /// The person wants to begin, at an exercise of the plan. The safety notice comes first, once.
    pub(crate) fn start(self, exercise: usize) {
        if self.state().is_some_and(|state| !state.is_over()) {
            return self.command(Command::Resume);
        }
        if self.plan.with_untracked(|plan| plan.phases.is_empty()) {
            return;
        }
        let read = self.store.with_value(|store| store.safety_was_read(clock::now().wall_ms));
        self.show_notices();
        if read {
            self.begin(exercise);
        } else {
            self.screen.set(Screen::Safety { exercise });
        }
    }

    /// The person has read the safety notice and wants to go on.
    pub(crate) fn safety_read(self, exercise: usize) {
        self.store.with_value(supple_core::Store::save_safety_was_read);
        self.begin(exercise);
    }

    fn begin(self, exercise: usize) {
        self.discard_leftover();
        let at = clock::now();
        let plan = self.plan.get_untracked();
        let record = SessionRecord {
            id: format!("{}-{}", at.wall_ms, random::hex()),
            routine: plan.routine.clone(),
            started_ms: at.wall_ms,
            offset_min: clock::offset_min(),
            ended_ms: None,
            complete: false,
            entries: Vec::new(),
        };
        let lock_name = self.lock_name(&record.id);
        locks::take(&lock_name, move |lock| self.keep_lock(lock));
        self.conduct(Session::start(plan, exercise, at), record, self.options.get_untracked());
        self.tell(Happening::Start);
        self.tell(Happening::Phase);
    }

    /// The person takes up a session that was left behind. It is paused until they say so.
    pub(crate) fn take_up(self, unfinished: Unfinished) {
        locks::take(&self.lock_name(&unfinished.id.clone()), move |lock| {
            if lock.is_none() {
                self.leftover.set(Some(Leftover::Elsewhere(unfinished)));
            } else if let Some((session, record)) = self.restore(&unfinished) {
                self.keep_lock(lock);
                self.conduct(session, record, unfinished.options);
            } else {
                self.notices.update(|notices| notices.push(text::ROUTINE_CHANGED.to_owned()));
                self.discard(&unfinished);
                self.leftover.set(None);
            }
        });
    }

    /// The person wants no more of a session that was left behind: it becomes what it is, stopped early.
    pub(crate) fn discard_leftover(self) {
        if let Some(Leftover::Offered(unfinished)) = self.leftover.get_untracked() {
            self.discard(&unfinished);
        }
        self.leftover.set(None);
    }

    fn discard(self, unfinished: &Unfinished) {
        let at = clock::now();
        let restored = self.restore(unfinished);
        self.store.with_value(|store| {
            if let Some((mut session, mut record)) = restored {
                session.command(Command::Stop, at);
                record.ended_ms = Some(at.wall_ms);
                record.entries = session.entries().to_vec();
                store.save_record(&record);
            }
            store.forget_unfinished(&unfinished.id, at.wall_ms);
        });
        self.show_notices();
    }

    /// Lays out the same plan again. `None` if the routine is no longer what it was.
    fn restore(self, unfinished: &Unfinished) -> Option<(Session, SessionRecord)> {
        let at = clock::now();
        let plan = self.routine.with_value(|routine| Plan::new(routine, &unfinished.options));
        if plan.total_ms() != unfinished.plan_ms || unfinished.position.phase >= plan.phases.len() {
            return None;
        }
        let kept = self.store.with_value(|store| store.record(&unfinished.id, at.wall_ms));
        let record = kept.unwrap_or_else(|| SessionRecord {
            id: unfinished.id.clone(),
            routine: unfinished.routine.clone(),
            started_ms: unfinished.started_ms,
            offset_min: unfinished.offset_min,
            ended_ms: None,
            complete: false,
            entries: Vec::new(),
        });
        let entries = record.entries.clone();
        Some((Session::paused_at(plan, unfinished.position, entries, record.started_ms, at), record))
    }

    fn conduct(self, session: Session, record: SessionRecord, options: Options) {
        self.leftover.set(None);
        self.session_plan.set(session.plan().clone());
        self.snapshot.set(Some(session.snapshot()));
        self.session.set_value(Some(session));
        self.run.update_value(|run| {
            run.record = Some(record);
            run.options = options;
        });
        self.screen.set(Screen::Player);
        self.save();
        self.schedule();
    }

    fn keep_lock(self, lock: Option<Lock>) {
        self.run.update_value(|run| run.lock = lock);
    }

    /// Does what the person asks of the session.
    pub(crate) fn command(self, command: Command) {
        self.advance(|session| session.command(command, clock::now()));
        if command == Command::Resume && self.screen.get_untracked() == Screen::Finish {
            self.screen.set(Screen::Player);
        }
    }

    /// Pauses what runs, resumes what doesn't.
    pub(crate) fn pause_or_resume(self) {
        let running = self.state() == Some(State::Running);
        self.command(if running { Command::Pause } else { Command::Resume });
    }

    /// The page is going away: pause, so that the place is exact when the person comes back.
    pub(crate) fn leave(self) {
        if self.state() == Some(State::Running) {
            self.command(Command::Pause);
        }
    }

    /// Notes the exact place in case that this is the last that is heard of the page.
    pub(crate) fn note_alive(self) {
        let at = clock::now();
        self.session.with_value(|session| {
            let position = session.as_ref().filter(|session| session.state() == State::Running);
            let Some(position) = position.map(|session| session.position_at(at)) else { return };
            let alive = Alive { phase: position.phase, elapsed_ms: position.elapsed_ms, wall_ms: at.wall_ms };
            self.run.with_value(|run| {
                if let Some(record) = &run.record {
                    self.store.with_value(|store| store.save_alive(&record.id, alive));
                }
            });
        });
    }

    /// Id of the session's record.
    pub(crate) fn session_id(self) -> Option<String> {
        self.run.with_value(|run| run.record.as_ref().map(|record| record.id.clone()))
    }

    pub(crate) fn state(self) -> Option<State> {
        self.session.with_value(|session| session.as_ref().map(Session::state))
    }

    /// How the session looks right now, between two wakes.
    pub(crate) fn snapshot_now(self) -> Option<Snapshot> {
        self.session.with_value(|session| {
            session.as_ref().map(|session| {
                let mut session = session.clone();
                session.tick(clock::now());
                session.snapshot()
            })
        })
    }

    /// Leaves the finish screen; the session is over for good.
    pub(crate) fn close_session(self, screen: Screen) {
        self.session.set_value(None);
        self.run.update_value(|run| run.record = None);
        self.snapshot.set(None);
        self.screen.set(screen);
        self.look_for_leftovers();
    }

    /// Lets the session change, then draws, saves and tells what is new.
    fn advance(self, change: impl FnOnce(&mut Session)) {
        let mut seen = None;
        self.session.update_value(|session| {
            if let Some(session) = session {
                let before = session.snapshot();
                change(session);
                seen = Some((before, session.snapshot()));
            }
        });
        let Some((before, after)) = seen else { return };
        self.snapshot.set(Some(after));
        let news =
            (before.turn, before.state, before.duration_ms) != (after.turn, after.state, after.duration_ms);
        if news {
            self.save();
        }
        self.schedule();
        if after.turn != before.turn && after.state != State::Complete {
            self.tell(Happening::Phase);
        }
        if after.state != before.state {
            self.state_changed(after.state);
        }
    }

    fn state_changed(self, state: State) {
        match state {
            State::Running => self.tell(Happening::Resume),
            State::Paused | State::Away => self.tell(Happening::Pause),
            State::Stopped | State::Complete => {
                self.summarise();
                self.screen.set(Screen::Finish);
                self.tell(Happening::Complete);
            }
        }
    }

    fn summarise(self) {
        let now_ms = clock::now().wall_ms;
        let log = self.store.with_value(|store| store.log(now_ms));
        let progress = Progress::of(&log, clock::today());
        let record = self.run.with_value(|run| run.record.clone());
        self.summary.set(record.map(|record| Summary { record, progress }));
        self.show_notices();
    }

    /// Writes the log and the place of the session. Both cost the same however long the history is.
    fn save(self) {
        let now_ms = clock::now().wall_ms;
        self.session.with_value(|session| {
            let Some(session) = session else { return };
            let over = session.state().is_over();
            self.run.update_value(|run| {
                let Some(record) = &mut run.record else { return };
                record.entries = session.entries().to_vec();
                record.ended_ms = over.then_some(now_ms);
                record.complete = session.state() == State::Complete;
                let unfinished = Unfinished {
                    id: record.id.clone(),
                    routine: record.routine.clone(),
                    options: run.options.clone(),
                    position: session.position(),
                    plan_ms: session.plan().total_ms(),
                    started_ms: record.started_ms,
                    offset_min: record.offset_min,
                };
                self.store.with_value(|store| {
                    store.save_record(record);
                    if over {
                        store.forget_unfinished(&record.id, now_ms);
                    } else {
                        store.save_unfinished(&unfinished, now_ms);
                    }
                });
            });
        });
        self.show_notices();
    }

    /// Sets the timers for what comes next, and none where nothing does.
    fn schedule(self) {
        let (next, state) = self.session.with_value(|session| match session {
            Some(session) => (session.next_change_ms(), Some(session.state())),
            None => (None, None),
        });
        let label = self.tab_label();
        self.run.update_value(|run| {
            let next = next.and_then(|ms| u32::try_from(ms).ok());
            run.wake =
                next.map(|ms| Timeout::new(ms, move || self.advance(|session| session.tick(clock::now()))));
            if next.is_none() {
                run.heartbeat = None;
            } else if run.heartbeat.is_none() {
                run.heartbeat = Some(Interval::new(HEARTBEAT_MS, move || self.note_alive()));
            }
            if state.is_none_or(State::is_over) {
                run.title = None;
                run.lock = None;
                return;
            }
            if run.title.is_none() {
                run.title = TabTitle::borrow();
            }
            if let (Some(title), Some(label)) = (&run.title, label) {
                title.show(&label);
            }
        });
    }

    fn tab_label(self) -> Option<String> {
        self.session.with_value(|session| {
            let session = session.as_ref()?;
            Some(text::tab_title(session.plan(), &session.snapshot()))
        })
    }

    fn tell(self, happening: Happening) {
        // Whoever is told may command at once, so nothing may be borrowed meanwhile.
        if let Some(tell) = self.run.with_value(|run| run.tell.clone()) {
            tell(self, happening);
        }
    }
}
