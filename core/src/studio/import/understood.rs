//! A line, or an exercise of a file, with what was understood of it.

use std::ops::Range;

use super::remark::Remark;
use crate::studio::Item;

/// What a part of a line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// The name of an exercise.
    Name,
    /// Seconds, or minutes.
    Seconds,
    /// How often.
    Repeats,
    /// Which sides.
    Sides,
    /// A bullet, a number or a box before the line.
    Bullet,
    /// A heading.
    Heading,
}

/// A part of a line, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it is.
    pub bytes: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

/// Which sides a line names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadSides {
    /// One after the other.
    Each,
    /// The left one alone.
    Left,
    /// The right one alone.
    Right,
}

/// The dose that a line names, whatever exercise it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadDose {
    /// Seconds.
    pub seconds: Option<u32>,
    /// How often.
    pub repeats: Option<u32>,
    /// Which sides, and the words for them.
    pub sides: Option<(ReadSides, String)>,
}

/// A line, or an exercise of a file, with what was understood of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understood {
    /// The line, or the exercise's name in a file.
    pub line: String,
    /// Its number in the text, or the exercise's in the file, from 1.
    pub number: usize,
    /// What its parts mean, in order.
    pub spans: Vec<Span>,
    /// The dose that it names.
    pub dose: ReadDose,
    /// The exercise that was made of it. None where it is a heading.
    pub item: Option<Item>,
    /// What was done about what isn't as Supple has it.
    pub remarks: Vec<Remark>,
    /// Ids of exercises in the library that might be meant, the likeliest first. None of them was taken.
    pub suggestions: Vec<String>,
}

impl Understood {
    /// The parts of the line that weren't understood, with their places.
    #[must_use]
    pub fn not_understood(&self) -> Vec<(Range<usize>, &str)> {
        let mut parts = Vec::new();
        let mut from = 0;
        let end = self.line.len()..self.line.len();
        let ends = self.spans.iter().map(|span| span.bytes.clone()).chain(std::iter::once(end));
        for bytes in ends {
            let gap = self.line.get(from..bytes.start).unwrap_or_default();
            let mut start = from;
            for part in gap.split_inclusive([',', ';']) {
                let is_edge = |c: char| !c.is_alphanumeric() && !matches!(c, '"' | '%');
                let text = part.trim_matches(is_edge);
                if text.chars().any(char::is_alphanumeric) {
                    let at = start + part.find(text).unwrap_or_default();
                    parts.push((at..at + text.len(), text));
                }
                start += part.len();
            }
            from = from.max(bytes.end);
        }
        parts
    }

    /// Whether nothing of it is left that a person should look at.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.not_understood().is_empty() && self.remarks.is_empty() && self.suggestions.is_empty()
    }
}
