//! How far the person reached, measured by themselves.

mod change;
mod reading;
mod series;
mod tilt;

pub use change::{Change, FLOOR_BAND_MM, LEG_RAISE_BAND_TENTHS};
pub use reading::{FLOOR_MM, LEG_RAISE_TENTHS, LengthUnit, ReadingError, read_angle, read_length};
pub use series::{MEASURE_EVERY_DAYS, Measurements};
pub use tilt::{NoAngle, SteadyTilt, TiltSample};

use serde::{Deserialize, Serialize};

use crate::day::{Day, local_day};
use crate::routine::Leg;

/// What is measured. Values of different kinds are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasurementKind {
    /// From the fingertips to the floor, bending forward with straight knees, in millimetres. Less is further.
    FingertipsToFloor,
    /// How far one straight leg is raised, lying on the back, in tenths of a degree. More is further.
    StraightLegRaise(Leg),
}

impl MeasurementKind {
    /// All of them.
    pub const ALL: [Self; 3] =
        [Self::FingertipsToFloor, Self::StraightLegRaise(Leg::Left), Self::StraightLegRaise(Leg::Right)];
}

/// What one test gave.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measured {
    /// [`MeasurementKind::FingertipsToFloor`].
    FingertipsToFloor {
        /// What the person used.
        unit: LengthUnit,
        /// Millimetres, whatever the unit.
        tries: Tries,
    },
    /// [`MeasurementKind::StraightLegRaise`].
    StraightLegRaise {
        /// The leg that was raised.
        leg: Leg,
        /// Tenths of a degree.
        tries: Tries,
    },
}

impl Measured {
    /// What was measured.
    #[must_use]
    pub fn kind(&self) -> MeasurementKind {
        match self {
            Self::FingertipsToFloor { .. } => MeasurementKind::FingertipsToFloor,
            Self::StraightLegRaise { leg, .. } => MeasurementKind::StraightLegRaise(*leg),
        }
    }

    /// Each try, in the unit of the kind.
    #[must_use]
    pub fn tries(&self) -> &Tries {
        match self {
            Self::FingertipsToFloor { tries, .. } | Self::StraightLegRaise { tries, .. } => tries,
        }
    }
}

/// One measurement: a test, done up to three times in a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Measurement {
    /// Unique among all measurements of this person: made like the id of a session.
    pub id: String,
    /// When it was done: milliseconds since 1970, UTC.
    pub when_ms: u64,
    /// Minutes that the local time was ahead of UTC then.
    pub offset_min: i32,
    /// What it gave.
    pub measured: Measured,
}

impl Measurement {
    /// The local calendar day, by the local time of then and there.
    #[must_use]
    pub fn day(&self) -> Day {
        local_day(self.when_ms, self.offset_min)
    }

    /// What was measured.
    #[must_use]
    pub fn kind(&self) -> MeasurementKind {
        self.measured.kind()
    }

    /// What counts: the mean of its tries, in whole millimetres or tenths of a degree.
    #[must_use]
    pub fn mean(&self) -> i32 {
        self.measured.tries().mean()
    }
}

/// From one to three tries of a test, in the order in which they were done.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Vec<i32>", into = "Vec<i32>")]
pub struct Tries(Vec<i32>);

impl Tries {
    /// The most tries of a test.
    pub const MAX: usize = 3;
    /// What the tries are counted in to compare means exactly: a number that 1, 2 and 3 divide.
    pub(crate) const PARTS: i64 = 6;

    /// Each value.
    #[must_use]
    pub fn values(&self) -> &[i32] {
        &self.0
    }

    /// The mean, to the nearest whole number; halves go up.
    #[must_use]
    pub fn mean(&self) -> i32 {
        let mean = (self.mean_in_parts() + Self::PARTS / 2).div_euclid(Self::PARTS);
        i32::try_from(mean).unwrap_or_default() // Always fits: it lies between the tries.
    }

    /// The mean in sixths, exactly.
    pub(crate) fn mean_in_parts(&self) -> i64 {
        let sum: i64 = self.0.iter().copied().map(i64::from).sum();
        // At most three, and at least one.
        let count = i64::try_from(self.0.len()).unwrap_or(1).max(1);
        sum * (Self::PARTS / count)
    }
}

impl TryFrom<Vec<i32>> for Tries {
    type Error = &'static str;

    /// # Errors
    /// When there is no value, or more than [`Tries::MAX`].
    fn try_from(values: Vec<i32>) -> Result<Self, Self::Error> {
        if values.is_empty() || values.len() > Self::MAX {
            return Err("a measurement has from one to three tries");
        }
        Ok(Self(values))
    }
}

impl From<Tries> for Vec<i32> {
    fn from(tries: Tries) -> Self {
        tries.0
    }
}
