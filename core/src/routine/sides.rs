//! Left and right: which sides an exercise works, and what they are called.

use serde::{Deserialize, Serialize};

/// What the sides of an exercise are called: what it works on the left and on the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SideName {
    /// An arm.
    Arm,
    /// A leg.
    Leg,
    /// Nothing more special than a side.
    #[default]
    Side,
}

/// Which sides an exercise works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sides {
    /// The whole body; sides are not told apart.
    None,
    /// Both sides at once.
    Together,
    /// Left and right in turn, within one dose.
    Alternating,
    /// The full dose on the left and the full dose on the right.
    Each,
    /// The full dose on the left alone.
    Left,
    /// The full dose on the right alone.
    Right,
}

/// The sides that a phase or a log entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// Both, at once or in turn.
    Both,
    /// Sides are not told apart.
    None,
}

impl Sides {
    /// Whether left and right are done in turn, so that somebody has to be told to change.
    #[must_use]
    pub fn are_in_turn(self) -> bool {
        matches!(self, Self::Each | Self::Alternating)
    }
}

impl SideName {
    /// What several of them have in common, if it is more than that they are sides.
    #[must_use]
    pub fn common(names: impl IntoIterator<Item = Self>) -> Self {
        let mut names = names.into_iter();
        let first = names.next().unwrap_or_default();
        if names.all(|name| name == first) { first } else { Self::Side }
    }
}

impl Side {
    /// Its name in the log and in the events of `<supple-routine>`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
            Self::None => "none",
        }
    }
}

/// One of the person's legs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Leg {
    /// The left one.
    #[default]
    Left,
    /// The right one.
    Right,
}

impl Leg {
    /// The opposite one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl From<Leg> for Side {
    fn from(leg: Leg) -> Self {
        match leg {
            Leg::Left => Self::Left,
            Leg::Right => Self::Right,
        }
    }
}
