//! What the page around the widget is told, as plain JSON: the contract of `<supple-routine>`.

use serde::Serialize;
use supple_core::{Held, PhaseKind, Session, Side, State};

use crate::widget::Widget;

/// Something that happened; becomes an event of the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Happening {
    Start,
    Phase,
    Pause,
    Resume,
    Complete,
}

impl Happening {
    /// The event's name.
    pub(crate) fn event(self) -> &'static str {
        match self {
            Self::Start => "supple-start",
            Self::Phase => "supple-phase",
            Self::Pause => "supple-pause",
            Self::Resume => "supple-resume",
            Self::Complete => "supple-complete",
        }
    }
}

/// Detail of every event, and the element's properties. Times are in milliseconds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    state: &'static str,
    routine: String,
    total_ms: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_id: Option<String>,
    exercise_id: Option<String>,
    side: &'static str,
    phase: Option<PhaseKind>,
    repeat: u16,
    repeats: u16,
    duration_ms: u64,
    remaining_ms: u64,
    /// Only when over: whether the plan was gone through to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    complete: Option<bool>,
    /// Only when over: held in this session.
    #[serde(skip_serializing_if = "Option::is_none")]
    held_left_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_right_ms: Option<u64>,
}

impl Widget {
    /// How the widget is right now.
    pub(crate) fn detail(self) -> Detail {
        let snapshot = self.snapshot_now();
        let model = self.model();
        let model = model.borrow();
        let plan = model.session.as_ref().map_or(&model.plan, Session::plan);
        let phase = snapshot.and_then(|snapshot| plan.phases.get(snapshot.phase));
        let exercise = phase.and_then(|phase| plan.exercises.get(phase.exercise));
        let over = snapshot.filter(|snapshot| snapshot.state.is_over());
        let held = over.map(|_| Held::of(model.session.iter().flat_map(Session::entries)));
        Detail {
            state: match snapshot.map(|snapshot| snapshot.state) {
                None => "ready",
                Some(State::Running) => "running",
                Some(State::Paused) => "paused",
                Some(State::Away) => "away",
                Some(State::Stopped | State::Complete) => "done",
            },
            routine: model.routine.id.clone(),
            total_ms: plan.total_ms(),
            session_id: model.run.record.as_ref().map(|record| record.id.clone()),
            exercise_id: exercise.map(|exercise| exercise.id.clone()),
            side: match phase.map_or(Side::None, |phase| phase.side) {
                Side::Left => "left",
                Side::Right => "right",
                Side::Both => "both",
                Side::None => "none",
            },
            phase: phase.map(|phase| phase.kind),
            repeat: phase.map_or(0, |phase| phase.repeat),
            repeats: phase.map_or(0, |phase| phase.repeats),
            duration_ms: snapshot.map_or(0, |snapshot| snapshot.duration_ms),
            remaining_ms: snapshot.map_or(0, |snapshot| snapshot.remaining_ms),
            complete: over.map(|snapshot| snapshot.state == State::Complete),
            held_left_ms: held.map(|held| held.left_ms),
            held_right_ms: held.map(|held| held.right_ms),
        }
    }

    /// The same as JSON.
    pub(crate) fn detail_json(self) -> String {
        // Plain data, which serde_json always writes.
        serde_json::to_string(&self.detail()).unwrap_or_default()
    }
}
