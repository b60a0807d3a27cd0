//! What a routine contains, before the person has chosen any option, and the two documents it is read from: the one
//! that an author writes, and the checked form that is made of it.

#[cfg(feature = "authoring")]
mod authoring;
mod checked;
mod model;
mod posture;
mod sides;

#[cfg(feature = "authoring")]
pub use authoring::Problem;
pub use model::{Dose, Exercise, Muscle, Note, Reference, Repeats, Routine, Section, Times, Variation};
pub use posture::Posture;
pub use sides::{Leg, Side, SideName, Sides};
