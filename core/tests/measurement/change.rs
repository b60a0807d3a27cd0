//! A difference within the error of measuring says nothing.

use proptest::prelude::*;
use supple_core::{Change, Leg, LengthUnit, Measured, Measurement, MeasurementKind, Tries};

use crate::generators::cases;
use crate::generators::documents::measurement;

fn of(measured: Measured) -> Measurement {
    Measurement { id: "a".to_owned(), when_ms: 0, offset_min: 0, measured }
}

fn tries(values: &[i32]) -> Tries {
    Tries::try_from(values.to_vec()).expect("one to three")
}

pub(crate) fn floor(values: &[i32]) -> Measurement {
    of(Measured::FingertipsToFloor { unit: LengthUnit::Centimetres, tries: tries(values) })
}

fn raise(leg: Leg, values: &[i32]) -> Measurement {
    of(Measured::StraightLegRaise { leg, tries: tries(values) })
}

#[test]
fn the_mean_of_the_tries_counts() {
    for (values, mean) in
        [(&[120][..], 120), (&[120, 123], 122), (&[120, 121, 121], 121), (&[120, 120, 121], 120)]
    {
        assert_eq!(floor(values).mean(), mean, "{values:?}");
    }
    assert!(Tries::try_from(vec![]).is_err());
    assert!(Tries::try_from(vec![1; 4]).is_err());
    assert_eq!(tries(&[i32::MAX; 3]).mean(), i32::MAX);
    assert_eq!(tries(&[i32::MIN; 3]).mean(), i32::MIN);
}

#[test]
fn a_change_is_one_that_is_larger_than_the_band() {
    let first = floor(&[200]);
    for (values, change) in [
        (&[200][..], Change::Unsure),
        (&[155], Change::Unsure),
        (&[245], Change::Unsure),
        (&[154], Change::Closer(46)),
        (&[246], Change::Farther(46)),
        // Just the band, and a third of a millimetre more than it.
        (&[155, 155, 155], Change::Unsure),
        (&[155, 155, 154], Change::Closer(45)),
    ] {
        assert_eq!(floor(values).change_since(&first), Some(change), "{values:?}");
    }
    let first = raise(Leg::Left, &[600]);
    for (value, change) in
        [(670, Change::Unsure), (671, Change::Higher(71)), (530, Change::Unsure), (529, Change::Lower(71))]
    {
        assert_eq!(raise(Leg::Left, &[value]).change_since(&first), Some(change), "{value}");
    }
}

#[test]
fn a_leg_is_compared_with_itself_alone() {
    assert_eq!(raise(Leg::Left, &[900]).change_since(&raise(Leg::Right, &[600])), None);
    assert_eq!(raise(Leg::Left, &[900]).change_since(&floor(&[0])), None);
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_change_back_is_the_same_change(one in measurement(), other in measurement()) {
        let back = match one.change_since(&other) {
            Some(Change::Unsure) => Some(Change::Unsure),
            Some(Change::Closer(by)) => Some(Change::Farther(by)),
            Some(Change::Farther(by)) => Some(Change::Closer(by)),
            Some(Change::Higher(by)) => Some(Change::Lower(by)),
            Some(Change::Lower(by)) => Some(Change::Higher(by)),
            None => None,
        };
        prop_assert_eq!(other.change_since(&one), back);
        prop_assert_eq!(back.is_some(), one.kind() == other.kind());
    }

    /// Compared with exact fractions.
    #[test]
    fn a_change_is_sure_if_and_only_if_the_means_differ_by_more_than_the_band(one in measurement(), other in measurement()) {
        let exact = |it: &Measurement| {
            let values = it.measured.tries().values();
            (values.iter().map(|value| i64::from(*value)).sum::<i64>(), i64::try_from(values.len()).expect("one to three"))
        };
        let ((a, n), (b, m)) = (exact(&one), exact(&other));
        let is_sure = (a * m - b * n).abs() > i64::from(one.kind().band()) * n * m;
        if let Some(change) = one.change_since(&other) {
            prop_assert_eq!(change != Change::Unsure, is_sure);
        }
    }
}

#[test]
fn bands_are_those_of_the_sources() {
    assert_eq!(MeasurementKind::ALL.map(MeasurementKind::band), [45, 70, 70]);
}
