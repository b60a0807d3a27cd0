//! A year at a glance: every day of it in one picture.

use crate::day::{Day, Month};
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

impl YearDay {
    /// Whether something was held, and the day doesn't count all the same.
    #[must_use]
    pub fn is_partly_done(&self) -> bool {
        self.held_ms > 0 && !self.is_done
    }
}

/// What the days of one month come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearMonth {
    /// Which month it is.
    pub month: Month,
    /// How many of its days count.
    pub done: u64,
    /// How many are partly done ([`YearDay::is_partly_done`]).
    pub partly_done: u64,
    /// Time that went into holds, in milliseconds, as in [`YearDay::held_ms`].
    pub held_ms: u64,
}

impl YearMonth {
    /// The months of some days, which are in order. The first and the last month may not be whole.
    #[must_use]
    pub fn of(year: &[YearDay]) -> Vec<Self> {
        let months = year.chunk_by(|one, next| one.day.month() == next.day.month());
        months.filter_map(|days| Some(Self::sum(days.first()?.day.month(), days))).collect()
    }

    fn sum(month: Month, days: &[YearDay]) -> Self {
        let count =
            |is: fn(&YearDay) -> bool| days.iter().filter(|day| is(day)).fold(0, |count, _| count + 1);
        Self {
            month,
            done: count(|day| day.is_done),
            partly_done: count(YearDay::is_partly_done),
            held_ms: days.iter().fold(0, |sum_ms: u64, day| sum_ms.saturating_add(day.held_ms)),
        }
    }
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
