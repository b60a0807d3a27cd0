//! What the parts of the player show of the session, each as a memo: a part is drawn again only when its own value changes.

use leptos::prelude::*;
use supple_core::{Phase, Plan, PlannedExercise, Session, State};

use crate::state::AppState;

/// The present phase of the session. The parts of the player find it in the context.
#[derive(Clone, Copy)]
pub(super) struct Current {
    /// The phase.
    pub(super) phase: Memo<Option<Phase>>,
    /// Its exercise.
    pub(super) exercise: Memo<Option<PlannedExercise>>,
    /// Whether time passes.
    pub(super) state: Memo<Option<State>>,
    /// Whether the person is getting back into position before a resumed hold continues.
    pub(super) is_settling: Memo<bool>,
    /// Whether moves and holds last until the person says that they are done.
    pub(super) is_own_pace: Memo<bool>,
    /// Whether nobody knows how long the whole takes.
    pub(super) is_estimate: Memo<bool>,
    app: AppState,
}

impl Current {
    pub(super) fn new(app: AppState) -> Self {
        Self {
            phase: Memo::new(move |_| app.session.with(|session| session.as_ref()?.phase().cloned())),
            exercise: Memo::new(move |_| {
                app.session.with(|session| {
                    let session = session.as_ref()?;
                    session.plan().exercises.get(session.phase()?.exercise).cloned()
                })
            }),
            state: Memo::new(move |_| app.session.with(|session| session.as_ref().map(Session::state))),
            is_settling: Memo::new(move |_| app.snapshot.get().is_some_and(|it| it.settling_ms > 0)),
            is_own_pace: Memo::new(move |_| {
                app.session.with(|session| session.as_ref().is_some_and(|it| it.plan().is_own_pace()))
            }),
            is_estimate: Memo::new(move |_| {
                app.session.with(|session| session.as_ref().is_some_and(|it| it.plan().is_estimate()))
            }),
            app,
        }
    }

    /// Reads the phase.
    pub(super) fn of_phase<T>(self, read: impl FnOnce(&Phase) -> T) -> Option<T> {
        self.phase.with(|phase| phase.as_ref().map(read))
    }

    /// Reads the plan and the phase, again whenever the phase changes.
    pub(super) fn of_plan<T>(self, read: impl FnOnce(&Plan, &Phase) -> T) -> Option<T> {
        self.phase.track();
        self.app.session.with_untracked(|session| {
            let session = session.as_ref()?;
            Some(read(session.plan(), session.phase()?))
        })
    }

    /// Whether time passes.
    pub(super) fn is_running(self) -> bool {
        self.state.get() == Some(State::Running)
    }

    /// Whether the session stands still until the person is in position for the next exercise.
    pub(super) fn is_waiting(self) -> bool {
        self.of_phase(Phase::waits).unwrap_or_default()
    }

    /// Whether the time of the phase passes: the session runs, and nobody is getting back into position.
    pub(super) fn is_counting(self) -> bool {
        self.is_running() && !self.is_settling.get()
    }

    /// Whether the phase lasts until the person says that they are done, or ready.
    pub(super) fn is_open(self) -> bool {
        self.of_phase(|phase| phase.open).unwrap_or_default()
    }
}
