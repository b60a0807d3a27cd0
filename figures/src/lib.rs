//! Figures: bodies described as data, drawn as outlines, and moved.
//!
//! A routine's document describes a figure as a series of poses. From those this crate makes a [`Drawing`]:
//! the keyframes of a skeleton, and the outlines that hang on its bones. The widget never sees a pose. For
//! the built-in routine the drawings are made when the site is built; for other routines, when the document
//! is loaded ([`draw`]).
//!
//! The way through the modules: `document` finds the figures, `reader` reads them into a `figure`, `solver`
//! brings hands, heels and feet to where they belong, `motion` fills in what lies between two poses, and
//! `drawing` and `picture` show the outcome.

mod anatomy;
mod arrow;
mod body;
mod build;
mod document;
mod drawing;
mod figure;
mod motion;
mod muscle;
mod muscle_outlines;
mod outline;
mod output;
mod picture;
mod pose;
mod problems;
mod props;
mod reader;
mod skeleton;
mod solver;
mod strap;

pub use anatomy::{Anatomy, AnatomyMuscle, AnatomyShape};
pub use body::outlines;
pub use build::{Build, Member};
pub use document::{draw, drawings, muscles, problems};
pub use drawing::{Drawing, RIGHT, WRONG};
pub use motion::{Moment, Motion};
pub use muscle::{Light, Muscle, Side};
pub use outline::{Hung, Outline, Part};
pub use picture::{Picture, Shape};
pub use pose::{Lengths, Limb, Pose};
pub use skeleton::{ANKLE, BONES, Bone, DIRECTIONS, FOOT, Frame, Point, View, bones, joint};
pub use strap::{Strap, StrapEnd};
