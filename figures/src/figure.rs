//! A figure as its author describes it: poses, what supports them, what hands and heels have to touch, and
//! what stands around.

use super::arrow::Arrow;
use super::build::Build;
use super::muscle::Light;
use super::pose::Pose;
use super::skeleton::{Point, View};
use super::strap::Strap;

/// What a body rests on, which decides how high its hips are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Support {
    /// The lower of the two feet.
    Feet,
    /// The foot of the near leg.
    NearFoot,
    /// The foot of the far leg.
    FarFoot,
    /// It sits on the floor.
    Seat,
    /// It sits on a chair.
    Chair,
    /// The lower of the two knees.
    Knees,
    /// It lies on its back.
    Back,
    /// It lies on its front.
    Front,
}

/// Where a hand has to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Hand {
    /// Behind the near thigh.
    BehindThigh,
    /// At a point.
    At(Point),
    /// Of a partner: at the person's near heel.
    PersonsHeel,
}

/// A pose as it is written: angles, and what they have to be adapted to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Posture {
    /// The angles. Where hands or heels have fixed positions, the angles of their limbs are only the starting
    /// point.
    pub(crate) pose: Pose,
    /// What the body rests on.
    pub(crate) on: Support,
    /// Height above that, in hundredths of the body's height.
    pub(crate) lift: f32,
    /// Where the near heel and the far heel have to be.
    pub(crate) heels: [Option<Point>; 2],
    /// Where the near hand and the far hand have to be.
    pub(crate) hands: [Option<Hand>; 2],
}

/// A thing that a person stretches on or with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PropKind {
    /// The floor, as a line.
    Floor,
    /// A mat on the floor.
    Mat,
    /// A chair seen from its side; the seat is at 27 hundredths of the body's height. Its back is at the far
    /// end as the body sees it, so it can be stood at and held.
    Chair,
    /// The same turned around, to sit on: its back is behind the body.
    TurnedChair,
    /// The same seen from the front, with its back farther away.
    ChairFromTheFront,
    /// A table, 49 hundredths high.
    Table,
    /// A wall as high as the picture. From the front it is behind the body, and its skirting board shows.
    Wall,
    /// The two posts of a doorway, seen from the front.
    Doorway,
}

/// A prop and its position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Prop {
    /// What it is.
    pub(crate) kind: PropKind,
    /// x of its middle, in hundredths of the body's height.
    pub(crate) at: f32,
}

/// The usual mistake of an exercise.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mistake {
    /// How the body is held when it makes the mistake.
    pub(crate) posture: Posture,
    /// What is wrong, in words.
    pub(crate) text: String,
}

/// Everything that a routine's document says about the figure of an exercise.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// A description for those who can't see the figure.
    pub(crate) text: String,
    /// The direction from which it is seen.
    pub(crate) view: View,
    /// The muscles that light up; of a pair the far one first.
    pub(crate) lights: Vec<Light>,
    /// What the hands hold.
    pub(crate) strap: Option<Strap>,
    /// What the body has that most don't need.
    pub(crate) build: Build,
    /// Height below which nothing is shown, for a closer look.
    pub(crate) above: Option<f32>,
    /// What stands around.
    pub(crate) props: Vec<Prop>,
    /// The poses in order, at least one.
    pub(crate) poses: Vec<Posture>,
    /// The poses of a partner, as many as of the figure; empty without a partner.
    pub(crate) partner: Vec<Posture>,
    /// Time from one pose to the next, in milliseconds.
    pub(crate) step_ms: u32,
    /// Whether the last pose is followed by the first. Otherwise the last pose is held.
    pub(crate) repeats: bool,
    /// Index of the pose to come back to between two holds.
    pub(crate) rest: usize,
    /// Index of the pose that explains the exercise best.
    pub(crate) still: usize,
    /// What moves from or to that pose, and which way; shown only while nothing moves.
    pub(crate) arrows: Vec<Arrow>,
    /// The usual mistake.
    pub(crate) mistake: Option<Mistake>,
}
