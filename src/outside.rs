//! What the page around the widget is told, as plain JSON: the contract of `<supple-routine>`.

use supple_core::json::Value;
use supple_core::{Held, Session, Side, Snapshot, State};

use crate::widget::Widget;

/// Something that happened; becomes an event of the element, or only another state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Happening {
    Start,
    Phase,
    Pause,
    Resume,
    Complete,
    /// What was over is left: the routine can be started anew. The contract has no event for it.
    Close,
}

impl Happening {
    /// The event's name; empty where there is none.
    pub(crate) fn event(self) -> &'static str {
        match self {
            Self::Start => "supple-start",
            Self::Phase => "supple-phase",
            Self::Pause => "supple-pause",
            Self::Resume => "supple-resume",
            Self::Complete => "supple-complete",
            Self::Close => "",
        }
    }
}

impl Widget {
    /// How the widget is right now, as JSON: the detail of every event, and the element's properties. Times are
    /// in milliseconds.
    pub(crate) fn detail(self) -> String {
        let snapshot = self.snapshot_now();
        let model = self.model();
        let plan = model.session.as_ref().map_or(&model.plan, Session::plan);
        let phase = snapshot.and_then(|snapshot| plan.phases.get(snapshot.phase));
        let exercise = phase.and_then(|phase| plan.exercises.get(phase.exercise));
        let record = model.run.record.as_ref().filter(|_| snapshot.is_some());
        let over = snapshot.filter(|snapshot| snapshot.state.is_over());
        let held = over.map(|_| Held::of(model.session.iter().flat_map(Session::entries)));
        let detail: [(&str, Value); 14] = [
            ("state", state_name(snapshot).into()),
            ("routine", model.routine.id.as_str().into()),
            ("totalMs", plan.total_ms().into()),
            ("sessionId", record.map(|record| record.id.as_str()).into()),
            ("exerciseId", exercise.map(|exercise| exercise.id.as_str()).into()),
            ("side", phase.map_or(Side::None, |phase| phase.side).name().into()),
            ("phase", phase.map(|phase| phase.kind.name()).into()),
            ("repeat", phase.map_or(0, |phase| u32::from(phase.repeat)).into()),
            ("repeats", phase.map_or(0, |phase| u32::from(phase.repeats)).into()),
            ("durationMs", snapshot.map_or(0, |snapshot| snapshot.duration_ms).into()),
            ("remainingMs", snapshot.map_or(0, |snapshot| snapshot.remaining_ms).into()),
            // Known when it is over: whether the plan was gone through to its end, and what was held.
            ("complete", over.map(|snapshot| snapshot.state == State::Complete).into()),
            ("heldLeftMs", held.map(|held| held.left_ms).into()),
            ("heldRightMs", held.map(|held| held.right_ms).into()),
        ];
        Value::Object(detail.into()).to_string()
    }
}

/// How the contract calls it.
pub(crate) fn state_name(snapshot: Option<Snapshot>) -> &'static str {
    match snapshot.map(|snapshot| snapshot.state) {
        None => "ready",
        Some(State::Running) => "running",
        Some(State::Paused) => "paused",
        Some(State::Away) => "away",
        Some(State::Stopped | State::Complete) => "done",
    }
}
