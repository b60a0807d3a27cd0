//! A year at a glance.

use proptest::prelude::*;
use supple_core::{Day, Month, PhaseKind, Progress, Side, YEAR_WEEKS, YearMonth, year_at_a_glance};

use crate::generators::cases;
use crate::{day, done_on, entry, held};

#[test]
fn it_holds_the_last_53_weeks_whole() {
    let today = day(2028, 3, 1); // a Wednesday, after a leap day
    let year = year_at_a_glance([], today, 0);
    assert_eq!((year.len(), YEAR_WEEKS), (371, 53));
    assert_eq!(year.first().map(|it| it.day), Some(day(2027, 3, 1)));
    assert_eq!(year.last().map(|it| it.day), Some(day(2028, 3, 5)));
    assert!(year.iter().any(|it| it.day == day(2028, 2, 29)));
    assert!(year.windows(2).all(|pair| pair[1].day.0 == pair[0].day.0 + 1));
}

#[test]
fn a_hold_of_both_sides_is_time_once_and_a_move_is_none() {
    let today = day(2026, 11, 22);
    let mut record = done_on(today);
    record.entries = vec![
        held(Side::Both, 20_000),
        held(Side::Left, 5_000),
        held(Side::None, 1_000),
        entry(PhaseKind::Move, Side::None, 60_000, true),
    ];
    let mut short = done_on(Day(today.0 - 1));
    short.entries = vec![held(Side::Left, 5_000)];
    let year = year_at_a_glance([&record, &short, &record], today, 0);
    let shown: Vec<_> =
        year.iter().filter(|it| it.held_ms > 0).map(|it| (it.day.0, it.held_ms, it.is_done)).collect();
    assert_eq!(shown, [(today.0 - 1, 5_000, false), (today.0, 52_000, true)]);
}

#[test]
fn its_months_add_up_its_days() {
    let today = day(2026, 11, 2);
    let mut short = done_on(Day(today.0 - 1));
    short.entries = vec![held(Side::Left, 5_000)];
    let mut long = done_on(today);
    long.entries = vec![held(Side::Left, 20_000)];
    let last_of_october = done_on(Day(today.0 - 2));
    let year = year_at_a_glance([&last_of_october, &short, &long], today, 0);
    let months = YearMonth::of(&year);
    let [.., october, november] = months.as_slice() else { panic!("it has many months") };
    assert_eq!(months.len(), 13, "from November to November");
    assert_eq!((october.month, october.done, october.partly_done), (Month { year: 2026, month: 10 }, 1, 0));
    assert_eq!((november.done, november.partly_done, november.held_ms), (1, 1, 25_000));
    assert_eq!(YearMonth::of(&[]), []);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn each_day_is_what_one_finds_in_the_log(
        log in crate::properties::log(), ahead in -60..430_i32, first_weekday in 0..7_i32,
    ) {
        let today = Day(20_770 + ahead);
        let year = year_at_a_glance(&log, today, first_weekday);
        prop_assert_eq!(year.len(), 371);
        prop_assert_eq!(year[0].day.weekday(), first_weekday);
        prop_assert!((364..371).contains(&(today.0 - year[0].day.0)));
        let months = YearMonth::of(&year);
        prop_assert!(months.windows(2).all(|pair| pair[0].month.plus(1) == pair[1].month));
        let done = year.iter().filter(|day| day.is_done).count();
        prop_assert_eq!(months.iter().map(|month| month.done).sum::<u64>(), u64::try_from(done).unwrap_or_default());
        prop_assert_eq!(
            months.iter().map(|month| month.held_ms).sum::<u64>(),
            year.iter().map(|day| day.held_ms).sum::<u64>()
        );
        for it in year {
            let sessions = || log.iter().filter(|session| session.day() == it.day && it.day.0 <= today.0 + Progress::AHEAD_DAYS);
            let holds = sessions().flat_map(|session| &session.entries).filter(|entry| entry.kind == PhaseKind::Hold);
            prop_assert_eq!(it.held_ms, holds.map(|entry| entry.held_ms).sum::<u64>());
            prop_assert_eq!(it.is_done, sessions().any(supple_core::SessionRecord::counts));
        }
    }
}
