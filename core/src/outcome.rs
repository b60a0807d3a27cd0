//! How a session ended, as exactly as a screen may say it.

use crate::day::Day;
use crate::log::SessionRecord;
use crate::progress::Progress;
use crate::summary::SessionSummary;

/// How far a session came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The plan was gone through, with every move and hold done in full.
    Whole,
    /// It came to the plan's end, but something was skipped or cut short.
    Part,
    /// It was stopped, and the rest can still be done.
    Early,
}

/// What a session means for the day on which it began: a day counts once a hold was done in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCount {
    /// The day counts, because of this session.
    Now,
    /// The day counts, and did so before.
    Before,
    /// The day doesn't count yet: no hold was carried to its end.
    NotYet,
    /// The day can't count by this routine, which has no holds.
    Never,
}

/// How a session ended. There is none where nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How far it came.
    pub ending: Ending,
    /// What it means for its day.
    pub day: DayCount,
    /// Whether its day is today. It isn't after midnight.
    pub is_today: bool,
    /// Whether the log holds no other session.
    pub is_first: bool,
    /// Days in a row so far: up to today, or up to yesterday while today is open.
    pub streak: u32,
}

impl Outcome {
    /// Of a session, given the whole log, which may hold it already. `can_resume` tells whether it was stopped before its end,
    /// `has_holds` whether its plan has any hold. `None` if nothing was done that lasted a second.
    #[must_use]
    pub fn of(
        session: &SessionRecord,
        log: &[SessionRecord],
        today: Day,
        can_resume: bool,
        has_holds: bool,
    ) -> Option<Self> {
        if SessionSummary::of(&session.entries).exercises.is_empty() {
            return None;
        }
        let day = session.day();
        let mut others = log.iter().filter(|other| other.id != session.id);
        let is_first = others.clone().all(|other| other.entries.is_empty());
        let counted_before = others.any(|other| other.day() == day && other.counts());
        Some(Self {
            ending: match (session.complete, can_resume) {
                (true, _) => Ending::Whole,
                (false, false) => Ending::Part,
                (false, true) => Ending::Early,
            },
            day: match (counted_before, session.counts()) {
                (true, _) => DayCount::Before,
                (false, true) => DayCount::Now,
                (false, false) if has_holds => DayCount::NotYet,
                (false, false) => DayCount::Never,
            },
            is_today: day == today,
            is_first,
            streak: Progress::of(log, today).current_streak,
        })
    }

    /// The number of days in a row worth a word of its own that this session has reached: a week, thirty, a hundred.
    #[must_use]
    pub fn milestone(&self) -> Option<u32> {
        (self.day == DayCount::Now && matches!(self.streak, 7 | 30 | 100)).then_some(self.streak)
    }

    /// Whether its day counts.
    #[must_use]
    pub fn counts(&self) -> bool {
        matches!(self.day, DayCount::Now | DayCount::Before)
    }
}
