//! The last weeks on one page, for somebody who looks after the person: a physiotherapist, a doctor, a trainer.

use crate::day::Day;
use crate::discomfort::{Discomfort, DiscomfortAnswers};
use crate::log::SessionRecord;
use crate::measurement::{Change, Measurement, MeasurementKind, Measurements};
use crate::muscle_group::MuscleGroup;
use crate::progress::{Held, Progress};
use crate::routine::Side;
use crate::weekly_minutes::WeeklyMinutes;

/// How many weeks a report has; the present one is the last of them.
pub const REPORT_WEEKS: usize = 4;

/// What was done, measured and said in the last [`REPORT_WEEKS`].
///
/// As in [`WeeklyMinutes`], days that are more than [`Progress::AHEAD_DAYS`] ahead of today are left out: a clock was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The first day of the first week.
    pub first: Day,
    /// The last day: today.
    pub last: Day,
    /// The weeks, oldest first.
    pub weeks: Vec<ReportWeek>,
    /// The groups that were stretched in any of the weeks, from the head down.
    pub groups: Vec<MuscleGroup>,
    /// Measurements, each kind in turn and oldest first. The first one ever of a kind is among them, since that is what others
    /// are compared with, whenever it was done.
    pub measurements: Vec<ReportMeasurement>,
    /// What the person said of their sessions, oldest first.
    pub discomfort: Vec<(Day, Discomfort)>,
    /// What they broke off because it hurt, oldest first: the exercise's id, and the side.
    pub too_much: Vec<(Day, String, Side)>,
}

/// One week of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportWeek {
    /// Its days that count ([`SessionRecord::counts`]), in order, each once.
    pub days: Vec<Day>,
    /// What was held in it, for each group and side.
    pub minutes: WeeklyMinutes,
    /// How much of that the person added by hand, in milliseconds. It is of [`MuscleGroup::Other`].
    pub by_hand_ms: u64,
}

impl ReportWeek {
    /// What was held for a group by exercises: what was added by hand isn't among it.
    #[must_use]
    pub fn held(&self, group: MuscleGroup) -> Held {
        let mut held = self.minutes.of(group);
        if group == MuscleGroup::Other {
            held.body_ms = held.body_ms.saturating_sub(self.by_hand_ms);
        }
        held
    }
}

/// A measurement of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportMeasurement {
    /// It.
    pub measurement: Measurement,
    /// What has changed since the first one ever of its kind; `None` for that one.
    pub change: Option<Change>,
}

impl Report {
    /// As of a day, of a log in any order. Weeks begin with this day: from 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn new(
        log: &[SessionRecord],
        measurements: &Measurements,
        discomfort: &DiscomfortAnswers,
        today: Day,
        first_weekday: i32,
    ) -> Self {
        let minutes = WeeklyMinutes::of_last_weeks(log, REPORT_WEEKS, today, first_weekday);
        let first = minutes.first().map_or(today, |week| week.first);
        let present = minutes.last().map_or(today, |week| week.first);
        let until = Day((present.0 + 6).min(today.0 + Progress::AHEAD_DAYS));
        let is_of_report = |day: Day| (first..=until).contains(&day);
        let mut sessions: Vec<&SessionRecord> =
            log.iter().filter(|session| is_of_report(session.day())).collect();
        sessions.sort_by_key(|session| (session.day(), session.started_ms));
        let weeks: Vec<_> = minutes.into_iter().map(|minutes| week(minutes, &sessions)).collect();
        let has_any = |group: &MuscleGroup| weeks.iter().any(|week| week.held(*group) != Held::default());
        Self {
            first,
            last: today,
            groups: MuscleGroup::ALL.into_iter().filter(has_any).collect(),
            weeks,
            measurements: of_report(measurements, is_of_report),
            discomfort: sessions
                .iter()
                .filter_map(|session| Some((session.day(), discomfort.of_session(&session.id)?.clone())))
                .collect(),
            too_much: sessions
                .iter()
                .flat_map(|session| {
                    let found = session.too_much().into_iter();
                    found.map(|(exercise, side)| (session.day(), exercise.to_owned(), side))
                })
                .collect(),
        }
    }

    /// Whether anything was added by hand.
    #[must_use]
    pub fn has_by_hand(&self) -> bool {
        self.weeks.iter().any(|week| week.by_hand_ms > 0)
    }
}

/// One week, of sessions in order of their days.
fn week(minutes: WeeklyMinutes, sessions: &[&SessionRecord]) -> ReportWeek {
    let is_of_week = |session: &&&SessionRecord| (0..7).contains(&(session.day().0 - minutes.first.0));
    let (mut days, mut by_hand_ms) = (Vec::new(), 0_u64);
    for session in sessions.iter().filter(is_of_week) {
        if session.counts() && days.last() != Some(&session.day()) {
            days.push(session.day());
        }
        for entry in session.entries.iter().filter(|entry| entry.is_by_hand()) {
            by_hand_ms = by_hand_ms.saturating_add(entry.held_ms);
        }
    }
    ReportWeek { days, minutes, by_hand_ms }
}

fn of_report(measurements: &Measurements, is_of_report: impl Fn(Day) -> bool) -> Vec<ReportMeasurement> {
    let mut found = Vec::new();
    for kind in MeasurementKind::ALL {
        let Some(first) = measurements.of_kind(kind).next() else { continue };
        found.push(ReportMeasurement { measurement: first.clone(), change: None });
        let later = measurements.of_kind(kind).skip(1).filter(|it| is_of_report(it.day()));
        found.extend(later.map(|measurement| ReportMeasurement {
            measurement: measurement.clone(),
            change: measurement.change_since(first),
        }));
    }
    found
}
