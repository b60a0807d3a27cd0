//! What a routine contains, before the person has chosen any option, and the two documents it is read from: the one
//! that an author writes, and the checked form that is made of it.

#[cfg(feature = "authoring")]
mod authoring;
mod checked;
mod model;
mod posture;

#[cfg(feature = "authoring")]
pub use authoring::Problem;
pub use model::{
    Dose, Exercise, Leg, Muscle, Note, Reference, Repeats, Routine, Section, Side, SideName, Sides, Times,
    Variation,
};
pub use posture::Posture;
