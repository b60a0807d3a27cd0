//! From a posture to a pose: the body gets its height from what supports it, and limbs bend so that hands and
//! heels are where they have to be.

use super::figure::{Hand, Posture, Support};
use super::pose::Pose;
use super::props;
use super::skeleton::{ANKLE, BONES, FOOT, Frame, Point, View, bones, joint};

/// Height of the hip joints above what a person sits or lies on, in hundredths of the body's height, like all
/// lengths here.
const SEAT: f32 = 7.0;
/// Height of a knee that one kneels on.
const KNEE: f32 = 4.2;
/// Distance of the hands behind the bone of the thigh, and their position along it, from 0 at the hip to 1 at
/// the knee.
const BEHIND: f32 = 5.6;
const ALONG: f32 = 0.45;
/// How far a foot may sink into the floor.
const SINKING_MAX: f32 = 1.5;
/// How far a hand or a heel may be from where it has to be.
const REACH_MAX: f32 = 1.5;

/// The pose at the right height, with hands and heels where they have to be. Of a partner, `heel` is where
/// its hands find the person's near heel.
pub(crate) fn solve(posture: &Posture, view: View, heel: Option<Point>) -> Pose {
    let mut posture = *posture;
    if view == View::Above {
        posture.pose.at.y = posture.lift;
        return fit_contacts(&posture, view, heel);
    }
    let pose = &mut posture.pose;
    let sole = |pose: &Pose, leg: [usize; 4]| {
        let frame = Frame::of(pose, view);
        sole_height(&frame.joints(&bones(view)), leg, view)
    };
    pose.at.y = 0.0;
    let support = match posture.on {
        Support::Feet => sole(pose, joint::NEAR_LEG).min(sole(pose, joint::FAR_LEG)),
        Support::NearFoot => sole(pose, joint::NEAR_LEG),
        Support::FarFoot => sole(pose, joint::FAR_LEG),
        Support::Knees => {
            let joints = Frame::of(pose, view).joints(&bones(view));
            joints[joint::NEAR_LEG[1]].y.min(joints[joint::FAR_LEG[1]].y) - KNEE
        }
        Support::Seat | Support::Back | Support::Front => -SEAT,
        Support::Chair => -SEAT - props::SEAT as f32 / 10.0,
    };
    pose.at.y = posture.lift - support;
    fit_contacts(&posture, view, heel)
}

/// The pose with hands and heels where they have to be. The height of the body stays as it is.
pub(crate) fn fit_contacts(posture: &Posture, view: View, heel: Option<Point>) -> Pose {
    let mut pose = posture.pose;
    for (leg, target) in targets(&pose, posture, view, heel).ankles.into_iter().enumerate() {
        if let Some(target) = target {
            if view.of_body() == View::Front {
                // There the direction of a foot doesn't depend on the leg.
                pose.step_from_the_front(leg, target);
                continue;
            }
            let before = foot_direction(&pose, leg);
            pose.step(leg, target);
            // The ankle makes up for what hip and knee have turned, so that the foot keeps its direction.
            pose.legs[leg][2] += before - foot_direction(&pose, leg);
        }
    }
    // Asked again, since the targets of the hands may depend on where the legs are now.
    for (arm, target) in targets(&pose, posture, view, heel).wrists.into_iter().enumerate() {
        match (target, view) {
            (Some(target), View::Side) => pose.reach(arm, target),
            (Some(target), View::Front | View::Above) => pose.reach_from_the_front(arm, target),
            (None, _) => {}
        }
    }
    pose
}

/// Where a partner holds the near heel of a pose, in the partner's mirrored coordinates.
pub(crate) fn held_heel(pose: &Pose) -> Point {
    let joints = pose.joints();
    let [_, _, ankle, toes] = joint::NEAR_LEG;
    let heel = back_of_heel(joints[ankle], joints[toes]);
    Point::new(-heel.x, heel.y)
}

/// Where a partner holds the near heel of a posture; see [`held_heel`].
pub(crate) fn partner_heel(posture: &Posture, view: View) -> Point {
    held_heel(&solve(posture, view, None))
}

/// What can't be as the posture says, each as the path of a field and the reason.
pub(crate) fn misfits(posture: &Posture, view: View, heel: Option<Point>) -> Vec<(&'static str, String)> {
    let pose = solve(posture, view, heel);
    let seen = view.of_body();
    let joints = Frame::of(&pose, seen).joints(&bones(seen));
    let mut misfits = Vec::new();
    for (field, leg) in [(".near-leg", joint::NEAR_LEG), (".far-leg", joint::FAR_LEG)] {
        let depth = -sole_height(&joints, leg, view);
        if depth > SINKING_MAX && view != View::Above {
            misfits.push((
                field,
                format!("is {depth:.1} units below the floor (100 units are the body's height)."),
            ));
        }
    }
    let Targets { ankles: [near_ankle, far_ankle], wrists: [near_wrist, far_wrist] } =
        targets(&pose, posture, view, heel);
    let contacts = [
        (".near-heel", joint::NEAR_LEG[2], near_ankle),
        (".far-heel", joint::FAR_LEG[2], far_ankle),
        (".near-hand", joint::NEAR_ARM[2], near_wrist),
        (".far-hand", joint::FAR_ARM[2], far_wrist),
    ];
    for (field, joint, target) in contacts {
        let distance = target.map_or(0.0, |target| joints[joint].distance(target));
        if distance > REACH_MAX {
            let message =
                format!("is out of reach by {distance:.1} units (100 units are the body's height).");
            misfits.push((field, message));
        }
    }
    misfits
}

/// The back of the heel, as high above the sole as the ankle.
fn back_of_heel(ankle: Point, toes: Point) -> Point {
    ankle.between(toes, -ANKLE / FOOT)
}

/// Height of the lowest point of a foot.
fn sole_height(joints: &[Point; BONES + 1], [_, _, ankle, toes]: [usize; 4], view: View) -> f32 {
    let (ankle, toes) = (joints[ankle], joints[toes]);
    if view == View::Front {
        return ankle.y - ANKLE;
    }
    let down = ankle.direction(toes) - 90.0;
    let ball = toes.toward(down, ANKLE);
    let heel = back_of_heel(ankle, toes).toward(down, ANKLE);
    ball.y.min(heel.y)
}

/// Where ankles and wrists have to be, the near one first.
struct Targets {
    ankles: [Option<Point>; 2],
    wrists: [Option<Point>; 2],
}

fn targets(pose: &Pose, posture: &Posture, view: View, heel: Option<Point>) -> Targets {
    // The ankle is above the heel, at a right angle to the foot.
    let up = |leg: usize| match view {
        View::Side => foot_direction(pose, leg) + 90.0,
        View::Front | View::Above => 180.0,
    };
    let ankle = |leg: usize| Some(posture.heels[leg]?.toward(up(leg), ANKLE));
    let joints = pose.joints();
    let [hip, knee, ..] = joint::NEAR_LEG;
    let thigh = joints[hip].direction(joints[knee]);
    let wrist = |arm: usize| match posture.hands[arm]? {
        Hand::BehindThigh => Some(joints[hip].between(joints[knee], ALONG).toward(thigh - 90.0, BEHIND)),
        Hand::At(point) => Some(point),
        Hand::PersonsHeel => heel,
    };
    Targets { ankles: [0, 1].map(ankle), wrists: [0, 1].map(wrist) }
}

/// The direction in which a foot points, in degrees.
fn foot_direction(pose: &Pose, leg: usize) -> f32 {
    let [hip, knee, ankle] = pose.legs[leg];
    hip - pose.pelvis - knee + 90.0 + ankle
}
