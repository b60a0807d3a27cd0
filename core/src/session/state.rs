//! What can be asked of a session, and what it answers.

use serde::{Deserialize, Serialize};

/// Whether time passes in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Time passes.
    Running,
    /// The person paused it.
    Paused,
    /// The machine slept or the page was frozen. The session stopped by itself, at the last moment it was
    /// surely alive.
    Away,
    /// The person ended it early. It may be resumed.
    Stopped,
    /// It reached the end of the plan, for good.
    Complete,
}

impl Snapshot {
    /// Half of a hold, in milliseconds, where less than that has been held: what [`Command::Shorten`] makes of it. `None`
    /// where that would end it, or where it ends when the person says so.
    #[must_use]
    pub fn half_ms(&self) -> Option<u64> {
        let half_ms = self.duration_ms / 2;
        (!self.open && self.elapsed_ms < half_ms).then_some(half_ms)
    }
}

impl State {
    /// Whether the session is over, for now or for good.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Stopped | Self::Complete)
    }
}

/// What a person can ask of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Stop the time.
    Pause,
    /// Let time pass again, after a pause, an absence or a stop. In a hold the person gets back into position first
    /// ([`Plan::resume_ms`](crate::plan::Plan::resume_ms)).
    Resume,
    /// Go to the next phase, or finish after the last one. This is how an open phase is done.
    Next,
    /// Go to the beginning of this phase, or to the phase before within
    /// [`Session::PREVIOUS_MS`](super::Session::PREVIOUS_MS) of it.
    Previous,
    /// Make this phase longer by some milliseconds, at most
    /// [`Session::EXTEND_MAX_MS`](super::Session::EXTEND_MAX_MS) in total.
    Extend(u64),
    /// In a hold: it hurts. Pause and note it in the log, even if nothing has been held yet.
    TooMuch,
    /// In a hold: make it half as long as it is now, or go to the next phase if that much has been held
    /// already. Does nothing in an open one, which the person ends anyway.
    Shorten,
    /// Go back to the beginning of this exercise.
    RestartExercise,
    /// End the session early.
    Stop,
    /// Complete the session, skipping what is left.
    Finish,
}

/// Where in a plan a session is, to be saved and restored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Index into [`Plan::phases`](crate::plan::Plan::phases).
    pub phase: usize,
    /// Milliseconds of the phase that have passed.
    pub elapsed_ms: u64,
    /// Milliseconds by which the phase was extended.
    pub extended_ms: u64,
    /// Milliseconds of the phase that are in the log already, because it was stopped half-way.
    pub logged_ms: u64,
    /// Milliseconds that were cut from the phase, and from what it was extended by.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub cut_ms: u64,
}

/// What a session looks like at its last clock sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Whether time passes.
    pub state: State,
    /// Index into [`Plan::phases`](crate::plan::Plan::phases).
    pub phase: usize,
    /// How many phases have begun so far. Tells a phase from the same one begun again.
    pub turn: u64,
    /// Milliseconds of the phase that have passed.
    pub elapsed_ms: u64,
    /// Milliseconds of the phase that are left; in an open one, until it has lasted as long as it is meant
    /// to.
    pub remaining_ms: u64,
    /// Milliseconds of the whole phase, with extensions and cuts.
    pub duration_ms: u64,
    /// Milliseconds until the session ends, if nothing changes: what is left of the plan, including this phase, and of
    /// `settling_ms`.
    pub left_ms: u64,
    /// Milliseconds that the person still has to get back into position before a resumed hold continues; 0 at all other times.
    pub settling_ms: u64,
    /// Whether the phase lasts until the person says that they are done
    /// ([`Phase::open`](crate::plan::Phase::open)).
    pub open: bool,
}

fn is_zero(ms: &u64) -> bool {
    *ms == 0
}
