//! The weekly goal: what was chosen since when, on one device or two.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;
use supple_core::{Day, Document, GOAL_DAYS, Goal};

use crate::day;
use crate::generators::cases;

/// A choice as it is stored: since when, days a week, when it was made.
pub(crate) type Choice = (i32, u8, u64);

/// A goal from what may have been stored, in any order.
pub(crate) fn stored(choices: &[Choice]) -> Goal {
    let choices: Vec<_> = choices
        .iter()
        .map(|(since, days, decided_ms)| json!({ "since": since, "days": days, "decided_ms": decided_ms }))
        .collect();
    serde_json::from_value(json!({ "choices": choices })).expect("is what is stored")
}

pub(crate) fn choices() -> impl Strategy<Value = Vec<Choice>> {
    vec((20_700..20_800_i32, 0..10_u8, 0..20_u64), 0..8)
}

/// The goal of a week, looked up in the most obvious way.
pub(crate) fn days_in_week(choices: &[Choice], first: i32) -> u8 {
    let known = choices.iter().filter(|(since, ..)| *since <= first + 6);
    let last = known.max_by_key(|(_, days, decided_ms)| (*decided_ms, *days));
    last.map_or(5, |(_, days, _)| (*days).clamp(3, 7))
}

#[test]
fn without_a_choice_it_is_five_days() {
    assert_eq!(Goal::default().days_in_week(Day(20_000)), 5);
    assert_eq!((GOAL_DAYS, Goal::DEFAULT_DAYS), ((3, 7), 5));
}

#[test]
fn a_choice_counts_from_the_week_in_which_it_was_made() {
    let monday = day(2026, 11, 16);
    let mut goal = Goal::default();
    goal.choose(3, Day(monday.0 + 6), 1_000);
    assert_eq!([-7, 0, 7].map(|days| goal.days_in_week(Day(monday.0 + days))), [5, 3, 3]);
    goal.choose(7, Day(monday.0 + 7), 2_000);
    assert_eq!([-7, 0, 7].map(|days| goal.days_in_week(Day(monday.0 + days))), [5, 3, 7]);
}

#[test]
fn a_choice_out_of_range_becomes_the_nearest() {
    for (days, expected) in [(0, 3), (2, 3), (3, 3), (7, 7), (8, 7), (u8::MAX, 7)] {
        let mut goal = Goal::default();
        goal.choose(days, Day(20_000), 1_000);
        assert_eq!(goal.days_in_week(Day(20_000)), expected);
        assert_eq!(stored(&[(20_000, days, 1_000)]).days_in_week(Day(20_000)), expected);
    }
}

#[test]
fn after_a_clock_was_set_back_the_last_choice_counts_for_good() {
    let (today, wrong) = (day(2026, 11, 22), day(2031, 1, 1));
    let mut goal = Goal::default();
    goal.choose(7, wrong, 9_000_000);
    goal.choose(4, today, 1_000);
    assert_eq!([today, wrong, Day(wrong.0 + 70)].map(|first| goal.days_in_week(first)), [4, 4, 4]);
}

#[test]
fn a_flight_back_over_the_beginning_of_a_week_does_not_undo_a_later_choice() {
    let monday = day(2026, 11, 23);
    let mut goal = Goal::default();
    goal.choose(7, monday, 1_000);
    goal.choose(3, Day(monday.0 - 1), 2_000);
    assert_eq!([-7, 0].map(|days| goal.days_in_week(Day(monday.0 + days))), [3, 3]);
}

#[test]
fn a_choice_that_counts_nowhere_takes_no_room() {
    let mut goal = Goal::default();
    for (now_ms, days) in [(1_000, 3), (2_000, 7), (3_000, 4)] {
        goal.choose(days, Day(20_000), now_ms);
    }
    let text = serde_json::to_string(&goal).expect("is written");
    assert_eq!(text, r#"{"choices":[{"since":20000,"days":4,"decided_ms":3000}]}"#);
}

#[test]
fn damaged_days_and_times_are_read() {
    let damaged =
        r#"{"choices":[{"since":-9223372036854775808,"days":4,"decided_ms":18446744073709551615}]}"#;
    let mut goal: Goal = serde_json::from_str(damaged).expect("is read");
    assert_eq!(goal.days_in_week(day(2026, 11, 16)), 4);
    goal.choose(6, day(2026, 11, 16), u64::MAX);
    assert_eq!(goal.days_in_week(day(2026, 11, 16)), 6);
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn each_week_has_the_last_choice_made_up_to_its_end(choices in choices(), first in 20_690..20_810_i32) {
        prop_assert_eq!(stored(&choices).days_in_week(Day(first)), days_in_week(&choices, first));
    }

    #[test]
    fn two_devices_come_to_the_same_goal(one in choices(), other in choices(), third in choices()) {
        let [a, b, c] = [&one, &other, &third].map(|choices| stored(choices));
        let merged = a.clone().merge(b.clone());
        prop_assert_eq!(&merged, &b.clone().merge(a.clone()));
        prop_assert_eq!(&merged, &merged.clone().merge(a.clone()));
        prop_assert_eq!(merged.clone().merge(c.clone()), a.merge(b.merge(c)));
        let all = [one, other].concat();
        for first in 20_690..20_810 {
            prop_assert_eq!(merged.days_in_week(Day(first)), days_in_week(&all, first));
        }
    }

    #[test]
    fn a_choice_counts_at_once_and_leaves_past_weeks_alone(
        choices in choices(), today in 20_690..20_810_i32, days in 3..=7_u8, now_ms in 0..20_u64,
    ) {
        let before = stored(&choices);
        let mut goal = before.clone();
        goal.choose(days, Day(today), now_ms);
        for first in 20_680..today - 6 {
            prop_assert_eq!(goal.days_in_week(Day(first)), before.days_in_week(Day(first)));
        }
        for first in today - 6..20_820 {
            prop_assert_eq!(goal.days_in_week(Day(first)), days);
        }
        let text = serde_json::to_string(&goal).expect("is written");
        prop_assert_eq!(serde_json::from_str::<Goal>(&text).expect("is read"), goal);
    }
}
