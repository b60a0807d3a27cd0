//! The programme: six weeks at five days a week, then three days a week to keep what was gained.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::decision::{day_number, decided_ms};
use crate::pause::Pauses;
use crate::programme_days::ProgrammeDays;
use crate::span::Spans;
use crate::store::Document;

/// The programmes of a person: since when, and how its days were moved.
///
/// Six weeks at five days a week gained flexibility; after that three days a week kept it, and one a week lost it (Reid &
/// Kim 2014, 63 people).
///
/// - **Its weeks** have seven days and begin on the weekday on which it was started, whatever the calendar says. In a week of
///   five sessions the third and the seventh day are for rest, in one of three every second day and the last.
/// - **A week is done** once three of its days count ([`Programme::WEEK_DONE_DAYS`]). With fewer it comes again, and all that
///   is left of the programme shifts by a week. That is not a failure, and nothing says so: three is what the study found to
///   keep a gain, so that it goes on from where it was.
/// - **Any day may be moved.** What was not done on its day, or was [put off](Self::put_off), goes to the next day of rest of
///   that week, while there is one. What is done on a day of rest takes the place of the next session.
/// - **In a pause** nothing is due, and nothing is to be made up for.
/// - **After six weeks done** it goes on at three days a week, until the person ends it.
///
/// Only one is in force: starting one ends those before it. Stored as lists, so that two devices can be
/// [merged](Self::merge).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Programme {
    runs: Spans,
    /// By their days, each once.
    moved: Vec<Moved>,
}

/// What is read, which may be in any order.
#[derive(Deserialize)]
struct Stored {
    runs: Spans,
    #[serde(default)]
    moved: Vec<Moved>,
}

impl From<Stored> for Programme {
    fn from(Stored { runs, moved }: Stored) -> Self {
        Self { runs, moved: last_decisions(moved) }
    }
}

/// Whether the session of a day was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Moved {
    #[serde(with = "day_number")]
    day: Day,
    is_put_off: bool,
    /// When this was decided, in milliseconds since 1970, UTC.
    decided_ms: u64,
}

fn last_decisions(mut moved: Vec<Moved>) -> Vec<Moved> {
    moved.sort_by_key(|it| (it.day, std::cmp::Reverse((it.decided_ms, it.is_put_off))));
    moved.dedup_by_key(|it| it.day);
    moved
}

/// How far a programme has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Five days a week. Which week it is: from 1 to [`Programme::WEEKS`].
    Build {
        /// From 1.
        week: u8,
    },
    /// Three days a week, for as long as the person likes.
    Keep,
}

impl Stage {
    /// Sessions a week.
    #[must_use]
    pub fn days(self) -> u8 {
        match self {
            Self::Build { .. } => 5,
            Self::Keep => 3,
        }
    }

    /// After so many weeks done.
    pub(crate) fn after(weeks_done: u32) -> Self {
        match u8::try_from(weeks_done) {
            Ok(done) if done < Programme::WEEKS => Self::Build { week: done + 1 },
            _ => Self::Keep,
        }
    }
}

/// What a day of a programme's week is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPlan {
    /// It counts, planned or not.
    Done,
    /// A session is planned.
    Session,
    /// A day of rest.
    Rest,
    /// It is past, and doesn't count. Whether something had been planned isn't said.
    Past,
}

/// The week that a programme is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProgrammeWeek {
    /// How far it has come.
    pub stage: Stage,
    /// The week's first day.
    pub first: Day,
    /// Its days in order.
    pub days: [DayPlan; 7],
}

impl ProgrammeWeek {
    /// How many of its days count so far, from 0 to 7.
    #[must_use]
    pub fn done(&self) -> u8 {
        self.days.iter().fold(0, |done, day| done + u8::from(*day == DayPlan::Done))
    }
}

/// What is due today by a programme. `next` is the day of the next session; `None` where none is planned for a year: in a
/// pause, or for a programme that ends before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// A session.
    Today,
    /// Nothing more: today counts already.
    Done {
        /// The day of the next session.
        next: Option<Day>,
    },
    /// Nothing: it is a day of rest.
    RestDay {
        /// The day of the next session.
        next: Option<Day>,
    },
    /// Nothing: there is a pause.
    Paused {
        /// The day of the next session.
        next: Option<Day>,
    },
    /// Nothing yet: the programme begins on this day.
    Begins(Day),
}

impl Programme {
    /// Weeks at five days a week, as in the study.
    pub const WEEKS: u8 = 6;

    /// How many days of a week have to count for the programme to go on to its next week.
    pub const WEEK_DONE_DAYS: u8 = 3;

    /// Starts a programme on a day, today or later, and ends the one before on the day before. `now_ms` is the present
    /// instant in milliseconds since 1970, UTC, here and below.
    pub fn start(&mut self, first: Day, now_ms: u64) {
        self.end(first, now_ms);
        self.runs.decide(first, None, now_ms);
    }

    /// Ends whatever programme there is: yesterday was its last day. One that hasn't begun before today is taken back.
    pub fn end(&mut self, today: Day, now_ms: u64) {
        self.runs.end_before(today, now_ms, |run| run.until.is_none_or(|until| until >= today));
    }

    /// Puts the session of a day off to the next day of rest, or with `false` plans it on that day again.
    ///
    /// A session is moved forward by doing it: then a later one is no longer planned.
    pub fn put_off(&mut self, day: Day, is_put_off: bool, now_ms: u64) {
        let decided_ms = decided_ms(self.moved.iter().map(|it| it.decided_ms), now_ms);
        self.moved.push(Moved { day, is_put_off, decided_ms });
        self.moved = last_decisions(std::mem::take(&mut self.moved));
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty() && self.moved.is_empty()
    }

    /// When something was last decided: milliseconds since 1970, UTC; 0 if nothing was.
    pub(crate) fn latest_ms(&self) -> u64 {
        let moved = self.moved.iter().map(|it| it.decided_ms).max().unwrap_or_default();
        moved.max(self.runs.latest_ms())
    }

    /// The first day of the programme in force, or else of the next one to begin; `None` without one.
    #[must_use]
    pub fn started(&self, today: Day) -> Option<Day> {
        self.in_force(today).map(|(first, _)| first)
    }

    /// The week that the programme is in, or its first one before it begins; `None` without a programme. `days` are the
    /// days that count ([`Progress::days`](crate::Progress::days): in order, each once), here and below.
    #[must_use]
    pub fn week(&self, days: &[Day], pauses: &Pauses, today: Day) -> Option<ProgrammeWeek> {
        self.days(days, pauses, today)?.weeks().next()
    }

    /// What is due today; `None` without a programme. Then [`ThisWeek::rest`](crate::ThisWeek::rest) says what the goal asks.
    #[must_use]
    pub fn due(&self, days: &[Day], pauses: &Pauses, today: Day) -> Option<Due> {
        let plan = self.days(days, pauses, today)?;
        let next = plan.sessions().find(|day| *day > today);
        Some(if today < plan.first {
            Due::Begins(plan.first)
        } else if plan.is_done(today) {
            Due::Done { next }
        } else if plan.is_paused(today) {
            Due::Paused { next }
        } else if plan.sessions().next() == Some(today) {
            Due::Today
        } else {
            Due::RestDay { next }
        })
    }

    /// The days for which sessions are planned, from today on, for a year at most: if nothing comes in between, since what is
    /// done on other days moves the rest. For a calendar's reminders.
    #[must_use]
    pub fn upcoming(&self, days: &[Day], pauses: &Pauses, today: Day) -> Vec<Day> {
        self.days(days, pauses, today).map(|plan| plan.sessions().collect()).unwrap_or_default()
    }

    fn days<'a>(&'a self, done: &'a [Day], pauses: &Pauses, today: Day) -> Option<ProgrammeDays<'a>> {
        let (first, last) = self.in_force(today)?;
        let is_put_off = |day| {
            let found = self.moved.binary_search_by_key(&day, |it| it.day).ok();
            found.and_then(|index| self.moved.get(index)).is_some_and(|it| it.is_put_off)
        };
        Some(ProgrammeDays::new(first, last, today, done, pauses.days(), is_put_off))
    }

    /// First and last day: of the programmes that go on today the one that began last, else the next to begin.
    fn in_force(&self, today: Day) -> Option<(Day, Option<Day>)> {
        let running = self.runs.iter().rfind(|run| run.contains(today));
        let found = running.or_else(|| self.runs.iter().find(|run| run.from > today))?;
        Some((found.from, found.until))
    }
}

impl Document for Programme {
    const KIND: &'static str = "programme";

    /// The programmes of two devices as one. They may be merged in any order and any number of times, and the result is
    /// always the same. Where both decided about the same thing, the later decision counts; where both started one, the one
    /// with the later first day is in force.
    fn merge(mut self, other: Self) -> Self {
        self.moved.extend(other.moved);
        Self { runs: self.runs.merge(other.runs), moved: last_decisions(self.moved) }
    }
}
