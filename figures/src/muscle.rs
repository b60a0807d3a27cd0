//! The muscles that can light up: which of them are seen from where, and how far a pose stretches them.

use super::pose::Pose;
use super::skeleton::View;

/// A side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The right side, which is the nearer one when the body is seen from the side.
    Near,
    /// The left side.
    Far,
}

impl Side {
    /// Its place in lists of two, such as [`Pose::legs`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Near => 0,
            Self::Far => 1,
        }
    }
}

/// A muscle, or several that people feel as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "`Muscle::NAMES` is the list that authors read")]
pub enum Muscle {
    Hamstring,
    Calf,
    LowCalf,
    Quad,
    HipFlexor,
    Glute,
    OuterHip,
    InnerThigh,
    LowBack,
    UpperBack,
    Belly,
    SideWaist,
    Chest,
    ShoulderBack,
    Triceps,
    ForearmInside,
    ForearmOutside,
    NeckSide,
    NeckBack,
    Sole,
}

impl Muscle {
    /// All muscles, by their names in a figure.
    pub const NAMES: [(&str, Self); 20] = [
        ("hamstring", Self::Hamstring),
        ("calf", Self::Calf),
        ("low-calf", Self::LowCalf),
        ("quad", Self::Quad),
        ("hip-flexor", Self::HipFlexor),
        ("glute", Self::Glute),
        ("outer-hip", Self::OuterHip),
        ("inner-thigh", Self::InnerThigh),
        ("low-back", Self::LowBack),
        ("upper-back", Self::UpperBack),
        ("belly", Self::Belly),
        ("side-waist", Self::SideWaist),
        ("chest", Self::Chest),
        ("shoulder-back", Self::ShoulderBack),
        ("triceps", Self::Triceps),
        ("forearm-inside", Self::ForearmInside),
        ("forearm-outside", Self::ForearmOutside),
        ("neck-side", Self::NeckSide),
        ("neck-back", Self::NeckBack),
        ("sole", Self::Sole),
    ];

    /// Whether it can be seen, and how it is stretched can be seen too.
    #[must_use]
    pub fn is_seen(self, view: View) -> bool {
        match self {
            Self::Glute | Self::OuterHip | Self::Chest | Self::ShoulderBack | Self::Triceps => true,
            Self::InnerThigh | Self::SideWaist | Self::NeckSide => view.of_body() == View::Front,
            Self::Hamstring
            | Self::Calf
            | Self::LowCalf
            | Self::Quad
            | Self::HipFlexor
            | Self::LowBack
            | Self::UpperBack
            | Self::Belly
            | Self::ForearmInside
            | Self::ForearmOutside
            | Self::NeckBack
            | Self::Sole => view == View::Side,
        }
    }

    /// Whether there is a near and a far one. The others belong to the middle of the body.
    #[must_use]
    pub fn is_paired(self) -> bool {
        !matches!(self, Self::LowBack | Self::UpperBack | Self::Belly | Self::Chest | Self::NeckBack)
    }

    /// Whether it belongs to an arm.
    pub(crate) fn is_of_arm(self) -> bool {
        matches!(self, Self::ShoulderBack | Self::Triceps) || self.is_of_forearm()
    }

    /// Whether it belongs to a forearm.
    fn is_of_forearm(self) -> bool {
        matches!(self, Self::ForearmInside | Self::ForearmOutside)
    }
}

/// A muscle of a figure that lights up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Light {
    /// What lights up.
    pub muscle: Muscle,
    /// Whose; `None` for a muscle in the middle of the body.
    pub side: Option<Side>,
    /// Of a forearm: whether the hand bends the way the elbow does, which stretches the other face of the
    /// forearm. From the side, palm and back of a hand look the same, so this decides what is lit.
    pub is_bent_forward: bool,
}

impl Light {
    /// The light of a muscle.
    #[must_use]
    pub fn new(muscle: Muscle, side: Option<Side>) -> Self {
        Self { muscle, side, is_bent_forward: false }
    }

    /// Of a forearm: lights the face from which the hand bends away in a pose.
    pub(crate) fn set_forearm(&mut self, pose: &Pose) {
        let [_, _, wrist] = pose.arms[self.side.map_or(0, Side::index)];
        self.is_bent_forward = self.muscle.is_of_forearm() && wrist > 0.0;
    }

    /// Whether the near hand has its palm turned up, for nothing else stretches the inside of a forearm while the
    /// hand bends back.
    pub(crate) fn turns_palm_up(&self) -> bool {
        self.muscle == Muscle::ForearmInside && self.side == Some(Side::Near) && !self.is_bent_forward
    }

    /// How long a pose makes the muscle, in degrees: what bends the joints it crosses away from it counts,
    /// and what bends them towards it counts less. Only differences between poses mean something.
    pub(crate) fn length(&self, pose: &Pose, view: View) -> f32 {
        let side = self.side.map_or(0, Side::index);
        let [hip, knee, ankle] = pose.legs[side];
        let [shoulder, elbow, wrist] = pose.arms[side];
        let [lower, upper] = pose.back;
        let both = |angle: fn(&Pose, usize) -> f32| f32::midpoint(angle(pose, 0), angle(pose, 1));
        // From the front, a positive bend is one to the left, which makes the right side longer.
        let toward_far = if self.side == Some(Side::Far) { -1.0 } else { 1.0 };
        // A thigh that looks short comes towards the viewer: then it is spread as far as it reaches sideways.
        let thigh = pose.lengths.legs[side][0];
        let is_sitting = thigh < 1.0;
        let lean = 2.0 - pose.lengths.back[0] - pose.lengths.back[1];
        match (self.muscle, view.of_body()) {
            (Muscle::InnerThigh, _) if is_sitting => (hip.to_radians().sin() * thigh).asin().to_degrees(),
            // Under a crossed leg it becomes longer the farther the body leans over it.
            (Muscle::OuterHip, View::Front) if is_sitting => hip + 90.0 * lean,
            (Muscle::Hamstring, _) => hip - knee,
            // It crosses the knee close to the joint, so that counts half.
            (Muscle::Calf, _) => ankle - knee / 2.0,
            (Muscle::LowCalf | Muscle::Sole, _) => ankle,
            (Muscle::Quad, _) => knee - hip,
            (Muscle::HipFlexor, _) | (Muscle::OuterHip, View::Front | View::Above) => -hip,
            (Muscle::Glute | Muscle::InnerThigh, _) | (Muscle::OuterHip, View::Side) => hip,
            // Thighs that are drawn up take the pelvis along, a little.
            (Muscle::LowBack, _) => lower + upper + both(|pose, leg| pose.legs[leg][0]) / 4.0,
            (Muscle::UpperBack, _) => {
                upper + pose.neck / 2.0 + both(|pose, arm| pose.arms[arm][0].min(90.0)) / 4.0
            }
            (Muscle::Belly, _) => -lower - upper,
            (Muscle::SideWaist, _) => toward_far * (lower + upper + pose.turn[0] / 2.0),
            (Muscle::NeckSide, _) => toward_far * (pose.neck + pose.turn[1] / 2.0),
            // Its short muscles cross the joint of the head alone.
            (Muscle::NeckBack, _) => pose.neck + 2.0 * pose.head,
            // It is shortest with the arms in front, and longer with them behind the body or the head.
            (Muscle::Chest, View::Side) => both(|pose, arm| (pose.arms[arm][0] - 60.0).abs()) - lower - upper,
            (Muscle::Chest, View::Front | View::Above) => both(|pose, arm| pose.arms[arm][0]),
            (Muscle::ShoulderBack, View::Side) => shoulder,
            (Muscle::ShoulderBack, View::Front | View::Above) => -shoulder,
            (Muscle::Triceps, _) => shoulder + elbow.abs(),
            (Muscle::ForearmInside | Muscle::ForearmOutside, _) => {
                if self.is_bent_forward {
                    wrist
                } else {
                    -wrist
                }
            }
        }
    }
}
