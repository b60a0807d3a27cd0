//! What the page around the widget is told, and when: the events of `<supple-routine>`.

use leptos::prelude::*;
use supple_core::{Held, Plan, Session, Snapshot, State};

use crate::host::Detail;
use crate::state::AppState;

/// Something that happened. Most become an event of the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WidgetEvent {
    Start,
    Phase,
    Pause,
    Resume,
    Complete,
    /// The finish screen was left, so the routine can be started again. The contract has no event for it.
    Close,
}

impl WidgetEvent {
    /// The event's name, where it has one.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Start => Some("supple-start"),
            Self::Phase => Some("supple-phase"),
            Self::Pause => Some("supple-pause"),
            Self::Resume => Some("supple-resume"),
            Self::Complete => Some("supple-complete"),
            Self::Close => None,
        }
    }
}

/// How the widget is, for a snapshot that was just taken and the id of its session.
pub(crate) fn detail(state: AppState, snapshot: Option<Snapshot>, session_id: Option<String>) -> Detail {
    let routine = state.routine().id.clone();
    let session = state.session.read_untracked();
    let (Some(session), Some(snapshot)) = (session.as_ref(), snapshot) else {
        let total_ms = state.plan.with_untracked(Plan::total_ms);
        return Detail { state: state_name(None), routine, total_ms, side: "none", ..Detail::default() };
    };
    let plan = session.plan();
    let phase = plan.phases.get(snapshot.phase);
    let exercise = phase.and_then(|phase| plan.exercises.get(phase.exercise));
    let is_over = snapshot.state.is_over();
    let held = is_over.then(|| Held::of(session.entries()));
    Detail {
        state: state_name(Some(snapshot.state)),
        routine,
        total_ms: plan.total_ms(),
        session_id,
        exercise_id: exercise.map(|exercise| exercise.id.clone()),
        side: phase.map_or("none", |phase| phase.side.name()),
        phase: phase.map(|phase| phase.kind.name()),
        repeat: phase.map_or(0, |phase| phase.repeat.into()),
        repeats: phase.map_or(0, |phase| phase.repeats.into()),
        duration_ms: snapshot.duration_ms,
        remaining_ms: snapshot.remaining_ms,
        complete: is_over.then_some(snapshot.state == State::Complete),
        held_left_ms: held.map(|held| held.left_ms),
        held_right_ms: held.map(|held| held.right_ms),
    }
}

/// What the contract calls the state of a session, or of a widget without one.
pub(crate) fn state_name(state: Option<State>) -> &'static str {
    match state {
        None => "ready",
        Some(State::Running) => "running",
        Some(State::Paused) => "paused",
        Some(State::Away) => "away",
        Some(State::Stopped | State::Complete) => "done",
    }
}

/// The name of a state of a session.
pub(crate) fn session_state_name(session: Option<&Session>) -> &'static str {
    state_name(session.map(Session::state))
}
