//! From joints to smooth outlines: tapered limbs, a torso that bends, a head, hands and feet.
//!
//! An outline is a closed curve near points that hang on bones: so far along one, so far beside it. That is data
//! ([`outlines`]) and one rule ([`Outline::path`]), which the player of drawings has too: where the bones go, the body follows.

use std::fmt::Write;

use super::skeleton::{BONES, Bone, Point, View, joint};

/// A point that hangs on a bone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hung {
    /// Which one; see [`super::skeleton::bones`].
    pub bone: usize,
    /// How far along it: 0 is where it begins, 1 where it ends.
    pub along: f32,
    /// How far beside it, in hundredths of the body's height. Of a body that stands upright: forward for what hangs
    /// down, backward for what points up.
    pub beside: f32,
}

/// What an outline shows, which decides what it looks like and what is before what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The farther arm or leg.
    FarLimb,
    /// The back of the farther thigh.
    FarHamstring,
    /// Head and trunk.
    Trunk,
    /// The nearer arm or leg.
    NearLimb,
    /// The back of the nearer thigh.
    NearHamstring,
    /// A line along the back, and one along the gaze: how straight the one is, and where the other goes.
    Guide,
}

impl Part {
    /// Its name in a drawing, and in the style sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FarLimb => "far",
            Self::FarHamstring => "far-hamstring",
            Self::Trunk => "trunk",
            Self::NearLimb => "near",
            Self::NearHamstring => "near-hamstring",
            Self::Guide => "guide",
        }
    }
}

/// The outline of a part of the body: a curve near the middle of each of these pairs (or, of a single point, near it).
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// What it shows.
    pub part: Part,
    /// Its points in order, the last before the first. Where there are two, what counts is the middle between them.
    pub points: Vec<[Hung; 2]>,
}

impl Outline {
    /// The outline as SVG writes it, in tenths of hundredths of the body's height; y grows downward there.
    #[must_use]
    pub fn path(&self, joints: &[Point; BONES + 1], bones: &[Bone; BONES]) -> String {
        smooth(&self.places(joints, bones).collect::<Vec<_>>())
    }

    /// Where its points are.
    pub(super) fn places(
        &self,
        joints: &[Point; BONES + 1],
        bones: &[Bone; BONES],
    ) -> impl Iterator<Item = Point> {
        self.points.iter().map(|pair| middle(pair.map(|hung| hung.place(joints, bones))))
    }
}

impl Hung {
    /// Where it is.
    fn place(self, joints: &[Point; BONES + 1], bones: &[Bone; BONES]) -> Point {
        let (from, to) = (joints[bones[self.bone].parent], joints[self.bone + 1]);
        let (x, y) = (to.x - from.x, to.y - from.y);
        let beside = self.beside / bones[self.bone].length;
        Point::new(from.x + x * self.along - y * beside, from.y + y * self.along + x * beside)
    }
}

fn middle([one, other]: [Point; 2]) -> Point {
    one.between(other, 0.5)
}

/// A closed curve: parabolas from the middle of each side to the next, whose tangents the sides are.
///
/// The points are taken to even numbers. So all middles are whole, each parabola follows from the one before (`t`), and a
/// path is a third as long.
fn smooth(points: &[Point]) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, NaN is 0")]
    let even = |number: f32| (number * 5.0).round() as i32 * 2;
    let points: Vec<[i32; 2]> = points.iter().map(|point| [even(point.x), even(-point.y)]).collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let side =
        |one: &[i32; 2], other: &[i32; 2]| [i32::midpoint(one[0], other[0]), i32::midpoint(one[1], other[1])];
    let mut at = side(last, first);
    let mut path = format!("M{} {}q", at[0], at[1]);
    relative(&mut path, at, *first);
    let next = points.iter().skip(1).chain([first]);
    for (n, (point, next)) in points.iter().zip(next).enumerate() {
        path.push(if n == 1 { 't' } else { ' ' });
        let to = side(point, next);
        relative(&mut path, at, to);
        at = to;
    }
    path.replace(" -", "-")
}

/// Adds the way from one place to another.
fn relative(path: &mut String, from: [i32; 2], to: [i32; 2]) {
    // Writing to a text never fails.
    let _ = write!(path, "{} {}", to[0] - from[0], to[1] - from[1]);
}

/// The outlines of a body, from the farthest to the nearest.
#[must_use]
pub fn outlines(view: View) -> Vec<Outline> {
    let whole = match view {
        View::Side => [leg_from_the_side, arm_from_the_side],
        View::Front => [leg_from_the_front, arm_from_the_front],
    };
    let [leg, arm] = whole;
    let outline = |part, points| Outline { part, points };
    let trunk = match view {
        View::Side => [head_from_the_side(), torso_from_the_side()],
        View::Front => [head_from_the_front(), torso_from_the_front()],
    };
    let [head, torso] = trunk.map(|points| outline(Part::Trunk, points));
    let hamstrings = [
        // It is to be seen whole, whatever is before it.
        outline(Part::FarHamstring, hamstring(joint::FAR_LEG[0])),
        outline(Part::NearHamstring, hamstring(joint::NEAR_LEG[0])),
    ];
    let [far_leg, near_leg] = [joint::FAR_LEG, joint::NEAR_LEG].map(|joints| leg(joints[0]));
    let [far_arm, near_arm] = [joint::FAR_ARM, joint::NEAR_ARM].map(|joints| arm(joints[0]));
    let mut all = match view {
        View::Side => vec![
            outline(Part::FarLimb, far_arm),
            outline(Part::FarLimb, far_leg),
            head,
            torso,
            outline(Part::NearLimb, near_leg),
        ],
        // Seen from the front, no limb is farther than another.
        View::Front => {
            let limb = |points| outline(Part::NearLimb, points);
            vec![limb(far_leg), limb(near_leg), head, torso, limb(far_arm)]
        }
    };
    all.extend(hamstrings);
    all.push(outline(Part::NearLimb, near_arm));
    if view == View::Side {
        all.extend([BACK_LINE.as_slice(), &GAZE].map(|line| outline(Part::Guide, there_and_back(line))));
    }
    all
}

fn on(bone: usize, along: f32, beside: f32) -> [Hung; 2] {
    [Hung { bone, along, beside }; 2]
}

fn amid(one: [Hung; 2], other: [Hung; 2]) -> [Hung; 2] {
    [one[0], other[0]]
}

// A limb's first bone has the number of the joint where it begins. In front of it is where it bends to, or away from.

fn leg_from_the_side(thigh: usize) -> Vec<[Hung; 2]> {
    let (shin, foot) = (thigh + 1, thigh + 2);
    vec![
        on(thigh, -0.18, 2.0),
        on(thigh, -0.1, 6.2),
        on(thigh, 0.3, 7.0),
        on(thigh, 0.72, 5.4),
        on(thigh, 1.0, 4.7),
        on(shin, 0.05, 4.5),
        on(shin, 0.32, 3.7),
        on(shin, 0.8, 2.6),
        on(foot, 0.12, 2.4),
        on(foot, 0.55, -0.4),
        on(foot, 0.95, -1.7),
        on(foot, 1.08, -2.6),
        on(foot, 1.0, -4.1),
        on(foot, 0.8, -4.1),
        on(foot, 0.2, -3.7),
        on(foot, -0.3, -4.1),
        on(foot, -0.42, -3.2),
        on(foot, -0.26, -0.6),
        on(shin, 0.86, -2.2),
        on(shin, 0.62, -3.2),
        on(shin, 0.34, -5.4),
        amid(on(thigh, 1.0, -3.2), on(shin, 0.16, -4.2)),
        amid(on(thigh, 0.86, -4.2), on(shin, 0.0, -3.2)),
        on(thigh, 0.68, -5.2),
        on(thigh, 0.35, -7.0),
        on(thigh, 0.0, -7.8),
        on(thigh, -0.16, -5.0),
    ]
}

fn hamstring(thigh: usize) -> Vec<[Hung; 2]> {
    vec![
        on(thigh, 0.04, -5.2),
        on(thigh, 0.16, -6.1),
        on(thigh, 0.4, -5.7),
        on(thigh, 0.72, -4.1),
        on(thigh, 0.97, -3.5),
        on(thigh, 1.0, -2.6),
        on(thigh, 0.8, -1.7),
        on(thigh, 0.42, -1.0),
        on(thigh, 0.16, -2.0),
        on(thigh, 0.06, -3.6),
    ]
}

fn arm_from_the_side(upper: usize) -> Vec<[Hung; 2]> {
    let (fore, hand) = (upper + 1, upper + 2);
    vec![
        on(upper, -0.2, 0.8),
        on(upper, -0.12, 3.8),
        on(upper, 0.25, 3.5),
        on(upper, 0.7, 2.9),
        amid(on(upper, 0.98, 2.3), on(fore, 0.02, 2.3)),
        on(fore, 0.3, 2.9),
        on(fore, 0.9, 1.7),
        on(hand, 0.05, 1.7),
        on(hand, 0.3, 2.9),
        on(hand, 0.62, 2.3),
        on(hand, 1.06, 1.0),
        on(hand, 1.06, -0.9),
        on(hand, 0.5, -2.0),
        on(hand, 0.0, -1.6),
        on(fore, 0.82, -1.9),
        on(fore, 0.3, -2.8),
        on(fore, 0.0, -2.7),
        on(upper, 1.0, -2.6),
        on(upper, 0.6, -3.2),
        on(upper, 0.15, -3.9),
        on(upper, -0.15, -3.2),
    ]
}

// The spine points up: beside it to the positive is the back.
const LOWER: usize = 0;
const UPPER: usize = 1;
const CROWN: usize = 2;

fn torso_from_the_side() -> Vec<[Hung; 2]> {
    vec![
        on(LOWER, -0.5, 0.0),
        on(LOWER, -0.45, -4.5),
        on(LOWER, -0.1, -7.2),
        on(LOWER, 0.4, -6.9),
        amid(on(LOWER, 0.95, -6.3), on(UPPER, 0.05, -6.3)),
        on(UPPER, 0.45, -7.8),
        on(UPPER, 0.78, -7.2),
        on(UPPER, 1.0, -3.6),
        on(UPPER, 1.08, -1.0),
        on(UPPER, 1.1, 2.2),
        on(UPPER, 0.96, 5.2),
        on(UPPER, 0.62, 7.2),
        on(UPPER, 0.2, 6.3),
        amid(on(LOWER, 0.98, 5.2), on(UPPER, 0.02, 5.2)),
        on(LOWER, 0.55, 5.6),
        on(LOWER, 0.0, 7.6),
        on(LOWER, -0.35, 6.8),
    ]
}

fn head_from_the_side() -> Vec<[Hung; 2]> {
    vec![
        on(UPPER, 0.96, -2.6),
        amid(on(UPPER, 1.08, -2.8), on(CROWN, 0.2, -2.6)),
        on(CROWN, 0.42, -2.3),
        on(CROWN, 0.44, -5.6),
        on(CROWN, 0.7, -6.0),
        on(CROWN, 0.8, -5.5),
        on(CROWN, 0.94, -7.6),
        on(CROWN, 1.06, -6.6),
        on(CROWN, 1.2, -5.8),
        on(CROWN, 1.55, -5.8),
        on(CROWN, 1.8, -1.5),
        on(CROWN, 1.7, 4.2),
        on(CROWN, 1.35, 7.2),
        on(CROWN, 0.9, 6.8),
        on(CROWN, 0.58, 4.0),
        on(CROWN, 0.3, 3.4),
        amid(on(UPPER, 1.05, 3.6), on(CROWN, 0.1, 3.6)),
        on(UPPER, 0.92, 4.0),
    ]
}

const BACK_LINE: [(usize, f32, f32); 6] = [
    (LOWER, -0.3, 10.5),
    (LOWER, 0.3, 9.6),
    (LOWER, 1.0, 9.0),
    (UPPER, 0.5, 10.0),
    (UPPER, 1.0, 8.6),
    (CROWN, 1.2, 10.0),
];
const GAZE: [(usize, f32, f32); 2] = [(CROWN, 1.05, -8.4), (CROWN, 1.05, -18.0)];

/// A line, as an outline with nothing in it.
fn there_and_back(line: &[(usize, f32, f32)]) -> Vec<[Hung; 2]> {
    line.iter().chain(line.iter().rev()).map(|(bone, along, beside)| on(*bone, *along, *beside)).collect()
}

/// The same on both sides of a bone: down one, up the other.
fn both_sides(half: &[(usize, f32, f32)]) -> Vec<[Hung; 2]> {
    let one = half.iter().map(|(bone, along, beside)| on(*bone, *along, *beside));
    let other = half.iter().rev().map(|(bone, along, beside)| on(*bone, *along, -beside));
    one.chain(other).collect()
}

fn leg_from_the_front(thigh: usize) -> Vec<[Hung; 2]> {
    let (shin, foot) = (thigh + 1, thigh + 2);
    both_sides(&[
        (thigh, -0.2, 2.5),
        (thigh, -0.1, 5.4),
        (thigh, 0.4, 5.6),
        (thigh, 0.85, 3.9),
        (shin, 0.02, 3.7),
        (shin, 0.35, 4.3),
        (shin, 0.9, 2.1),
        (foot, 0.0, 2.3),
        (foot, 0.88, 3.5),
        (foot, 1.2, 2.2),
    ])
}

fn arm_from_the_front(upper: usize) -> Vec<[Hung; 2]> {
    let (fore, hand) = (upper + 1, upper + 2);
    both_sides(&[
        (upper, -0.2, 1.4),
        (upper, -0.1, 3.4),
        (upper, 0.4, 3.2),
        (upper, 0.96, 2.3),
        (fore, 0.3, 2.7),
        (fore, 0.95, 1.6),
        (hand, 0.3, 2.4),
        (hand, 0.75, 2.0),
        (hand, 1.05, 0.8),
    ])
}

fn torso_from_the_front() -> Vec<[Hung; 2]> {
    both_sides(&[
        (LOWER, -0.6, 1.5),
        (LOWER, -0.4, 7.0),
        (LOWER, 0.1, 9.6),
        (LOWER, 0.8, 7.4),
        (UPPER, 0.2, 7.8),
        (UPPER, 0.7, 10.6),
        (UPPER, 0.95, 10.2),
        (UPPER, 1.05, 4.0),
    ])
}

fn head_from_the_front() -> Vec<[Hung; 2]> {
    both_sides(&[
        (UPPER, 0.95, 3.2),
        (CROWN, 0.2, 2.7),
        (CROWN, 0.42, 2.7),
        (CROWN, 0.5, 4.4),
        (CROWN, 0.9, 6.0),
        (CROWN, 1.3, 6.2),
        (CROWN, 1.72, 4.6),
        (CROWN, 1.82, 1.5),
    ])
}
