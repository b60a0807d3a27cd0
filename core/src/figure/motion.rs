//! From poses to frames in time: what has to fit is made to fit, in every frame and not only in the poses.

use super::document::{Bearing, Figure, Hands, Posture};
use super::skeleton::{ANKLE, BONES, FOOT, Frame, Point, Pose, View, bones, joint, mix};

/// How high the hip joints are above what a person sits or lies on.
const SEAT: f32 = 7.0;
/// How many frames are looked at from one pose to the next.
const FINE: u8 = 24;
/// How far a joint may be off between two frames that are kept, in hundredths of the body's height: less than a
/// pixel of a figure that fills a phone.
const TOLERANCE: f32 = 0.4;
/// How far behind the thigh's bone hands lie, and where along it.
const BEHIND: f32 = 5.6;
const ALONG: f32 = 0.45;
/// How far a foot may be below the floor, and a hand or a heel from where it has to be, in hundredths of the body's height.
const SINKING_MAX: f32 = 1.5;
const REACH_MAX: f32 = 1.5;

/// A frame, and when it is reached, in milliseconds from the beginning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// When.
    pub ms: u32,
    /// What.
    pub frame: Frame,
    /// How far the hamstring is stretched, from 0 to 1.
    pub tension: f32,
}

/// The frames of one body, from its first pose to its last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Motion {
    /// In order. From each to the next, directions turn evenly; see [`Motion::at`] for the times.
    pub moments: Vec<Moment>,
}

impl Motion {
    /// What there is at a time, in milliseconds, if steps take so long: each begins and ends slowly.
    #[must_use]
    pub fn at(&self, ms: f32, step_ms: u32) -> Option<Moment> {
        let step_ms = step_ms as f32;
        let share = (ms / step_ms).fract();
        let ms = ms + (eased(share) - share) * step_ms;
        let next = self.moments.iter().position(|moment| moment.ms as f32 > ms);
        let after = self.moments.get(next.unwrap_or(self.moments.len().saturating_sub(1)))?;
        let before = next.and_then(|next| self.moments.get(next.checked_sub(1)?)).unwrap_or(after);
        let span = (after.ms as f32 - before.ms as f32).max(1.0);
        let share = ((ms - before.ms as f32) / span).clamp(0.0, 1.0);
        let tension = mix(before.tension, after.tension, share);
        Some(Moment { ms: before.ms, frame: before.frame.between(&after.frame, share), tension })
    }
}

/// How far a step is after a share of its time.
fn eased(share: f32) -> f32 {
    share * share * (3.0 - 2.0 * share)
}

/// The motions of a figure: its own, its partner's if there is one, and the one into its mistake.
pub(super) struct Motions {
    pub(super) own: Motion,
    pub(super) partner: Motion,
    pub(super) mistake: Motion,
}

pub(super) fn motions(figure: &Figure) -> Motions {
    let mut poses = figure.poses.clone();
    let mut partner = figure.partner.clone();
    if figure.repeats {
        poses.extend(figure.poses.first());
        partner.extend(figure.partner.first());
    }
    let own = way(&poses, figure, |_| None);
    let poses: Vec<Pose> = own.iter().map(|(_, pose)| *pose).collect();
    let heels: Vec<Point> = poses.iter().map(held_heel).collect();
    let partner = way(&partner, figure, |n| heels.get(n).copied());
    let mistake = figure.mistake.as_ref().map(|(wrong, _)| {
        let mut into = figure.poses.clone();
        into.truncate(figure.still);
        into.push(*wrong);
        way(&into, figure, |_| None)
    });
    let rest = figure.poses.get(figure.rest).map(|rest| solved_length(rest, figure.view));
    let stretch = Stretch::of(&poses, rest.unwrap_or(0.0));
    Motions {
        own: kept(&own, figure.view, &stretch),
        partner: kept(&partner, figure.view, &Stretch::default()),
        mistake: kept(&mistake.unwrap_or_default(), figure.view, &stretch),
    }
}

/// How long a hamstring is at the least and at the most, as degrees at the hip less those at the knee: it crosses both.
#[derive(Default)]
struct Stretch {
    least: f32,
    most: f32,
}

impl Stretch {
    /// From the pose to which one comes back, where nothing pulls yet.
    fn of(poses: &[Pose], least: f32) -> Self {
        Self { least, most: poses.iter().map(length).fold(f32::NEG_INFINITY, f32::max) }
    }

    fn share(&self, pose: &Pose) -> f32 {
        let span = self.most - self.least;
        // Who is in it from the beginning is in it whole.
        if span < 1.0 { 1.0 } else { ((length(pose) - self.least) / span).clamp(0.0, 1.0) }
    }
}

fn solved_length(posture: &Posture, view: View) -> f32 {
    length(&solved(posture, view, None))
}

fn length(pose: &Pose) -> f32 {
    let [hip, knee, _] = pose.legs[0];
    hip - knee
}

/// Poses close to one another in time, each with its milliseconds.
type Way = Vec<(u32, Pose)>;

/// From pose to pose, evenly.
fn way(postures: &[Posture], figure: &Figure, heel: impl Fn(usize) -> Option<Point>) -> Way {
    let fine = usize::from(FINE);
    let end = |(n, posture)| End { posture, pose: solved(posture, figure.view, heel(n * fine)) };
    let ends: Vec<End> = postures.iter().enumerate().map(end).collect();
    let mut way = Vec::new();
    for (n, (from, to)) in ends.iter().zip(ends.iter().skip(1)).enumerate() {
        for fine in 0..FINE {
            let share = f32::from(fine) / f32::from(FINE);
            way.push((ms_at(figure, n, fine), between(from, to, share, figure.view, heel(way.len()))));
        }
    }
    way.extend(ends.last().map(|end| (ms_at(figure, ends.len() - 1, 0), end.pose)));
    way
}

/// When a pose, and so much of the step after it, is reached, in milliseconds from the beginning.
fn ms_at(figure: &Figure, pose: usize, fine: u8) -> u32 {
    let step = u32::try_from(pose).unwrap_or(0) * u32::from(FINE) + u32::from(fine);
    figure.step_ms * step / u32::from(FINE)
}

/// Where a step begins or ends: what is asked for, and the pose that it leads to.
struct End<'a> {
    posture: &'a Posture,
    pose: Pose,
}

/// What both ends ask for is asked for all the way between them; else the way is between their poses.
fn between(first: &End, last: &End, share: f32, view: View, heel: Option<Point>) -> Pose {
    let (from, to) = (first.posture, last.posture);
    let alike = from.on == to.on;
    let place = |[from, to]: [Option<Point>; 2]| Some(from?.between(to?, share));
    let hands = |[from, to]: [Option<Hands>; 2]| match (from?, to?) {
        (Hands::At(from), Hands::At(to)) => Some(Hands::At(from.between(to, share))),
        (from, to) => (from == to).then_some(from),
    };
    let posture = Posture {
        pose: first.pose.between(&last.pose, share),
        on: from.on,
        lift: mix(from.lift, to.lift, share),
        heels: [0, 1].map(|side| place([from.heels[side], to.heels[side]])),
        hands: [0, 1].map(|side| hands([from.hands[side], to.hands[side]])),
    };
    if alike { solved(&posture, view, heel) } else { fitted(posture, heel) }
}

/// Where a partner holds the nearer heel of a pose: in the partner's world, which is mirrored.
fn held_heel(pose: &Pose) -> Point {
    let joints = pose.joints();
    let [_, _, ankle, toes] = joint::NEAR_LEG;
    let heel = behind_ankle(joints[ankle], joints[toes]);
    Point::new(-heel.x, heel.y)
}

/// See [`held_heel`].
pub(super) fn heel_for_partner(posture: &Posture, view: View) -> Point {
    held_heel(&solved(posture, view, None))
}

/// What of a posture doesn't fit, by its field, and why.
pub(super) fn misfits(posture: &Posture, view: View, heel: Option<Point>) -> Vec<(&'static str, String)> {
    let pose = solved(posture, view, heel);
    let joints = Frame::of(&pose, view).joints(&bones(view));
    let mut misfits = Vec::new();
    for (side, leg) in [joint::NEAR_LEG, joint::FAR_LEG].into_iter().enumerate() {
        let below = -sole(&joints, leg, view);
        if below > SINKING_MAX {
            let field = [".near-leg", ".far-leg"][side];
            misfits
                .push((field, format!("sinks {below:.1} hundredths of the body's height into the floor.")));
        }
    }
    let mut check = |field: &'static str, joint: usize, place: Option<Point>| {
        let off = place.map_or(0.0, |place| joints[joint].distance(place));
        if off > REACH_MAX {
            let message = format!("is out of reach, by {off:.1} hundredths of the body's height.");
            misfits.push((field, message));
        }
    };
    let places = wanted(&pose, posture, heel);
    for (side, ankle) in [joint::NEAR_LEG[2], joint::FAR_LEG[2]].into_iter().enumerate() {
        check([".near-heel", ".far-heel"][side], ankle, places.ankles[side]);
    }
    for (side, wrist) in [joint::NEAR_ARM[2], joint::FAR_ARM[2]].into_iter().enumerate() {
        check([".near-hand", ".far-hand"][side], wrist, places.wrists[side]);
    }
    misfits
}

/// The pose, borne by what bears it, with hands and heels where they have to be.
fn solved(posture: &Posture, view: View, heel: Option<Point>) -> Pose {
    let mut posture = *posture;
    let pose = &mut posture.pose;
    let below = |pose: &Pose, leg: [usize; 4]| {
        let frame = Frame::of(pose, view);
        sole(&frame.joints(&bones(view)), leg, view)
    };
    pose.at.y = 0.0;
    let down = match posture.on {
        Bearing::Feet => below(pose, joint::NEAR_LEG).min(below(pose, joint::FAR_LEG)),
        Bearing::NearFoot => below(pose, joint::NEAR_LEG),
        Bearing::FarFoot => below(pose, joint::FAR_LEG),
        Bearing::Seat | Bearing::Back => -SEAT,
    };
    pose.at.y = posture.lift - down;
    fitted(posture, heel)
}

/// The back of the heel, as high above the sole as the ankle is.
fn behind_ankle(ankle: Point, toes: Point) -> Point {
    ankle.between(toes, -ANKLE / FOOT)
}

/// How low the lowest of a foot is.
fn sole(joints: &[Point; BONES + 1], [_, _, ankle, toes]: [usize; 4], view: View) -> f32 {
    let (ankle, toes) = (joints[ankle], joints[toes]);
    if view == View::Front {
        return ankle.y - ANKLE;
    }
    let down = ankle.direction(toes) - 90.0;
    let ball = toes.toward(down, ANKLE);
    let heel = behind_ankle(ankle, toes).toward(down, ANKLE);
    ball.y.min(heel.y)
}

/// Where ankles and wrists have to be.
struct Wanted {
    ankles: [Option<Point>; 2],
    wrists: [Option<Point>; 2],
}

fn wanted(pose: &Pose, posture: &Posture, heel: Option<Point>) -> Wanted {
    let ankle = |leg: usize| {
        // From the heel's place to the ankle's: up from the sole, where the foot points.
        Some(posture.heels[leg]?.toward(foot(pose, leg) + 90.0, ANKLE))
    };
    let joints = pose.joints();
    let [hip, knee, ..] = joint::NEAR_LEG;
    let thigh = joints[hip].direction(joints[knee]);
    let wrist = |arm: usize| match posture.hands[arm]? {
        Hands::BehindThigh => Some(joints[hip].between(joints[knee], ALONG).toward(thigh - 90.0, BEHIND)),
        Hands::At(place) => Some(place),
        Hands::Heel => heel,
    };
    Wanted { ankles: [0, 1].map(ankle), wrists: [0, 1].map(wrist) }
}

/// The direction in which a foot points.
fn foot(pose: &Pose, leg: usize) -> f32 {
    let [hip, knee, ankle] = pose.legs[leg];
    hip - pose.pelvis - knee + 90.0 + ankle
}

fn fitted(posture: Posture, heel: Option<Point>) -> Pose {
    let mut pose = posture.pose;
    for (leg, place) in wanted(&pose, &posture, heel).ankles.into_iter().enumerate() {
        if let Some(place) = place {
            let before = foot(&pose, leg);
            pose.step(leg, place);
            // The foot keeps the direction in which it was.
            pose.legs[leg][2] += before - foot(&pose, leg);
        }
    }
    // Where a hand has to be may depend on where the legs are by now.
    for (arm, place) in wanted(&pose, &posture, heel).wrists.into_iter().enumerate() {
        if let Some(place) = place {
            pose.reach(arm, place);
        }
    }
    pose
}

/// Of many frames those that are needed: between two of them, turning evenly leads through the others.
fn kept(way: &Way, view: View, stretch: &Stretch) -> Motion {
    let bones = bones(view);
    let moments: Vec<Moment> = way
        .iter()
        .map(|(ms, pose)| Moment { ms: *ms, frame: Frame::of(pose, view), tension: stretch.share(pose) })
        .collect();
    let joints: Vec<_> = moments.iter().map(|moment| moment.frame.joints(&bones)).collect();
    let is_near = |from: &Moment, to: &Moment, (moment, meant): (&Moment, &[Point; BONES + 1])| {
        let share = (moment.ms - from.ms) as f32 / (to.ms - from.ms).max(1) as f32;
        let found = from.frame.between(&to.frame, share).joints(&bones);
        meant.iter().zip(found).all(|(meant, found)| meant.distance(found) <= TOLERANCE)
    };
    let mut kept = Motion::default();
    let mut at = 0;
    while let Some(from) = moments.get(at) {
        kept.moments.push(*from);
        let reaches = |end: usize| {
            let Some(to) = moments.get(end) else { return false };
            let mut between = moments.iter().zip(&joints).take(end).skip(at + 1);
            between.all(|moment| is_near(from, to, moment))
        };
        let mut end = at + 1;
        while reaches(end + 1) {
            end += 1;
        }
        at = end;
    }
    kept
}
