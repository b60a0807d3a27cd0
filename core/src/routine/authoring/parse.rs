//! From a JSON document to a [`Routine`], or to everything that is wrong with it.

use serde::Deserialize;
use serde_json::Value;

use super::checks::Validator;
use super::cross_references;
use super::draft::{Given, RoutineDraft};
use super::problem::{Problem, Problems};
use crate::routine::model::Routine;

/// The largest document that is read, in bytes. The built-in hamstring routine has 35,000.
const BYTES_MAX: usize = 1_000_000;

impl Routine {
    /// Reads a routine's document: JSON of at most 1,000,000 bytes.
    ///
    /// # Errors
    /// Every problem at once, each with its path in the document and a sentence about it, at most 100 of them
    /// and a count of the rest. Never empty.
    pub fn parse(document: &str) -> Result<Self, Vec<Problem>> {
        Validator::default().check(&read_json(document)?)
    }
}

/// The JSON of a document, in which the last of several fields with the same name counts.
pub(in crate::routine) fn read_json(document: &str) -> Result<Value, Vec<Problem>> {
    let document = document.trim_start_matches('\u{feff}'); // some editors begin files with a mark
    if document.len() > BYTES_MAX {
        let (size, most) = (document.len().div_ceil(1_000), BYTES_MAX / 1_000);
        return Err(Problems::only(format_args!("The routine has {size} KB; at most {most} KB are read.")));
    }
    if document.trim().is_empty() {
        return Err(Problems::only("The routine is empty."));
    }
    if document.trim_start().starts_with('<') {
        return Err(Problems::only(
            "There is a web page at the address, not a routine. Open the address in a browser to see which.",
        ));
    }
    serde_json::from_str(document)
        .map_err(|error| Problems::only(format_args!("The routine is not valid JSON: {error}.")))
}

impl Validator {
    /// The routine of a document.
    pub(in crate::routine) fn check(mut self, document: &Value) -> Result<Routine, Vec<Problem>> {
        let draft = Given::<RoutineDraft>::deserialize(document).unwrap_or_default();
        let draft = draft.usable().ok_or_else(|| Problems::only("The routine should be a JSON object."))?;
        let routine = self.routine(draft);
        let mut problems = self.problems;
        cross_references::check(draft, &mut problems);
        match routine {
            Some(routine) if problems.is_empty() => Ok(routine),
            _ => Err(problems.into_list()),
        }
    }
}
