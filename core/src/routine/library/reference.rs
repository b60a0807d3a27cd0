//! `{ "use": "cat-cow", … }`: one exercise of the library, with what a routine says of it itself.

use serde::Deserialize;
use serde_json::{Map, Number, Value};

use super::{Library, SCHEMA, SWITCH, exercises, sections, without_switch};
use crate::Sides;
use crate::routine::authoring::{DOSE_SECONDS, Given, List, Path, REPEATS, Validator, shorten};

/// What is said beside `use`, and is no field of an exercise.
const SECONDS: &str = "seconds";
const REPEATED: &str = "repeats";
const LEFT_OUT: &str = "leave-out-steps";

/// The longest id of an exercise of which the library knows other ways, which are named after it.
const NAMING_ID_MAX: usize = 30;

impl Library {
    /// The exercise that is meant, with what the routine says of it.
    pub(super) fn referred_to(
        &self,
        path: &Path<'_>,
        reference: &Map<String, Value>,
        used: &mut Used,
        validator: &mut Validator,
    ) -> Option<Map<String, Value>> {
        let use_path = path.field("use");
        let problems = &mut validator.problems;
        let Some(id) = reference.get("use").and_then(Value::as_str) else {
            problems.add(&use_path, "should be the id of an exercise of the library, as a text.");
            return None;
        };
        let Some(mut exercise) = self.exercises.get(id).and_then(Value::as_object).cloned() else {
            let named = shorten(id);
            if id == used.routine_id {
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
        let own_id = reference.get("id");
        if own_id.is_none() && used.exercises.iter().any(|other| other == id) {
            problems.add(
                &use_path,
                format_args!("\"{id}\" is used before. To do it again, give this one an \"id\" of its own."),
            );
            return None;
        }
        used.exercises.push(own_id.and_then(Value::as_str).unwrap_or(id).to_owned());
        exercise.remove(SCHEMA);
        self.cite(&mut exercise, used);
        if let Some(own_id) = own_id.and_then(Value::as_str).filter(|own_id| *own_id != id) {
            rename_ways(path, &mut exercise, own_id, validator);
        }
        leave_out_steps(path, &mut exercise, reference, validator);
        leave_out_switch(&mut exercise, reference);
        if reference.contains_key("steps") {
            // It is the library's first step in a few words, and those who do the exercise would read it in place of the
            // author's.
            exercise.remove("setup");
        }
        for (name, value) in reference {
            if !["use", SECONDS, REPEATED, LEFT_OUT].contains(&name.as_str()) {
                exercise.insert(name.clone(), value.clone());
            }
        }
        narrow_ways(&mut exercise, reference);
        if let Some(dose) = exercise.get_mut("dose").and_then(Value::as_object_mut) {
            change_dose(path, dose, reference, validator);
        }
        if !reference.contains_key("substitute") {
            used.substituted.push(used.exercises.last().cloned().unwrap_or_default());
        }
        let muscles = exercise.get("muscles").and_then(Value::as_array).into_iter().flatten();
        for muscle in muscles.filter_map(Value::as_str) {
            if !used.muscles.iter().any(|other| other == muscle) {
                used.muscles.push(muscle.to_owned());
            }
        }
        Some(exercise)
    }

    /// Replaces the sources of an exercise by the numbers that they have in the routine.
    fn cite(&self, exercise: &mut Map<String, Value>, used: &mut Used) {
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

/// Names the other ways of doing an exercise after an id of its own, so that the exercise can stand in a routine twice.
fn rename_ways(path: &Path<'_>, exercise: &mut Map<String, Value>, own_id: &str, validator: &mut Validator) {
    let mut has_ways = false;
    for name in ["variation", "easier"] {
        if let Some(way) = exercise.get_mut(name).and_then(Value::as_object_mut) {
            has_ways = true;
            way.insert("id".to_owned(), Value::from(format!("{own_id}-{name}")));
        }
    }
    if has_ways && own_id.chars().count() > NAMING_ID_MAX {
        validator.problems.add(
            &path.field("id"),
            format_args!(
                "should have at most {NAMING_ID_MAX} characters, since other ways of doing it are named after it."
            ),
        );
        // What follows from it is no problem of its own.
        exercise.remove("variation");
        exercise.remove("easier");
    }
}

/// Where the routine wants one side, the library's other ways of doing the exercise are for that side, too.
fn narrow_ways(exercise: &mut Map<String, Value>, reference: &Map<String, Value>) {
    let side = reference.get("sides").filter(|sides| *sides == "left" || *sides == "right");
    let Some(side) = side else { return };
    for name in ["variation", "easier"].into_iter().filter(|name| !reference.contains_key(*name)) {
        if let Some(sides) = exercise.get_mut(name).and_then(|way| way.get_mut("sides"))
            && *sides == "each"
        {
            *sides = side.clone();
        }
    }
}

/// Takes out the steps whose numbers the routine gives.
fn leave_out_steps(
    path: &Path<'_>,
    exercise: &mut Map<String, Value>,
    reference: &Map<String, Value>,
    validator: &mut Validator,
) {
    let Some(left_out) = reference.get(LEFT_OUT) else { return };
    let path = path.field(LEFT_OUT);
    if reference.contains_key("steps") {
        let message = "only makes sense where the steps are the library's, and here are \"steps\".";
        validator.problems.add(&path, message);
        return;
    }
    let Some(steps) = exercise.get_mut("steps").and_then(Value::as_array_mut) else { return };
    let count = u16::try_from(steps.len()).unwrap_or(u16::MAX);
    let given = Given::<List<Number>>::deserialize(left_out).unwrap_or_default();
    let items = validator.list(&path, &given, (0, usize::from(count)));
    let numbers =
        validator.each(&path, items, |validator, path, number| validator.number(path, number, 1..=count));
    let Some(numbers) = numbers else { return };
    if (1..=count).all(|number| numbers.contains(&number)) {
        validator.problems.add(&path, "should leave at least one step.");
        return;
    }
    let mut number = 0;
    steps.retain(|_| {
        number += 1;
        !numbers.contains(&number)
    });
    if numbers.contains(&1) {
        // It is the first step in a few words.
        exercise.remove("setup");
    }
}

/// Takes the sentence that says to change sides off the steps where the routine doesn't want both in turn. It is no field
/// of a routine's exercise.
fn leave_out_switch(exercise: &mut Map<String, Value>, reference: &Map<String, Value>) {
    let Some(Value::String(switch)) = exercise.remove(SWITCH) else { return };
    let sides = reference.get("sides").and_then(|sides| Sides::deserialize(sides).ok());
    if sides.is_none_or(Sides::are_in_turn) {
        return;
    }
    let steps = exercise.get_mut("steps").and_then(Value::as_array_mut);
    for step in steps.into_iter().flatten() {
        if let Value::String(text) = step {
            let kept = without_switch(text, &switch).len();
            text.truncate(kept);
        }
    }
}

/// Gives an exercise the seconds and repeats that the routine wants. Repeats beyond the library's range widen it: whoever
/// writes for somebody knows better.
fn change_dose(
    path: &Path<'_>,
    dose: &mut Map<String, Value>,
    reference: &Map<String, Value>,
    validator: &mut Validator,
) {
    if let Some(seconds) = reference.get(SECONDS) {
        let given = Given::<Number>::deserialize(seconds).unwrap_or_default();
        if let Some(seconds) = validator.number(&path.field(SECONDS), &given, DOSE_SECONDS) {
            dose.insert("seconds".to_owned(), Value::from(seconds));
        }
    }
    let Some(repeats) = reference.get(REPEATED) else { return };
    let path = path.field(REPEATED);
    if dose.get("kind").is_none_or(|kind| kind != "hold") {
        validator.problems.add(&path, "only a hold is repeated, and this is a move.");
        return;
    }
    let given = Given::<Number>::deserialize(repeats).unwrap_or_default();
    let Some(repeats) = validator.number(&path, &given, REPEATS) else { return };
    let range = dose.entry("repeats").or_insert_with(|| serde_json::json!({ "min": 1, "max": 1 }));
    let Some(range) = range.as_object_mut() else { return };
    let bound = |range: &Map<String, Value>, name: &str| range.get(name).and_then(Value::as_u64).unwrap_or(1);
    let (min, max) = (bound(range, "min"), bound(range, "max"));
    range.insert("min".to_owned(), Value::from(min.min(repeats.into())));
    range.insert("max".to_owned(), Value::from(max.max(repeats.into())));
    range.insert("default".to_owned(), Value::from(repeats));
}

/// What a routine refers to so far.
pub(super) struct Used {
    routine_id: String,
    /// Ids that its exercises of the library have in the routine.
    exercises: Vec<String>,
    /// Those of them whose substitute, if they have one, is the library's choice.
    substituted: Vec<String>,
    /// Muscles that exercises name, those that the routine describes itself among them.
    muscles: Vec<String>,
    /// The routine's own references, and those of its exercises after them.
    references: Vec<Value>,
}

impl Used {
    pub(super) fn of(routine: &Value) -> Self {
        Self {
            routine_id: routine["id"].as_str().unwrap_or_default().to_owned(),
            exercises: Vec::new(),
            substituted: Vec::new(),
            muscles: Vec::new(),
            references: routine["references"].as_array().cloned().unwrap_or_default(),
        }
    }

    /// A substitute of the library's choice that the routine doesn't have is none.
    pub(super) fn drop_missing_substitutes(&self, routine: &mut Value) {
        let ids: Vec<String> = sections(routine)
            .flat_map(exercises)
            .filter_map(|exercise| Some(exercise["id"].as_str()?.to_owned()))
            .collect();
        let sections = routine.get_mut("sections").and_then(Value::as_array_mut);
        for section in sections.into_iter().flatten() {
            let exercises = section.get_mut("exercises").and_then(Value::as_array_mut);
            for exercise in exercises.into_iter().flatten().filter_map(Value::as_object_mut) {
                let text = |name: &str| exercise.get(name).and_then(Value::as_str);
                let is_chosen_here =
                    text("id").is_none_or(|id| !self.substituted.iter().any(|other| other == id));
                let is_missing =
                    text("substitute").is_some_and(|substitute| !ids.iter().any(|id| id == substitute));
                if is_missing && !is_chosen_here {
                    exercise.remove("substitute");
                }
            }
        }
    }

    /// Adds what the routine doesn't describe itself.
    pub(super) fn write_to(self, routine: &mut Value, known: &Map<String, Value>) {
        let mut muscles = routine["muscles"].as_array().cloned().unwrap_or_default();
        for id in self.muscles {
            let is_described = muscles.iter().any(|muscle| muscle["id"].as_str() == Some(&id));
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
