//! Ten thousand sessions: nothing may look through all of them for each.

use supple_core::{Day, Goal, Pauses, Programme, Progress, WeeklyMinutes, WeeksKept, year_at_a_glance};

use crate::done_on;

#[test]
fn ten_thousand_sessions_are_added_up_at_once() {
    let today = Day(20_779);
    let log: Vec<_> = (0..10_000).map(|ago| done_on(Day(today.0 - ago / 2))).rev().collect();
    let mut programme = Programme::default();
    programme.start(Day(today.0 - 4_999), 1_000);
    let (goal, mut pauses) = (Goal::default(), Pauses::default());
    for ago in 0..500 {
        pauses.start(Day(today.0 - ago * 10), Some(Day(today.0 - ago * 10)), 1_000);
    }
    let days = Progress::of(&log, today).days;
    assert_eq!(WeeksKept::of(&days, &goal, &pauses, today, 0).current, 714);
    assert_eq!(WeeklyMinutes::of_last_weeks(&log, 53, today, 0).len(), 53);
    assert!(year_at_a_glance(&log, today, 0).iter().all(|day| day.is_done));
    assert!(programme.due(&days, &pauses, today).is_some());
}
