//! Exercises of <https://github.com/yuhonas/free-exercise-db>: a list of them, or one.

use serde_json::{Map, Value, json};

use super::exercises::{ExerciseSource, ImportedExercises, ImportedSection};
use super::item_of::own_item;
use super::library_names::{exercise_named, suggestions};
use super::remark::{LeftOut, Remark};
use super::understood::{Meaning, ReadDose, ReadSides, Span, Understood};
use crate::Region;
use crate::studio::{DoseKind, Item, ItemExercise};

/// How many steps an exercise may have.
const STEPS_MAX: usize = 20;

/// How many characters of what is left out are quoted.
const QUOTED: usize = 60;

/// Fields that have a place here, or are empty of meaning for those who read.
const TAKEN: [&str; 5] = ["name", "instructions", "primaryMuscles", "equipment", "id"];

/// Muscles as they are called there, and where in the body they are.
const REGIONS: [(&str, Region); 16] = [
    ("neck", Region::Neck),
    ("traps", Region::Neck),
    ("shoulders", Region::Shoulders),
    ("chest", Region::Chest),
    ("lats", Region::UpperBack),
    ("middle back", Region::UpperBack),
    ("lower back", Region::LowerBack),
    ("forearms", Region::Wrists),
    ("biceps", Region::Shoulders),
    ("triceps", Region::Shoulders),
    ("abductors", Region::Hips),
    ("glutes", Region::Glutes),
    ("adductors", Region::InnerThigh),
    ("quadriceps", Region::Quads),
    ("hamstrings", Region::Hamstrings),
    ("calves", Region::Calves),
];

/// Words by which instructions say that there is another side.
const OTHER_SIDE: [&str; 10] = [
    "other side",
    "other leg",
    "other arm",
    "other foot",
    "other hand",
    "opposite side",
    "opposite leg",
    "opposite arm",
    "switch sides",
    "both sides",
];

/// Reads a list of exercises, or one. `None` if it is something else.
pub(super) fn read(value: &Value) -> Option<ImportedExercises> {
    let list = match value {
        Value::Array(list) => list.as_slice(),
        Value::Object(_) => std::slice::from_ref(value),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
    };
    list.iter().any(is_exercise).then_some(())?;
    let parts = list.iter().enumerate().map(|(n, value)| exercise(value, n + 1)).collect();
    Some(ImportedExercises {
        source: ExerciseSource::FreeExerciseDb,
        name: None,
        introduction: None,
        sections: vec![ImportedSection { parts, ..ImportedSection::default() }],
    })
}

fn is_exercise(value: &Value) -> bool {
    value.get("name").is_some_and(Value::is_string) && value.get("instructions").is_some_and(Value::is_array)
}

fn exercise(value: &Value, number: usize) -> Understood {
    let Some(object) = value.as_object().filter(|_| is_exercise(value)) else {
        return Understood { line: quoted(value), number, ..Understood::default() };
    };
    let name = object.get("name").and_then(Value::as_str).unwrap_or_default().trim();
    let texts = object.get("instructions").and_then(Value::as_array).into_iter().flatten();
    let steps: Vec<&str> =
        texts.filter_map(Value::as_str).map(str::trim).filter(|step| !step.is_empty()).collect();
    let mut dose = ReadDose::default();
    let words = steps.join(" ").to_lowercase();
    let found = OTHER_SIDE.iter().find(|said| words.contains(*said));
    dose.sides = found.map(|said| (ReadSides::Each, (*said).to_owned()));
    let (mut item, mut remarks) = own_item(name, &dose);
    if found.is_some() {
        remarks.push(Remark::SidesFromWords);
    }
    if name.is_empty() {
        remarks.push(Remark::NoName);
    }
    item.words.steps = taken_steps(&steps, &mut remarks);
    set_region(&mut item, object);
    set_equipment(&mut item, object);
    let left_out: Vec<LeftOut> = object
        .iter()
        .filter(|(field, value)| !TAKEN.contains(&field.as_str()) && !is_empty(value))
        .map(|(field, value)| LeftOut { field: field.clone(), text: quoted(value) })
        .collect();
    if !left_out.is_empty() {
        remarks.push(Remark::LeftOut(left_out));
    }
    let suggestions = match exercise_named(name) {
        Some(of) => vec![of.to_owned()],
        None => suggestions(name),
    };
    let spans = vec![Span { bytes: 0..name.len(), meaning: Meaning::Name }];
    Understood { line: name.to_owned(), number, spans, dose, item: Some(item), remarks, suggestions }
}

/// The steps; where there are more than an exercise may have, the last ones are one.
fn taken_steps(steps: &[&str], remarks: &mut Vec<Remark>) -> Option<Vec<String>> {
    if steps.is_empty() {
        remarks.push(Remark::NoSteps);
        return None;
    }
    let (first, last) = steps.split_at(steps.len().min(STEPS_MAX - 1));
    let mut taken: Vec<String> = first.iter().map(|step| (*step).to_owned()).collect();
    if !last.is_empty() {
        taken.push(last.join(" "));
    }
    if last.len() > 1 {
        remarks.push(Remark::StepsJoined { steps: steps.len() });
    }
    Some(taken)
}

fn set_region(item: &mut Item, object: &Map<String, Value>) {
    let muscles = object.get("primaryMuscles").and_then(Value::as_array).into_iter().flatten();
    let region = muscles
        .filter_map(Value::as_str)
        .find_map(|muscle| REGIONS.iter().find(|(name, _)| *name == muscle).map(|(_, region)| *region));
    if let ItemExercise::Own(own) = &mut item.exercise {
        own.region = region;
        own.kind = Some(DoseKind::Hold);
    }
}

fn set_equipment(item: &mut Item, object: &Map<String, Value>) {
    let equipment = object.get("equipment").and_then(Value::as_str).unwrap_or_default().trim();
    if !equipment.is_empty() && !["body only", "none", "other"].contains(&equipment) {
        item.other.insert("equipment".to_owned(), json!([equipment]));
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A value as text, shortened.
pub(super) fn quoted(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => {
            let texts = list.iter().take(QUOTED).map(|item| match item {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            });
            texts.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
