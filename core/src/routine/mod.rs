//! What a routine contains, before the person has chosen any option, and the two documents it is read from: the one
//! that an author writes, and the checked form that is made of it.

#[cfg(feature = "authoring")]
mod authoring;
mod checked;
#[cfg(feature = "authoring")]
mod library;
mod model;
mod names;
mod posture;
mod region;
mod sides;

#[cfg(feature = "authoring")]
pub use authoring::{Author, Authorship, Problem};
#[cfg(feature = "authoring")]
pub use library::{Completed, Library};
pub use model::{Dose, Exercise, Muscle, Note, Reference, Repeats, Routine, Section, Times, Variation};
pub use names::{exercise_name, routine_name, routine_names};
pub use posture::Posture;
pub use region::{Avoid, Region};
pub use sides::{Leg, Side, SideName, Sides};
