//! What a session added to its week.

use crate::day::Day;
use crate::log::SessionRecord;
use crate::plan::PhaseKind;
use crate::progress::Progress;

/// The time in holds of the present week, and which part of it one session brought. Each hold counts once, whether it was of
/// one side or both, as in [`WeeklyMinutes::held_ms`](crate::WeeklyMinutes::held_ms).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekGain {
    /// Of all other sessions of the week, in milliseconds.
    pub before_ms: u64,
    /// Of this one, in milliseconds; more than 0.
    pub added_ms: u64,
}

impl WeekGain {
    /// Of a session, by its id, in a log. `None` where it added nothing to the week of today: it had no holds, or belongs to the
    /// week before, since it began before midnight. Weeks begin with this day: from 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn of(log: &[SessionRecord], session: &str, today: Day, first_weekday: i32) -> Option<Self> {
        let first = today.start_of_week(first_weekday);
        let week = first..=Day((first.0 + 6).min(today.0 + Progress::AHEAD_DAYS));
        let mut gain = Self { before_ms: 0, added_ms: 0 };
        for record in log.iter().filter(|record| week.contains(&record.day())) {
            let sum = if record.id == session { &mut gain.added_ms } else { &mut gain.before_ms };
            for entry in record.entries.iter().filter(|entry| entry.kind == PhaseKind::Hold) {
                *sum = sum.saturating_add(entry.held_ms);
            }
        }
        (gain.added_ms > 0).then_some(gain)
    }

    /// All of the week, in milliseconds.
    #[must_use]
    pub fn total_ms(self) -> u64 {
        self.before_ms.saturating_add(self.added_ms)
    }
}
