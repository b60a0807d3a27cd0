//! The last weeks on a page for a physiotherapist.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

#[path = "generators/mod.rs"]
mod generators;

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{
    BodyPlace, ByHand, Change, Day, Discomfort, DiscomfortAnswers, DiscomfortLevel, Entry, Held, Measurement,
    Measurements, Month, MuscleGroup, REPORT_WEEKS, Report, SessionRecord, Side,
};

use generators::documents::measurements;
use generators::{cases, hold};

const DAY_MS: u64 = 86_400_000;

/// Sunday, 22 November 2026.
fn today() -> Day {
    Day(Month { year: 2026, month: 11 }.first_day().0 + 21)
}

fn ago(days: i32) -> Day {
    Day(today().0 - days)
}

fn at_noon(day: Day) -> u64 {
    u64::try_from(day.0).expect("is after 1970") * DAY_MS + DAY_MS / 2
}

fn session(day: Day, side: Side, held_ms: u64, too_much: bool) -> SessionRecord {
    let started_ms = at_noon(day);
    let mut record = SessionRecord::new(format!("{started_ms}-a"), "hamstring".to_owned(), started_ms, 0);
    let exercise = "anchor".to_owned();
    record.entries.push(Entry { exercise, side, held_ms, full: true, too_much, ..hold(1) });
    record
}

fn reach(day: Day, mm: i32) -> Measurement {
    serde_json::from_value(serde_json::json!({
        "id": format!("{}-m", day.0),
        "when_ms": at_noon(day),
        "offset_min": 0,
        "measured": { "fingertips-to-floor": { "unit": "cm", "tries": [mm] } },
    }))
    .expect("is a measurement")
}

fn report(log: &[SessionRecord], measurements: &Measurements, answers: &DiscomfortAnswers) -> Report {
    Report::new(log, measurements, answers, today(), 0)
}

#[test]
fn it_has_the_last_four_weeks_and_nothing_older_or_far_ahead() {
    // The first week begins on 26 October, 27 days ago.
    let log = [
        session(ago(28), Side::Left, 60_000, true),
        session(ago(27), Side::Left, 60_000, false),
        session(ago(27), Side::Right, 30_000, false),
        session(ago(0), Side::Both, 20_000, true),
        session(ago(-30), Side::Left, 20_000, true),
    ];
    let report = report(&log, &Measurements::default(), &DiscomfortAnswers::default());
    assert_eq!((report.first, report.last, report.weeks.len()), (ago(27), today(), REPORT_WEEKS));
    let days: Vec<_> = report.weeks.iter().map(|week| week.days.clone()).collect();
    assert_eq!(days, [vec![ago(27)], vec![], vec![], vec![today()]]);
    assert_eq!(report.groups, [MuscleGroup::Hamstrings]);
    let held: Vec<_> = report.weeks.iter().map(|week| week.held(MuscleGroup::Hamstrings)).collect();
    let of = |left_ms, right_ms| Held { left_ms, right_ms, body_ms: 0 };
    assert_eq!(held, [of(60_000, 30_000), of(0, 0), of(0, 0), of(20_000, 20_000)]);
    assert_eq!(report.too_much, [(today(), "anchor".to_owned(), Side::Both)]);
    assert!(!report.has_by_hand());
}

#[test]
fn what_was_added_by_hand_counts_as_a_day_and_stands_apart_from_exercises() {
    let by_hand = ByHand { routine: "hips".to_owned(), day: ago(3), minutes: 20 };
    let log = [by_hand.into_record(0, at_noon(today()), "0badcafe").expect("is in range")];
    let report = report(&log, &Measurements::default(), &DiscomfortAnswers::default());
    let last = report.weeks.last().expect("has weeks");
    assert_eq!((last.days.as_slice(), last.by_hand_ms), (&[ago(3)][..], 20 * 60_000));
    assert!(report.groups.is_empty() && report.has_by_hand());
}

#[test]
fn measurements_are_compared_with_the_first_one_ever_which_is_shown_too() {
    let all: Measurements =
        [reach(ago(200), 200), reach(ago(100), 150), reach(ago(20), 160), reach(ago(1), 100)]
            .into_iter()
            .collect();
    let report = report(&[], &all, &DiscomfortAnswers::default());
    let shown: Vec<_> = report.measurements.iter().map(|it| (it.measurement.day(), it.change)).collect();
    assert_eq!(
        shown,
        [(ago(200), None), (ago(20), Some(Change::Unsure)), (ago(1), Some(Change::Closer(100)))]
    );
}

#[test]
fn answers_are_those_of_sessions_in_the_weeks() {
    let log = [session(ago(40), Side::Left, 20_000, false), session(ago(2), Side::Left, 20_000, false)];
    let mut answers = DiscomfortAnswers::default();
    let said = Discomfort::new(DiscomfortLevel::from(4), [BodyPlace::Knees]);
    for session in &log {
        answers.answer(&session.id, said.clone(), at_noon(today()));
    }
    assert_eq!(report(&log, &Measurements::default(), &answers).discomfort, [(ago(2), said)]);
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_order_of_the_log_does_not_matter_and_nothing_damaged_breaks_it(
        sessions in vec((any::<u64>(), any::<i32>(), 0_i32..40, any::<bool>()), 0..8),
        measured in measurements(),
        first_weekday in 0..7,
    ) {
        let mut log: Vec<_> = sessions.into_iter().enumerate().map(|(number, (started_ms, offset_min, days, damaged))| {
            let mut record = session(ago(days), Side::Left, started_ms, damaged);
            if damaged {
                (record.started_ms, record.offset_min) = (started_ms, offset_min);
            }
            record.id = number.to_string();
            record
        }).collect();
        let new = |log: &[SessionRecord]| Report::new(log, &measured, &DiscomfortAnswers::default(), today(), first_weekday);
        let report = new(&log);
        prop_assert!(report.first <= today() && today().0 - report.first.0 < 28);
        for (week, next) in report.weeks.iter().zip(report.weeks.iter().skip(1)) {
            prop_assert_eq!(next.minutes.first.0 - week.minutes.first.0, 7);
        }
        let days = |report: &Report| report.weeks.iter().map(|week| week.days.clone()).collect::<Vec<_>>();
        prop_assert!(days(&report).concat().is_sorted_by(|one, other| one < other));
        log.reverse();
        prop_assert_eq!(days(&new(&log)), days(&report));
    }
}
