//! What the body of a figure has that most bodies don't need, and which of its limbs are in front.

use super::muscle::{Light, Muscle, Side};
use super::pose::Pose;

/// An arm or a leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Member {
    NearArm,
    FarArm,
    NearLeg,
    FarLeg,
}

impl Member {
    /// The limb to which a muscle belongs that is seen from the front; `None` for one of the trunk.
    pub(crate) fn of(light: &Light) -> Option<Self> {
        let is_of_leg = matches!(light.muscle, Muscle::InnerThigh | Muscle::OuterHip | Muscle::Glute);
        match light.side? {
            Side::Near if light.muscle.is_of_arm() => Some(Self::NearArm),
            Side::Far if light.muscle.is_of_arm() => Some(Self::FarArm),
            Side::Near => is_of_leg.then_some(Self::NearLeg),
            Side::Far => is_of_leg.then_some(Self::FarLeg),
        }
    }
}

/// How the outlines of a body differ from those of most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// Whether the head turns, or bends against the neck.
    pub moves_head: bool,
    /// Whether the shoulders move against the spine.
    pub moves_shoulders: bool,
    /// Whether the belly rises with a breath.
    pub breathes: bool,
    /// The limbs behind head and trunk, the farthest first. From the front only.
    pub behind: Vec<Member>,
    /// The limbs in front of all else, the farthest first. From the front only.
    pub in_front: Vec<Member>,
}

impl Build {
    /// Whether its outlines hang on lines that not every body has.
    pub(crate) fn needs_lines(&self) -> bool {
        self.moves_head || self.breathes
    }

    /// The build of a body that is held in these ways.
    pub(crate) fn of<'a>(poses: impl Iterator<Item = &'a Pose>) -> Self {
        let mut build = Self::default();
        for Pose { head, breath, turn, shoulders, .. } in poses {
            build.moves_head |= *head != 0.0 || *turn != [0.0; 2];
            build.moves_shoulders |= turn[0] != 0.0 || *shoulders != [0.0; 2];
            build.breathes |= *breath != 0.0;
        }
        build
    }
}
