//! The days of a programme that runs: what is planned when, given what was done.

use crate::day::Day;
use crate::programme::{DayPlan, Programme, ProgrammeWeek, Stage};
use crate::progress::Progress;
use crate::span::SpanDays;

/// How far ahead sessions are planned, in weeks.
const WEEKS_AHEAD: usize = 53;

/// A programme as of today.
pub(crate) struct ProgrammeDays<'a> {
    /// The first day of all.
    pub(crate) first: Day,
    /// The last one, if it was ended.
    last: Option<Day>,
    today: Day,
    /// The days that count, up to the latest that can be of now.
    done: &'a [Day],
    paused: SpanDays,
    is_put_off: Box<dyn Fn(Day) -> bool + 'a>,
}

impl<'a> ProgrammeDays<'a> {
    pub(crate) fn new(
        first: Day,
        last: Option<Day>,
        today: Day,
        done: &'a [Day],
        paused: SpanDays,
        is_put_off: impl Fn(Day) -> bool + 'a,
    ) -> Self {
        let near = done.partition_point(|day| day.0 <= today.0 + Progress::AHEAD_DAYS);
        let done = done.get(..near).unwrap_or_default();
        Self { first, last, today, done, paused, is_put_off: Box::new(is_put_off) }
    }

    pub(crate) fn is_done(&self, day: Day) -> bool {
        self.done.binary_search(&day).is_ok()
    }

    pub(crate) fn is_paused(&self, day: Day) -> bool {
        self.paused.contains(day)
    }

    /// The present week and those after it, as they will be if all that is planned gets done.
    pub(crate) fn weeks(&self) -> impl Iterator<Item = ProgrammeWeek> {
        let present = Day(self.first.0 + (self.today.0 - self.first.0).max(0) / 7 * 7);
        let mut weeks_done = self.weeks_done_before(present);
        let first_week = self.plan(present, Stage::after(weeks_done));
        std::iter::successors(Some(first_week), move |before| {
            let sessions = before.days.iter().filter(|day| matches!(day, DayPlan::Done | DayPlan::Session));
            weeks_done += u32::from(sessions.count() >= usize::from(Programme::WEEK_DONE_DAYS));
            Some(self.plan(Day(before.first.0 + 7), Stage::after(weeks_done)))
        })
        .take(WEEKS_AHEAD)
    }

    /// The days of sessions that are planned, from today on.
    pub(crate) fn sessions(&self) -> impl Iterator<Item = Day> {
        self.weeks().flat_map(|week| {
            let days = (week.first.0..).map(Day).zip(week.days);
            days.filter(|(_, plan)| *plan == DayPlan::Session).map(|(day, _)| day)
        })
    }

    /// How many weeks before the one that begins on a day were done.
    fn weeks_done_before(&self, week: Day) -> u32 {
        let of_programme = self.done.iter().filter(|day| (self.first..week).contains(day));
        let mut weeks_done = 0;
        let (mut number, mut days) = (0, 0);
        for day in of_programme {
            let other = (day.0 - self.first.0) / 7;
            days = if other == number { days + 1 } else { 1 };
            number = other;
            weeks_done += u32::from(days == Programme::WEEK_DONE_DAYS);
        }
        weeks_done
    }

    /// Goes through the days of a week, and carries what was not done on its day to the next day of rest, and what was done
    /// on a day of rest to the next session.
    fn plan(&self, first: Day, stage: Stage) -> ProgrammeWeek {
        let rest_days: &[i32] = match stage {
            Stage::Build { .. } => &[2, 6],
            Stage::Keep => &[1, 3, 5, 6],
        };
        let (mut owed, mut ahead) = (0_u8, 0_u8);
        let days = [0, 1, 2, 3, 4, 5, 6].map(|after| {
            let day = Day(first.0 + after);
            let is_planned = !rest_days.contains(&after);
            let is_free = self.is_paused(day) || self.last.is_some_and(|last| day > last);
            if self.is_done(day) {
                match (is_planned, owed) {
                    (true, _) => {}
                    (false, 0) => ahead += 1,
                    (false, _) => owed -= 1,
                }
                return DayPlan::Done;
            }
            let nothing = if day < self.today { DayPlan::Past } else { DayPlan::Rest };
            if is_free {
                return nothing;
            }
            if is_planned && ahead > 0 {
                ahead -= 1;
                return nothing;
            }
            let can_be = day >= self.today && !(self.is_put_off)(day);
            match (is_planned, can_be) {
                (true, false) => owed += 1,
                (false, true) if owed > 0 => owed -= 1,
                (false, _) => return nothing,
                (true, true) => {}
            }
            if can_be { DayPlan::Session } else { nothing }
        });
        ProgrammeWeek { stage, first, days }
    }
}
