//! The body as a chain of bones seen from one side, and where a pose puts each of its joints.
//!
//! Lengths are in hundredths of the body's height, after the segments that Drillis and Contini measured. x grows to where the
//! body faces when it stands, y grows upward, and the floor is at 0. Angles are in degrees.

/// A place, in hundredths of the body's height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Forward.
    pub x: f32,
    /// Upward.
    pub y: f32,
}

impl Point {
    /// The place at these coordinates.
    #[must_use]
    pub fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// From here so far into a direction: 0 is down, 90 forward, 180 up.
    #[must_use]
    pub fn toward(self, degrees: f32, length: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { x: self.x + sin * length, y: self.y - cos * length }
    }

    /// How far another place is.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The place at a share of the way to another.
    #[must_use]
    pub fn between(self, other: Self, share: f32) -> Self {
        Self { x: mix(self.x, other.x, share), y: mix(self.y, other.y, share) }
    }

    /// The direction of another place, as [`Point::toward`] takes it.
    #[must_use]
    pub fn direction(self, other: Self) -> f32 {
        (other.x - self.x).atan2(self.y - other.y).to_degrees()
    }
}

/// What lies at a share of the way from one number to another.
pub(super) fn mix(from: f32, to: f32, share: f32) -> f32 {
    from + (to - from) * share
}

/// From the hip joint to the knee, and from there to the ankle.
pub const THIGH: f32 = 24.5;
/// See [`THIGH`].
pub const SHIN: f32 = 24.6;
/// From below the ankle to the tip of the toes.
pub const FOOT: f32 = 11.5;
/// How high an ankle is above the sole, and how far the heel reaches behind it.
pub const ANKLE: f32 = 3.9;
/// From the hip joints to the middle of the back, and from there to the base of the neck.
pub const LOWER_SPINE: f32 = 14.0;
/// See [`LOWER_SPINE`].
pub const UPPER_SPINE: f32 = 16.5;
/// From the base of the neck to the middle of the head.
pub const NECK: f32 = 10.5;
/// From the shoulder to the elbow, from there to the wrist, and from there to the finger tips.
pub const UPPER_ARM: f32 = 17.0;
/// See [`UPPER_ARM`].
pub const FOREARM: f32 = 14.6;
/// See [`UPPER_ARM`].
pub const HAND: f32 = 8.0;
/// How far the shoulder joints are below the base of the neck, along the spine.
pub const SHOULDER: f32 = 2.2;
/// Half of what lies between the shoulder joints, and between the hip joints, of a body seen from the front.
pub const SHOULDER_WIDTH: f32 = 9.6;
/// See [`SHOULDER_WIDTH`].
pub const HIP_WIDTH: f32 = 4.6;

/// From where a body is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// From its right side: it faces where x grows, and its right limbs are the nearer ones.
    #[default]
    Side,
    /// From the front: its right limbs are those of smaller x, and limbs move outward where they would move forward.
    Front,
}

/// A limb of three bones, each bent against the one before: hip, knee, ankle; or shoulder, elbow, wrist. All zeros
/// is hanging down; positive is forward for hip and shoulder, as they bend for knee and elbow, toes up for the ankle.
pub type Limb = [f32; 3];

/// How a body is held. All zeros is standing upright with the arms at the sides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pose {
    /// Where the hip joints are.
    pub at: Point,
    /// How far the pelvis is tilted forward: 90 is face down, -90 on the back.
    pub pelvis: f32,
    /// How far the lower spine is bent forward against the pelvis, and the upper against the lower.
    pub back: [f32; 2],
    /// How far the neck is bent forward against the upper spine.
    pub neck: f32,
    /// The nearer leg and the farther one.
    pub legs: [Limb; 2],
    /// The nearer arm and the farther one.
    pub arms: [Limb; 2],
}

/// How many bones a body has, and how many directions they have: some share one.
pub const BONES: usize = 19;
/// See [`BONES`].
pub const DIRECTIONS: usize = 15;

/// One bone: from its parent's end so far into a direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bone {
    /// The joint where it begins: 0 is the middle of the hips, `n` the end of bone `n - 1`.
    pub parent: usize,
    /// In hundredths of the body's height.
    pub length: f32,
    /// Which of a [`Frame`]'s directions it takes.
    pub direction: usize,
    /// What is added to that, in degrees.
    pub turned: f32,
}

/// The joints by number: where bones begin and end.
pub mod joint {
    /// Middle of the hip joints.
    pub const HIPS: usize = 0;
    /// Middle of the back.
    pub const WAIST: usize = 1;
    /// Base of the neck.
    pub const NECK: usize = 2;
    /// Middle of the head.
    pub const HEAD: usize = 3;
    /// Shoulder, elbow, wrist and finger tips of the nearer arm.
    pub const NEAR_ARM: [usize; 4] = [4, 5, 6, 7];
    /// Those of the farther arm.
    pub const FAR_ARM: [usize; 4] = [8, 9, 10, 11];
    /// Hip, knee, ankle and toes of the nearer leg. Toes are as far above the sole as the ankle is.
    pub const NEAR_LEG: [usize; 4] = [12, 13, 14, 15];
    /// Those of the farther leg.
    pub const FAR_LEG: [usize; 4] = [16, 17, 18, 19];
}

/// The bones of a body, each after its parent. Bone `n` ends in joint `n + 1`.
#[must_use]
pub fn bones(view: View) -> [Bone; BONES] {
    let bone = |parent, length, direction, turned| Bone { parent, length, direction, turned };
    // Seen from the side, the joints of both sides fall together.
    let (shoulders, hips, foot) = match view {
        View::Side => (0.0, 0.0, FOOT),
        // A foot that points to who looks is as high as its ankle.
        View::Front => (SHOULDER_WIDTH, HIP_WIDTH, ANKLE),
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
    // Down the spine, and out to the side.
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
    ]
}

/// What of a pose can be drawn: where the hips are, and the direction of each bone, as [`Point::toward`] takes it.
/// Between two frames directions turn, so that limbs go in arcs and keep their lengths.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Where the hip joints are.
    pub at: Point,
    /// Lower and upper spine, crown of the head; thigh, shin, foot of the nearer leg and the farther one; upper arm,
    /// forearm, hand of the nearer arm and the farther one.
    pub directions: [f32; DIRECTIONS],
}

impl Frame {
    /// Where a pose puts a body that is seen from there.
    #[must_use]
    pub fn of(pose: &Pose, view: View) -> Self {
        // Up is 180; what is bent forward points less far up.
        let lower = 180.0 - pose.pelvis - pose.back[0];
        let upper = lower - pose.back[1];
        let hung = |[first, second, third]: Limb, from: f32, bend: f32| {
            [from + first, from + first + bend * second, from + first + bend * second + third]
        };
        let ([near_leg, far_leg], [near_arm, far_arm]) = match view {
            View::Side => {
                let leg = |[hip, knee, ankle]: Limb| hung([hip, knee, 90.0 + ankle], -pose.pelvis, -1.0);
                let arm = |limb| hung(limb, upper - 180.0, 1.0);
                (pose.legs.map(leg), pose.arms.map(arm))
            }
            View::Front => {
                let leg = |[hip, knee, ankle]: Limb| [hip, hip - knee, ankle];
                let arm = |limb| hung(limb, 0.0, 1.0);
                let mirrored = |[near, far]: [Limb; 2]| [near.map(|direction| -direction), far];
                (mirrored(pose.legs.map(leg)), mirrored(pose.arms.map(arm)))
            }
        };
        let mut directions = [0.0; DIRECTIONS];
        let all = [[lower, upper, upper - pose.neck], near_leg, far_leg, near_arm, far_arm];
        for (place, direction) in directions.iter_mut().zip(all.into_iter().flatten()) {
            *place = direction;
        }
        Self { at: pose.at, directions }
    }

    /// Where its joints are.
    #[must_use]
    pub fn joints(&self, bones: &[Bone; BONES]) -> [Point; BONES + 1] {
        let mut joints = [self.at; BONES + 1];
        for (n, bone) in bones.iter().enumerate() {
            joints[n + 1] =
                joints[bone.parent].toward(self.directions[bone.direction] + bone.turned, bone.length);
        }
        joints
    }

    /// What lies at a share of the way to another frame.
    #[must_use]
    pub fn between(&self, other: &Self, share: f32) -> Self {
        let mut directions = self.directions;
        for (direction, to) in directions.iter_mut().zip(other.directions) {
            *direction = mix(*direction, to, share);
        }
        Self { at: self.at.between(other.at, share), directions }
    }
}

impl Pose {
    /// What lies at a share of the way to another pose.
    #[must_use]
    pub fn between(&self, other: &Self, share: f32) -> Self {
        let limbs = |from: [Limb; 2], to: [Limb; 2]| {
            [0, 1].map(|side| [0, 1, 2].map(|n| mix(from[side][n], to[side][n], share)))
        };
        Self {
            at: self.at.between(other.at, share),
            pelvis: mix(self.pelvis, other.pelvis, share),
            back: [0, 1].map(|n| mix(self.back[n], other.back[n], share)),
            neck: mix(self.neck, other.neck, share),
            legs: limbs(self.legs, other.legs),
            arms: limbs(self.arms, other.arms),
        }
    }

    /// The joints of this pose, seen from the side.
    #[must_use]
    pub fn joints(&self) -> [Point; BONES + 1] {
        Frame::of(self, View::Side).joints(&bones(View::Side))
    }

    /// Bends an arm so that its wrist is at a place, or as near as it reaches. The elbow goes to where elbows go.
    pub fn reach(&mut self, arm: usize, to: Point) {
        let joints = self.joints();
        let shoulder = joints[joint::NEAR_ARM[0]];
        let upper = joints[joint::WAIST].direction(joints[joint::NECK]);
        let (first, second) = bent(shoulder, to, UPPER_ARM, FOREARM);
        let toward = shoulder.direction(to);
        let [shoulder, elbow, _] = &mut self.arms[arm];
        (*shoulder, *elbow) = (nearest(toward - first - upper + 180.0, *shoulder), first + second);
    }

    /// Bends a leg so that its ankle is at a place, or as near as it reaches. The knee goes to where knees go.
    pub fn step(&mut self, leg: usize, to: Point) {
        let (first, second) = bent(self.at, to, THIGH, SHIN);
        let toward = self.at.direction(to);
        let [hip, knee, _] = &mut self.legs[leg];
        (*hip, *knee) = (nearest(toward + first + self.pelvis, *hip), first + second);
    }
}

/// The angles at both ends of a bent limb of two bones against the straight line to where it reaches.
fn bent(from: Point, to: Point, first: f32, second: f32) -> (f32, f32) {
    // Neither longer than it is, nor shorter than it can fold.
    let line = from.distance(to).clamp((first - second).abs() + 0.1, first + second);
    let angle = |beside: f32, opposite: f32| {
        let cosine = (beside * beside + line * line - opposite * opposite) / (2.0 * beside * line);
        cosine.clamp(-1.0, 1.0).acos().to_degrees()
    };
    (angle(first, second), angle(second, first))
}

/// An angle as that of its turns which is nearest to another: a limb that goes on turning doesn't jump.
fn nearest(degrees: f32, to: f32) -> f32 {
    to + (degrees - to + 180.0).rem_euclid(360.0) - 180.0
}
