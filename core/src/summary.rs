//! What one session added up to.

use crate::log::Entry;
use crate::plan::PhaseKind;
use crate::progress::Held;
use crate::routine::Side;

/// What was done in a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionSummary {
    /// What was done of each exercise, in the order in which they were first done.
    pub exercises: Vec<ExerciseSummary>,
    /// Held in total, for each leg.
    pub held: Held,
}

/// What was done of one exercise or variation: repeats and interruptions add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseSummary {
    /// Id of the exercise or variation.
    pub exercise: String,
    /// [`PhaseKind::Hold`] or [`PhaseKind::Move`].
    pub kind: PhaseKind,
    /// Milliseconds on the left leg. A hold of both legs counts in full for each.
    pub left_ms: u64,
    /// Milliseconds on the right leg.
    pub right_ms: u64,
    /// Milliseconds where legs are not told apart, or take turns within one dose.
    pub body_ms: u64,
}

impl SessionSummary {
    /// Less than this of an exercise, in milliseconds, is a trace that skipping left, which nobody would call
    /// done.
    const TRACE_MS: u64 = 1_000;

    /// Adds up the entries of a session.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Self {
        let mut exercises: Vec<ExerciseSummary> = Vec::new();
        for entry in entries {
            match exercises.iter_mut().find(|summary| summary.exercise == entry.exercise) {
                Some(summary) => summary.add(entry),
                None => {
                    let mut summary = ExerciseSummary::new(entry);
                    summary.add(entry);
                    exercises.push(summary);
                }
            }
        }
        exercises.retain(|summary| summary.longest_ms() >= Self::TRACE_MS);
        Self { exercises, held: Held::of(entries) }
    }
}

impl ExerciseSummary {
    fn new(entry: &Entry) -> Self {
        let (exercise, kind) = (entry.exercise.clone(), entry.kind);
        Self { exercise, kind, left_ms: 0, right_ms: 0, body_ms: 0 }
    }

    fn add(&mut self, entry: &Entry) {
        let add = |total_ms: &mut u64| *total_ms = total_ms.saturating_add(entry.held_ms);
        match entry.side {
            Side::Left => add(&mut self.left_ms),
            Side::Right => add(&mut self.right_ms),
            Side::Both if entry.kind == PhaseKind::Hold => {
                add(&mut self.left_ms);
                add(&mut self.right_ms);
            }
            Side::Both | Side::None => add(&mut self.body_ms),
        }
    }

    /// Whether anything was done on a side.
    #[must_use]
    pub fn has_sides(&self) -> bool {
        self.left_ms.max(self.right_ms) > 0
    }

    fn longest_ms(&self) -> u64 {
        self.left_ms.max(self.right_ms).max(self.body_ms)
    }
}
