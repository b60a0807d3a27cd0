//! The bones of a body, and where its joints are when each bone points in a given direction.
//!
//! Lengths are in hundredths of the body's height and follow the body segments measured by Drillis and
//! Contini. x grows in the direction the standing body faces, y grows upward, and the floor is at y = 0.
//! Angles are in degrees.

/// A point in the plane, in hundredths of the body's height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Forward.
    pub x: f32,
    /// Upward.
    pub y: f32,
}

impl Point {
    /// The point with these coordinates.
    #[must_use]
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// The point at a distance from this one, in a direction in degrees: 0 is down, 90 forward, 180 up.
    #[must_use]
    pub fn toward(self, degrees: f32, length: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { x: self.x + sin * length, y: self.y - cos * length }
    }

    /// The distance to another point.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point at `share` (from 0 to 1) of the way to `other`.
    #[must_use]
    pub fn between(self, other: Self, share: f32) -> Self {
        Self { x: interpolate(self.x, other.x, share), y: interpolate(self.y, other.y, share) }
    }

    /// The direction of another point in degrees, as [`Point::toward`] takes it.
    #[must_use]
    pub fn direction(self, other: Self) -> f32 {
        (other.x - self.x).atan2(self.y - other.y).to_degrees()
    }
}

/// The number at `share` (from 0 to 1) of the way between two others.
pub(crate) fn interpolate(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

/// The same for each of some numbers.
pub(crate) fn all_between<const N: usize>(mut from: [f32; N], to: [f32; N], share: f32) -> [f32; N] {
    for (from, to) in from.iter_mut().zip(to) {
        *from = interpolate(*from, to, share);
    }
    from
}

/// Length of the thigh: from the hip joint to the knee.
pub const THIGH: f32 = 24.5;
/// Length of the shin: from the knee to the ankle.
pub const SHIN: f32 = 24.6;
/// Length of the foot: from below the ankle to the tips of the toes.
pub const FOOT: f32 = 11.5;
/// Height of the ankle above the sole, and distance from the ankle to the back of the heel.
pub const ANKLE: f32 = 3.9;
/// Length of the lower spine: from the hip joints to the middle of the back.
pub const LOWER_SPINE: f32 = 14.0;
/// Length of the upper spine: from the middle of the back to the base of the neck.
pub const UPPER_SPINE: f32 = 16.5;
/// Distance from the base of the neck to the middle of the head.
pub const NECK: f32 = 10.5;
/// Length of the upper arm: from the shoulder to the elbow.
pub const UPPER_ARM: f32 = 17.0;
/// Length of the forearm: from the elbow to the wrist.
pub const FOREARM: f32 = 14.6;
/// Length of the hand: from the wrist to the fingertips.
pub const HAND: f32 = 8.0;
/// Distance of the shoulder joints below the base of the neck, along the spine.
pub const SHOULDER: f32 = 2.2;
/// Half the distance between the shoulder joints, seen from the front.
pub const SHOULDER_WIDTH: f32 = 9.6;
/// Half the distance between the hip joints, seen from the front.
pub const HIP_WIDTH: f32 = 4.6;

/// The direction from which a body is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// From its right side: it faces the direction in which x grows, and its right limbs are the near ones.
    #[default]
    Side,
    /// From the front: its right limbs are those with smaller x, and positive angles move limbs outward
    /// instead of forward.
    Front,
    /// From above, lying on its back with the head to the left: the same as from the front, but turned.
    Above,
}

impl View {
    /// The side of the body that is seen: from above it is the front, too.
    #[must_use]
    pub fn of_body(self) -> Self {
        match self {
            Self::Side => Self::Side,
            Self::Front | Self::Above => Self::Front,
        }
    }

    /// Its name in a figure and in a drawing.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Front => "front",
            Self::Above => "above",
        }
    }
}

/// Height in the picture of the middle of a body that is seen from above.
pub(crate) const MIDDLE: f32 = 46.0;

/// Length of the lines from the middle of the head to where face and nose are, seen from the front.
pub(crate) const FACING: f32 = 10.0;
/// Length of a line from the hips through the belly.
const BELLY: f32 = 8.0;

/// Number of bones of a body, with a few lines that aren't bones but move parts of its outlines.
pub const BONES: usize = 22;
/// How many of them are bones of every body. The others are there for bodies that need them.
pub const BONES_ALWAYS: usize = 19;
/// Number of directions that the bones of a body have: fewer than bones, since some bones share one.
pub const DIRECTIONS: usize = 15;

/// One bone: it begins at a joint and points in one of a frame's directions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bone {
    /// The joint where it begins: 0 is the middle of the hips, `n` is the end of bone `n - 1`.
    pub parent: usize,
    /// In hundredths of the body's height.
    pub length: f32,
    /// Index of its direction in [`Frame::directions`].
    pub direction: usize,
    /// What is added to that direction, in degrees.
    pub turned: f32,
}

/// The joints by number: the points where bones begin and end.
pub mod joint {
    /// Middle of the hip joints.
    pub const HIPS: usize = 0;
    /// Middle of the back.
    pub const WAIST: usize = 1;
    /// Base of the neck.
    pub const NECK: usize = 2;
    /// Middle of the head.
    pub const HEAD: usize = 3;
    /// Shoulder, elbow, wrist and fingertips of the near arm.
    pub const NEAR_ARM: [usize; 4] = [4, 5, 6, 7];
    /// Shoulder, elbow, wrist and fingertips of the far arm.
    pub const FAR_ARM: [usize; 4] = [8, 9, 10, 11];
    /// Hip, knee, ankle and toes of the near leg. The toes are as high above the sole as the ankle.
    pub const NEAR_LEG: [usize; 4] = [12, 13, 14, 15];
    /// Hip, knee, ankle and toes of the far leg.
    pub const FAR_LEG: [usize; 4] = [16, 17, 18, 19];
}

/// The number of the bone from the base of the neck to the near shoulder.
pub(crate) const NEAR_SHOULDER: usize = 3;
/// The same of the far shoulder.
pub(crate) const FAR_SHOULDER: usize = 7;
/// The number of the line from the middle of the head: seen from the side it goes up through the head; from
/// the front it goes to the body's left, as far as the face is turned.
pub(crate) const FACE: usize = 19;
/// The number of the line from the hips forward, as far as a breath lifts the belly; seen from the side.
pub(crate) const BREATH: usize = 20;
/// The numbers of the lines from the middle of the head to the near and to the far side, as far as the nose
/// points there; seen from the front.
pub(crate) const NOSES: [usize; 2] = [20, 21];

/// The bones of a body, each after its parent. Bone `n` ends in joint `n + 1`.
#[must_use]
pub fn bones(view: View) -> [Bone; BONES] {
    let bone = |parent, length, direction, turned| Bone { parent, length, direction, turned };
    // Seen from the side, the left joint of a pair is exactly behind the right one.
    let (shoulders, hips, foot, [face, turned]) = match view {
        View::Side => (0.0, 0.0, FOOT, [NECK, 0.0]),
        // A foot that points at the viewer looks only as long as its ankle is high.
        View::Front | View::Above => (SHOULDER_WIDTH, HIP_WIDTH, ANKLE, [FACING, -90.0]),
    };
    let arm = |shoulder: usize, first: usize| {
        [
            bone(shoulder, UPPER_ARM, first, 0.0),
            bone(shoulder + 1, FOREARM, first + 1, 0.0),
            bone(shoulder + 2, HAND, first + 2, 0.0),
        ]
    };
    let leg = |hip: usize, first: usize| {
        [
            bone(hip, THIGH, first, 0.0),
            bone(hip + 1, SHIN, first + 1, 0.0),
            bone(hip + 2, foot, first + 2, 0.0),
        ]
    };
    let [near_arm, far_arm] = [arm(4, 9), arm(8, 12)];
    let [near_leg, far_leg] = [leg(12, 3), leg(16, 6)];
    // From the base of the neck down the spine and out to the side.
    let shoulder = |side: f32| {
        let out = shoulders.atan2(SHOULDER).to_degrees();
        bone(joint::NECK, SHOULDER.hypot(shoulders), 1, 180.0 + side * out)
    };
    [
        bone(joint::HIPS, LOWER_SPINE, 0, 0.0),
        bone(joint::WAIST, UPPER_SPINE, 1, 0.0),
        bone(joint::NECK, NECK, 2, 0.0),
        shoulder(-1.0),
        near_arm[0],
        near_arm[1],
        near_arm[2],
        shoulder(1.0),
        far_arm[0],
        far_arm[1],
        far_arm[2],
        bone(joint::HIPS, hips, 0, 90.0),
        near_leg[0],
        near_leg[1],
        near_leg[2],
        bone(joint::HIPS, hips, 0, -90.0),
        far_leg[0],
        far_leg[1],
        far_leg[2],
        bone(joint::HEAD, face, 2, turned),
        match view {
            View::Side => bone(joint::HIPS, BELLY, 0, -90.0),
            View::Front | View::Above => bone(joint::HEAD, FACING, 2, 90.0),
        },
        bone(joint::HEAD, FACING, 2, -90.0),
    ]
}

/// What can be drawn of a pose: the position of the hips, and the direction of each bone and how much of it is
/// seen.
///
/// Between two frames the directions are interpolated, so limbs swing in arcs and keep their lengths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Position of the hip joints.
    pub at: Point,
    /// Directions in degrees, as [`Point::toward`] takes them: lower spine, upper spine and head; thigh, shin
    /// and foot of the near leg, then of the far leg; upper arm, forearm and hand of the near arm, then of
    /// the far arm.
    pub directions: [f32; DIRECTIONS],
    /// The share of each bone's length that is seen. It is 1, and less for one that points towards the viewer
    /// or away.
    pub lengths: [f32; BONES],
    /// What is added to each bone's direction, in degrees.
    pub turns: [f32; BONES],
}

impl Frame {
    /// The bones of a body as they look in this frame.
    #[must_use]
    pub fn seen(&self, bones: &[Bone; BONES]) -> [Bone; BONES] {
        let mut seen = *bones;
        for (bone, (share, turn)) in seen.iter_mut().zip(self.lengths.into_iter().zip(self.turns)) {
            bone.length *= share;
            bone.turned += turn;
        }
        seen
    }

    /// The positions of the joints of a body with these bones.
    #[must_use]
    pub fn joints(&self, bones: &[Bone; BONES]) -> [Point; BONES + 1] {
        let mut joints = [self.at; BONES + 1];
        for (n, bone) in self.seen(bones).iter().enumerate() {
            joints[n + 1] =
                joints[bone.parent].toward(self.directions[bone.direction] + bone.turned, bone.length);
        }
        joints
    }

    /// The frame at `share` (from 0 to 1) of the way to `other`.
    #[must_use]
    pub fn between(&self, other: &Self, share: f32) -> Self {
        Self {
            at: self.at.between(other.at, share),
            directions: all_between(self.directions, other.directions, share),
            lengths: all_between(self.lengths, other.lengths, share),
            turns: all_between(self.turns, other.turns, share),
        }
    }
}
