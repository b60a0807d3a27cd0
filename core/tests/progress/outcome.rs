//! How a session ended, and what that means for its day.

use supple_core::{DayCount, Ending, Entry, Outcome, PhaseKind, SessionRecord, Side};

use crate::{BERLIN_WINTER, day, done_on, entry, held, instant, session};

const TODAY: (i32, i32, i32) = (2026, 11, 22);

/// A session of today, at eight in the morning.
fn today(entries: Vec<Entry>) -> SessionRecord {
    session(instant(TODAY, 8, 0, BERLIN_WINTER), BERLIN_WINTER, entries)
}

/// The outcome of a session that was stopped before its end, after these others.
fn stopped(record: &SessionRecord, others: &[SessionRecord]) -> Option<Outcome> {
    let log = [others, std::slice::from_ref(record)].concat();
    Outcome::of(record, &log, day(2026, 11, 22), true, true)
}

fn day_count(record: &SessionRecord, others: &[SessionRecord]) -> Option<DayCount> {
    stopped(record, others).map(|outcome| outcome.day)
}

#[test]
fn a_day_counts_by_a_full_hold_and_by_nothing_less() {
    assert_eq!(day_count(&today(vec![held(Side::Left, 20_000)]), &[]), Some(DayCount::Now));
    assert_eq!(day_count(&today(vec![held(Side::Left, 19_999)]), &[]), Some(DayCount::NotYet));
    let moved = entry(PhaseKind::Move, Side::None, 60_000, true);
    assert_eq!(day_count(&today(vec![moved]), &[]), Some(DayCount::NotYet));
}

#[test]
fn what_lasted_less_than_a_second_is_nothing_done() {
    assert_eq!(stopped(&today(vec![]), &[]), None);
    assert_eq!(stopped(&today(vec![held(Side::Left, 999)]), &[]), None);
    assert!(stopped(&today(vec![held(Side::Left, 1_000)]), &[]).is_some());
}

#[test]
fn a_day_that_counted_before_still_does_after_a_session_without_a_full_hold() {
    let before = done_on(day(2026, 11, 22));
    for held_ms in [5_000, 20_000] {
        assert_eq!(
            day_count(&today(vec![held(Side::Left, held_ms)]), std::slice::from_ref(&before)),
            Some(DayCount::Before)
        );
    }
    let yesterday = done_on(day(2026, 11, 21));
    assert_eq!(day_count(&today(vec![held(Side::Left, 5_000)]), &[yesterday]), Some(DayCount::NotYet));
}

#[test]
fn a_routine_without_holds_asks_for_none() {
    let record = today(vec![entry(PhaseKind::Move, Side::None, 60_000, true)]);
    let outcome = Outcome::of(&record, std::slice::from_ref(&record), day(2026, 11, 22), false, false);
    assert_eq!(outcome.map(|outcome| (outcome.day, outcome.counts())), Some((DayCount::Never, false)));
}

#[test]
fn after_midnight_the_day_is_the_one_on_which_it_began() {
    let record = session(
        instant((2026, 11, 21), 23, 58, BERLIN_WINTER),
        BERLIN_WINTER,
        vec![held(Side::Left, 20_000)],
    );
    let outcome = stopped(&record, &[]).expect("something was done");
    assert_eq!((outcome.day, outcome.is_today, outcome.streak), (DayCount::Now, false, 1));
    let next = today(vec![held(Side::Left, 20_000)]);
    let outcome = stopped(&next, &[record]).expect("something was done");
    assert_eq!((outcome.day, outcome.is_today, outcome.streak), (DayCount::Now, true, 2));
}

#[test]
fn an_end_is_early_only_where_the_rest_can_still_be_done() {
    let record = |complete| SessionRecord { complete, ..today(vec![held(Side::Left, 20_000)]) };
    let ending = |complete, can_resume| {
        let record = record(complete);
        Outcome::of(&record, &[], day(2026, 11, 22), can_resume, true).map(|outcome| outcome.ending)
    };
    assert_eq!(ending(true, false), Some(Ending::Whole));
    assert_eq!(ending(false, false), Some(Ending::Part));
    assert_eq!(ending(false, true), Some(Ending::Early));
}

#[test]
fn the_first_session_ever_has_none_before_it() {
    let record = today(vec![held(Side::Left, 20_000)]);
    let is_first = |others: &[SessionRecord]| stopped(&record, others).map(|outcome| outcome.is_first);
    assert_eq!(is_first(&[]), Some(true));
    assert_eq!(is_first(&[done_on(day(2026, 3, 1))]), Some(false));
}

#[test]
fn a_milestone_is_reached_once() {
    let record = today(vec![held(Side::Left, 20_000)]);
    let milestone = |days_before: i32, record: &SessionRecord, twice: bool| {
        let mut others: Vec<_> = (1..=days_before).map(|ago| done_on(day(2026, 11, 22 - ago))).collect();
        others.extend(twice.then(|| done_on(day(2026, 11, 22))));
        stopped(record, &others).and_then(|outcome| outcome.milestone())
    };
    let reached = |days_before| milestone(days_before, &record, false);
    assert_eq!([5, 6, 7].map(reached), [None, Some(7), None]);
    assert_eq!([28, 29, 30].map(reached), [None, Some(30), None]);
    assert_eq!([98, 99, 100].map(reached), [None, Some(100), None]);
    assert_eq!(milestone(6, &record, true), None, "it was reached by the session before");
    assert_eq!(milestone(7, &today(vec![held(Side::Left, 5_000)]), false), None, "today is still open");
}
