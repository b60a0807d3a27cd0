//! A year at a glance: every day of it in one picture.

use crate::day::Day;
use crate::log::SessionRecord;
use crate::plan::PhaseKind;
use crate::progress::Progress;

/// One day of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearDay {
    /// Which day it is.
    pub day: Day,
    /// Time that went into holds, in milliseconds: each hold once, whether it was of one side or both, and whether or not it
    /// was done in full.
    pub held_ms: u64,
    /// Whether it counts ([`SessionRecord::counts`]).
    pub is_done: bool,
}

/// How many weeks the picture has: with 53 it holds any year whole.
pub const YEAR_WEEKS: i32 = 53;

/// The days of the last [`YEAR_WEEKS`] weeks in order, in whole weeks; the last one is the present week, whose later days are
/// still ahead. Weeks begin with `first_weekday`: from 0 for Monday to 6 for Sunday.
///
/// Days more than [`Progress::AHEAD_DAYS`] ahead of today stay empty: a clock that was wrong left them, and they appear
/// when their time comes.
#[must_use]
pub fn year_at_a_glance<'a>(
    log: impl IntoIterator<Item = &'a SessionRecord>,
    today: Day,
    first_weekday: i32,
) -> Vec<YearDay> {
    let first = today.start_of_week(first_weekday).0 - (YEAR_WEEKS - 1) * 7;
    let days = (first..first + YEAR_WEEKS * 7).map(Day);
    let mut year: Vec<_> = days.map(|day| YearDay { day, held_ms: 0, is_done: false }).collect();
    for session in log {
        let day = session.day();
        let index = usize::try_from(day.0 - first).ok().filter(|_| day.0 <= today.0 + Progress::AHEAD_DAYS);
        let Some(found) = index.and_then(|index| year.get_mut(index)) else { continue };
        let holds = session.entries.iter().filter(|entry| entry.kind == PhaseKind::Hold);
        found.held_ms = holds.fold(found.held_ms, |sum_ms, hold| sum_ms.saturating_add(hold.held_ms));
        found.is_done |= session.counts();
    }
    year
}
