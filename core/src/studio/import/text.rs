//! Exercises as lines of text.

use super::exercises::{ExerciseSource, ImportedExercises, ImportedSection};
use super::understood::{Meaning, Span, Understood};
use crate::studio::Item;

/// Reads a list of exercises, one a line.
#[must_use]
pub fn read_text(text: &str) -> ImportedExercises {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parts = lines.map(|(n, line)| {
        let mut item = Item::own();
        item.words.name = Some(line.trim().to_owned());
        let spans = vec![Span { bytes: 0..line.len(), meaning: Meaning::Name }];
        Understood { line: line.to_owned(), number: n + 1, spans, item: Some(item), ..Understood::default() }
    });
    let section = ImportedSection { name: None, parts: parts.collect() };
    ImportedExercises {
        source: ExerciseSource::Text,
        name: None,
        introduction: None,
        sections: vec![section],
    }
}
