//! Weeks in which the goal was met, against a model that looks at every day of a calendar.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{Day, Goal, Pauses, Progress, RestOfWeek, Side, WeeksKept};

use crate::generators::cases;
use crate::{NEW_YORK_WINTER, day, done_on, goal, held, instant, pauses, session};

/// Weeks kept, now and at most, for numbers of days done in some weeks, the last of which is the present one; as of its
/// Sunday, by the goal of five days.
fn kept(weeks: &[i32], pauses: &Pauses) -> (u32, u32) {
    let sunday = day(2026, 11, 22);
    let mondays = (0..).map(|ago| sunday.0 - 6 - 7 * ago);
    let days = weeks.iter().rev().zip(mondays).flat_map(|(done, monday)| monday..monday + done);
    let days: Vec<_> = days.collect::<BTreeSet<_>>().into_iter().map(Day).collect();
    let kept = WeeksKept::of(&days, &Goal::default(), pauses, sunday, 0);
    (kept.current, kept.best)
}

/// A pause of the Wednesday so many weeks ago.
fn wednesday(weeks_ago: i32) -> Pauses {
    let mut pauses = Pauses::default();
    let wednesday = Day(day(2026, 11, 18).0 - 7 * weeks_ago);
    pauses.start(wednesday, Some(wednesday), 1_000);
    pauses
}

#[test]
fn weeks_in_which_the_goal_was_met_count_in_a_row() {
    let none = Pauses::default();
    assert_eq!(kept(&[0], &none), (0, 0));
    assert_eq!(kept(&[5], &none), (1, 1));
    assert_eq!(kept(&[5, 7, 6], &none), (3, 3));
    assert_eq!(kept(&[5, 5, 4, 5], &none), (1, 2));
    assert_eq!(kept(&[5, 5, 5, 0, 5, 4], &none), (1, 3));
}

#[test]
fn the_present_week_breaks_nothing_while_it_is_open() {
    assert_eq!(kept(&[5, 5, 0], &Pauses::default()), (2, 2));
    assert_eq!(kept(&[5, 5, 4], &Pauses::default()), (2, 2));
    assert_eq!(kept(&[5, 4, 4], &Pauses::default()), (0, 1));
}

#[test]
fn a_week_with_a_pause_neither_breaks_nor_counts_unless_its_goal_was_met() {
    assert_eq!(kept(&[5, 5, 0, 5], &wednesday(1)), (3, 3));
    assert_eq!(kept(&[5, 5, 4, 5], &wednesday(1)), (3, 3));
    assert_eq!(kept(&[5, 5, 5, 5], &wednesday(1)), (4, 4));
    assert_eq!(kept(&[5, 5, 0, 5], &wednesday(2)), (1, 2));
    assert_eq!(kept(&[5, 0, 0, 5], &wednesday(1)), (1, 1));
}

#[test]
fn a_pause_that_nobody_ended_keeps_the_row() {
    let mut pauses = Pauses::default();
    pauses.start(day(2026, 3, 4), None, 1_000);
    assert_eq!(kept(&[5; 8], &pauses), (8, 8));
    assert_eq!(kept(&[5, 5, 0, 0, 0, 0, 5, 0], &pauses), (3, 3));
}

#[test]
fn a_week_keeps_the_goal_that_it_had() {
    let monday = day(2026, 11, 16);
    let days: Vec<_> = [-14, -13, -12, -7, -6, -5, 0, 1, 2].map(|days| Day(monday.0 + days)).to_vec();
    let mut goal = Goal::default();
    goal.choose(3, Day(monday.0 - 4), 1_000);
    let kept = WeeksKept::of(&days, &goal, &Pauses::default(), Day(monday.0 + 2), 0);
    assert_eq!((kept.current, kept.best), (2, 2));
    goal.choose(6, Day(monday.0 + 2), 2_000);
    let kept = WeeksKept::of(&days, &goal, &Pauses::default(), Day(monday.0 + 2), 0);
    assert_eq!((kept.current, kept.this_week.goal), (1, 6));
    assert_eq!(kept.this_week.rest(), RestOfWeek::Days { more: 3, left: 4 });
}

#[test]
fn weeks_go_on_over_the_ends_of_years_and_a_leap_day() {
    for last in [day(2027, 1, 10), day(2028, 3, 5), day(2000, 3, 5), day(2100, 3, 7)] {
        let days: Vec<_> = (0..28).map(|ago| Day(last.0 - 27 + ago)).collect();
        assert_eq!(last.weekday(), 6);
        let kept = WeeksKept::of(&days, &Goal::default(), &Pauses::default(), last, 0);
        assert_eq!(kept.current, 4);
    }
}

#[test]
fn a_week_done_before_a_flight_back_over_its_beginning_counts() {
    // From Sunday to Monday of the next week, two days of which lie ahead of today.
    let saturday = day(2026, 11, 21);
    let days: Vec<_> = (-6..=2).map(|days| Day(saturday.0 + days)).collect();
    let mut goal = Goal::default();
    goal.choose(3, Day(saturday.0 - 100), 1_000);
    let kept =
        |first_weekday| WeeksKept::of(&days, &goal, &Pauses::default(), saturday, first_weekday).current;
    assert_eq!([6, 5, 0].map(kept), [1, 2, 1], "from Sunday, from Saturday, from Monday");
}

#[test]
fn days_left_by_a_clock_that_was_wrong_do_not_touch_the_present_row_and_are_not_lost() {
    let sunday = day(2026, 11, 22);
    let days: Vec<_> = (-6..=0).chain(71..=98).map(|days| Day(sunday.0 + days)).collect();
    let kept = WeeksKept::of(&days, &Goal::default(), &Pauses::default(), sunday, 0);
    assert_eq!((kept.current, kept.best), (1, 4));
}

#[test]
fn a_day_at_the_end_of_time_costs_no_time() {
    let today = day(2026, 11, 22);
    let days = [Day(-100_000_000), today, Day(100_000_000)];
    let mut pauses = Pauses::default();
    pauses.start(Day(-100_000_000), None, 1_000);
    pauses.start(Day(-99_000_000), Some(Day(100_000_000)), 1_000);
    let kept = WeeksKept::of(&days, &Goal::default(), &pauses, today, 0);
    assert_eq!((kept.current, kept.this_week.done), (0, 1));
}

#[test]
fn what_is_left_of_a_week() {
    let monday = day(2026, 11, 16);
    let rest = |done: &[i32], today: i32, pauses: &Pauses| {
        let days: Vec<_> = done.iter().map(|after| Day(monday.0 + after)).collect();
        WeeksKept::of(&days, &Goal::default(), pauses, Day(monday.0 + today), 0).this_week.rest()
    };
    let none = Pauses::default();
    assert_eq!(rest(&[], 0, &none), RestOfWeek::Days { more: 5, left: 7 });
    assert_eq!(rest(&[0], 0, &none), RestOfWeek::Days { more: 4, left: 6 });
    assert_eq!(rest(&[0, 1], 4, &none), RestOfWeek::Days { more: 3, left: 3 });
    assert_eq!(rest(&[0, 1], 5, &none), RestOfWeek::Over);
    assert_eq!(rest(&[0, 1, 2, 3, 4], 5, &none), RestOfWeek::Kept);
    assert_eq!(rest(&[0, 1], 5, &wednesday(0)), RestOfWeek::Free);
    assert_eq!(rest(&[0, 1, 2, 3, 4], 5, &wednesday(0)), RestOfWeek::Kept);
    // Two days ahead of today are done after a journey; a third one isn't of now.
    assert_eq!(rest(&[1, 2, 3], 0, &none), RestOfWeek::Days { more: 3, left: 5 });
}

/// Days done of 14 weeks, few of them or nearly all.
fn days_done() -> impl Strategy<Value = BTreeSet<i32>> {
    let are_done = (0.2..1.0_f64).prop_flat_map(|share| vec(prop::bool::weighted(share), 100));
    are_done.prop_map(|are_done| {
        (20_700..).zip(are_done).filter_map(|(day, is_done)| is_done.then_some(day)).collect()
    })
}

/// What the model looks at.
struct Calendar<'a> {
    done: &'a BTreeSet<i32>,
    goal: &'a [goal::Choice],
    pauses: &'a [pauses::Stored],
}

impl Calendar<'_> {
    /// Weeks kept in a row before the one that begins on a day that was not kept, not paused and not open, going back from
    /// the week that begins on `last`. Days after `latest` are not looked at.
    fn back_from(&self, last: i32, latest: i32, open_from: i32) -> u32 {
        let mut kept = 0;
        for first in (20_680..=last).rev().step_by(7) {
            let days = first..first + 7;
            let done = days.clone().filter(|day| *day <= latest && self.done.contains(day)).count();
            if done >= usize::from(goal::days_in_week(self.goal, first)) {
                kept += 1;
            } else if first < open_from && !days.clone().any(|day| pauses::contains(self.pauses, day)) {
                break;
            }
        }
        kept
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn weeks_kept_are_what_one_counts_on_a_calendar(
        done in days_done(),
        choices in goal::choices(),
        stored_pauses in pauses::pauses(),
        today in 20_700..20_800_i32,
        first_weekday in 0..7_i32,
    ) {
        let days: Vec<_> = done.iter().copied().map(Day).collect();
        let kept = WeeksKept::of(
            &days, &goal::stored(&choices), &pauses::stored(&stored_pauses), Day(today), first_weekday,
        );

        let calendar = Calendar { done: &done, goal: &choices, pauses: &stored_pauses };
        let first_of = |day: i32| Day(day).start_of_week(first_weekday).0;
        let (present, latest) = (first_of(today), today + Progress::AHEAD_DAYS);
        let current = calendar.back_from(first_of(latest), latest, present);
        prop_assert_eq!(kept.current, current);

        let weeks = || (first_of(20_690)..20_810).step_by(7);
        let ever = weeks().map(|first| calendar.back_from(first, i32::MAX, i32::MAX)).max();
        prop_assert_eq!(Some(kept.best), ever);
        prop_assert!(kept.current <= kept.best);

        let this_week = kept.this_week;
        let count = |days: &mut dyn Iterator<Item = i32>| u8::try_from(days.count()).expect("is at most 7");
        let is_done = |day: &i32| *day <= latest && done.contains(day);
        prop_assert_eq!(this_week.done, count(&mut (present..present + 7).filter(is_done)));
        prop_assert_eq!(this_week.days_left, count(&mut (today..present + 7).filter(|day| !is_done(day))));
        prop_assert_eq!(this_week.goal, goal::days_in_week(&choices, present));
        prop_assert_eq!(this_week.is_today_done, done.contains(&today));
        let is_paused = (present..present + 7).any(|day| pauses::contains(&stored_pauses, day));
        prop_assert_eq!(this_week.is_paused, is_paused);
    }

    #[test]
    fn a_day_or_a_pause_more_never_takes_anything_away(
        done in days_done(),
        more in 20_700..20_800_i32,
        choices in goal::choices(),
        stored_pauses in pauses::pauses(),
        today in 20_700..20_800_i32,
    ) {
        let days: Vec<_> = done.iter().copied().map(Day).collect();
        let (goal, mut pauses) = (goal::stored(&choices), pauses::stored(&stored_pauses));
        let before = WeeksKept::of(&days, &goal, &pauses, Day(today), 0);
        let with_more: BTreeSet<_> = days.into_iter().chain([Day(more)]).collect();
        let days: Vec<_> = with_more.into_iter().collect();
        let after = WeeksKept::of(&days, &goal, &pauses, Day(today), 0);
        prop_assert!(after.current >= before.current && after.best >= before.best);
        if pauses.iter().all(|pause| pause.from != Day(more)) {
            pauses.start(Day(more), Some(Day(more + 3)), 1_000);
        }
        let paused = WeeksKept::of(&days, &goal, &pauses, Day(today), 0);
        prop_assert!(paused.current >= after.current && paused.best >= after.best);
    }
}

#[test]
fn sessions_in_any_time_zone_count_for_the_week_of_their_own_day() {
    // Four days in London, and Sunday evening in New York, which is Monday in UTC.
    let monday = day(2026, 11, 16);
    let mut log: Vec<_> = (0..4).map(|after| done_on(Day(monday.0 + after))).collect();
    let sunday = instant((2026, 11, 22), 23, 0, NEW_YORK_WINTER);
    log.push(session(sunday, NEW_YORK_WINTER, vec![held(Side::Left, 20_000)]));
    let today = day(2026, 11, 23);
    let days = Progress::of(&log, today).days;
    let kept = WeeksKept::of(&days, &Goal::default(), &Pauses::default(), today, 0);
    assert_eq!((kept.current, kept.this_week.done), (1, 0));
}
