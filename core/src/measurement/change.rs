//! How much two measurements must differ before that says anything.

use super::{Measurement, MeasurementKind, Tries};

/// Within so many millimetres, two distances from the fingertips to the floor may be the same: 4.5 cm is the smallest change
/// that is more than the error of measuring (65 people with back pain, pubmed 22555005).
pub const FLOOR_BAND_MM: i32 = 45;

/// The same for a straight leg raise, in tenths of a degree: 7°. It was 6–7° among 102 people with tight hamstrings
/// (doi 10.1123/jsr.2014-0220). With a phone, one and the same trained rater came to 3.3° (doi 10.1016/j.jbmt.2024.05.033,
/// 36 people); no study was found of people who measure themselves, so the wider one holds here.
pub const LEG_RAISE_BAND_TENTHS: i32 = 70;

/// What the difference from one measurement to another says. Nothing here is a judgement: further isn't healthier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is within the error of measuring: no change anybody can be sure of.
    Unsure,
    /// The fingertips came closer to the floor, by so many millimetres.
    Closer(i32),
    /// The fingertips stayed further away from it, by so many millimetres.
    Farther(i32),
    /// The leg came higher, by so many tenths of a degree.
    Higher(i32),
    /// The leg stayed lower, by so many tenths of a degree.
    Lower(i32),
}

impl MeasurementKind {
    /// How far around a value another one says nothing, in the unit of the kind. A chart draws this band around the first
    /// value.
    #[must_use]
    pub fn band(self) -> i32 {
        match self {
            Self::FingertipsToFloor => FLOOR_BAND_MM,
            Self::StraightLegRaise(_) => LEG_RAISE_BAND_TENTHS,
        }
    }
}

impl Measurement {
    /// What has changed since an earlier measurement. `None` if that is one of another kind.
    #[must_use]
    pub fn change_since(&self, earlier: &Self) -> Option<Change> {
        let kind = self.kind();
        if kind != earlier.kind() {
            return None;
        }
        // Not from the rounded means, which would make a difference of just the band one beyond it.
        let difference = self.measured.tries().mean_in_parts() - earlier.measured.tries().mean_in_parts();
        if difference.abs() <= i64::from(kind.band()) * Tries::PARTS {
            return Some(Change::Unsure);
        }
        let by = (difference.abs() + Tries::PARTS / 2) / Tries::PARTS;
        let by = i32::try_from(by).unwrap_or(i32::MAX);
        Some(match (kind, difference > 0) {
            (MeasurementKind::FingertipsToFloor, false) => Change::Closer(by),
            (MeasurementKind::FingertipsToFloor, true) => Change::Farther(by),
            (MeasurementKind::StraightLegRaise(_), true) => Change::Higher(by),
            (MeasurementKind::StraightLegRaise(_), false) => Change::Lower(by),
        })
    }
}
