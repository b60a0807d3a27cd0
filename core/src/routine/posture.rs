//! What the body is on, and how long it takes to get from one posture into another.

use serde::{Deserialize, Serialize};

/// What the body is on during an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Posture {
    /// On the feet.
    #[default]
    Standing,
    /// On the feet, with a chair, a table or a wall to fetch or to go to.
    Chair,
    /// Sitting on the floor.
    Sitting,
    /// Lying on the floor.
    Lying,
}

impl Posture {
    /// The least and the most that a change of posture takes, in seconds.
    pub const SECONDS: (u32, u32) = (10, 20);

    /// Seconds that it takes to get into this posture out of the one before, without haste.
    #[must_use]
    pub fn seconds_from(self, before: Self) -> u32 {
        match (before, self) {
            (Self::Sitting, Self::Lying) | (Self::Lying, Self::Sitting) => 15,
            // To fetch a chair, to get down to the floor, or to get up from it.
            (Self::Standing | Self::Sitting | Self::Lying, Self::Chair)
            | (Self::Standing | Self::Chair, Self::Sitting | Self::Lying)
            | (Self::Sitting | Self::Lying, Self::Standing) => 20,
            _ => 10,
        }
    }
}
