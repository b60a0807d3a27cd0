//! What is wrong with the figures of a document.

use std::cell::{Cell, RefCell};

use supple_core::Problem;

/// The number of problems that are kept. More than that help nobody; they are only counted.
const KEPT: usize = 100;

/// A collection of problems that everything which reads a document can add to.
#[derive(Default)]
pub(crate) struct Problems {
    kept: RefCell<Vec<Problem>>,
    count: Cell<usize>,
}

impl Problems {
    /// Notes a problem of the value at a path.
    pub(crate) fn add(&self, path: &str, message: impl Into<String>) {
        self.count.set(self.count.get() + 1);
        let mut kept = self.kept.borrow_mut();
        if kept.len() < KEPT {
            kept.push(Problem { path: path.to_owned(), message: message.into() });
        }
    }

    /// How many problems there are so far.
    pub(crate) fn count(&self) -> usize {
        self.count.get()
    }

    /// All problems in the order in which they were found; the last one says how many more there are.
    pub(crate) fn into_list(self) -> Vec<Problem> {
        let mut list = self.kept.into_inner();
        let more = self.count.get() - list.len();
        if more > 0 {
            list.push(Problem { path: String::new(), message: format!("There are {more} more problems.") });
        }
        list
    }
}
