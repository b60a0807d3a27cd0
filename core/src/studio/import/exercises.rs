//! Exercises that were read from elsewhere, with all that was said of them.

use super::understood::Understood;
use crate::studio::{Edit, Item, NewSection};

/// How many exercises a section may have.
const SECTION_MAX: usize = 40;

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
    /// What stands there about it.
    pub summary: Option<String>,
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

    /// The edit that adds all of it to a draft, in sections as it has them. Those without a name, and those that have too
    /// many exercises for one, are called as `section` says, and numbered where there are several.
    #[must_use]
    pub fn edit(&self, section: &str) -> Edit {
        let mut sections = Vec::new();
        for part in &self.sections {
            let items: Vec<Item> = part.parts.iter().filter_map(|part| part.item.clone()).collect();
            for (n, items) in items.chunks(SECTION_MAX).enumerate() {
                let name = part.name.as_deref().unwrap_or(section);
                let name = if n == 0 { name.to_owned() } else { format!("{name} {}", n + 1) };
                let summary = part.summary.clone().filter(|_| n == 0).unwrap_or_default();
                sections.push(NewSection { name, summary, items: items.to_vec() });
            }
        }
        Edit::AddSections(sections)
    }
}
