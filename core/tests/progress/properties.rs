//! Properties of any log.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use supple_core::{Day, Held, PhaseKind, Progress, SessionRecord, Side};

use crate::generators::cases;
use crate::{AUCKLAND_SUMMER, BERLIN_SUMMER, BERLIN_WINTER, NEW_YORK_WINTER, entry, session};

/// A log of some weeks around a day, with sessions of all kinds.
pub(crate) fn log() -> impl Strategy<Value = Vec<SessionRecord>> {
    let side = select(vec![Side::Left, Side::Right, Side::Both, Side::None]);
    let kind = select(vec![PhaseKind::Hold, PhaseKind::Hold, PhaseKind::Move]);
    let entry = (kind, side, 1_u64..40_000, any::<bool>())
        .prop_map(|(kind, side, held_ms, full)| entry(kind, side, held_ms, full));
    let offset = select(vec![BERLIN_WINTER, BERLIN_SUMMER, NEW_YORK_WINTER, AUCKLAND_SUMMER, 0, -720, 345]);
    let minute = 20_760_u64 * 1_440..20_790 * 1_440;
    let session = (minute, offset, vec(entry, 0..4))
        .prop_map(|(minute, offset_min, entries)| session(minute * 60_000 + 17, offset_min, entries));
    vec(session, 0..60)
}

/// Whether anything in the log makes a day count, computed in the most obvious way.
fn is_done(log: &[SessionRecord], day: Day) -> bool {
    log.iter().any(|session| {
        let local_ms = session.started_ms.cast_signed() + i64::from(session.offset_min) * 60_000;
        let on_that_day = local_ms.div_euclid(86_400_000) == i64::from(day.0);
        on_that_day && session.entries.iter().any(|entry| entry.full && entry.kind == PhaseKind::Hold)
    })
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn days_and_streaks_are_what_one_counts_on_a_calendar(log in log(), today in 20_758..20_792_i32) {
        let progress = Progress::of(&log, Day(today));
        let calendar = 20_755..20_795;
        let done: Vec<_> = calendar.clone().map(Day).filter(|day| is_done(&log, *day)).collect();
        prop_assert_eq!(&progress.days, &done);

        let back_from = |day: i32| (0..).take_while(|ago| is_done(&log, Day(day - ago))).count();
        let current = (today - 1..=today + Progress::AHEAD_DAYS).map(back_from).max();
        prop_assert_eq!(Some(progress.current_streak as usize), current);
        let longest = calendar.map(back_from).max();
        prop_assert_eq!(Some(progress.longest_streak as usize), longest);
    }

    #[test]
    fn times_held_are_the_sums_over_all_holds(log in log(), today in 20_758..20_792_i32) {
        let progress = Progress::of(&log, Day(today));
        let sum = |sides: [Side; 2], since: i32, until: i32| -> u64 {
            let sessions = log.iter().filter(|session| (since..=until).contains(&session.day().0));
            let entries = sessions.flat_map(|session| &session.entries);
            let holds = entries.filter(|entry| entry.kind == PhaseKind::Hold && sides.contains(&entry.side));
            holds.map(|entry| entry.held_ms).sum()
        };
        let monday = (today - 6..=today).find(|day| (day - 4).rem_euclid(7) == 0).expect("each week has one");
        let held = |since: i32, until: i32| Held {
            left_ms: sum([Side::Left, Side::Both], since, until),
            right_ms: sum([Side::Right, Side::Both], since, until),
            body_ms: sum([Side::None, Side::None], since, until),
        };
        prop_assert_eq!(progress.total, held(i32::MIN, i32::MAX));
        prop_assert_eq!(progress.week, held(monday, (today + Progress::AHEAD_DAYS).min(monday + 6)));
    }

    #[test]
    fn the_order_of_the_log_does_not_matter(
        (log, shuffled) in log().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle())),
        today in 20_758..20_792_i32,
    ) {
        prop_assert_eq!(Progress::of(&log, Day(today)), Progress::of(&shuffled, Day(today)));
    }

    #[test]
    fn a_session_more_never_takes_anything_away(log in log(), today in 20_758..20_792_i32) {
        let mut before = Progress::default();
        for end in 0..=log.len() {
            let after = Progress::of(&log[..end], Day(today));
            prop_assert!(before.days.iter().all(|day| after.days.contains(day)));
            prop_assert!(after.current_streak >= before.current_streak);
            prop_assert!(after.longest_streak >= before.longest_streak.max(after.current_streak));
            prop_assert!(after.total.left_ms >= before.total.left_ms && after.week.right_ms >= before.week.right_ms);
            prop_assert!(after.sessions >= before.sessions);
            before = after;
        }
    }
}
