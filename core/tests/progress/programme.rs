//! The programme: six weeks at five days a week, then three.

use std::collections::BTreeSet;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use serde_json::json;
use supple_core::{Day, DayPlan, Document, Due, Pauses, Programme, Stage};

use crate::day;
use crate::generators::cases;

/// A Monday.
const START: Day = Day(20_773);

fn started() -> Programme {
    let mut programme = Programme::default();
    programme.start(START, 1_000);
    programme
}

/// What is due on a day, counted from the start, with these days done.
fn due(programme: &Programme, done: &[i32], today: i32) -> Option<Due> {
    programme.due(&days(done), &Pauses::default(), after(today))
}

fn after(days: i32) -> Day {
    Day(START.0 + days)
}

fn days(after_start: &[i32]) -> Vec<Day> {
    after_start.iter().map(|days| after(*days)).collect()
}

/// The week of today as letters: done, session, rest, past.
fn week(programme: &Programme, done: &[i32], today: i32) -> String {
    week_in(programme, done, today, &Pauses::default())
}

fn week_in(programme: &Programme, done: &[i32], today: i32, pauses: &Pauses) -> String {
    let week = programme.week(&days(done), pauses, after(today)).expect("there is a programme");
    let letter = |plan| match plan {
        DayPlan::Done => 'x',
        DayPlan::Session => 's',
        DayPlan::Rest => '-',
        DayPlan::Past => '.',
    };
    week.days.map(letter).iter().collect()
}

#[test]
fn without_a_programme_nothing_is_due() {
    let none = Programme::default();
    assert_eq!(due(&none, &[], 0), None);
    assert_eq!(none.week(&[], &Pauses::default(), START), None);
    assert!(none.upcoming(&[], &Pauses::default(), START).is_empty());
}

#[test]
fn a_week_of_five_rests_on_the_third_and_the_last_day() {
    assert_eq!(START.weekday(), 0);
    assert_eq!(week(&started(), &[], 0), "ss-sss-");
    assert_eq!(due(&started(), &[], 0), Some(Due::Today));
    assert_eq!(due(&started(), &[0], 0), Some(Due::Done { next: Some(after(1)) }));
    assert_eq!(due(&started(), &[0, 1], 2), Some(Due::RestDay { next: Some(after(3)) }));
    assert_eq!(due(&started(), &[0, 1, 3, 4, 5], 6), Some(Due::RestDay { next: Some(after(7)) }));
}

#[test]
fn before_it_begins_it_says_when() {
    assert_eq!(due(&started(), &[], -3), Some(Due::Begins(START)));
    assert_eq!(due(&started(), &[], -30), Some(Due::Begins(START)));
    assert_eq!(week(&started(), &[], -30), "ss-sss-");
    assert_eq!(started().upcoming(&[], &Pauses::default(), after(-30)).first(), Some(&START));
}

#[test]
fn what_was_not_done_goes_to_the_next_day_of_rest_while_there_is_one() {
    assert_eq!(week(&started(), &[0], 2), "x.ssss-");
    assert_eq!(week(&started(), &[], 2), "..sssss");
    assert_eq!(week(&started(), &[0, 1, 3], 5), "xx.x.ss");
    assert_eq!(week(&started(), &[0, 1], 6), "xx....s");
}

#[test]
fn what_is_done_on_a_day_of_rest_takes_the_place_of_the_next_session() {
    assert_eq!(week(&started(), &[0, 1, 2], 2), "xxx-ss-");
    assert_eq!(week(&started(), &[0, 1, 2, 3, 4], 5), "xxxxx--");
}

#[test]
fn a_session_can_be_put_off_and_planned_again() {
    let mut programme = started();
    programme.put_off(after(3), true, 2_000);
    assert_eq!(week(&programme, &[0, 1], 2), "xx--sss");
    assert_eq!(due(&programme, &[0, 1], 3), Some(Due::RestDay { next: Some(after(4)) }));
    programme.put_off(after(3), false, 1_000);
    assert_eq!(week(&programme, &[0, 1], 2), "xx-sss-");
}

#[test]
fn a_week_with_fewer_than_three_days_comes_again() {
    let stage = |done: &[i32], today| {
        let week = started().week(&days(done), &Pauses::default(), after(today));
        week.map(|week| (week.stage, week.first))
    };
    assert_eq!(stage(&[0, 1, 3], 7), Some((Stage::Build { week: 2 }, after(7))));
    assert_eq!(stage(&[0, 1], 7), Some((Stage::Build { week: 1 }, after(7))));
    assert_eq!(stage(&[], 700), Some((Stage::Build { week: 1 }, after(700))));
    assert_eq!(stage(&[0, 1, 3, 7, 14, 15, 17], 21), Some((Stage::Build { week: 3 }, after(21))));
}

#[test]
fn after_six_weeks_three_days_a_week_keep_what_was_gained() {
    let done: Vec<_> = (0..6).flat_map(|week| [0, 1, 3].map(|day| week * 7 + day)).collect();
    let programme = started();
    let week_7 = programme.week(&days(&done), &Pauses::default(), after(42)).expect("it goes on");
    assert_eq!((week_7.stage, week_7.stage.days(), week_7.done()), (Stage::Keep, 3, 0));
    assert_eq!(week(&programme, &done, 42), "s-s-s--");
    assert_eq!(week(&programme, &done, 43), ".ss-s--");
}

#[test]
fn in_a_pause_nothing_is_due_and_nothing_to_be_made_up_for() {
    let mut pauses = Pauses::default();
    pauses.start(after(1), Some(after(4)), 1_000);
    let programme = started();
    let due = |today| programme.due(&days(&[0]), &pauses, after(today));
    assert_eq!(due(1), Some(Due::Paused { next: Some(after(5)) }));
    assert_eq!(due(5), Some(Due::Today));
    assert_eq!(week_in(&programme, &[0], 5, &pauses), "x....s-", "Sunday stays a day of rest");
    pauses.start(after(1), None, 2_000);
    assert_eq!(programme.due(&days(&[0]), &pauses, after(3)), Some(Due::Paused { next: None }));
    assert_eq!(programme.due(&days(&[0, 3]), &pauses, after(3)), Some(Due::Done { next: None }));
}

#[test]
fn a_week_in_which_a_pause_leaves_two_days_comes_again() {
    let mut pauses = Pauses::default();
    pauses.start(after(2), Some(after(6)), 1_000);
    let upcoming = started().upcoming(&[], &pauses, START);
    let in_week = |week| upcoming.iter().filter(|day| (day.0 - START.0) / 7 == week).count();
    assert_eq!([0, 1, 2, 3, 4, 5, 6, 7].map(in_week), [2, 5, 5, 5, 5, 5, 5, 3]);
}

#[test]
fn days_ahead_of_today_count_after_a_journey_and_not_after_a_wrong_clock() {
    assert_eq!(week(&started(), &[2], 0), "ssx-ss-");
    assert_eq!(week(&started(), &[2], -1), "ss-sss-", "three days ahead");
}

#[test]
fn it_can_be_ended_and_started_again() {
    let mut programme = started();
    programme.end(after(10), 2_000);
    assert_eq!(due(&programme, &[], 10), None);
    assert!(due(&programme, &[], 9).is_some());
    programme.start(after(20), 3_000);
    assert_eq!(due(&programme, &[], 12), Some(Due::Begins(after(20))));
    programme.start(after(22), 4_000);
    assert_eq!(due(&programme, &[], 20), Some(Due::Today), "until the next one begins");
    assert_eq!(programme.upcoming(&[], &Pauses::default(), after(20)), days(&[20, 21]));
    assert_eq!(programme.started(after(21)), Some(after(20)));
    assert_eq!(programme.started(after(22)), Some(after(22)));
    programme.end(after(20), 5_000);
    assert_eq!(programme.started(after(20)), None);
}

#[test]
fn of_two_that_were_started_on_two_devices_the_later_is_in_force_and_both_can_be_ended() {
    let (mut one, mut other) = (started(), Programme::default());
    other.start(after(3), 500);
    one.put_off(after(4), true, 2_000);
    let mut merged = one.clone().merge(other.clone());
    assert_eq!(merged, other.merge(one));
    assert_eq!(merged.started(after(5)), Some(after(3)));
    merged.end(after(6), 3_000);
    assert_eq!(merged.started(after(6)), None);
}

#[test]
fn whoever_does_what_is_due_is_through_after_thirty_sessions_in_six_weeks() {
    let programme = started();
    let mut done = Vec::new();
    for today in 0..70 {
        if due(&programme, &done, today) == Some(Due::Today) {
            done.push(today);
        }
    }
    let between = |days: std::ops::Range<i32>| done.iter().filter(|day| days.contains(day)).count();
    assert_eq!((between(0..42), between(42..70)), (30, 12));
    let all_at_once = programme.upcoming(&[], &Pauses::default(), START);
    assert_eq!(all_at_once[..42], days(&done), "as it was planned on the first day");
}

#[test]
fn a_week_without_a_session_shifts_the_rest_by_a_week() {
    let programme = started();
    let first_week = [0, 1, 3, 4, 5];
    let upcoming = |today| programme.upcoming(&days(&first_week), &Pauses::default(), after(today));
    let (planned, shifted) = (upcoming(7), upcoming(14));
    let by_a_week: Vec<_> = planned.iter().take(100).map(|day| Day(day.0 + 7)).collect();
    assert_eq!(shifted[..100], by_a_week);
}

#[test]
fn it_goes_on_over_a_leap_day() {
    let mut programme = Programme::default();
    programme.start(day(2028, 2, 28), 1_000);
    let upcoming = programme.upcoming(&[], &Pauses::default(), day(2028, 2, 28));
    let expected = [(2, 28), (2, 29), (3, 2), (3, 3), (3, 4), (3, 6)];
    assert_eq!(upcoming[..6], expected.map(|(month, of_month)| day(2028, month, of_month)));
}

/// A programme from what may have been stored, in any order: runs, and days that were put off.
fn stored(runs: &[(i32, Option<i32>, u64)], moved: &[(i32, bool, u64)]) -> Programme {
    let runs: Vec<_> = runs
        .iter()
        .map(|(from, until, ms)| json!({ "from": from, "until": until, "decided_ms": ms }))
        .collect();
    let moved: Vec<_> = moved
        .iter()
        .map(|(day, off, ms)| json!({ "day": day, "is_put_off": off, "decided_ms": ms }))
        .collect();
    serde_json::from_value(json!({ "runs": runs, "moved": moved })).expect("is what is stored")
}

fn programmes() -> impl Strategy<Value = Programme> {
    let run = (20_770..20_800_i32, prop::option::of(20_768..20_820_i32), 0..9_u64);
    let moved = (20_770..20_820_i32, any::<bool>(), 0..9_u64);
    (vec(run, 0..4), vec(moved, 0..8)).prop_map(|(runs, moved)| stored(&runs, &moved))
}

fn all_days(done: &BTreeSet<i32>) -> Vec<Day> {
    done.iter().map(|day| after(*day)).collect()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_week_asks_for_what_is_left_of_it_and_no_more(
        done in btree_set(0..120_i32, 0..90), today in 0..120_i32,
    ) {
        let done: BTreeSet<_> = done.into_iter().filter(|day| *day <= today).collect();
        let week = started().week(&all_days(&done), &Pauses::default(), after(today)).expect("it runs");
        let number = today / 7;
        let in_week = |number: i32| (number * 7..number * 7 + 7).filter(|day| done.contains(day)).count();
        let weeks_done = (0..number).filter(|number| in_week(*number) >= 3).count();
        let stage = if weeks_done < 6 { (Stage::Build { week: u8::try_from(weeks_done + 1).expect("is at most 6") }, 5) } else { (Stage::Keep, 3) };
        prop_assert_eq!((week.stage, usize::from(week.stage.days())), stage);
        prop_assert_eq!(usize::from(week.done()), in_week(number));

        let left = (today..number * 7 + 7).filter(|day| !done.contains(day)).count();
        let sessions = week.days.iter().filter(|plan| **plan == DayPlan::Session).count();
        prop_assert_eq!(sessions, stage.1.saturating_sub(in_week(number)).min(left));
        for (plan, day) in week.days.into_iter().zip(number * 7..) {
            prop_assert_eq!(plan == DayPlan::Done, done.contains(&day));
            prop_assert_eq!(plan == DayPlan::Past, day < today && !done.contains(&day));
        }
    }

    #[test]
    fn what_is_due_agrees_with_what_comes_next(
        programme in programmes(),
        stored_pauses in crate::pauses::pauses(),
        done in btree_set(0..60_i32, 0..50),
        today in -5..60_i32,
    ) {
        let (done, today) = (all_days(&done), after(today));
        let pauses = crate::pauses::stored(&stored_pauses);
        let upcoming = programme.upcoming(&done, &pauses, today);
        prop_assert!(upcoming.is_sorted() && upcoming.iter().all(|day| *day >= today && pauses.on(*day).is_none()));
        let later = upcoming.iter().copied().find(|day| *day > today);
        let is_done = done.contains(&today);
        match programme.due(&done, &pauses, today) {
            None => prop_assert!(upcoming.is_empty() && programme.started(today).is_none()),
            Some(Due::Today) => prop_assert_eq!(upcoming.first(), Some(&today)),
            Some(Due::Done { next }) => prop_assert_eq!((is_done, next), (true, later)),
            Some(Due::RestDay { next }) => prop_assert_eq!((is_done, next), (false, later)),
            Some(Due::Paused { next }) => {
                prop_assert_eq!((pauses.on(today).is_some(), next), (true, later));
            }
            Some(Due::Begins(first)) => prop_assert!(first > today && programme.started(today) == Some(first)),
        }
    }

    #[test]
    fn two_devices_come_to_the_same_programme(one in programmes(), other in programmes(), third in programmes()) {
        let merged = one.clone().merge(other.clone());
        prop_assert_eq!(&merged, &other.clone().merge(one.clone()));
        prop_assert_eq!(&merged, &merged.clone().merge(one.clone()));
        prop_assert_eq!(merged.clone().merge(third.clone()), one.merge(other.merge(third)));
        let text = serde_json::to_string(&merged).expect("is written");
        prop_assert_eq!(serde_json::from_str::<Programme>(&text).expect("is read"), merged);
    }

    #[test]
    fn whatever_there_was_an_end_is_an_end_and_a_start_a_start(programme in programmes(), today in 20_760..20_830_i32) {
        let mut ended = programme.clone();
        ended.end(Day(today), 0);
        prop_assert_eq!(ended.started(Day(today)), None);
        let mut again = programme;
        again.start(Day(today), 0);
        prop_assert_eq!(again.started(Day(today)), Some(Day(today)));
    }
}
