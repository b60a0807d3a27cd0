//! Sessions that can still be resumed.

use serde::{Deserialize, Serialize};

use crate::log::{Entry, SessionRecord};
use crate::options::Options;
use crate::plan::Plan;
use crate::routine::Routine;
use crate::session::Position;
use crate::speech::NamedSide;

/// How often a running session should be marked as alive ([`Store::save_alive`](super::Store::save_alive)),
/// in milliseconds. Each mark costs the browser more than all it draws in a second; and whoever comes back after a crash has
/// to get into position anyway.
pub const HEARTBEAT_MS: u32 = 4_000;

/// Seconds to get ready before every exercise, in plans of version 0.1 and before, where nobody chose otherwise.
const EARLIER_PREPARE_S: u32 = 10;

/// A session that can be resumed: enough to lay out the same plan again and to find the place in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unfinished {
    /// Id of its [`SessionRecord`](crate::log::SessionRecord).
    pub id: String,
    /// Id of its routine.
    pub routine: String,
    /// The options it was planned with.
    pub options: Options,
    /// Where it was at the last phase or command.
    pub position: Position,
    /// How many entries its log had then.
    pub entries: usize,
    /// Length of its plan in milliseconds. Differs from the plan's present length if the routine has changed.
    pub plan_ms: u64,
    /// [`Plan::fingerprint`] of its plan; `None` if it was saved before there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<u32>,
    /// The move or hold it was in, as the log will know it: what was held can be logged even if the routine
    /// that would name it has changed. `None` in other phases, and if it was saved before there was this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under_way: Option<Entry>,
    /// When it began: milliseconds since 1970, UTC.
    pub started_ms: u64,
    /// Minutes that the local time was ahead of UTC when it began.
    pub offset_min: i32,
}

/// The last moment at which a session was surely alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alive {
    /// Index of the phase; of no use if the session has moved on since.
    pub phase: usize,
    /// Milliseconds of the phase that had passed.
    pub elapsed_ms: u64,
    /// When that was: milliseconds since 1970, UTC.
    pub wall_ms: u64,
}

/// Where a session stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Name of the exercise, or of the variation or substitute that was done.
    pub exercise: String,
    /// The side it was about.
    pub side: NamedSide,
    /// Milliseconds that were left of the phase; `None` where it lasts until the person says that they are
    /// done.
    pub left_ms: Option<u64>,
}

impl Unfinished {
    /// Its plan, laid out again. `None` if the routine has changed so that this would be another plan.
    #[must_use]
    pub fn lay_out(&self, routine: &Routine) -> Option<Plan> {
        let is_same = |plan: &Plan| {
            plan.total_ms() == self.plan_ms
                && self.plan.is_none_or(|fingerprint| plan.fingerprint() == fingerprint)
                && self.position.phase < plan.phases.len()
        };
        let plan = Plan::new(routine, &self.options);
        if is_same(&plan) {
            return Some(plan);
        }
        // As it was laid out before the time to get ready depended on the posture.
        let prepare_s = self.options.prepare_s.or(Some(EARLIER_PREPARE_S));
        Some(Plan::new(routine, &Options { prepare_s, ..self.options.clone() })).filter(is_same)
    }

    /// Its record in the log, if it isn't continued: what of it is there already (`saved`), and what was held
    /// when it was last seen alive. `now_ms` is when that is settled: milliseconds since 1970, UTC.
    #[must_use]
    pub fn close(mut self, saved: Option<SessionRecord>, routine: &Routine, now_ms: u64) -> SessionRecord {
        if self.under_way.is_none() {
            // What was saved before there was such a field can only be told from the plan.
            self.under_way = self.lay_out(routine).and_then(|plan| plan.entry_of(self.position.phase));
        }
        let mut record = saved.unwrap_or_else(|| self.new_record());
        let Position { elapsed_ms, extended_ms, logged_ms, .. } = self.position;
        let held_ms = elapsed_ms.saturating_sub(logged_ms);
        if let Some(mut entry) =
            self.under_way.filter(|_| held_ms > 0 && record.entries.len() <= self.entries)
        {
            entry.held_ms = held_ms;
            entry.planned_ms = entry.planned_ms.saturating_add(extended_ms);
            entry.full = !self.options.own_pace && elapsed_ms == entry.planned_ms;
            entry.at_ms = now_ms.saturating_sub(record.started_ms);
            record.entries.push(entry);
        }
        record.ended_ms = Some(now_ms);
        record
    }

    /// The record of this session before anything was done in it.
    #[must_use]
    pub fn new_record(&self) -> SessionRecord {
        SessionRecord::new(self.id.clone(), self.routine.clone(), self.started_ms, self.offset_min)
    }

    /// Where the session stopped in its routine; `None` where the routine has changed and has no such place.
    #[must_use]
    pub fn place(&self, routine: &Routine) -> Option<Place> {
        let plan = self.lay_out(routine)?;
        let phase = plan.phases.get(self.position.phase)?;
        let Position { extended_ms, elapsed_ms, cut_ms, .. } = self.position;
        let duration_ms = phase.duration_ms.saturating_add(extended_ms);
        let left_ms = duration_ms.saturating_sub(elapsed_ms).saturating_sub(cut_ms);
        Some(Place {
            exercise: plan.exercises.get(phase.exercise)?.name.clone(),
            side: phase.into(),
            left_ms: (!phase.open).then_some(left_ms),
        })
    }

    /// Moves the position on to where the session was last alive, if that was later in the same phase.
    pub(super) fn advance_to(&mut self, alive: Alive) {
        let Position { phase, elapsed_ms, .. } = self.position;
        if alive.phase == phase && alive.elapsed_ms >= elapsed_ms {
            // It may have gone on after that, but nobody can say for how long.
            self.position.elapsed_ms = alive.elapsed_ms;
        }
    }
}
