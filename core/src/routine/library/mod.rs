//! The library: exercises that are described once, and the completing of routines that refer to them.
//!
//! A routine's document may say `{ "use": "cat-cow", "seconds": 30 }` in place of an exercise. [`Library::complete`] makes
//! of it the document that would describe every exercise in place, which is then read like any other.

#[cfg(feature = "library")]
mod built_in;
mod reference;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use self::reference::Used;
use super::authoring::{Path, Validator, read_json};
use super::model::Routine;
use crate::Problem;

/// Tells an editor how the file is written, and nobody else anything.
const SCHEMA: &str = "$schema";

/// The sentence at the end of a step with which an exercise of the library says to change sides.
const SWITCH: &str = "switch";

/// Exercises, muscles and sources, each by its id, as documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Library {
    exercises: BTreeMap<String, Value>,
    muscles: Map<String, Value>,
    sources: Map<String, Value>,
}

/// A routine that was read, and the document in which all of it is described in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completed {
    /// The routine.
    pub routine: Routine,
    /// Its document, with the exercises and figures of the library in place. Figures are drawn from it.
    pub document: String,
}

impl Library {
    /// Ids of the built-in routines, in the order in which they are shown. Ids never change: links and logs hold them.
    pub const ROUTINES: [&str; 10] = [
        "hamstring",
        "lower-back",
        "hips",
        "desk-break",
        "neck-shoulders",
        "calves-ankles",
        "full-body",
        "before-bed",
        "morning",
        "after-run",
    ];

    /// Reads a library from the file that the build writes of the built-in one, so that a page has it without holding it in
    /// its WebAssembly.
    ///
    /// # Errors
    /// At the first thing that isn't as [`Library::to_json`] wrote it.
    pub fn from_json(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }

    /// The library as a file.
    #[must_use]
    pub fn to_json(&self) -> String {
        // None of its types can fail to become JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Ids of all exercises, sorted.
    pub fn exercise_ids(&self) -> impl Iterator<Item = &str> {
        self.exercises.keys().map(String::as_str)
    }

    /// The document of an exercise; `None` where the library doesn't have it.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Value> {
        self.exercises.get(id)
    }

    /// A step of an exercise as it reads where sides aren't changed: without the sentence that says to.
    #[must_use]
    pub fn step_without_switch<'a>(&self, id: &str, step: &'a str) -> &'a str {
        let switch = self.exercise(id).and_then(|exercise| exercise.get(SWITCH)?.as_str());
        switch.map_or(step, |switch| without_switch(step, switch))
    }

    /// Reads a routine's document, which may refer to exercises of this library.
    ///
    /// # Errors
    /// Every problem at once, as [`Routine::parse`] says them, and each thing that is wrong with a reference. Never empty.
    pub fn read(&self, document: &str) -> Result<Completed, Vec<Problem>> {
        let mut routine = read_json(document)?;
        let mut validator = Validator::of_completed();
        self.put_in_place(&mut routine, &mut validator);
        let document = routine.to_string();
        Ok(Completed { routine: validator.check(&routine)?, document })
    }

    /// A document in which everything is described in place: exercises that a routine refers to, with what it says of them
    /// itself, the muscles they name, the sources they follow, and figures. A document that refers to nothing comes back as
    /// it was.
    ///
    /// # Errors
    /// Every reference that leads nowhere, or to an exercise that the routine has already, and everything beside one that
    /// makes no sense, each with its path. What else is wrong is for [`Routine::parse`] to say; [`Library::read`] does both.
    pub fn complete(&self, document: &str) -> Result<String, Vec<Problem>> {
        let Ok(mut routine @ Value::Object(_)) =
            serde_json::from_str(document.trim_start_matches('\u{feff}'))
        else {
            return Ok(document.to_owned());
        };
        let mut validator = Validator::of_completed();
        let has_changed = self.put_in_place(&mut routine, &mut validator);
        if !validator.problems.is_empty() {
            return Err(validator.problems.into_list());
        }
        if !has_changed {
            return Ok(document.to_owned());
        }
        // Indented, because people read it: as an example, and where a problem names a place in it.
        Ok(serde_json::to_string_pretty(&routine).unwrap_or_default())
    }

    /// Whether a document refers to a library at all, so that reading it takes one.
    #[must_use]
    pub fn is_needed_for(document: &str) -> bool {
        let document = serde_json::from_str(document.trim_start_matches('\u{feff}')).unwrap_or_default();
        sections(&document).flat_map(exercises).any(|exercise| {
            let figures = [exercise, &exercise["variation"], &exercise["easier"]].map(|it| &it["figure"]);
            exercise.get("use").is_some() || figures.into_iter().any(Value::is_string)
        })
    }

    /// Replaces every reference by what it refers to, and notes what is wrong with any. Returns whether there were some.
    fn put_in_place(&self, routine: &mut Value, validator: &mut Validator) -> bool {
        let mut used = Used::of(routine);
        let mut has_changed = false;
        let root = Path::Document;
        let sections_path = root.field("sections");
        let sections = routine.get_mut("sections").and_then(Value::as_array_mut);
        for (s, section) in sections.into_iter().flatten().enumerate() {
            let section_path = sections_path.item(s);
            let exercises_path = section_path.field("exercises");
            let exercises = section.get_mut("exercises").and_then(Value::as_array_mut);
            for (e, exercise) in exercises.into_iter().flatten().enumerate() {
                let Some(written) = exercise.as_object_mut() else { continue };
                let path = exercises_path.item(e);
                if written.contains_key("use") {
                    has_changed = true;
                    if let Some(complete) = self.referred_to(&path, written, &mut used, validator) {
                        *written = complete;
                    }
                }
                has_changed |= self.put_figures_in_place(&path, written, validator);
            }
        }
        used.drop_missing_substitutes(routine);
        if has_changed {
            used.write_to(routine, &self.muscles);
            if let Some(routine) = routine.as_object_mut() {
                routine.remove(SCHEMA);
            }
        }
        has_changed
    }

    /// Replaces a figure that is named by the library's figure of that exercise, and so for the exercise's other ways.
    fn put_figures_in_place(
        &self,
        path: &Path<'_>,
        exercise: &mut Map<String, Value>,
        validator: &mut Validator,
    ) -> bool {
        let mut has_changed = self.put_figure_in_place(path, exercise, validator);
        for name in ["variation", "easier"] {
            if let Some(variation) = exercise.get_mut(name).and_then(Value::as_object_mut) {
                has_changed |= self.put_figure_in_place(&path.field(name), variation, validator);
            }
        }
        has_changed
    }

    fn put_figure_in_place(
        &self,
        path: &Path<'_>,
        exercise: &mut Map<String, Value>,
        validator: &mut Validator,
    ) -> bool {
        let Some(Value::String(named)) = exercise.get("figure") else { return false };
        let figure = self.exercises.get(named).and_then(|exercise| exercise.get("figure"));
        if let Some(figure) = figure {
            let figure = figure.clone();
            exercise.insert("figure".to_owned(), figure);
        } else {
            validator.no_figure(&path.field("figure"), named);
        }
        true
    }
}

/// A step without the sentence that says to change sides.
fn without_switch<'a>(step: &'a str, switch: &str) -> &'a str {
    step.strip_suffix(switch).map_or(step, str::trim_end)
}

fn sections(routine: &Value) -> impl Iterator<Item = &Value> {
    routine["sections"].as_array().into_iter().flatten()
}

fn exercises(section: &Value) -> impl Iterator<Item = &Value> {
    section["exercises"].as_array().into_iter().flatten()
}
