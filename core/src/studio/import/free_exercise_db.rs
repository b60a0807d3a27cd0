//! Exercises of <https://github.com/yuhonas/free-exercise-db>.

use serde_json::Value;

use super::exercises::ImportedExercises;

pub(super) fn read(_value: &Value) -> Option<ImportedExercises> {
    None
}
