//! Many measurements, of one device or of two.

use proptest::prelude::*;
use supple_core::{Change, Corrections, Day, Document, Measurement, MeasurementKind, Measurements};

use crate::change::floor;
use crate::generators::cases;
use crate::generators::documents::{measurement, measurements};

const DAY_MS: u64 = 86_400_000;

fn on_day(day: u64, mm: i32) -> Measurement {
    Measurement { id: format!("{day}"), when_ms: day * DAY_MS, ..floor(&[mm]) }
}

#[test]
fn the_last_is_compared_with_the_first_in_whatever_order_they_came() {
    let measurements: Measurements = [on_day(20, 120), on_day(10, 200), on_day(15, 0)].into_iter().collect();
    assert_eq!(measurements.change(MeasurementKind::FingertipsToFloor), Some(Change::Closer(80)));
    let one: Measurements = [on_day(1, 1)].into_iter().collect();
    assert_eq!(one.change(MeasurementKind::FingertipsToFloor), None);
    assert_eq!(Measurements::default().change(MeasurementKind::FingertipsToFloor), None);
}

#[test]
fn measuring_is_suggested_once_a_week_at_most() {
    let measurements: Measurements = [on_day(3, 1), on_day(100, 1)].into_iter().collect();
    for (today, is_due) in [(99, false), (100, false), (106, false), (107, true), (400, true)] {
        assert_eq!(measurements.is_due(Day(today)), is_due, "{today}");
    }
    assert!(Measurements::default().is_due(Day(100)));
}

#[test]
fn a_measurement_of_a_clock_that_was_wrong_keeps_no_suggestion_away() {
    let measurements: Measurements = [on_day(50_000, 1)].into_iter().collect();
    assert!(measurements.is_due(Day(20_000)));
    // Two days ahead is a journey.
    assert!(!measurements.is_due(Day(49_998)));
    assert!(measurements.is_due(Day(49_997)));
}

#[test]
fn of_one_measurement_on_two_devices_that_with_more_tries_counts() {
    let (one, other) = (floor(&[900]), floor(&[1, 2]));
    let list = |measurement: &Measurement| [measurement.clone()].into_iter().collect::<Measurements>();
    for merged in [list(&one).merge(list(&other)), list(&other).merge(list(&one))] {
        assert_eq!(merged.all(), std::slice::from_ref(&other));
    }
}

#[test]
fn five_years_of_weekly_measurements_are_merged_quickly_and_take_a_twentieth_of_a_megabyte_for_each_kind() {
    let all: Measurements = (0..260).map(|week| on_day(week * 7, 200)).collect();
    let merged = all.clone().merge(all.clone());
    assert_eq!(merged, all);
    let text = serde_json::to_string(&all).expect("is JSON");
    assert!(text.len() < 50_000, "{} bytes", text.len());
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn none_is_lost_and_none_is_there_twice(a in measurements(), b in measurements()) {
        let merged = a.clone().merge(b.clone());
        let mut expected: Vec<&str> = a.all().iter().chain(b.all()).map(|it| it.id.as_str()).collect();
        expected.sort_unstable();
        expected.dedup();
        let mut found: Vec<&str> = merged.all().iter().map(|it| it.id.as_str()).collect();
        found.sort_unstable();
        prop_assert_eq!(found, expected);
        prop_assert!(merged.all().iter().all(|it| a.all().contains(it) || b.all().contains(it)));
        prop_assert!(merged.all().is_sorted_by_key(|it| it.when_ms));
    }

    #[test]
    fn a_list_in_any_order_is_read_in_order(list in prop::collection::vec(measurement(), 0..6)) {
        let text = serde_json::json!({ "measurements": list }).to_string();
        let read: Measurements = serde_json::from_str(&text).expect("is one");
        prop_assert_eq!(read, list.into_iter().collect::<Measurements>());
    }

    #[test]
    fn a_deleted_measurement_is_left_out_until_it_is_restored(measurements in measurements()) {
        let mut corrections = Corrections::default();
        corrections.delete_measurement("a", 5);
        let left = measurements.clone().without_deleted(&corrections);
        prop_assert!(left.all().iter().all(|it| it.id != "a"));
        corrections.restore_measurement("a", 6);
        prop_assert_eq!(measurements.clone().without_deleted(&corrections), measurements);
    }
}
