//! What the log adds up to.

use crate::day::Day;
use crate::log::{Entry, SessionRecord};
use crate::plan::PhaseKind;
use crate::routine::Side;

/// Milliseconds held, for each side. A hold of both sides at once counts in full for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Milliseconds on the left.
    pub left_ms: u64,
    /// Milliseconds on the right.
    pub right_ms: u64,
    /// Milliseconds where sides are not told apart.
    pub body_ms: u64,
}

impl Held {
    /// Whether anything was held on a side.
    #[must_use]
    pub fn has_sides(&self) -> bool {
        self.left_ms.max(self.right_ms) > 0
    }

    /// Adds an entry, if it is a hold. Moves are not holds.
    pub fn add(&mut self, entry: &Entry) {
        if entry.kind != PhaseKind::Hold {
            return;
        }
        let add = |total_ms: &mut u64| *total_ms = total_ms.saturating_add(entry.held_ms);
        match entry.side {
            Side::Left => add(&mut self.left_ms),
            Side::Right => add(&mut self.right_ms),
            Side::Both => {
                add(&mut self.left_ms);
                add(&mut self.right_ms);
            }
            Side::None => add(&mut self.body_ms),
        }
    }

    /// What some entries add up to.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut held = Self::default();
        for entry in entries {
            held.add(entry);
        }
        held
    }
}

/// What a person has done so far, computed from the log alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The days that count ([`SessionRecord::counts`]), in order, each once.
    pub days: Vec<Day>,
    /// Days in a row up to today, or up to yesterday while today is still open. Days ahead of today count, too, as
    /// long as they are not more than [`Progress::AHEAD_DAYS`] ahead.
    pub current_streak: u32,
    /// The most days in a row so far.
    pub longest_streak: u32,
    /// Held in total.
    pub total: Held,
    /// Held in this week.
    pub week: Held,
    /// Number of sessions in which anything was done.
    pub sessions: usize,
}

impl Progress {
    /// How many days ahead of today a day can be without anything wrong: a journey across time zones takes people back by a
    /// day, and from the first place on earth that has a date to the last one by two.
    pub const AHEAD_DAYS: i32 = 2;

    /// Adds up the log as of a day. Weeks begin on Monday.
    pub fn of<'a>(log: impl IntoIterator<Item = &'a SessionRecord>, today: Day) -> Self {
        Self::in_week_from(log, today, 0)
    }

    /// Adds up the log as of a day. Weeks begin with this day: from 0 for Monday to 6 for Sunday.
    pub fn in_week_from<'a>(
        log: impl IntoIterator<Item = &'a SessionRecord>,
        today: Day,
        first_weekday: i32,
    ) -> Self {
        let mut progress = Self::default();
        let latest = Day(today.0 + Self::AHEAD_DAYS);
        let first = today.start_of_week(first_weekday);
        let week = first..=latest.min(Day(first.0 + 6));
        for session in log {
            let day = session.day();
            for entry in &session.entries {
                progress.total.add(entry);
                if week.contains(&day) {
                    progress.week.add(entry);
                }
            }
            progress.sessions += usize::from(!session.entries.is_empty());
            if session.counts() {
                progress.days.push(day);
            }
        }
        progress.days.sort_unstable();
        progress.days.dedup();

        let mut streak = 0;
        let mut before: Option<Day> = None;
        for day in &progress.days {
            streak = if before.is_some_and(|before| before.0 + 1 == day.0) { streak + 1 } else { 1 };
            progress.longest_streak = progress.longest_streak.max(streak);
            // Days further ahead than that were left by a clock that was wrong. They neither end nor lengthen a streak.
            if (today.0 - 1..=latest.0).contains(&day.0) {
                progress.current_streak = progress.current_streak.max(streak);
            }
            before = Some(*day);
        }
        progress
    }

    /// The last day that there is to show as of a day: that day, or one ahead of it on which something was done.
    #[must_use]
    pub fn last_day(&self, today: Day) -> Day {
        let near = self.days.iter().rfind(|day| day.0 <= today.0 + Self::AHEAD_DAYS);
        near.map_or(today, |day| today.max(*day))
    }
}

/// A day of a week, as a strip or a calendar shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekDay {
    /// Which day it is.
    pub day: Day,
    /// Whether it counts ([`SessionRecord::counts`]).
    pub is_done: bool,
    /// Whether it is today.
    pub is_today: bool,
    /// Whether it is still ahead.
    pub is_ahead: bool,
}

/// The week of a day. Weeks begin with this day: from 0 for Monday to 6 for Sunday.
pub fn week<'a>(
    log: impl IntoIterator<Item = &'a SessionRecord>,
    today: Day,
    first_weekday: i32,
) -> [WeekDay; 7] {
    let first = today.start_of_week(first_weekday);
    let mut days = [0, 1, 2, 3, 4, 5, 6].map(|after| {
        let day = Day(first.0 + after);
        WeekDay { day, is_done: false, is_today: day == today, is_ahead: day > today }
    });
    for day in log.into_iter().filter(|session| session.counts()).map(SessionRecord::day) {
        if let Some(found) = days.iter_mut().find(|it| it.day == day) {
            found.is_done = true;
        }
    }
    days
}

/// How many days were done in each of the last weeks, the present one last, of days in any order and each once
/// ([`Progress::days`]). Days ahead of the present week are left out.
#[must_use]
pub fn days_by_week<const WEEKS: usize>(days: &[Day], today: Day, first_weekday: i32) -> [u8; WEEKS] {
    let first_of_present = today.start_of_week(first_weekday).0;
    let mut counts = [0; WEEKS];
    for day in days {
        let weeks_ago = (first_of_present - day.start_of_week(first_weekday).0) / 7;
        let from_last = usize::try_from(weeks_ago).ok().and_then(|ago| counts.iter_mut().nth_back(ago));
        if let Some(count) = from_last {
            *count += 1;
        }
    }
    counts
}

/// The sessions of each routine in the log, by the routine's id: the routine that was done last first, and of each the
/// sessions in the log's order.
#[must_use]
pub fn sessions_by_routine(log: &[SessionRecord]) -> Vec<(&str, Vec<&SessionRecord>)> {
    let mut routines: Vec<(&str, Vec<&SessionRecord>)> = Vec::new();
    for record in log.iter().rev() {
        match routines.iter_mut().find(|(id, _)| *id == record.routine) {
            Some((_, sessions)) => sessions.push(record),
            None => routines.push((&record.routine, vec![record])),
        }
    }
    for (_, sessions) in &mut routines {
        sessions.reverse();
    }
    routines
}
