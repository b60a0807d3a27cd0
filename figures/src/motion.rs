//! From poses to motions: what lies between two poses, with hands and heels where they have to be all the
//! way.

use super::figure::{Figure, Hand, Posture};
use super::muscle::Light;
use super::pose::Pose;
use super::skeleton::{BONES, Frame, Point, View, bones, interpolate};
use super::solver::{fit_contacts, held_heel, solve};

/// How many poses are solved for each step from one written pose to the next.
const SAMPLES: u8 = 24;
/// How far interpolation may put a joint from its solved position, in hundredths of the body's height: less
/// than a pixel of a figure that fills a phone.
const TOLERANCE: f32 = 0.4;

/// A frame of a motion, and when it is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Time from the beginning, in milliseconds.
    pub ms: u32,
    /// Where the body is.
    pub frame: Frame,
    /// How far each of the figure's muscles that light up is stretched, from 0 to 1. Empty for a partner.
    pub tensions: Vec<f32>,
}

/// The motion of one body from its first pose to its last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Motion {
    /// Keyframes in order of time. Between two of them directions are interpolated; see [`Motion::at`].
    pub moments: Vec<Moment>,
}

impl Motion {
    /// What the motion looks like after `ms` milliseconds, if each step from one written pose to the next
    /// takes `step_ms`. Steps begin and end slowly. `None` for a motion without keyframes.
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
        let tensions = before.tensions.iter().zip(&after.tensions);
        let tensions = tensions.map(|(from, to)| interpolate(*from, *to, share)).collect();
        Some(Moment { ms: before.ms, frame: before.frame.between(&after.frame, share), tensions })
    }

    /// When the motion ends, in milliseconds.
    #[must_use]
    pub fn end_ms(&self) -> u32 {
        self.moments.last().map_or(0, |moment| moment.ms)
    }
}

/// How much of a step is done after a share of its time, both from 0 to 1.
fn eased(share: f32) -> f32 {
    share * share * (3.0 - 2.0 * share)
}

/// The motions of a figure.
pub(crate) struct Motions {
    /// The person's.
    pub(crate) own: Motion,
    /// The partner's; empty without one.
    pub(crate) partner: Motion,
    /// From the first pose into the usual mistake; empty without one.
    pub(crate) mistake: Motion,
}

impl Motions {
    /// Solves all poses of a figure, and what lies between them.
    pub(crate) fn of(figure: &Figure) -> Self {
        let mut poses = figure.poses.clone();
        let mut partner = figure.partner.clone();
        if figure.repeats {
            poses.extend(figure.poses.first());
            partner.extend(figure.partner.first());
        }
        let own = samples(&poses, figure, |_| None);
        let poses: Vec<Pose> = own.iter().map(|(_, pose)| *pose).collect();
        let heels: Vec<Point> = poses.iter().map(held_heel).collect();
        let partner = samples(&partner, figure, |n| heels.get(n).copied());
        let mistake = figure.mistake.as_ref().map(|mistake| {
            // The mistake is made where the figure stands still.
            let mut poses = figure.poses.clone();
            poses.truncate(figure.still);
            poses.push(mistake.posture);
            samples(&poses, figure, |_| None)
        });
        let rest = figure.poses.get(figure.rest).map(|rest| solve(rest, figure.view, None));
        let rest = rest.unwrap_or_default();
        let stretch = |light: &Light| Stretch::of(*light, figure.view, &poses, &rest);
        let stretches: Vec<Stretch> = figure.lights.iter().map(stretch).collect();
        Self {
            own: keyframes(&own, figure.view, &stretches),
            partner: keyframes(&partner, figure.view, &[]),
            mistake: keyframes(&mistake.unwrap_or_default(), figure.view, &stretches),
        }
    }
}

/// How a muscle is stretched in the course of a motion, by its lengths as [`Light::length`] measures them.
struct Stretch {
    light: Light,
    view: View,
    /// In the pose to come back to between two holds, where nothing pulls yet.
    at_rest: f32,
    shortest: f32,
    longest: f32,
}

impl Stretch {
    fn of(light: Light, view: View, poses: &[Pose], rest: &Pose) -> Self {
        let lengths = || poses.iter().map(|pose| light.length(pose, view));
        Self {
            light,
            view,
            at_rest: light.length(rest, view),
            shortest: lengths().fold(f32::INFINITY, f32::min),
            longest: lengths().fold(f32::NEG_INFINITY, f32::max),
        }
    }

    /// How far the muscle is stretched, from 0 to 1.
    fn tension(&self, pose: &Pose) -> f32 {
        // A figure that never leaves its stretch is stretched all the time.
        if self.longest - self.shortest < 1.0 {
            return 1.0;
        }
        let length = self.light.length(pose, self.view);
        ((length - self.at_rest) / (self.longest - self.at_rest).max(1.0)).clamp(0.0, 1.0)
    }
}

/// A pose and the time in milliseconds from the beginning.
type Sample = (u32, Pose);

/// Solved poses, close to one another in time, from the first posture to the last. `heel` says where the
/// partner's hands have to be at each sample.
fn samples(postures: &[Posture], figure: &Figure, heel: impl Fn(usize) -> Option<Point>) -> Vec<Sample> {
    let per_step = usize::from(SAMPLES);
    let end = |(n, posture)| StepEnd { posture, pose: solve(posture, figure.view, heel(n * per_step)) };
    let ends: Vec<StepEnd> = postures.iter().enumerate().map(end).collect();
    let mut samples = Vec::new();
    for (n, (from, to)) in ends.iter().zip(ends.iter().skip(1)).enumerate() {
        for sample in 0..SAMPLES {
            let share = f32::from(sample) / f32::from(SAMPLES);
            let pose = between(from, to, share, figure.view, heel(samples.len()));
            samples.push((sample_ms(figure, n, sample), pose));
        }
    }
    samples.extend(ends.last().map(|end| (sample_ms(figure, ends.len() - 1, 0), end.pose)));
    samples
}

/// When a sample after a pose is reached, in milliseconds from the beginning.
fn sample_ms(figure: &Figure, pose: usize, sample: u8) -> u32 {
    let samples = u32::try_from(pose).unwrap_or(0) * u32::from(SAMPLES) + u32::from(sample);
    figure.step_ms * samples / u32::from(SAMPLES)
}

/// Where a step begins or ends: what is written, and the pose solved from it.
struct StepEnd<'a> {
    posture: &'a Posture,
    pose: Pose,
}

/// The pose at a share of a step. What both ends require of hands, heels and support is required here too;
/// the angles are interpolated between the solved poses.
fn between(first: &StepEnd, last: &StepEnd, share: f32, view: View, heel: Option<Point>) -> Pose {
    let (from, to) = (first.posture, last.posture);
    let point = |[from, to]: [Option<Point>; 2]| Some(from?.between(to?, share));
    let hand = |[from, to]: [Option<Hand>; 2]| match (from?, to?) {
        (Hand::At(from), Hand::At(to)) => Some(Hand::At(from.between(to, share))),
        (from, to) => (from == to).then_some(from),
    };
    let posture = Posture {
        pose: first.pose.between(&last.pose, share),
        on: from.on,
        lift: interpolate(from.lift, to.lift, share),
        heels: [0, 1].map(|side| point([from.heels[side], to.heels[side]])),
        hands: [0, 1].map(|side| hand([from.hands[side], to.hands[side]])),
    };
    // With another support, the height of the body is interpolated like its angles.
    if from.on == to.on { solve(&posture, view, heel) } else { fit_contacts(&posture, view, heel) }
}

/// As few of the samples as are needed: interpolating between two of them comes close to all that are left
/// out.
fn keyframes(samples: &[Sample], view: View, stretches: &[Stretch]) -> Motion {
    let bones = bones(view);
    let moments: Vec<Moment> = samples
        .iter()
        .map(|(ms, pose)| Moment {
            ms: *ms,
            frame: Frame::of(pose, view),
            tensions: stretches.iter().map(|stretch| stretch.tension(pose)).collect(),
        })
        .collect();
    let joints: Vec<_> = moments.iter().map(|moment| moment.frame.joints(&bones)).collect();
    let is_close = |from: &Moment, to: &Moment, (moment, solved): (&Moment, &[Point; BONES + 1])| {
        let share = (moment.ms - from.ms) as f32 / (to.ms - from.ms).max(1) as f32;
        let interpolated = from.frame.between(&to.frame, share).joints(&bones);
        solved.iter().zip(interpolated).all(|(solved, point)| solved.distance(point) <= TOLERANCE)
    };
    let mut motion = Motion::default();
    let mut at = 0;
    while let Some(from) = moments.get(at) {
        motion.moments.push(from.clone());
        let reaches = |end: usize| {
            let Some(to) = moments.get(end) else { return false };
            let mut between = moments.iter().zip(&joints).take(end).skip(at + 1);
            between.all(|moment| is_close(from, to, moment))
        };
        let mut end = at + 1;
        while reaches(end + 1) {
            end += 1;
        }
        at = end;
    }
    motion
}
