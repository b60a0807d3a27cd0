//! Pauses: begun, ended and taken back, on one device or two.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;
use supple_core::{Day, Document, Pause, Pauses};

use crate::day;
use crate::generators::cases;

/// A pause as it is stored: its first day, its last day, when that was decided.
pub(crate) type Stored = (i32, Option<i32>, u64);

/// Pauses from what may have been stored, in any order.
pub(crate) fn stored(pauses: &[Stored]) -> Pauses {
    let pauses: Vec<_> = pauses
        .iter()
        .map(|(from, until, decided_ms)| json!({ "from": from, "until": until, "decided_ms": decided_ms }))
        .collect();
    serde_json::from_value(json!({ "pauses": pauses })).expect("is what is stored")
}

pub(crate) fn pauses() -> impl Strategy<Value = Vec<Stored>> {
    let pause = (20_700..20_800_i32, prop::option::weighted(0.9, -1..20_i32), 0..20_u64);
    vec(pause.prop_map(|(from, days, ms)| (from, days.map(|days| from + days), ms)), 0..5)
}

/// Whether a day is in a pause, looked up in the most obvious way.
pub(crate) fn contains(pauses: &[Stored], day: i32) -> bool {
    let open_last = |until: Option<i32>| until.map_or(i64::MAX, i64::from);
    let rank = |pause: &Stored| (pause.2, pause.1);
    pauses.iter().any(|pause| {
        let is_latest = pauses.iter().all(|other| other.0 != pause.0 || rank(other) <= rank(pause));
        is_latest && pause.0 <= day && i64::from(day) <= open_last(pause.1)
    })
}

fn all(pauses: &Pauses) -> Vec<(i32, Option<i32>)> {
    pauses.iter().map(|Pause { from, until }| (from.0, until.map(|until| until.0))).collect()
}

#[test]
fn a_pause_is_open_until_it_is_ended() {
    let today = day(2026, 11, 22);
    let mut pauses = Pauses::default();
    pauses.start(today, None, 1_000);
    assert_eq!(pauses.on(Day(today.0 + 400)), Some(Pause { from: today, until: None }));
    assert_eq!(pauses.on(Day(today.0 - 1)), None);
    pauses.end(Day(today.0 + 10), 2_000);
    assert_eq!(all(&pauses), [(today.0, Some(today.0 + 9))]);
    assert_eq!((pauses.on(Day(today.0 + 10)), pauses.on(Day(today.0 + 9)).is_some()), (None, true));
}

#[test]
fn a_pause_that_ends_on_the_day_it_began_never_was() {
    let today = day(2026, 11, 22);
    let mut pauses = Pauses::default();
    pauses.start(today, Some(Day(today.0 + 5)), 1_000);
    pauses.end(today, 2_000);
    assert_eq!(all(&pauses), []);
    pauses.start(today, None, 3_000);
    assert_eq!(all(&pauses), [(today.0, None)], "it can be begun again");
}

#[test]
fn a_pause_has_at_least_a_day_and_can_be_changed_and_taken_back() {
    let mut pauses = Pauses::default();
    pauses.start(Day(20_010), Some(Day(20_000)), 1_000);
    assert_eq!(all(&pauses), [(20_010, Some(20_010))]);
    pauses.start(Day(20_010), Some(Day(20_020)), 1_000);
    pauses.start(Day(20_015), None, 1_000);
    assert_eq!(all(&pauses), [(20_010, Some(20_020)), (20_015, None)]);
    assert_eq!(pauses.on(Day(20_016)).map(|pause| pause.from), Some(Day(20_015)), "it lasts longer");
    pauses.take_back(Day(20_015), 1_000);
    pauses.take_back(Day(20_016), 1_000);
    assert_eq!(all(&pauses), [(20_010, Some(20_020))]);
}

#[test]
fn an_end_after_the_clock_was_set_back_counts() {
    let mut pauses = Pauses::default();
    pauses.start(Day(20_000), None, 9_000_000);
    let other_device = pauses.clone();
    pauses.end(Day(20_005), 5);
    assert_eq!(all(&other_device.merge(pauses)), [(20_000, Some(20_004))]);
}

#[test]
fn a_pause_to_come_stays_when_the_present_one_ends() {
    let mut pauses = Pauses::default();
    pauses.start(Day(20_000), None, 1);
    pauses.start(Day(20_100), Some(Day(20_107)), 2);
    pauses.end(Day(20_010), 3);
    assert_eq!(all(&pauses), [(20_000, Some(20_009)), (20_100, Some(20_107))]);
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_day_is_in_a_pause_as_one_sees_on_a_calendar(stored_pauses in pauses()) {
        let pauses = stored(&stored_pauses);
        for day in 20_690..20_830 {
            prop_assert_eq!(pauses.on(Day(day)).is_some(), contains(&stored_pauses, day));
        }
        let text = serde_json::to_string(&pauses).expect("is written");
        prop_assert_eq!(serde_json::from_str::<Pauses>(&text).expect("is read"), pauses);
    }

    #[test]
    fn two_devices_come_to_the_same_pauses(one in pauses(), other in pauses(), third in pauses()) {
        let [a, b, c] = [&one, &other, &third].map(|pauses| stored(pauses));
        let merged = a.clone().merge(b.clone());
        prop_assert_eq!(&merged, &b.clone().merge(a.clone()));
        prop_assert_eq!(&merged, &merged.clone().merge(b.clone()));
        prop_assert_eq!(merged.clone().merge(c.clone()), a.merge(b.merge(c)));
        let all = [one, other].concat();
        for day in 20_690..20_830 {
            prop_assert_eq!(merged.on(Day(day)).is_some(), contains(&all, day));
        }
    }

    #[test]
    fn whoever_says_that_they_are_back_is_back(stored_pauses in pauses(), today in 20_690..20_830_i32) {
        let mut pauses = stored(&stored_pauses);
        pauses.end(Day(today), 0);
        prop_assert_eq!(pauses.on(Day(today)), None);
        for day in 20_690..today {
            prop_assert_eq!(pauses.on(Day(day)).is_some(), contains(&stored_pauses, day));
        }
    }
}
