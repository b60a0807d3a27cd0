//! What is built in: exercises that are described once, and routines that refer to them.
//!
//! A routine's document may say `{ "use": "cat-cow", "seconds": 30 }` in place of an exercise. [`Library::complete`] makes
//! of it the document that would describe every exercise in place, which is then read like that of any other author.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde_json::{Map, Value, json};

use super::authoring::{Path, Problems, shorten};
use super::model::Routine;
use crate::Problem;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../library");

/// Tells an editor how the file is written, and nobody else anything.
const SCHEMA: &str = "$schema";

/// What is said beside `use`, and changes the dose.
const DOSE: [&str; 2] = ["seconds", "repeats"];

/// Exercises, muscles and sources, each by its id, as documents.
#[derive(Debug)]
pub struct Library {
    exercises: BTreeMap<String, Value>,
    muscles: Map<String, Value>,
    sources: Map<String, Value>,
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

    /// What this crate was built with.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Library> = LazyLock::new(|| {
            let files = FILES.get_dir("exercises").map(Dir::files).into_iter().flatten();
            let exercises = files.filter_map(|file| {
                let id = file.path().file_stem()?.to_str()?;
                Some((id.to_owned(), serde_json::from_slice(file.contents()).ok()?))
            });
            Library {
                exercises: exercises.collect(),
                muscles: object("muscles.json"),
                sources: object("sources.json"),
            }
        });
        &BUILT_IN
    }

    /// A library of these exercises, each a document with an `id`, and of the built-in muscles and sources.
    #[must_use]
    pub fn of(exercises: impl IntoIterator<Item = Value>) -> Self {
        let with_id = |exercise: Value| Some((exercise.get("id")?.as_str()?.to_owned(), exercise));
        Self {
            exercises: exercises.into_iter().filter_map(with_id).collect(),
            muscles: object("muscles.json"),
            sources: object("sources.json"),
        }
    }

    /// Ids of all exercises, sorted.
    pub fn exercise_ids(&self) -> impl Iterator<Item = &str> {
        self.exercises.keys().map(String::as_str)
    }

    /// A routine of all exercises of this library, each with the dose it has there, for whoever draws or checks them.
    #[must_use]
    pub fn all_exercises(&self) -> String {
        let uses: Vec<Value> = self.exercise_ids().map(|id| json!({ "use": id })).collect();
        let sections: Vec<Value> = uses
            .chunks(40)
            .enumerate()
            .map(|(n, uses)| json!({ "id": format!("part-{n}"), "name": "Exercises", "exercises": uses }))
            .collect();
        let routine = json!({
            "format": 1, "id": "all", "lang": "en", "name": "All exercises", "safety": ["-"], "sections": sections,
        });
        self.complete(&routine.to_string()).unwrap_or_default()
    }

    /// The complete document of a built-in routine; `None` for another id.
    #[must_use]
    pub fn document(id: &str) -> Option<&'static str> {
        static DOCUMENTS: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| {
            let complete = |id| {
                let written = FILES.get_file(format!("routines/{id}.json"))?.contents_utf8()?;
                Some((id, Library::built_in().complete(written).ok()?))
            };
            Library::ROUTINES.into_iter().filter_map(complete).collect()
        });
        DOCUMENTS.get(id).map(String::as_str)
    }

    /// A document in which everything is described in place: exercises that a routine refers to, with what it says of them
    /// itself, the muscles they name, and the sources they follow. A document that refers to nothing comes back as it was.
    ///
    /// # Errors
    /// Every reference that leads nowhere, or to an exercise that the routine has already, and every dose out of the
    /// exercise's range, each with its path. What else is wrong is for [`Routine::parse`] to say.
    pub fn complete(&self, document: &str) -> Result<String, Vec<Problem>> {
        let Ok(mut routine @ Value::Object(_)) = serde_json::from_str::<Value>(document) else {
            return Ok(document.to_owned());
        };
        let id = routine.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut problems = Problems::default();
        let mut used = Used::of(&routine);
        let sections =
            routine.get_mut("sections").and_then(Value::as_array_mut).into_iter().flatten().enumerate();
        for (s, section) in sections {
            let exercises =
                section.get_mut("exercises").and_then(Value::as_array_mut).into_iter().flatten().enumerate();
            for (e, exercise) in exercises {
                let Some(reference) = exercise.as_object().filter(|exercise| exercise.contains_key("use"))
                else {
                    continue;
                };
                let root = Path::Document;
                let sections_path = root.field("sections");
                let section_path = sections_path.item(s);
                let exercises_path = section_path.field("exercises");
                let path = exercises_path.item(e);
                if let Some(mut complete) = self.exercise(&path, reference, &id, &mut used, &mut problems) {
                    self.cite(&mut complete, &mut used);
                    *exercise = Value::Object(complete);
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems.into_list());
        }
        if used.exercises.is_empty() {
            return Ok(document.to_owned());
        }
        used.write_to(&mut routine, &self.muscles);
        if let Some(routine) = routine.as_object_mut() {
            routine.remove(SCHEMA);
        }
        // Indented, because people read it: as an example, and where a problem names a place in it.
        Ok(serde_json::to_string_pretty(&routine).unwrap_or_default())
    }

    /// The exercise that is meant, with what the routine says of it.
    fn exercise(
        &self,
        path: &Path<'_>,
        reference: &Map<String, Value>,
        routine_id: &str,
        used: &mut Used,
        problems: &mut Problems,
    ) -> Option<Map<String, Value>> {
        let use_path = path.field("use");
        let Some(id) = reference.get("use").and_then(Value::as_str) else {
            problems.add(&use_path, "should be the id of an exercise of the library, as a text.");
            return None;
        };
        let Some(mut exercise) = self.exercises.get(id).and_then(Value::as_object).cloned() else {
            let named = shorten(id);
            if id == routine_id {
                problems.add(
                    &use_path,
                    format_args!("\"{named}\" is this routine itself; name one of the library's exercises."),
                );
            } else if Self::ROUTINES.contains(&id) {
                problems
                    .add(&use_path, format_args!("\"{named}\" is a routine; only exercises can be used."));
            } else {
                problems.add(&use_path, format_args!("there is no exercise \"{named}\" in the library."));
            }
            return None;
        };
        if used.exercises.iter().any(|other| other == id) {
            problems.add(
                &use_path,
                format_args!("\"{id}\" is used before. To do it more often, raise its \"repeats\"."),
            );
            return None;
        }
        used.exercises.push(id.to_owned());
        exercise.remove(SCHEMA);
        for (name, value) in reference {
            if name != "use" && !DOSE.contains(&name.as_str()) {
                exercise.insert(name.clone(), value.clone());
            }
        }
        let dose = exercise.get_mut("dose").and_then(Value::as_object_mut)?;
        if let Some(seconds) = reference.get("seconds") {
            dose.insert("seconds".to_owned(), seconds.clone());
        }
        if let Some(repeats) = reference.get("repeats") {
            let range = dose.get_mut("repeats").and_then(Value::as_object_mut);
            let number = |name: &str, range: &Map<String, Value>| range.get(name).and_then(Value::as_u64);
            match range.map(|range| (number("min", range), number("max", range), range)) {
                Some((Some(min), Some(max), range)) => {
                    if repeats.as_u64().is_some_and(|repeats| (min..=max).contains(&repeats)) {
                        range.insert("default".to_owned(), repeats.clone());
                    } else {
                        problems.add(
                            &path.field("repeats"),
                            format_args!("should be a whole number from {min} to {max}, as in the library."),
                        );
                    }
                }
                _ => problems.add(&path.field("repeats"), "only a hold is repeated, and this is a move."),
            }
        }
        Some(exercise)
    }

    /// Replaces the sources of an exercise by the numbers that they have in the routine.
    fn cite(&self, exercise: &mut Map<String, Value>, used: &mut Used) {
        let muscles = exercise.get("muscles").and_then(Value::as_array).into_iter().flatten();
        for muscle in muscles.filter_map(Value::as_str) {
            if !used.muscles.iter().any(|other| other == muscle) {
                used.muscles.push(muscle.to_owned());
            }
        }
        let Some(Value::Array(sources)) = exercise.remove("sources") else { return };
        let mut numbers = Vec::new();
        for source in sources.iter().filter_map(Value::as_str) {
            let Some(reference) = self.sources.get(source) else { continue };
            let known = used.references.iter().position(|other| other == reference);
            let index = known.unwrap_or_else(|| {
                used.references.push(reference.clone());
                used.references.len() - 1
            });
            numbers.push(Value::from(index + 1));
        }
        exercise.insert("references".to_owned(), Value::Array(numbers));
    }
}

/// What a routine refers to so far.
struct Used {
    exercises: Vec<String>,
    /// Muscles that exercises name, those that the routine describes itself among them.
    muscles: Vec<String>,
    /// The routine's own references, and those of its exercises after them.
    references: Vec<Value>,
}

impl Used {
    fn of(routine: &Value) -> Self {
        let references = routine.get("references").and_then(Value::as_array).cloned().unwrap_or_default();
        Self { exercises: Vec::new(), muscles: Vec::new(), references }
    }

    /// Adds what the routine doesn't describe itself.
    fn write_to(self, routine: &mut Value, known: &Map<String, Value>) {
        let mut muscles = routine.get("muscles").and_then(Value::as_array).cloned().unwrap_or_default();
        for id in self.muscles {
            let is_described =
                muscles.iter().any(|muscle| muscle.get("id").and_then(Value::as_str) == Some(&id));
            if let (false, Some(Value::Object(muscle))) = (is_described, known.get(&id)) {
                let mut muscle = muscle.clone();
                muscle.insert("id".to_owned(), Value::from(id));
                muscles.push(Value::Object(muscle));
            }
        }
        for (name, list) in [("muscles", muscles), ("references", self.references)] {
            if let (false, Some(routine)) = (list.is_empty(), routine.as_object_mut()) {
                routine.insert(name.to_owned(), Value::Array(list));
            }
        }
    }
}

/// An object of the library; empty where the file isn't one, which the tests would notice.
fn object(name: &str) -> Map<String, Value> {
    let file = FILES.get_file(name).map(|file| serde_json::from_slice(file.contents()));
    file.and_then(Result::ok).unwrap_or_default()
}

impl Routine {
    /// The built-in routine of this id; `None` for another id.
    #[must_use]
    pub fn built_in(id: &str) -> Option<Self> {
        Self::parse(Library::document(id)?).ok()
    }

    /// The built-in routine that the front page shows.
    #[must_use]
    #[expect(clippy::expect_used, reason = "can't happen: see below")]
    pub fn hamstring() -> Self {
        static HAMSTRING: LazyLock<Routine> =
            // Constants of this crate, which its tests read.
            LazyLock::new(|| Routine::built_in("hamstring").expect("the built-in routine is valid"));
        HAMSTRING.clone()
    }

    /// The document of the built-in routine that the front page shows.
    #[must_use]
    pub fn hamstring_document() -> &'static str {
        Library::document("hamstring").unwrap_or_default()
    }
}
