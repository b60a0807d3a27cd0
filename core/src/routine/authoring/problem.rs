//! What is wrong with a document, in terms that help its author to mend it.

use std::fmt;

/// One thing wrong with a routine's document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is, such as `sections[2].exercises[0].dose.seconds`; empty for the document as a whole.
    pub path: String,
    /// What is wrong and what would be right. Reads as a sentence after the path.
    pub message: String,
}

impl Problem {
    /// What is wrong where something has to be and nothing is.
    pub(crate) const MISSING: &str = "is missing.";
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.path, self.message)
        }
    }
}

/// A place in a document. It refers to the place around it, so that going deeper allocates nothing.
#[derive(Clone, Copy)]
pub(in crate::routine) enum Path<'a> {
    Document,
    Field(&'a Self, &'a str),
    Item(&'a Self, usize),
}

impl<'a> Path<'a> {
    pub(in crate::routine) fn field(&'a self, name: &'a str) -> Self {
        Self::Field(self, name)
    }

    pub(in crate::routine) fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => Ok(()),
            Self::Field(Self::Document, name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// The problems found so far. Beyond [`Problems::LIMIT`] they are only counted: more help nobody and cost
/// memory.
#[derive(Default)]
pub(in crate::routine) struct Problems {
    listed: Vec<Problem>,
    unlisted: usize,
}

impl Problems {
    const LIMIT: usize = 100;

    /// A document with a single problem.
    pub(in crate::routine) fn only(message: impl fmt::Display) -> Vec<Problem> {
        let mut problems = Self::default();
        problems.add(&Path::Document, message);
        problems.into_list()
    }

    pub(in crate::routine) fn add(&mut self, path: &Path<'_>, message: impl fmt::Display) {
        if self.listed.len() < Self::LIMIT {
            self.listed.push(Problem { path: path.to_string(), message: message.to_string() });
        } else {
            self.unlisted += 1;
        }
    }

    pub(in crate::routine) fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    pub(in crate::routine) fn into_list(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            let message = format!("There are {} more problems.", self.unlisted);
            self.listed.push(Problem { path: String::new(), message });
        }
        self.listed
    }
}

/// Shortens an author's text to what fits into a sentence about it.
pub(in crate::routine) fn shorten(text: &str) -> String {
    const CHARACTERS: usize = 60;
    let mut short: String = text.chars().take(CHARACTERS).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
