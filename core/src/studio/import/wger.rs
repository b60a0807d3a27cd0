//! Routines of <https://github.com/wger-project/wger>.

use serde_json::Value;

use super::exercises::ImportedExercises;

pub(super) fn read(_value: &Value) -> Option<ImportedExercises> {
    None
}
