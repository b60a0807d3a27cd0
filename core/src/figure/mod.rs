//! Figures: a body that is drawn from data, and moves.
//!
//! `poses --solve--> frames --outlines--> paths`. A routine's document says how a body is held; from that comes a
//! [`Drawing`]: what is around it, and its [`Frame`]s in time. The widget only ever sees drawings: for the built-in routine they
//! are made when the site is built, for others when they are loaded ([`draw`]).

mod anatomy;
mod body;
mod document;
mod drawing;
mod motion;
mod props;
mod skeleton;
mod still;

pub use anatomy::{Anatomy, AnatomyMuscle, AnatomyShape};
pub use body::{Hung, Outline, Part, outlines};
pub use drawing::{Drawing, RIGHT, WRONG, draw, drawings, muscles, problems};
pub use motion::{Moment, Motion};
pub use skeleton::{ANKLE, BONES, Bone, DIRECTIONS, FOOT, Frame, Limb, Point, Pose, View, bones, joint};
pub use still::Shape;
