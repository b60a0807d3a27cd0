//! How a session begins: started by the person, or resumed where it was left unfinished.

use leptos::prelude::*;
use supple_core::{Command, Plan, Position, Session, SessionRecord, Unfinished};

use super::SessionController;
use crate::browser::{clock, id, locks};
use crate::events::WidgetEvent;
use crate::state::{Leftover, Screen};

impl SessionController {
    /// Starts at an exercise, an index into the plan. The safety notice comes first, once. A session that is under way is
    /// resumed instead.
    pub(crate) fn start(self, exercise: usize) {
        if self.state.session_state().is_some_and(|state| !state.is_over()) {
            return self.command(Command::Resume);
        }
        if self.state.plan.with_untracked(|plan| plan.phases.is_empty()) {
            return;
        }
        if self.state.with_store(supple_core::Store::safety_was_read) {
            self.begin(exercise);
        } else {
            self.state.show(Screen::Safety { exercise });
        }
    }

    /// The person has read the safety notice: starts the session that it was shown for.
    pub(crate) fn accept_safety(self) {
        self.state.with_store(|store, _| store.save_safety_was_read());
        if let Screen::Safety { exercise } = self.state.screen.get_untracked() {
            self.begin(exercise);
        }
    }

    fn begin(self, exercise: usize) {
        self.discard_leftover();
        let at = clock::now();
        let plan = self.state.plan.get_untracked();
        let id = format!("{}-{}", at.wall_ms, id::random());
        let record = new_record(id, plan.routine.clone(), at.wall_ms, clock::offset_min());
        // It is saved once it is locked: another tab that finds it must find the lock taken.
        locks::take(&self.unfinished.lock_name(&record.id), move |lock| {
            self.keep_lock(lock);
            if !self.state.is_unmounted() {
                self.save();
            }
        });
        self.run_session(Session::start(plan, exercise, at), record, self.state.options.get_untracked());
        self.emit(WidgetEvent::Start);
        self.emit(WidgetEvent::Phase);
    }

    /// Resumes the session that was left unfinished. It is paused until the person says so.
    pub(crate) fn resume_leftover(self) {
        let Some(Leftover::Offered(unfinished)) = self.state.leftover.get_untracked() else { return };
        locks::take(&self.unfinished.lock_name(&unfinished.id.clone()), move |lock| {
            if self.state.is_unmounted() {
                return;
            }
            if lock.is_none() {
                self.unfinished.look();
            } else if let Some((session, record)) = self.restore(&unfinished) {
                self.keep_lock(lock);
                self.run_session(session, record, unfinished.options);
                // Saving the same text again would not raise a storage event in other tabs.
                self.state.with_store(|store, _| store.forget_unfinished(&unfinished.id));
                self.save();
            } else {
                self.state.notify(self.state.messages.leftover_routine_changed().to_owned());
                self.discard(&unfinished);
                self.state.leftover.set(None);
            }
        });
    }

    /// Gives up the session that was left unfinished: it goes into the log as stopped early.
    pub(crate) fn discard_leftover(self) {
        if let Some(Leftover::Offered(unfinished)) = self.state.leftover.get_untracked() {
            self.discard(&unfinished);
        }
        self.state.leftover.set(None);
        self.unfinished.look();
    }

    fn discard(self, unfinished: &Unfinished) {
        let at = clock::now();
        let restored = self.restore(unfinished);
        self.state.with_store(|store, _| {
            if let Some((mut session, mut record)) = restored {
                session.command(Command::Stop, at);
                record.ended_ms = Some(at.wall_ms);
                record.entries = session.entries().to_vec();
                store.save_record(&record);
            }
            store.forget_unfinished(&unfinished.id);
        });
    }

    /// Lays out the same plan again. `None` if the routine is no longer what it was.
    fn restore(self, unfinished: &Unfinished) -> Option<(Session, SessionRecord)> {
        let at = clock::now();
        let plan = Plan::new(&self.state.routine(), &unfinished.options);
        if plan.total_ms() != unfinished.plan_ms || unfinished.position.phase >= plan.phases.len() {
            return None;
        }
        let Unfinished { id, routine, started_ms, offset_min, position, .. } = unfinished.clone();
        let kept = self.state.with_store(|store, now_ms| store.record(&id, now_ms));
        let record = kept.unwrap_or_else(|| new_record(id, routine, started_ms, offset_min));
        let position = if record.entries.len() > unfinished.entries {
            // A crash came between writing the log and writing the position: what is in the log is not done twice.
            Position { phase: position.phase + 1, ..Position::default() }
        } else {
            position
        };
        let session = Session::paused_at(plan, position, record.entries.clone(), started_ms, at);
        Some((session, record))
    }
}

fn new_record(id: String, routine: String, started_ms: u64, offset_min: i32) -> SessionRecord {
    let (ended_ms, complete, entries) = (None, false, Vec::new());
    SessionRecord { id, routine, started_ms, offset_min, ended_ms, complete, entries }
}
