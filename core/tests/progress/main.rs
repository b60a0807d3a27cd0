//! What the log adds up to: days, streaks, and the time held for each leg.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod by_routine;
mod by_week;
#[path = "../generators/mod.rs"]
mod generators;
mod goal;
mod large;
mod outcome;
mod pauses;
mod programme;
mod properties;
mod week_gain;
mod weekly_minutes;
mod weeks_kept;
mod year;

use supple_core::{Day, Entry, Held, Month, PhaseKind, Progress, SessionRecord, Side, local_day};

/// Minutes ahead of UTC.
const BERLIN_WINTER: i32 = 60;
const BERLIN_SUMMER: i32 = 120;
const NEW_YORK_WINTER: i32 = -300;
const AUCKLAND_SUMMER: i32 = 780;

fn day(year: i32, month: i32, day: i32) -> Day {
    Day(Month { year, month }.first_day().0 + day - 1)
}

/// The instant at which a wall clock shows this time, at an offset.
fn instant(date: (i32, i32, i32), hour: i64, minute: i64, offset_min: i32) -> u64 {
    let minutes = i64::from(day(date.0, date.1, date.2).0) * 24 * 60 + hour * 60 + minute;
    u64::try_from((minutes - i64::from(offset_min)) * 60_000).expect("is after 1970")
}

fn entry(kind: PhaseKind, side: Side, held_ms: u64, full: bool) -> Entry {
    let exercise = "anchor".to_owned();
    Entry {
        exercise,
        kind,
        side,
        repeat: 1,
        held_ms,
        planned_ms: 20_000,
        full,
        at_ms: 30_000,
        too_much: false,
    }
}

fn held(side: Side, held_ms: u64) -> Entry {
    entry(PhaseKind::Hold, side, held_ms, held_ms >= 20_000)
}

fn session(started_ms: u64, offset_min: i32, entries: Vec<Entry>) -> SessionRecord {
    SessionRecord {
        id: format!("{started_ms}-{offset_min}"),
        routine: "hamstring".to_owned(),
        started_ms,
        offset_min,
        ended_ms: None,
        complete: false,
        entries,
        feeling: None,
    }
}

/// A session with one full hold on the left, at noon UTC.
fn done_on(day: Day) -> SessionRecord {
    let started_ms = u64::try_from(day.0).expect("is after 1970") * 86_400_000 + 43_200_000;
    session(started_ms, 0, vec![held(Side::Left, 20_000)])
}

/// Current and longest streak for days done, counted from today: 0 is today, -1 yesterday.
fn streaks(days: &[i32]) -> (u32, u32) {
    let today = day(2026, 11, 22);
    let log: Vec<_> = days.iter().map(|ago| done_on(Day(today.0 + ago))).collect();
    let progress = Progress::of(&log, today);
    (progress.current_streak, progress.longest_streak)
}

// Streaks.

#[test]
fn nothing_done_is_no_streak() {
    assert_eq!(streaks(&[]), (0, 0));
}

#[test]
fn days_in_a_row_up_to_today_are_the_streak() {
    assert_eq!(streaks(&[0]), (1, 1));
    assert_eq!(streaks(&[-3, -2, -1, 0]), (4, 4));
}

#[test]
fn while_today_is_open_the_streak_up_to_yesterday_stands() {
    assert_eq!(streaks(&[-1]), (1, 1));
    assert_eq!(streaks(&[-3, -2, -1]), (3, 3));
}

#[test]
fn a_day_off_ends_the_streak() {
    assert_eq!(streaks(&[-4, -3, -2]), (0, 3));
    assert_eq!(streaks(&[-4, -3, -2, 0]), (1, 3));
    assert_eq!(streaks(&[-4, -3, -1, 0]), (2, 2));
}

#[test]
fn the_longest_streak_may_be_long_past() {
    assert_eq!(streaks(&[-100, -99, -98, -97, -50, -49, -1, 0]), (2, 4));
}

#[test]
fn two_sessions_on_a_day_are_one_day() {
    assert_eq!(streaks(&[-1, -1, 0, 0, 0]), (2, 2));
}

#[test]
fn days_ahead_of_today_left_by_a_clock_set_back_neither_end_nor_lengthen_the_streak_of_today() {
    assert_eq!(streaks(&[-1, 0, 30]), (2, 2));
    assert_eq!(streaks(&[-1, 30, 31, 32]), (1, 3));
    assert_eq!(streaks(&[30, 31, 32]), (0, 3));
    assert_eq!(streaks(&[0, 1, 2, 3, 4]), (3, 5));
}

#[test]
fn days_ahead_of_today_after_a_journey_are_of_the_streak() {
    assert_eq!(streaks(&[1]), (1, 1));
    assert_eq!(streaks(&[1, 2]), (2, 2));
    assert_eq!(streaks(&[-1, 0, 1]), (3, 3));
    // Today is still open, and joins both when it is done.
    assert_eq!(streaks(&[-2, -1, 1]), (2, 2));
    assert_eq!(streaks(&[-2, -1, 0, 1]), (4, 4));
    assert_eq!(streaks(&[-3, -2, 1]), (1, 2));
}

#[test]
fn a_session_of_sunday_in_tokyo_is_there_on_saturday_in_los_angeles() {
    let started_ms = instant((2026, 11, 22), 8, 0, 540);
    let today = local_day(started_ms + 7_200_000, -480);
    assert_eq!(today, day(2026, 11, 21));
    let progress = Progress::of(&[session(started_ms, 540, vec![held(Side::Left, 20_000)])], today);
    assert_eq!((progress.current_streak, progress.week.left_ms), (1, 20_000));
    assert_eq!(progress.last_day(today), day(2026, 11, 22));
}

#[test]
fn a_streak_goes_on_over_the_ends_of_months_and_years_and_a_leap_day() {
    for (first, days) in [(day(2026, 12, 30), 4), (day(2028, 2, 27), 4), (day(2100, 2, 27), 3)] {
        let log: Vec<_> = (0..days).map(|i| done_on(Day(first.0 + i))).collect();
        let last = log.last().expect("has days").day();
        assert_eq!(Progress::of(&log, last).current_streak.cast_signed(), days);
    }
}

// Calendar days.

#[test]
fn a_session_over_midnight_counts_for_the_day_on_which_it_began() {
    let mut session = session(
        instant((2026, 11, 21), 23, 58, BERLIN_WINTER),
        BERLIN_WINTER,
        vec![held(Side::Left, 20_000)],
    );
    session.entries[0].at_ms = 10 * 60_000;
    session.ended_ms = Some(session.started_ms + 12 * 60_000);
    assert_eq!(Progress::of([&session], day(2026, 11, 22)).days, Vec::from([day(2026, 11, 21)]));
}

#[test]
fn the_minute_before_midnight_and_the_minute_after_are_two_days_in_a_row() {
    let log = [
        session(
            instant((2026, 11, 21), 23, 59, BERLIN_WINTER),
            BERLIN_WINTER,
            vec![held(Side::Left, 20_000)],
        ),
        session(instant((2026, 11, 22), 0, 0, BERLIN_WINTER), BERLIN_WINTER, vec![held(Side::Left, 20_000)]),
    ];
    assert_eq!(Progress::of(&log, day(2026, 11, 22)).current_streak, 2);
}

#[test]
fn a_streak_goes_on_over_the_change_to_daylight_saving() {
    // The clocks went forward on 29 March 2026 and the day had 23 hours. A quarter past midnight on the 30th
    // is still the 29th in winter time.
    let log = [
        session(instant((2026, 3, 28), 23, 30, BERLIN_WINTER), BERLIN_WINTER, vec![held(Side::Left, 20_000)]),
        session(instant((2026, 3, 29), 12, 0, BERLIN_SUMMER), BERLIN_SUMMER, vec![held(Side::Left, 20_000)]),
        session(instant((2026, 3, 30), 0, 15, BERLIN_SUMMER), BERLIN_SUMMER, vec![held(Side::Left, 20_000)]),
    ];
    let days = Vec::from([day(2026, 3, 28), day(2026, 3, 29), day(2026, 3, 30)]);
    let progress = Progress::of(&log, day(2026, 3, 30));
    assert_eq!((progress.days, progress.current_streak), (days, 3));
}

#[test]
fn a_streak_goes_on_over_the_change_back_from_daylight_saving() {
    // The clocks went back on 25 October 2026 and the day had 25 hours. Half past eleven that evening is
    // already the 26th in summer time.
    let log = [
        session(instant((2026, 10, 24), 0, 5, BERLIN_SUMMER), BERLIN_SUMMER, vec![held(Side::Left, 20_000)]),
        session(
            instant((2026, 10, 25), 23, 30, BERLIN_WINTER),
            BERLIN_WINTER,
            vec![held(Side::Left, 20_000)],
        ),
    ];
    let progress = Progress::of(&log, day(2026, 10, 26));
    assert_eq!(progress.days, Vec::from([day(2026, 10, 24), day(2026, 10, 25)]));
    assert_eq!(progress.current_streak, 2);
}

#[test]
fn days_stay_what_they_were_where_they_were_done_after_a_journey_west() {
    // On the evening of the 21st in New York it is already the 22nd in Berlin.
    let log = [
        session(instant((2026, 11, 20), 7, 0, BERLIN_WINTER), BERLIN_WINTER, vec![held(Side::Left, 20_000)]),
        session(
            instant((2026, 11, 21), 22, 0, NEW_YORK_WINTER),
            NEW_YORK_WINTER,
            vec![held(Side::Left, 20_000)],
        ),
    ];
    let progress = Progress::of(&log, day(2026, 11, 22));
    assert_eq!(progress.days, Vec::from([day(2026, 11, 20), day(2026, 11, 21)]));
    assert_eq!(progress.current_streak, 2);
}

#[test]
fn days_stay_what_they_were_where_they_were_done_after_a_journey_east() {
    // The same ten minutes: evening in Berlin, and the next morning in Auckland.
    let log = [
        session(instant((2026, 11, 21), 20, 0, BERLIN_WINTER), BERLIN_WINTER, vec![held(Side::Left, 20_000)]),
        session(
            instant((2026, 11, 22), 8, 10, AUCKLAND_SUMMER),
            AUCKLAND_SUMMER,
            vec![held(Side::Left, 20_000)],
        ),
    ];
    let progress = Progress::of(&log, day(2026, 11, 22));
    assert_eq!(progress.days, Vec::from([day(2026, 11, 21), day(2026, 11, 22)]));
    assert_eq!(progress.current_streak, 2);
}

#[test]
fn a_day_is_that_of_the_wall_clock_at_any_offset() {
    for (offset_min, expected) in [(0, 20_779), (720, 20_780), (840, 20_780), (-720, 20_779), (-721, 20_778)]
    {
        assert_eq!(local_day(20_779 * 86_400_000 + 43_200_000, offset_min), Day(expected), "{offset_min}");
    }
    assert_eq!(local_day(0, -1), Day(-1));
}

#[test]
fn a_damaged_start_still_has_a_day_that_the_calendar_can_show() {
    for started_ms in [u64::MAX, u64::MAX / 2, 8_640_000_000_000_001] {
        for offset_min in [i32::MIN, 0, i32::MAX] {
            let damaged = session(started_ms, offset_min, vec![held(Side::Left, 20_000)]);
            let progress = Progress::of([&damaged, &done_on(day(2026, 11, 22))], day(2026, 11, 22));
            assert_eq!((progress.days.len(), progress.current_streak), (2, 1));
            assert!((1..=31).contains(&damaged.day().of_month()));
            assert!((1..=12).contains(&damaged.day().month().plus(1).month));
        }
    }
}

// What counts.

#[test]
fn one_hold_done_to_its_end_makes_a_day() {
    let entries = vec![held(Side::Left, 500), held(Side::Right, 20_000)];
    assert!(session(0, 0, entries).counts());
}

#[test]
fn interrupted_holds_count_what_was_held_and_make_no_day() {
    let today = day(2026, 11, 22);
    let mut short = done_on(today);
    short.entries = vec![held(Side::Left, 19_999), held(Side::Right, 500)];
    let progress = Progress::of([&short], today);
    assert_eq!(progress.total, Held { left_ms: 19_999, right_ms: 500, body_ms: 0 });
    assert_eq!((progress.days.len(), progress.current_streak, progress.sessions), (0, 0, 1));
}

#[test]
fn a_hold_that_is_resumed_and_done_to_its_end_makes_a_day() {
    let entries = vec![held(Side::Left, 8_000), entry(PhaseKind::Hold, Side::Left, 12_000, true)];
    assert!(session(0, 0, entries).counts());
}

#[test]
fn moves_make_no_day_and_count_for_no_leg() {
    let today = day(2026, 11, 22);
    let mut moved = done_on(today);
    moved.entries = [Side::None, Side::Both, Side::Left, Side::Right]
        .map(|side| entry(PhaseKind::Move, side, 60_000, true))
        .to_vec();
    let progress = Progress::of([&moved], today);
    assert_eq!((progress.days.len(), progress.sessions), (0, 1));
    assert_eq!((progress.total, progress.week), (Held::default(), Held::default()));
}

#[test]
fn a_hold_of_both_legs_counts_in_full_for_each() {
    let entries = [held(Side::Both, 20_000), held(Side::Left, 5_000)];
    assert_eq!(Held::of(&entries), Held { left_ms: 25_000, right_ms: 20_000, body_ms: 0 });
}

#[test]
fn a_hold_that_tells_no_sides_apart_has_a_total_of_its_own_and_makes_a_day() {
    let session = session(0, 0, vec![held(Side::None, 20_000)]);
    assert_eq!(Held::of(&session.entries), Held { body_ms: 20_000, ..Held::default() });
    assert!(session.counts());
}

#[test]
fn a_session_in_which_nothing_was_done_is_no_session() {
    let empty = session(instant((2026, 11, 22), 8, 0, 0), 0, Vec::new());
    let progress = Progress::of([&empty], day(2026, 11, 22));
    assert_eq!(progress, Progress::default());
}

#[test]
fn the_week_begins_on_monday() {
    // 22 November 2026 is a Sunday.
    let monday = day(2026, 11, 16);
    let log: Vec<_> = (-1..7).map(|i| done_on(Day(monday.0 + i))).collect();
    assert_eq!(Progress::of(&log, day(2026, 11, 22)).week.left_ms, 7 * 20_000);
    let before = &log[..2]; // up to Monday
    assert_eq!(Progress::of(before, monday).week.left_ms, 20_000);
    assert_eq!(Progress::of(&log, day(2026, 11, 23)).week.left_ms, 0);
}

#[test]
fn the_week_may_begin_on_another_day() {
    let sunday = day(2026, 11, 22);
    let log: Vec<_> = (-7..7).map(|i| done_on(Day(sunday.0 + i))).collect();
    let held_ms = |first_weekday, days| {
        let log = log.iter().filter(|session| session.day() <= Day(sunday.0 + days));
        Progress::in_week_from(log, Day(sunday.0 + days), first_weekday).week.left_ms
    };
    // From Monday, from Saturday, from Sunday.
    assert_eq!([0, 5, 6].map(|first| held_ms(first, 0)), [7 * 20_000, 2 * 20_000, 20_000]);
    assert_eq!([0, 5, 6].map(|first| held_ms(first, 6)), [6 * 20_000, 20_000, 7 * 20_000]);
}

#[test]
fn days_far_ahead_of_today_and_of_the_next_week_are_not_of_this_week_but_in_the_total() {
    let today = day(2026, 11, 18);
    let log = [done_on(today), done_on(day(2026, 11, 21))];
    let progress = Progress::of(&log, today);
    assert_eq!((progress.week.left_ms, progress.total.left_ms), (20_000, 40_000));
    let sunday = day(2026, 11, 22);
    let log = [done_on(sunday), done_on(day(2026, 11, 23))];
    assert_eq!(Progress::of(&log, sunday).week.left_ms, 20_000);
}

#[test]
fn damaged_times_do_not_overflow_the_sums() {
    let entries = vec![held(Side::Both, u64::MAX), held(Side::Both, u64::MAX)];
    let progress = Progress::of([&session(0, 0, entries.clone()), &session(1, 0, entries)], Day(0));
    assert_eq!(progress.total, Held { left_ms: u64::MAX, right_ms: u64::MAX, body_ms: 0 });
}
