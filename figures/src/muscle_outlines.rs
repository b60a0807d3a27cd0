//! Where the muscles lie on the body.

use super::body::{CROWN, LOWER, UPPER, midway, on};
use super::muscle::{Light, Muscle, Side};
use super::outline::{Hung, Outline, Part};
use super::skeleton::{View, joint};

type Points = Vec<[Hung; 2]>;

/// The outlines of a muscle; `number` is that of its light among those of the figure.
pub(crate) fn outlines_of(light: &Light, number: usize, view: View) -> Vec<Outline> {
    let (leg, arm) = match light.side {
        Some(Side::Far) => (joint::FAR_LEG[0], joint::FAR_ARM[0]),
        Some(Side::Near) | None => (joint::NEAR_LEG[0], joint::NEAR_ARM[0]),
    };
    let points = match view {
        View::Side => vec![from_the_side(light, leg, arm)],
        // From the front a side of the body is the mirror image of the other.
        View::Front | View::Above => match light.side {
            Some(Side::Near) => vec![from_the_front(light.muscle, leg, arm, 1.0)],
            Some(Side::Far) => vec![from_the_front(light.muscle, leg, arm, -1.0)],
            None => [1.0, -1.0].map(|side| from_the_front(light.muscle, leg, arm, side)).into(),
        },
    };
    let part = Part::Muscle { side: light.side, number };
    points.into_iter().map(|points| Outline { part, points }).collect()
}

/// The points of an outline, each attached to one bone.
fn along(points: &[(usize, f32, f32)]) -> Points {
    points.iter().map(|(bone, along, beside)| on(*bone, *along, *beside)).collect()
}

fn along_one(bone: usize, points: &[(f32, f32)]) -> Points {
    points.iter().map(|(along, beside)| on(bone, *along, *beside)).collect()
}

fn from_the_side(light: &Light, thigh: usize, upper: usize) -> Points {
    let (shin, foot, fore) = (thigh + 1, thigh + 2, upper + 1);
    match light.muscle {
        Muscle::Hamstring => along_one(thigh, &HAMSTRING),
        Muscle::Quad => along_one(thigh, &QUAD),
        Muscle::Calf => along_one(shin, &CALF),
        Muscle::LowCalf => along_one(shin, &LOW_CALF),
        Muscle::Sole => along_one(foot, &SOLE),
        Muscle::Triceps => along_one(upper, &TRICEPS),
        Muscle::ShoulderBack => along_one(upper, &SHOULDER_BACK),
        Muscle::ForearmInside | Muscle::ForearmOutside => {
            let side = if light.is_bent_forward { -1.0 } else { 1.0 };
            along_one(fore, &FOREARM.map(|(along, beside)| (along, side * beside)))
        }
        Muscle::Glute => vec![
            on(LOWER, 0.35, 5.0),
            on(LOWER, 0.05, 6.6),
            midway(on(LOWER, -0.25, 6.4), on(thigh, 0.0, -6.8)),
            on(thigh, 0.14, -6.2),
            on(thigh, 0.2, -4.0),
            on(thigh, 0.06, -1.8),
            midway(on(LOWER, 0.05, 1.6), on(thigh, -0.05, -1.2)),
            on(LOWER, 0.32, 2.4),
        ],
        Muscle::HipFlexor => vec![
            on(LOWER, 0.35, -5.2),
            midway(on(LOWER, -0.05, -5.8), on(thigh, 0.0, 5.4)),
            on(thigh, 0.2, 5.9),
            on(thigh, 0.42, 5.4),
            on(thigh, 0.4, 3.2),
            on(thigh, 0.16, 2.2),
            midway(on(LOWER, 0.0, -2.0), on(thigh, 0.0, 2.0)),
            on(LOWER, 0.35, -2.6),
        ],
        Muscle::OuterHip => vec![
            on(LOWER, 0.5, -1.8),
            on(LOWER, 0.5, 2.2),
            midway(on(LOWER, 0.05, 3.6), on(thigh, 0.0, -3.4)),
            on(thigh, 0.22, -2.0),
            on(thigh, 0.22, 1.6),
            midway(on(LOWER, 0.05, -3.2), on(thigh, 0.0, 3.2)),
        ],
        Muscle::LowBack => vec![
            on(LOWER, 0.15, 5.7),
            on(LOWER, 0.5, 4.7),
            midway(on(LOWER, 0.97, 4.3), on(UPPER, 0.03, 4.3)),
            on(UPPER, 0.16, 4.8),
            on(UPPER, 0.16, 2.0),
            midway(on(LOWER, 0.97, 1.6), on(UPPER, 0.03, 1.6)),
            on(LOWER, 0.5, 1.8),
            on(LOWER, 0.15, 2.6),
        ],
        Muscle::Belly => vec![
            on(LOWER, 0.0, -5.9),
            on(LOWER, 0.45, -5.9),
            midway(on(LOWER, 0.97, -5.3), on(UPPER, 0.03, -5.3)),
            on(UPPER, 0.26, -5.9),
            on(UPPER, 0.26, -3.0),
            midway(on(LOWER, 0.97, -2.4), on(UPPER, 0.03, -2.4)),
            on(LOWER, 0.45, -2.8),
            on(LOWER, 0.02, -3.2),
        ],
        Muscle::UpperBack => along_one(UPPER, &UPPER_BACK),
        Muscle::NeckBack => vec![
            on(UPPER, 0.96, 3.0),
            midway(on(UPPER, 1.06, 2.9), on(CROWN, 0.1, 2.9)),
            on(CROWN, 0.32, 2.7),
            on(CROWN, 0.58, 3.3),
            on(CROWN, 0.8, 4.8),
            on(CROWN, 0.74, 2.0),
            on(CROWN, 0.4, -0.2),
            midway(on(UPPER, 1.06, -0.1), on(CROWN, 0.1, -0.1)),
            on(UPPER, 0.9, 0.6),
        ],
        Muscle::Chest => along_one(UPPER, &CHEST),
        // Seen from the front only; a figure that names them is refused before.
        Muscle::InnerThigh | Muscle::SideWaist | Muscle::NeckSide => Points::new(),
    }
}

// Positive distances are in front of a limb, and behind the spine.
const HAMSTRING: [(f32, f32); 10] = [
    (0.04, -5.2),
    (0.16, -6.1),
    (0.4, -5.7),
    (0.72, -4.1),
    (0.97, -3.5),
    (1.0, -2.6),
    (0.8, -1.7),
    (0.42, -1.0),
    (0.16, -2.0),
    (0.06, -3.6),
];
const QUAD: [(f32, f32); 9] = [
    (0.08, 4.6),
    (0.2, 6.0),
    (0.45, 5.7),
    (0.75, 4.4),
    (0.96, 3.7),
    (0.97, 2.3),
    (0.75, 1.4),
    (0.42, 0.8),
    (0.14, 2.0),
];
const CALF: [(f32, f32); 8] = [
    (0.05, -2.9),
    (0.2, -4.2),
    (0.36, -4.5),
    (0.56, -3.1),
    (0.7, -1.9),
    (0.6, -0.5),
    (0.34, -0.2),
    (0.1, -0.8),
];
const LOW_CALF: [(f32, f32); 7] =
    [(0.42, -3.6), (0.6, -2.8), (0.8, -1.9), (1.0, -1.6), (1.0, -0.2), (0.74, 0.1), (0.46, -0.4)];
const SOLE: [(f32, f32); 8] = [
    (-0.26, -3.4),
    (0.2, -3.2),
    (0.8, -3.6),
    (1.0, -3.4),
    (0.9, -2.2),
    (0.5, -1.7),
    (0.1, -1.5),
    (-0.26, -1.9),
];
const TRICEPS: [(f32, f32); 8] = [
    (0.06, -2.6),
    (0.25, -3.1),
    (0.6, -2.5),
    (0.95, -2.0),
    (0.92, -0.5),
    (0.6, 0.1),
    (0.25, -0.1),
    (0.08, -0.9),
];
const SHOULDER_BACK: [(f32, f32); 7] =
    [(-0.15, -0.4), (-0.12, -2.4), (0.08, -3.3), (0.3, -2.9), (0.42, -1.3), (0.26, 0.1), (0.04, 0.4)];
const FOREARM: [(f32, f32); 8] =
    [(0.04, 1.7), (0.22, 2.3), (0.5, 2.0), (0.95, 1.1), (0.95, -0.1), (0.5, -0.4), (0.2, -0.3), (0.04, 0.3)];
const UPPER_BACK: [(f32, f32); 7] =
    [(0.2, 4.8), (0.6, 6.2), (0.92, 4.4), (0.98, 2.4), (0.88, 1.0), (0.58, 1.8), (0.22, 1.8)];
const CHEST: [(f32, f32); 6] =
    [(0.36, -6.2), (0.7, -6.2), (0.94, -3.2), (0.9, -1.0), (0.62, -1.4), (0.36, -3.0)];

/// `side` is 1 for the near side, -1 for the far one. Times that, positive distances are inward for limbs and
/// outward for the spine.
fn from_the_front(muscle: Muscle, thigh: usize, upper: usize, side: f32) -> Points {
    let one = |bone, points: &[(f32, f32)]| {
        points.iter().map(|(along, beside)| on(bone, *along, side * beside)).collect()
    };
    match muscle {
        Muscle::InnerThigh => one(thigh, &INNER_THIGH),
        Muscle::Chest => one(UPPER, &HALF_CHEST),
        Muscle::Triceps => one(upper, &INNER_TRICEPS),
        Muscle::ShoulderBack => one(upper, &SHOULDER_RIM),
        Muscle::Glute => one(thigh, &BUTTOCK),
        Muscle::SideWaist => along(&SIDE_WAIST.map(|(bone, along, beside)| (bone, along, side * beside))),
        Muscle::NeckSide => along(&NECK_SIDE.map(|(bone, along, beside)| (bone, along, side * beside))),
        Muscle::OuterHip => vec![
            on(LOWER, 0.5, side * 7.2),
            midway(on(LOWER, 0.1, side * 8.6), on(thigh, -0.08, side * -4.2)),
            on(thigh, 0.14, side * -4.6),
            on(thigh, 0.36, side * -4.3),
            on(thigh, 0.34, side * -2.2),
            midway(on(LOWER, 0.1, side * 5.0), on(thigh, 0.0, side * -1.4)),
            on(LOWER, 0.48, side * 4.6),
        ],
        // Seen from the side only; a figure that names them is refused before.
        Muscle::Hamstring
        | Muscle::Calf
        | Muscle::LowCalf
        | Muscle::Quad
        | Muscle::HipFlexor
        | Muscle::LowBack
        | Muscle::UpperBack
        | Muscle::Belly
        | Muscle::ForearmInside
        | Muscle::ForearmOutside
        | Muscle::NeckBack
        | Muscle::Sole => Points::new(),
    }
}

const INNER_THIGH: [(f32, f32); 8] =
    [(0.1, 3.6), (0.26, 4.5), (0.55, 3.9), (0.85, 2.7), (0.9, 1.4), (0.6, 0.8), (0.3, 0.9), (0.12, 1.8)];
/// It is behind the thigh, and comes into view where that is drawn up and turned outward.
const BUTTOCK: [(f32, f32); 8] = [
    (-0.26, -2.2),
    (-0.18, -4.6),
    (0.06, -5.6),
    (0.3, -5.2),
    (0.48, -3.6),
    (0.42, -1.2),
    (0.18, 0.6),
    (-0.1, 0.6),
];
const HALF_CHEST: [(f32, f32); 7] =
    [(0.46, 1.0), (0.8, 0.9), (0.92, 3.6), (0.9, 7.8), (0.7, 8.6), (0.5, 6.4), (0.42, 3.2)];
/// The underside of an arm that is held out, and the outer side of one that is raised.
const INNER_TRICEPS: [(f32, f32); 6] =
    [(0.08, 2.0), (0.4, 2.5), (0.92, 1.6), (0.92, 0.0), (0.4, -0.3), (0.12, 0.4)];
const SHOULDER_RIM: [(f32, f32); 7] =
    [(-0.15, 0.8), (-0.14, -1.8), (0.1, -2.7), (0.36, -2.3), (0.38, -0.8), (0.14, 0.2), (-0.04, 1.0)];
const SIDE_WAIST: [(usize, f32, f32); 8] = [
    (LOWER, 0.25, 7.8),
    (LOWER, 0.8, 6.2),
    (UPPER, 0.2, 6.7),
    (UPPER, 0.6, 8.9),
    (UPPER, 0.58, 6.2),
    (UPPER, 0.2, 3.8),
    (LOWER, 0.8, 3.6),
    (LOWER, 0.28, 5.0),
];
const NECK_SIDE: [(usize, f32, f32); 8] = [
    (CROWN, 0.56, 2.6),
    (CROWN, 0.2, 2.2),
    (UPPER, 1.02, 3.4),
    (UPPER, 0.96, 7.8),
    (UPPER, 0.84, 6.8),
    (UPPER, 0.86, 2.4),
    (CROWN, 0.1, -0.4),
    (CROWN, 0.54, -0.2),
];
