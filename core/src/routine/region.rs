//! What an exercise is for, and whom it isn't for.

use serde::{Deserialize, Serialize};

/// The part of the body that an exercise is for, from the head down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The neck.
    Neck,
    /// Shoulders and upper arms.
    Shoulders,
    /// The chest.
    Chest,
    /// The back between the shoulder blades, and its sides.
    UpperBack,
    /// Wrists and forearms.
    Wrists,
    /// The back above the pelvis.
    LowerBack,
    /// The front and the sides of the hips.
    Hips,
    /// The buttocks.
    Glutes,
    /// The inner sides of the thighs.
    InnerThigh,
    /// The fronts of the thighs.
    Quads,
    /// The backs of the thighs.
    Hamstrings,
    /// The calves.
    Calves,
    /// Ankles and feet.
    Ankles,
    /// All of it.
    FullBody,
}

impl Region {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Neck,
        Self::Shoulders,
        Self::Chest,
        Self::UpperBack,
        Self::Wrists,
        Self::LowerBack,
        Self::Hips,
        Self::Glutes,
        Self::InnerThigh,
        Self::Quads,
        Self::Hamstrings,
        Self::Calves,
        Self::Ankles,
        Self::FullBody,
    ];

    /// Its name in documents.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Neck => "neck",
            Self::Shoulders => "shoulders",
            Self::Chest => "chest",
            Self::UpperBack => "upper-back",
            Self::Wrists => "wrists",
            Self::LowerBack => "lower-back",
            Self::Hips => "hips",
            Self::Glutes => "glutes",
            Self::InnerThigh => "inner-thigh",
            Self::Quads => "quads",
            Self::Hamstrings => "hamstrings",
            Self::Calves => "calves",
            Self::Ankles => "ankles",
            Self::FullBody => "full-body",
        }
    }
}

/// Why somebody should leave an exercise out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Avoid {
    /// Brittle bones.
    Osteoporosis,
    /// A hip that was replaced.
    HipReplacement,
    /// A pregnancy.
    Pregnancy,
    /// Glaucoma: high pressure in the eye.
    Glaucoma,
    /// High blood pressure that is not under control.
    BloodPressure,
    /// A heart that is ill.
    Heart,
    /// A knee that hurts or was replaced.
    Knee,
    /// A wrist that hurts.
    Wrist,
    /// A shoulder that hurts, or has been out of its joint.
    Shoulder,
    /// A neck that hurts or was injured.
    Neck,
    /// A calf, an ankle or an Achilles tendon that was injured lately.
    Ankle,
    /// A strained groin.
    Groin,
    /// A back that was operated on lately.
    BackSurgery,
    /// Poor balance.
    Balance,
}

impl Avoid {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Osteoporosis,
        Self::HipReplacement,
        Self::Pregnancy,
        Self::Glaucoma,
        Self::BloodPressure,
        Self::Heart,
        Self::Knee,
        Self::Wrist,
        Self::Shoulder,
        Self::Neck,
        Self::Ankle,
        Self::Groin,
        Self::BackSurgery,
        Self::Balance,
    ];

    /// Its name in documents.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Osteoporosis => "osteoporosis",
            Self::HipReplacement => "hip-replacement",
            Self::Pregnancy => "pregnancy",
            Self::Glaucoma => "glaucoma",
            Self::BloodPressure => "blood-pressure",
            Self::Heart => "heart",
            Self::Knee => "knee",
            Self::Wrist => "wrist",
            Self::Shoulder => "shoulder",
            Self::Neck => "neck",
            Self::Ankle => "ankle",
            Self::Groin => "groin",
            Self::BackSurgery => "back-surgery",
            Self::Balance => "balance",
        }
    }
}
