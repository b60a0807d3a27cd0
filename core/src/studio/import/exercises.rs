//! Exercises that were read from elsewhere, with all that was said of them.

use super::understood::Understood;
use crate::studio::Item;

/// Where exercises come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExerciseSource {
    /// Lines of text.
    Text,
    /// JSON of <https://github.com/yuhonas/free-exercise-db>.
    FreeExerciseDb,
    /// A routine of <https://github.com/wger-project/wger>.
    Wger,
}

/// Exercises that were read from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedExercises {
    /// Where they come from.
    pub source: ExerciseSource,
    /// What the whole is called there.
    pub name: Option<String>,
    /// What stands there about the whole.
    pub introduction: Option<String>,
    /// Its parts, in order. There is one without a name where it has none.
    pub sections: Vec<ImportedSection>,
}

/// A part of what was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportedSection {
    /// What it is called there.
    pub name: Option<String>,
    /// Its lines or exercises, in order.
    pub parts: Vec<Understood>,
}

impl ImportedExercises {
    /// Everything that was read, in order.
    pub fn parts(&self) -> impl Iterator<Item = &Understood> {
        self.sections.iter().flat_map(|section| &section.parts)
    }

    /// The exercises, in order, to be added to a draft.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        self.parts().filter_map(|part| part.item.clone()).collect()
    }
}
