//! What is built in: the files of the library, which this crate holds for the build and for tests.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde_json::{Map, Value, json};

use super::Library;
use crate::routine::model::Routine;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../library");

impl Library {
    /// What this crate was built with.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Library> = LazyLock::new(|| {
            let files = FILES.get_dir("exercises").map(Dir::files).into_iter().flatten();
            Library::of(files.filter_map(|file| serde_json::from_slice(file.contents()).ok()))
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
            let complete = |id| Some((id, Library::built_in().complete(Library::written(id)?).ok()?));
            Library::ROUTINES.into_iter().filter_map(complete).collect()
        });
        DOCUMENTS.get(id).map(String::as_str)
    }

    /// The document of a built-in routine as it was written, with references to the library; `None` for another id.
    #[must_use]
    pub fn written(id: &str) -> Option<&'static str> {
        FILES.get_file(format!("routines/{id}.json"))?.contents_utf8()
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
