//! What the studio knows, where people write routines: drafts, what can be done to them and undone, what is wrong with
//! them, how long they take, where they are stored, what they can be made from, and how they read in clinical notes.
//!
//! A [`Draft`] may hold anything that a person types; [`problems`] says what of it isn't right yet, by the very
//! validation that embeds use. The document of a routine is made of a draft, and a draft of a document, without losing
//! anything.

mod apply;
mod draft;
mod drafts;
mod drafts_file;
mod durations;
mod edit;
mod exercises;
mod from_document;
mod history;
pub mod import;
mod item;
mod lenient;
mod mend;
mod notes;
mod place;
mod problems;
mod search;
mod to_document;
mod typed;

pub use apply::Applied;
pub use draft::{Draft, DraftAuthor, DraftSection, SectionKey};
pub use drafts::{DraftEntry, Drafts, DraftsError, ListedDraft, Revision, StoredDraft};
pub use drafts_file::{DraftsFile, DraftsFileError, MergedDrafts};
pub use durations::{Durations, durations};
pub use edit::{Edit, NewSection, Spot};
pub use exercises::{has_figure, library_exercise, library_exercises};
pub use from_document::NotARoutine;
pub use history::{HISTORY_STEPS, History, TYPING_MS};
pub use item::{DoseKind, Item, ItemExercise, ItemKey, OwnExercise, Words};
pub use mend::Kept;
pub use notes::{NoteDose, NoteWords, notes};
pub use place::{ItemField, Place, RoutineField, SectionField};
pub use problems::{FieldProblem, problems};
pub use search::SoughtWords;
pub use typed::Typed;
