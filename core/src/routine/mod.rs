//! The document an author writes: what a routine contains, before the person has chosen any option.

mod cross_references;
mod draft;
mod model;
mod parse;
mod problem;
mod validate;

pub use model::{
    Dose, Exercise, Leg, Muscle, Note, Reference, Repeats, Routine, Section, Side, Sides, Times, Variation,
};
pub use problem::Problem;
