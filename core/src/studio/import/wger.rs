//! Routines of <https://github.com/wger-project/wger>, as its API has them: `routine/<id>/structure/`, and
//! `routine/<id>/date-sequence-display/`.
//!
//! There, exercises are numbers, whose names are elsewhere. They have a name here only where the file brings it along.

use serde_json::Value;

use super::exercises::{ExerciseSource, ImportedExercises, ImportedSection};
use super::free_exercise_db::quoted;
use super::item_of::own_item;
use super::library_names::{exercise_named, suggestions};
use super::remark::{LeftOut, Remark};
use super::understood::{Meaning, ReadDose, Span, Understood};

/// What repetitions are counted in there, by number.
const UNIT_SECONDS: u64 = 3;
const UNIT_MINUTES: u64 = 4;

/// The number of English among its languages.
const ENGLISH: u64 = 2;

/// Fields of an entry that have no place here.
const LEFT_OUT: [(&str, &str); 8] = [
    ("weight_configs", "weight"),
    ("max_weight_configs", "weight"),
    ("rir_configs", "rir"),
    ("max_rir_configs", "rir"),
    ("rest_configs", "rest"),
    ("max_rest_configs", "rest"),
    ("weight", "weight"),
    ("rest", "rest"),
];

/// Reads a routine. `None` if it is something else.
pub(super) fn read(value: &Value) -> Option<ImportedExercises> {
    let days = value.get("days").or(value.get("results")).unwrap_or(value).as_array()?;
    days.iter().any(|day| day.get("slots").is_some_and(Value::is_array)).then_some(())?;
    let mut sections = Vec::new();
    let mut seen = Vec::new();
    let mut number = 0;
    for day in days {
        let about = day.get("day").filter(|about| about.is_object()).unwrap_or(day);
        // A sequence of dates has the same day again and again.
        if let Some(id) = about.get("id").filter(|id| !id.is_null()) {
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
        }
        let mut section = ImportedSection {
            name: text(about, "name"),
            summary: text(about, "description"),
            parts: Vec::new(),
        };
        for slot in in_order(day.get("slots")) {
            let entries = slot.get("entries").or(slot.get("sets"));
            let entries = in_order(entries);
            for entry in &entries {
                number += 1;
                let mut part = exercise(entry, slot, number);
                if entries.len() > 1 {
                    part.remarks.push(Remark::Superset);
                }
                section.parts.push(part);
            }
        }
        sections.push(section);
    }
    Some(ImportedExercises {
        source: ExerciseSource::Wger,
        name: text(value, "name"),
        introduction: text(value, "description"),
        sections,
    })
}

/// The items of a list, by their `order` where they have one.
fn in_order(list: Option<&Value>) -> Vec<&Value> {
    let mut items: Vec<&Value> = list.and_then(Value::as_array).into_iter().flatten().collect();
    items.sort_by_key(|item| item.get("order").and_then(Value::as_u64));
    items
}

fn text(value: &Value, field: &str) -> Option<String> {
    let text = value.get(field)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn exercise(entry: &Value, slot: &Value, number: usize) -> Understood {
    let mut remarks = Vec::new();
    let mut dose = ReadDose::default();
    read_dose(entry, &mut dose, &mut remarks);
    let name = name_of(entry);
    let (mut item, more) = own_item(name.as_deref().unwrap_or_default(), &dose);
    remarks.extend(more);
    item.words.summary = text(entry, "comment").or(text(slot, "comment"));
    remarks.push(Remark::NoSteps);
    let left_out: Vec<LeftOut> = LEFT_OUT
        .iter()
        .filter_map(|(field, name)| {
            let value = entry.get(field).filter(|value| is_said(value))?;
            let value = first_value(value).map_or_else(|| quoted(value), |value| quoted(&value));
            Some(LeftOut { field: (*name).to_owned(), text: value })
        })
        .collect();
    if !left_out.is_empty() {
        remarks.push(Remark::LeftOut(left_out));
    }
    let Some(name) = name else {
        remarks.push(Remark::NoName);
        let line = entry.get("exercise").map(quoted).unwrap_or_default();
        return Understood { line, number, dose, item: Some(item), remarks, ..Understood::default() };
    };
    let suggestions = match exercise_named(&name) {
        Some(of) => vec![of.to_owned()],
        None => suggestions(&name),
    };
    let spans = vec![Span { bytes: 0..name.len(), meaning: Meaning::Name }];
    Understood { line: name, number, spans, dose, item: Some(item), remarks, suggestions }
}

/// The name of an exercise, where the file has it: beside its number, or in the exercise in its place.
fn name_of(entry: &Value) -> Option<String> {
    let exercise =
        entry.get("exercise").filter(|exercise| exercise.is_object()).or(entry.get("exercise_obj"));
    let translations = exercise.and_then(|exercise| exercise.get("translations")).and_then(Value::as_array);
    let translated = translations.and_then(|list| {
        let english = list.iter().find(|one| one.get("language").and_then(Value::as_u64) == Some(ENGLISH));
        english.or(list.first())
    });
    exercise
        .and_then(|exercise| text(exercise, "name"))
        .or_else(|| text(translated?, "name"))
        .or_else(|| text(entry, "exercise_name"))
}

/// How often and how long, from either shape.
fn read_dose(entry: &Value, dose: &mut ReadDose, remarks: &mut Vec<Remark>) {
    let field =
        |names: [&str; 2]| names.into_iter().find_map(|name| entry.get(name).filter(|value| is_said(value)));
    let sets = field(["set_nr_configs", "sets"]);
    let repetitions = field(["repetitions_configs", "repetitions"]);
    let unit = field(["repetition_unit", "repetitions_unit"]).and_then(Value::as_u64);
    let most_sets = field(["max_set_nr_configs", "max_sets"]);
    let most = field(["max_repetitions_configs", "max_repetitions"]);
    for list in [sets, repetitions].into_iter().flatten() {
        if list.as_array().is_some_and(|list| list.len() > 1) {
            let text = list.as_array().into_iter().flatten().filter_map(|one| one.get("value")).map(quoted);
            let text = text.collect::<Vec<_>>().join(", ");
            remarks.push(Remark::LeftOut(vec![LeftOut { field: "progression".to_owned(), text }]));
        }
    }
    let range = |least: Option<&Value>, most: &Value| {
        let least = least.and_then(first_value).map(|value| quoted(&value)).unwrap_or_default();
        let most = first_value(most).map(|value| quoted(&value)).unwrap_or_default();
        Remark::Range { text: format!("{least}–{most}") }
    };
    match most_sets {
        Some(most) => remarks.push(range(sets, most)),
        None => dose.repeats = sets.and_then(whole),
    }
    let Some(repetitions) = repetitions else { return };
    let unit_seconds = match unit {
        Some(UNIT_SECONDS) => 1,
        Some(UNIT_MINUTES) => 60,
        _ => {
            let text = first_value(repetitions).map(|value| quoted(&value)).unwrap_or_default();
            return remarks.push(Remark::Repetitions { text });
        }
    };
    match most {
        Some(most) => remarks.push(range(Some(repetitions), most)),
        None => dose.seconds = whole(repetitions).map(|number| number.saturating_mul(unit_seconds)),
    }
}

/// Whether anything is said by it.
fn is_said(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(list) => !list.is_empty(),
        Value::String(text) => !text.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => true,
    }
}

/// What holds at first: the value itself, or that of the first iteration.
fn first_value(value: &Value) -> Option<Value> {
    match value.as_array() {
        Some(list) => {
            let first = list.iter().min_by_key(|one| one.get("iteration").and_then(Value::as_u64));
            first?.get("value").cloned()
        }
        None => Some(value.clone()),
    }
}

/// A whole number, which may be written as `3`, `3.0` or `"3.00"`.
fn whole(value: &Value) -> Option<u32> {
    let text = match first_value(value)? {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text,
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    fraction.bytes().all(|digit| digit == b'0').then(|| whole.parse().ok())?
}
