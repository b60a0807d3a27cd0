//! Names of what is in the log, for when nothing else knows them any more.

use serde::{Deserialize, Serialize};

use crate::latest::LatestById;
use crate::store::Document;

/// Names of routines and exercises by their ids, as they were when they were last done. A log holds ids alone; a routine of
/// a blog may change or be gone, and years later nobody could say what was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownNames {
    #[serde(default, skip_serializing_if = "LatestById::is_empty")]
    routines: LatestById<String>,
    #[serde(default, skip_serializing_if = "LatestById::is_empty")]
    exercises: LatestById<String>,
}

impl KnownNames {
    /// The most characters of a name that are kept. A page may call its exercises anything.
    pub const CHARS_MAX: usize = 120;

    /// The name of a routine.
    #[must_use]
    pub fn routine(&self, id: &str) -> Option<&str> {
        self.routines.get(id).map(String::as_str)
    }

    /// The name of an exercise, or of a variation.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&str> {
        self.exercises.get(id).map(String::as_str)
    }

    /// Remembers the name of a routine, now (milliseconds since 1970, UTC).
    pub fn remember_routine(&mut self, id: &str, name: &str, now_ms: u64) {
        remember(&mut self.routines, id, name, now_ms);
    }

    /// Remembers the name of an exercise, or of a variation.
    pub fn remember_exercise(&mut self, id: &str, name: &str, now_ms: u64) {
        remember(&mut self.exercises, id, name, now_ms);
    }

    /// Whether no name is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.routines.is_empty() && self.exercises.is_empty()
    }

    /// When a name was last learnt: milliseconds since 1970, UTC; 0 if none was.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.routines.latest_ms().max(self.exercises.latest_ms())
    }
}

impl Document for KnownNames {
    const KIND: &'static str = "names";

    fn merge(self, other: Self) -> Self {
        Self {
            routines: self.routines.merge(other.routines),
            exercises: self.exercises.merge(other.exercises),
        }
    }
}

/// A name that is known already is not learnt again, so that nothing is written for it.
fn remember(names: &mut LatestById<String>, id: &str, name: &str, now_ms: u64) {
    let name: String = name.chars().take(KnownNames::CHARS_MAX).collect();
    if !name.trim().is_empty() && names.get(id) != Some(&name) {
        names.set(id, name, now_ms);
    }
}
