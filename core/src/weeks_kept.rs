//! Weeks in which a person met their goal.

use crate::day::Day;
use crate::goal::Goal;
use crate::pause::Pauses;
use crate::progress::Progress;
use crate::span::SpanDays;

/// How many weeks in a row a person met their goal, and how the present week stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeeksKept {
    /// Weeks kept in a row, up to now. The present week is among them as soon as its goal is met, and breaks nothing while it
    /// is open.
    pub current: u32,
    /// The most weeks kept in a row so far.
    pub best: u32,
    /// The week of today.
    pub this_week: ThisWeek,
}

impl WeeksKept {
    /// Counts weeks from the days that count ([`Progress::days`]: in order, each once). Weeks begin with `first_weekday`: from
    /// 0 for Monday to 6 for Sunday.
    ///
    /// - A week is *kept* if at least as many of its days count as its goal asks ([`Goal::days_in_week`]).
    /// - A week that isn't kept, but has a day of a pause in it, neither breaks the row nor counts.
    /// - Nor does the present one while it is open.
    /// - Any other week breaks the row.
    ///
    /// Days of the present week count up to [`Progress::AHEAD_DAYS`] ahead of today, where a journey may have left them. Those
    /// further ahead, and later weeks, don't touch `current`: a clock that was wrong left them. They stay in `best`, so
    /// that setting a clock back takes nothing away.
    #[must_use]
    pub fn of(days: &[Day], goal: &Goal, pauses: &Pauses, today: Day, first_weekday: i32) -> Self {
        let paused = pauses.days();
        let present = today.start_of_week(first_weekday);
        let latest = Day((today.0 + Progress::AHEAD_DAYS).min(present.0 + 6));
        let near = days.partition_point(|day| *day <= latest);
        let mut weeks = done_by_week(days.iter().take(near), first_weekday);
        if weeks.last().is_none_or(|week| week.first < present) {
            weeks.push(WeekDone { first: present, done: 0 });
        }
        let now = runs(&weeks, goal, &paused, Some(present));
        let ever = runs(&done_by_week(days, first_weekday), goal, &paused, None);
        let done = weeks.last().map_or(0, |week| week.done);
        let is_done = |day: i32| days.binary_search(&Day(day)).is_ok();
        Self {
            current: now.last,
            best: ever.best,
            this_week: ThisWeek {
                first: present,
                done,
                goal: goal.days_in_week(present),
                is_today_done: is_done(today.0),
                days_left: count((today.0..present.0 + 7).filter(|day| *day > latest.0 || !is_done(*day))),
                is_paused: paused.touches_week(present),
            },
        }
    }
}

/// How a week stands that isn't over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThisWeek {
    /// Its first day.
    pub first: Day,
    /// How many of its days count so far, from 0 to 7.
    pub done: u8,
    /// Its goal in days, within [`GOAL_DAYS`](crate::GOAL_DAYS).
    pub goal: u8,
    /// Whether today counts.
    pub is_today_done: bool,
    /// How many of its days, from today on, don't count yet, from 0 to 7.
    pub days_left: u8,
    /// Whether it has a day of a pause in it.
    pub is_paused: bool,
}

/// What a goal asks of the rest of a week. No case of it is a reproach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestOfWeek {
    /// The goal is met. Every further day is welcome.
    Kept,
    /// Nothing: there is a pause.
    Free,
    /// So many days more, of those that are left: never more than these.
    Days {
        /// Days that the goal still asks for, at least 1.
        more: u8,
        /// Days that are left for them, today among them unless it counts already.
        left: u8,
    },
    /// Nothing: fewer days are left than it would take. What is done is done, and counts in all other figures.
    Over,
}

impl ThisWeek {
    /// What the goal asks of the rest of the week.
    #[must_use]
    pub fn rest(&self) -> RestOfWeek {
        match self.goal.saturating_sub(self.done) {
            0 => RestOfWeek::Kept,
            _ if self.is_paused => RestOfWeek::Free,
            more if more > self.days_left => RestOfWeek::Over,
            more => RestOfWeek::Days { more, left: self.days_left },
        }
    }
}

/// A week, and how many of its days count.
struct WeekDone {
    first: Day,
    done: u8,
}

/// The weeks of some days, which are in order. Those without any are left out.
fn done_by_week<'a>(days: impl IntoIterator<Item = &'a Day>, first_weekday: i32) -> Vec<WeekDone> {
    let mut weeks: Vec<WeekDone> = Vec::new();
    for day in days {
        match weeks.last_mut() {
            Some(week) if day.0 - week.first.0 < 7 => week.done += 1,
            _ => weeks.push(WeekDone { first: day.start_of_week(first_weekday), done: 1 }),
        }
    }
    weeks
}

/// Weeks kept in a row.
struct Runs {
    /// Up to the last week.
    last: u32,
    /// At most.
    best: u32,
}

/// Goes through weeks in order. A week between two of them has no day that counts. `open` is the first day of the one that
/// isn't over.
fn runs(weeks: &[WeekDone], goal: &Goal, paused: &SpanDays, open: Option<Day>) -> Runs {
    let mut runs = Runs { last: 0, best: 0 };
    let mut following: Option<Day> = None;
    for &WeekDone { first, done } in weeks {
        if following.is_some_and(|following| !paused.touch_every_week(following, first)) {
            runs.last = 0;
        }
        if done >= goal.days_in_week(first) {
            runs.last += 1;
            runs.best = runs.best.max(runs.last);
        } else if open != Some(first) && !paused.touches_week(first) {
            runs.last = 0;
        }
        following = Some(Day(first.0 + 7));
    }
    runs
}

/// Of days of one week.
fn count(days: impl Iterator<Item = i32>) -> u8 {
    days.fold(0, |count, _| count + 1)
}
