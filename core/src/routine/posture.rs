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
    /// On the knees, with or without the hands.
    Kneeling,
    /// Lying on the floor.
    Lying,
}

impl Posture {
    /// The least and the most that a change of posture takes, in seconds.
    pub const SECONDS: (u32, u32) = (10, 20);

    /// Whether the person has to get up from it.
    fn is_on_floor(self) -> bool {
        matches!(self, Self::Sitting | Self::Kneeling | Self::Lying)
    }

    /// Seconds that it takes to get into this posture out of the one before, without haste.
    #[must_use]
    pub fn seconds_from(self, before: Self) -> u32 {
        match (before.is_on_floor(), self.is_on_floor()) {
            _ if before == self => 10,
            (true, true) => 15,
            // To get down to the floor, or up from it.
            (true, false) | (false, true) => 20,
            // To fetch a chair; it can be left where it stands.
            (false, false) => {
                if self == Self::Chair {
                    20
                } else {
                    10
                }
            }
        }
    }
}
