//! All measurements of a person.

use std::cmp::Reverse;

use serde::{Deserialize, Deserializer, Serialize};

use super::{Change, Measurement, MeasurementKind};
use crate::corrections::Corrections;
use crate::day::Day;
use crate::progress::Progress;
use crate::store::Document;

/// Measuring is suggested this many days after the last time, at the earliest. Flexibility changes over weeks; more often
/// shows the error of measuring.
pub const MEASURE_EVERY_DAYS: i32 = 7;

/// All measurements, each once, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measurements {
    #[serde(
        default,
        rename = "measurements",
        deserialize_with = "in_order",
        skip_serializing_if = "Vec::is_empty"
    )]
    list: Vec<Measurement>,
}

/// Whoever wrote the list, it is in order and has each measurement once.
fn in_order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Measurement>, D::Error> {
    Vec::deserialize(deserializer).map(ordered)
}

/// Of several measurements with the same id the one with more tries is kept, else the greater one when their fields are
/// compared in turn. That is a total order, so they may be merged in any order.
fn ordered(mut list: Vec<Measurement>) -> Vec<Measurement> {
    fn rank(one: &Measurement) -> impl Ord {
        (one.measured.tries().values().len(), one)
    }
    list.sort_by(|one, other| {
        one.id.cmp(&other.id).then_with(|| Reverse(rank(one)).cmp(&Reverse(rank(other))))
    });
    list.dedup_by(|one, other| one.id == other.id);
    list.sort_by(|one, other| (one.when_ms, &one.id).cmp(&(other.when_ms, &other.id)));
    list
}

impl FromIterator<Measurement> for Measurements {
    fn from_iter<I: IntoIterator<Item = Measurement>>(measurements: I) -> Self {
        Self { list: ordered(measurements.into_iter().collect()) }
    }
}

impl Measurements {
    /// All of them, oldest first.
    #[must_use]
    pub fn all(&self) -> &[Measurement] {
        &self.list
    }

    /// Those of a kind, oldest first.
    pub fn of_kind(&self, kind: MeasurementKind) -> impl DoubleEndedIterator<Item = &Measurement> {
        self.list.iter().filter(move |measurement| measurement.kind() == kind)
    }

    /// What has changed from the first measurement of a kind to the last one. `None` unless there are two.
    #[must_use]
    pub fn change(&self, kind: MeasurementKind) -> Option<Change> {
        let mut of_kind = self.of_kind(kind);
        let first = of_kind.next()?;
        of_kind.next_back()?.change_since(first)
    }

    /// Whether to suggest measuring as of a day: if nobody has measured for [`MEASURE_EVERY_DAYS`]. A measurement that lies
    /// further ahead than any journey takes people ([`Progress::AHEAD_DAYS`]) was left by a clock that was wrong, and
    /// would keep the suggestion away for ever; it isn't looked at.
    #[must_use]
    pub fn is_due(&self, today: Day) -> bool {
        let mut days = self.list.iter().map(Measurement::day);
        let recent = today.0 - MEASURE_EVERY_DAYS + 1..=today.0 + Progress::AHEAD_DAYS;
        !days.any(|day| recent.contains(&day.0))
    }

    /// Those that are not deleted.
    #[must_use]
    pub fn without_deleted(mut self, corrections: &Corrections) -> Self {
        self.list.retain(|measurement| !corrections.is_measurement_deleted(&measurement.id));
        self
    }

    /// Adds one.
    pub fn add(&mut self, measurement: Measurement) {
        *self = std::mem::take(self).merge(Self { list: vec![measurement] });
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// When the last one was done: milliseconds since 1970, UTC; 0 if there is none.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.list.last().map_or(0, |measurement| measurement.when_ms)
    }
}

impl Document for Measurements {
    const KIND: &'static str = "measurements";

    fn merge(self, other: Self) -> Self {
        self.list.into_iter().chain(other.list).collect()
    }
}
