//! How a session begins: started by the person, or resumed where it was left unfinished.

use leptos::prelude::*;
use supple_core::{Command, Options, Plan, Position, Session, SessionRecord, Unfinished};

use super::SessionController;
use crate::browser::{clock, id, locks};
use crate::events::WidgetEvent;
use crate::state::{Beginning, Leftover, Screen};

/// What a session will do.
pub(super) struct PlanFrom {
    /// All of it.
    pub(super) plan: Plan,
    /// The exercise with which it begins: an index into the plan's.
    pub(super) first: usize,
    /// The options with which it is laid out.
    options: Options,
}

impl SessionController {
    /// Starts a session. The safety notice comes first, once; and a question, where something has hurt more than once. A
    /// session that is under way is resumed instead.
    pub(crate) fn start(self, beginning: Beginning) {
        if self.state.session_state().is_some_and(|state| !state.is_over()) {
            return self.command(Command::Resume);
        }
        // Whatever is left out, an exercise can be done on its own.
        let is_empty = || self.state.plan.with_untracked(|plan| plan.phases.is_empty());
        if matches!(beginning, Beginning::At(_)) && is_empty() {
            return;
        }
        if !self.state.with_store(supple_core::Store::safety_was_read) {
            self.state.show(Screen::Safety(beginning));
        } else if !self.hurts_before(beginning).is_empty() {
            self.state.show(Screen::HurtBefore(beginning));
        } else {
            self.begin(beginning, self.state.options.get_untracked());
        }
    }

    /// The person has read the safety notice: starts the session that it was shown for.
    pub(crate) fn accept_safety(self) {
        self.state.with_store(|store, _| store.save_safety_was_read());
        if let Screen::Safety(beginning) = self.state.screen.get_untracked() {
            // In their first session people don't know yet what comes, so it waits for them before each exercise.
            let options = Options { wait_until_ready: true, ..self.state.options.get_untracked() };
            self.begin(beginning, options);
        }
    }

    /// Lays out what a session with this beginning would do.
    pub(super) fn plan_from(self, beginning: Beginning, mut options: Options) -> PlanFrom {
        let routine = self.state.routine();
        let first = match beginning {
            Beginning::At(exercise) => exercise,
            Beginning::Only(position) => {
                options.only = routine.exercises().nth(position).map(|exercise| exercise.id.clone());
                0
            }
        };
        PlanFrom { plan: Plan::new(&routine, &options), first, options }
    }

    pub(super) fn begin(self, beginning: Beginning, options: Options) {
        self.discard_leftover();
        let at = clock::now();
        let PlanFrom { plan, first, options } = self.plan_from(beginning, options);
        let id = format!("{}-{}", at.wall_ms, id::random());
        let record = SessionRecord::new(id, plan.routine.clone(), at.wall_ms, clock::offset_min());
        // It is saved once it is locked: another tab that finds it must find the lock taken.
        locks::take(&self.unfinished.lock_name(&record.id), move |lock| {
            self.keep_lock(lock);
            if !self.state.is_unmounted() {
                self.save();
            }
        });
        self.run_session(Session::start(plan, first, at), record, options);
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
            let restored = self.restore(&unfinished).filter(|_| lock.is_some());
            let Some((session, record)) = restored else { return self.unfinished.look() };
            self.keep_lock(lock);
            self.run_session(session, record, unfinished.options);
            // Saving the same text again would not raise a storage event in other tabs.
            self.state.with_store(|store, _| store.forget_unfinished(&unfinished.id));
            self.save();
        });
    }

    /// Gives up the session that was left unfinished: it goes into the log as stopped early.
    fn discard_leftover(self) {
        if let Some(Leftover::Offered(unfinished)) = self.state.leftover.get_untracked() {
            self.unfinished.close(unfinished);
        }
        self.state.leftover.set(None);
        self.unfinished.look();
    }

    /// Lays out the same plan again. `None` if the routine is no longer what it was.
    fn restore(self, unfinished: &Unfinished) -> Option<(Session, SessionRecord)> {
        let at = clock::now();
        let plan = unfinished.lay_out(&self.state.routine())?;
        let Unfinished { started_ms, position, .. } = *unfinished;
        let kept = self.state.with_store(|store, now_ms| store.record(&unfinished.id, now_ms));
        let record = kept.unwrap_or_else(|| unfinished.new_record());
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
