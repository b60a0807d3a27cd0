//! What is wrong with a document, said so that its author can mend it.

use std::fmt;

/// One thing wrong in a routine's document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `sections[2].exercises[0].dose.seconds`; empty for the document as a whole.
    pub path: String,
    /// What and why, as a sentence.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(path: &str, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), message: message.into() }
    }
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
