//! The shape of the body: which points its outlines run along, from the side and from the front.

use std::ops::Range;

use super::build::{Build, Member};
use super::muscle::Light;
use super::muscle_outlines::outlines_of;
use super::outline::{Hung, Outline, Part};
use super::skeleton::{BREATH, FACE, FACING, FAR_SHOULDER, NEAR_SHOULDER, NOSES, View, joint};
use super::strap::{self, Strap};

/// The outlines of a body, of the muscles that light up and of a strap, in the order in which they are drawn:
/// the farthest first.
#[must_use]
pub fn outlines(view: View, lights: &[Light], strap: Option<Strap>, build: &Build) -> Vec<Outline> {
    let lit = |is_shown: &dyn Fn(&Light) -> bool| {
        let lights = lights.iter().enumerate().filter(|(_, light)| is_shown(light));
        lights.flat_map(|(number, light)| outlines_of(light, number, view)).collect::<Vec<_>>()
    };
    let strap = strap.into_iter().flat_map(|strap| strap::outlines_of(strap, view));
    let mut all = Vec::new();
    match view {
        View::Side => {
            let [far_leg, near_leg] =
                [joint::FAR_LEG, joint::NEAR_LEG].map(|[thigh, ..]| leg_from_the_side(thigh));
            let [far_arm, near_arm] =
                [joint::FAR_ARM, joint::NEAR_ARM].map(|[upper, ..]| arm_from_the_side(upper));
            all.push(outline(Part::FarLimb, far_arm));
            all.push(outline(Part::FarLimb, far_leg));
            all.push(outline(Part::Trunk, head_from_the_side(build.moves_head)));
            all.push(outline(Part::Trunk, torso_from_the_side(build.breathes)));
            all.push(outline(Part::NearLimb, near_leg));
            // In front of both legs: a stretched muscle has to be seen whole, even that of the far leg.
            all.extend(lit(&|light| !light.muscle.is_of_arm()));
            all.extend(strap);
            all.push(outline(Part::NearLimb, near_arm));
            all.extend(lit(&|light| light.muscle.is_of_arm()));
            if lights.iter().any(Light::turns_palm_up) {
                let [.., wrist, _] = joint::NEAR_ARM;
                all.push(outline(
                    Part::NearLimb,
                    THUMB.map(|(along, beside)| on(wrist, along, beside)).into(),
                ));
            }
            all.push(outline(Part::Guide, there_and_back(&BACK_LINE)));
            all.push(outline(Part::Guide, gaze(build.moves_head)));
        }
        View::Front | View::Above => {
            let [far_leg, near_leg] =
                [joint::FAR_LEG, joint::NEAR_LEG].map(|[thigh, ..]| leg_from_the_front(thigh));
            let [far_arm, near_arm] =
                [joint::FAR_ARM, joint::NEAR_ARM].map(|[upper, ..]| arm_from_the_front(upper));
            let (legs, arms) = ([Member::FarLeg, Member::NearLeg], [Member::FarArm, Member::NearArm]);
            // From the front neither side is farther away, so all limbs look near.
            let limb = |member: Member| {
                let points = match member {
                    Member::NearArm => &near_arm,
                    Member::FarArm => &far_arm,
                    Member::NearLeg => &near_leg,
                    Member::FarLeg => &far_leg,
                };
                outline(Part::NearLimb, points.clone())
            };
            // A limb that has a place of its own takes its muscles along.
            let placed = |members: &[Member]| {
                let mut placed = Vec::new();
                for member in members {
                    placed.push(limb(*member));
                    placed.extend(lit(&|light| Member::of(light) == Some(*member)));
                }
                placed
            };
            let is_placed =
                |member: &Member| build.behind.contains(member) || build.in_front.contains(member);
            let others = |members: [Member; 2]| members.into_iter().filter(|it| !is_placed(it)).map(limb);
            let is_elsewhere = |light: &Light| Member::of(light).is_some_and(|member| is_placed(&member));
            all.extend(placed(&build.behind));
            all.extend(others(legs));
            all.push(outline(Part::Trunk, head_from_the_front(build.moves_head)));
            all.push(outline(Part::Trunk, torso_from_the_front(build.moves_shoulders)));
            all.extend(lit(&|light| !light.muscle.is_of_arm() && !is_elsewhere(light)));
            all.extend(strap);
            all.extend(others(arms));
            all.extend(lit(&|light| light.muscle.is_of_arm() && !is_elsewhere(light)));
            all.extend(placed(&build.in_front));
        }
    }
    all
}

fn outline(part: Part, points: Vec<[Hung; 2]>) -> Outline {
    Outline { part, points }
}

/// A point attached to one bone.
pub(crate) fn on(bone: usize, along: f32, beside: f32) -> [Hung; 2] {
    [Hung { bone, along, beside }; 2]
}

/// The middle between a point on one bone and a point on another.
pub(crate) fn midway(one: [Hung; 2], other: [Hung; 2]) -> [Hung; 2] {
    [one[0], other[0]]
}

// The first bone of a limb has the same number as the joint at which it begins. Positive distances are in
// front of the limb.

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
        midway(on(thigh, 1.0, -3.2), on(shin, 0.16, -4.2)),
        midway(on(thigh, 0.86, -4.2), on(shin, 0.0, -3.2)),
        on(thigh, 0.68, -5.2),
        on(thigh, 0.35, -7.0),
        on(thigh, 0.0, -7.8),
        on(thigh, -0.16, -5.0),
    ]
}

/// The thumb of a hand whose palm is turned up, or forward once the hand hangs: it points at the viewer, and says
/// which side the palm is on. With the palm turned down it is hidden by the hand.
const THUMB: [(f32, f32); 8] =
    [(0.0, 0.4), (0.16, 2.4), (0.36, 4.4), (0.52, 5.2), (0.62, 4.4), (0.5, 2.2), (0.36, 0.2), (0.16, -0.9)];

fn arm_from_the_side(upper: usize) -> Vec<[Hung; 2]> {
    let (fore, hand) = (upper + 1, upper + 2);
    vec![
        on(upper, -0.2, 0.8),
        on(upper, -0.12, 3.8),
        on(upper, 0.25, 3.5),
        on(upper, 0.7, 2.9),
        midway(on(upper, 0.98, 2.3), on(fore, 0.02, 2.3)),
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

// The spine points up, so positive distances are behind it, at the back.
pub(crate) const LOWER: usize = 0;
pub(crate) const UPPER: usize = 1;
pub(crate) const CROWN: usize = 2;

fn torso_from_the_side(breathes: bool) -> Vec<[Hung; 2]> {
    let mut torso = still_torso_from_the_side();
    if breathes {
        // The middle between a point twice as far from the hips and one that a breath moves.
        let lifted = |along: f32, beside: f32, lift: f32| {
            midway(on(LOWER, 2.0 * along, 2.0 * beside), on(BREATH, lift, 0.0))
        };
        torso
            .splice(BELLY_POINTS, [lifted(0.4, -6.9, 0.9), lifted(0.75, -6.5, 1.1), lifted(1.05, -6.3, 0.6)]);
    }
    torso
}

/// The points of the torso that a breath lifts.
const BELLY_POINTS: Range<usize> = 3..5;

fn still_torso_from_the_side() -> Vec<[Hung; 2]> {
    vec![
        on(LOWER, -0.5, 0.0),
        on(LOWER, -0.45, -4.5),
        on(LOWER, -0.1, -7.2),
        on(LOWER, 0.4, -6.9),
        midway(on(LOWER, 0.95, -6.3), on(UPPER, 0.05, -6.3)),
        on(UPPER, 0.45, -7.8),
        on(UPPER, 0.78, -7.2),
        on(UPPER, 1.0, -3.6),
        on(UPPER, 1.08, -1.0),
        on(UPPER, 1.1, 2.2),
        on(UPPER, 0.96, 5.2),
        on(UPPER, 0.62, 7.2),
        on(UPPER, 0.2, 6.3),
        midway(on(LOWER, 0.98, 5.2), on(UPPER, 0.02, 5.2)),
        on(LOWER, 0.55, 5.6),
        on(LOWER, 0.0, 7.6),
        on(LOWER, -0.35, 6.8),
    ]
}

/// A point of the head, by its place as seen from the neck. Where the head moves against the neck, it hangs
/// on the head's own line.
fn on_head(moves: bool, along: f32, beside: f32) -> [Hung; 2] {
    if moves { on(FACE, along - 1.0, beside) } else { on(CROWN, along, beside) }
}

fn gaze(moves_head: bool) -> Vec<[Hung; 2]> {
    let line = GAZE.map(|(along, beside)| on_head(moves_head, along, beside));
    line.iter().chain(line.iter().rev()).copied().collect()
}

fn head_from_the_side(moves: bool) -> Vec<[Hung; 2]> {
    let on_head = |along, beside| on_head(moves, along, beside);
    vec![
        on(UPPER, 0.96, -2.6),
        midway(on(UPPER, 1.08, -2.8), on(CROWN, 0.2, -2.6)),
        on(CROWN, 0.42, -2.3),
        on_head(0.44, -5.6),
        on_head(0.7, -6.0),
        on_head(0.8, -5.5),
        on_head(0.94, -7.6),
        on_head(1.06, -6.6),
        on_head(1.2, -5.8),
        on_head(1.55, -5.8),
        on_head(1.8, -1.5),
        on_head(1.7, 4.2),
        on_head(1.35, 7.2),
        on_head(0.9, 6.8),
        on_head(0.58, 4.0),
        on(CROWN, 0.3, 3.4),
        midway(on(UPPER, 1.05, 3.6), on(CROWN, 0.1, 3.6)),
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
/// Seen from the neck.
const GAZE: [(f32, f32); 2] = [(1.05, -8.4), (1.05, -18.0)];

/// A line as an outline that encloses nothing.
pub(crate) fn there_and_back(line: &[(usize, f32, f32)]) -> Vec<[Hung; 2]> {
    line.iter().chain(line.iter().rev()).map(|(bone, along, beside)| on(*bone, *along, *beside)).collect()
}

/// An outline that is symmetrical about its bones: down one side and up the other.
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

fn torso_from_the_front(moves_shoulders: bool) -> Vec<[Hung; 2]> {
    let mut torso = both_sides(&TORSO);
    if moves_shoulders {
        let (near, far) = (on_shoulder(NEAR_SHOULDER, 1.0), on_shoulder(FAR_SHOULDER, -1.0));
        // The near side is the one with positive distances, which comes first.
        torso.splice(WAIST_POINTS..torso.len() - WAIST_POINTS, near.into_iter().chain(far.into_iter().rev()));
    }
    torso
}

const TORSO: [(usize, f32, f32); 8] = [
    (LOWER, -0.6, 1.5),
    (LOWER, -0.4, 7.0),
    (LOWER, 0.1, 9.6),
    (LOWER, 0.8, 7.4),
    (UPPER, 0.2, 7.8),
    (UPPER, 0.7, 10.6),
    (UPPER, 0.95, 10.2),
    (UPPER, 1.05, 4.0),
];
/// How many of these points are below the shoulders.
const WAIST_POINTS: usize = 5;

/// The last points of [`TORSO`] where they move with a shoulder; `side` is 1 for the near one.
fn on_shoulder(shoulder: usize, side: f32) -> [[Hung; 2]; 3] {
    let on_bone = |along, beside: f32| on(shoulder, along, side * beside);
    [midway(on(UPPER, 0.7, side * 10.6), on_bone(1.16, 2.5)), on_bone(1.03, -1.5), on_bone(0.36, -2.0)]
}

fn head_from_the_front(moves: bool) -> Vec<[Hung; 2]> {
    if !moves {
        return both_sides(&HEAD_HALF);
    }
    let [near, far] = [(1.0, NOSES[0]), (-1.0, NOSES[1])].map(|(side, nose)| {
        TURNING_HEAD_HALF.map(|(bone, along, beside, shift, protrusion)| {
            if protrusion == 0.0 {
                shifted((bone, along, side * beside), FACE, shift)
            } else {
                shifted((bone, along, side * beside), nose, protrusion)
            }
        })
    });
    near.into_iter().chain(far.into_iter().rev()).collect()
}

const HEAD_HALF: [(usize, f32, f32); 8] = [
    (UPPER, 0.95, 3.2),
    (CROWN, 0.2, 2.7),
    (CROWN, 0.42, 2.7),
    (CROWN, 0.5, 4.4),
    (CROWN, 0.9, 6.0),
    (CROWN, 1.3, 6.2),
    (CROWN, 1.72, 4.6),
    (CROWN, 1.82, 1.5),
];
/// The same with how far each point is shifted when the face is turned to the side, and how far it protrudes on
/// the side of the nose.
const TURNING_HEAD_HALF: [(usize, f32, f32, f32, f32); 11] = [
    (UPPER, 0.95, 3.2, 0.0, 0.0),
    (CROWN, 0.2, 2.7, 0.0, 0.0),
    (CROWN, 0.42, 2.7, 0.0, 0.0),
    (CROWN, 0.46, 4.2, 1.2, 0.0),
    (CROWN, 0.7, 5.2, 0.3, 0.0),
    (CROWN, 0.82, 5.6, -0.3, 0.0),
    (CROWN, 0.92, 5.9, 0.0, 2.4),
    (CROWN, 1.1, 6.0, 0.0, 0.4),
    (CROWN, 1.3, 6.2, -0.8, 0.0),
    (CROWN, 1.72, 4.6, -0.6, 0.0),
    (CROWN, 1.82, 1.5, -0.6, 0.0),
];

/// A point of the head that a line shifts as far as the face is turned to the side.
fn shifted((bone, along, beside): (usize, f32, f32), line: usize, shift: f32) -> [Hung; 2] {
    if shift == 0.0 {
        return on(bone, along, beside);
    }
    // The middle between a point twice as far from the middle of the head and one on the line.
    midway(on(bone, 2.0 * along - 1.0, 2.0 * beside), on(line, 2.0 * shift / FACING, 0.0))
}
