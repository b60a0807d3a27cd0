//! How a body is held, as angles between its bones; and how an arm or a leg is bent so that it ends at a
//! given point.

use super::skeleton::{
    BONES, BREATH, DIRECTIONS, FACE, FAR_SHOULDER, FOREARM, Frame, MIDDLE, NEAR_SHOULDER, NOSES, Point, SHIN,
    SHOULDER, SHOULDER_WIDTH, THIGH, UPPER_ARM, View, all_between, bones, interpolate, joint,
};

/// The angles of a limb's three joints in degrees, each measured against the bone before: hip, knee and
/// ankle, or shoulder, elbow and wrist. A limb with all angles 0 hangs straight down. Positive angles move
/// hip and shoulder forward, bend knee and elbow the way they naturally bend, and pull the toes up.
pub type Limb = [f32; 3];

/// How much of each bone's length is seen, from 0 to 1. Less than 1 is a bone that points towards the viewer or
/// away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lengths {
    /// Lower and upper spine.
    pub back: [f32; 2],
    /// Thigh, shin and foot of the near leg and of the far leg.
    pub legs: [[f32; 3]; 2],
    /// Upper arm, forearm and hand of the near arm and of the far arm.
    pub arms: [[f32; 3]; 2],
}

impl Default for Lengths {
    /// All that is there is seen.
    fn default() -> Self {
        Self { back: [1.0; 2], legs: [[1.0; 3]; 2], arms: [[1.0; 3]; 2] }
    }
}

impl Lengths {
    fn between(&self, other: &Self, share: f32) -> Self {
        Self {
            back: all_between(self.back, other.back, share),
            legs: limbs_between(self.legs, other.legs, share),
            arms: limbs_between(self.arms, other.arms, share),
        }
    }

    /// Of all bones, by their numbers.
    fn of_bones(&self) -> [f32; BONES] {
        let mut shares = [1.0; BONES];
        let mut set = |first: usize, of: &[f32]| {
            for (share, seen) in shares.iter_mut().skip(first).zip(of) {
                *share = *seen;
            }
        };
        set(joint::HIPS, &self.back);
        // The first bone of a limb has the same number as the joint at which it begins.
        for (limbs, firsts) in [
            (self.legs, [joint::NEAR_LEG[0], joint::FAR_LEG[0]]),
            (self.arms, [joint::NEAR_ARM[0], joint::FAR_ARM[0]]),
        ] {
            for (limb, first) in limbs.iter().zip(firsts) {
                set(first, limb);
            }
        }
        shares
    }
}

fn limbs_between(from: [[f32; 3]; 2], to: [[f32; 3]; 2], share: f32) -> [[f32; 3]; 2] {
    [0, 1].map(|side| all_between(from[side], to[side], share))
}

/// How a body is held. With all angles 0 it stands upright with its arms at its sides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pose {
    /// Position of the hip joints.
    pub at: Point,
    /// Forward tilt of the pelvis in degrees: 90 is face down, -90 is lying on the back.
    pub pelvis: f32,
    /// Forward bend in degrees: of the lower spine against the pelvis, and of the upper spine against the
    /// lower.
    pub back: [f32; 2],
    /// Forward bend of the neck against the upper spine, in degrees.
    pub neck: f32,
    /// The near leg and the far leg.
    pub legs: [Limb; 2],
    /// The near arm and the far arm.
    pub arms: [Limb; 2],
    /// How much of its bones is seen.
    pub lengths: Lengths,
    /// Forward bend of the head against the neck in degrees, seen from the side.
    pub head: f32,
    /// How far the belly is lifted by a breath, from 0 to 1, seen from the side.
    pub breath: f32,
    /// Turn to the body's left in degrees, seen from the front: of the chest against the hips, and of the head
    /// against the chest.
    pub turn: [f32; 2],
    /// How far the shoulders are moved outward and upward, in hundredths of the body's height, seen from the
    /// front.
    pub shoulders: [f32; 2],
}

impl Frame {
    /// The frame of a pose, seen from one side or the front.
    #[must_use]
    pub fn of(pose: &Pose, view: View) -> Self {
        // 180 is straight up; bending forward turns away from it.
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
            View::Front | View::Above => {
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
        let mut frame =
            Self { at: pose.at, directions, lengths: pose.lengths.of_bones(), turns: [0.0; BONES] };
        match view {
            View::Side => {
                frame.lengths[BREATH] = pose.breath;
                frame.turns[FACE] = -pose.head;
            }
            View::Front | View::Above => {
                let [chest, head] = pose.turn;
                let turned = (chest + head).to_radians().sin();
                frame.lengths[FACE] = turned;
                let [near, far] = NOSES;
                (frame.lengths[near], frame.lengths[far]) = ((-turned).max(0.0), turned.max(0.0));
                frame.place_shoulders(pose);
            }
        }
        if view == View::Above {
            frame.lie_down();
        }
        frame
    }

    /// Turns all there is, so that what was up is on the left.
    fn lie_down(&mut self) {
        self.at = Point::new(-self.at.y, self.at.x + MIDDLE);
        for direction in &mut self.directions {
            *direction += 90.0;
        }
    }
}

impl Frame {
    /// Moves the shoulders, seen from the front. Those of a turned chest look closer together.
    fn place_shoulders(&mut self, pose: &Pose) {
        let [outward, upward] = pose.shoulders;
        let moved = (SHOULDER_WIDTH + outward) * pose.turn[0].to_radians().cos();
        let (across, down) = (SHOULDER_WIDTH, SHOULDER);
        let turn = (moved.atan2(down - upward) - across.atan2(down)).to_degrees();
        let share = moved.hypot(down - upward) / across.hypot(down);
        for (bone, side) in [(NEAR_SHOULDER, -1.0), (FAR_SHOULDER, 1.0)] {
            self.lengths[bone] = share;
            self.turns[bone] = side * turn;
        }
    }
}

impl Pose {
    /// The pose at `share` (from 0 to 1) of the way to `other`.
    #[must_use]
    pub fn between(&self, other: &Self, share: f32) -> Self {
        Self {
            at: self.at.between(other.at, share),
            pelvis: interpolate(self.pelvis, other.pelvis, share),
            back: all_between(self.back, other.back, share),
            neck: interpolate(self.neck, other.neck, share),
            legs: limbs_between(self.legs, other.legs, share),
            arms: limbs_between(self.arms, other.arms, share),
            lengths: self.lengths.between(&other.lengths, share),
            head: interpolate(self.head, other.head, share),
            breath: interpolate(self.breath, other.breath, share),
            turn: all_between(self.turn, other.turn, share),
            shoulders: all_between(self.shoulders, other.shoulders, share),
        }
    }

    /// The positions of the joints, seen from the side.
    #[must_use]
    pub fn joints(&self) -> [Point; BONES + 1] {
        Frame::of(self, View::Side).joints(&bones(View::Side))
    }

    /// Bends an arm (0 is the near one) so that its wrist is at `to`, or as close as it reaches. The elbow
    /// bends the natural way.
    pub fn reach(&mut self, arm: usize, to: Point) {
        let joints = self.joints();
        let shoulder = joints[joint::NEAR_ARM[0]];
        let upper = joints[joint::WAIST].direction(joints[joint::NECK]);
        let (first, second) = bend(shoulder, to, self.lengths.arms[arm], [UPPER_ARM, FOREARM]);
        let toward = shoulder.direction(to);
        let [shoulder, elbow, _] = &mut self.arms[arm];
        (*shoulder, *elbow) = (nearest(toward - first - upper + 180.0, *shoulder), first + second);
    }

    /// Bends a leg (0 is the near one) so that its ankle is at `to`, or as close as it reaches. The knee
    /// bends the natural way.
    pub fn step(&mut self, leg: usize, to: Point) {
        let (first, second) = bend(self.at, to, self.lengths.legs[leg], [THIGH, SHIN]);
        let toward = self.at.direction(to);
        let [hip, knee, _] = &mut self.legs[leg];
        (*hip, *knee) = (nearest(toward + first + self.pelvis, *hip), first + second);
    }

    /// The same, seen from the front. There an elbow bends either way, inward or outward; it keeps the one
    /// it has.
    pub fn reach_from_the_front(&mut self, arm: usize, to: Point) {
        let shoulder = self.joints_from_the_front()[[joint::NEAR_ARM[0], joint::FAR_ARM[0]][arm]];
        let (first, second) = bend(shoulder, to, self.lengths.arms[arm], [UPPER_ARM, FOREARM]);
        let toward = outward(arm) * shoulder.direction(to);
        let [shoulder, elbow, _] = &mut self.arms[arm];
        let way = if *elbow < 0.0 { -1.0 } else { 1.0 };
        (*shoulder, *elbow) = (nearest(toward - way * first, *shoulder), way * (first + second));
    }

    /// The same as [`Pose::step`], seen from the front. The knee points outward.
    pub fn step_from_the_front(&mut self, leg: usize, to: Point) {
        let hip = self.joints_from_the_front()[[joint::NEAR_LEG[0], joint::FAR_LEG[0]][leg]];
        let (first, second) = bend(hip, to, self.lengths.legs[leg], [THIGH, SHIN]);
        let toward = outward(leg) * hip.direction(to);
        let [hip, knee, _] = &mut self.legs[leg];
        (*hip, *knee) = (nearest(toward + first, *hip), first + second);
    }

    fn joints_from_the_front(&self) -> [Point; BONES + 1] {
        Frame::of(self, View::Front).joints(&bones(View::Front))
    }
}

/// The way in which the directions of a limb grow outward, seen from the front: 0 is the near one.
fn outward(limb: usize) -> f32 {
    if limb == 0 { -1.0 } else { 1.0 }
}

/// The angles, in degrees, between the two bones of a bent limb and the straight line from one of its ends to
/// the other; `seen` is how much of the bones is seen.
fn bend(from: Point, to: Point, seen: [f32; 3], lengths: [f32; 2]) -> (f32, f32) {
    let [first, second] = [0, 1].map(|bone| seen[bone] * lengths[bone]);
    // The line can be neither longer than the stretched limb nor shorter than the folded one.
    let line = from.distance(to).clamp((first - second).abs() + 0.1, first + second);
    let angle = |adjacent: f32, opposite: f32| {
        let cosine = (adjacent * adjacent + line * line - opposite * opposite) / (2.0 * adjacent * line);
        cosine.clamp(-1.0, 1.0).acos().to_degrees()
    };
    (angle(first, second), angle(second, first))
}

/// The same angle, give or take full turns, that is closest to `to`: so a limb that keeps turning doesn't
/// jump by 360 degrees.
fn nearest(degrees: f32, to: f32) -> f32 {
    to + (degrees - to + 180.0).rem_euclid(360.0) - 180.0
}
