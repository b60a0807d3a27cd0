//! What a routine can be made from: texts and files of several kinds, which are told apart by what is in them.
//!
//! Nothing is guessed silently. Each [`Understood`] says which part of it means what, what wasn't understood, and what was
//! done about it.

mod dose;
mod exercises;
mod free_exercise_db;
mod item_of;
mod kind;
mod library_names;
mod remark;
mod sides;
mod text;
mod understood;
mod wger;
mod words;

pub(super) use library_names::folded_words;

pub use exercises::{ExerciseSource, ImportedExercises, ImportedSection};
pub use kind::{Import, Refused, import};
pub use remark::{LeftOut, Remark};
pub use text::read_text;
pub use understood::{Meaning, ReadDose, ReadSides, Span, Understood};
