//! What of a draft can be done already, for those who need to know before all of it is right.

use serde_json::{Value, json};

use super::draft::Draft;
use super::item::{DoseKind, Item, ItemExercise, ItemKey};
use super::typed::Typed;
use crate::{Exercise, Library, Routine};

/// The longest text that a document may hold, in characters.
const CHARACTERS_MAX: usize = 2_000;

/// The routine that a draft is, or will be once its problems are solved, and the item of each of its exercises in order.
/// Exercises of which nobody knows how long they take aren't in it.
pub(super) fn routine(draft: &Draft) -> (Routine, Vec<ItemKey>) {
    match parse(&draft.to_document("")) {
        Some(routine) => (routine, draft.items().map(|item| item.key).collect()),
        None => of_usable_items(draft),
    }
}

fn parse(document: &Value) -> Option<Routine> {
    Some(Library::built_in().read(&document.to_string()).ok()?.routine)
}

fn of_usable_items(draft: &Draft) -> (Routine, Vec<ItemKey>) {
    let mut frame = json!({
        "format": 1, "id": "draft", "lang": "en", "name": "-", "safety": ["-"],
        "sections": [{ "id": "all", "name": "-", "exercises": [] }],
    });
    for field in ["times", "side-name"] {
        let given = draft.other.get(field).cloned();
        if let Some(given) = given {
            let mut with = frame.clone();
            with[field] = given;
            with["sections"][0]["exercises"] = json!([some_exercise()]);
            if parse(&with).is_some() {
                frame[field] = with[field].take();
            }
        }
    }
    let exercise = |item: &Item| {
        let mut document = frame.clone();
        document["sections"][0]["exercises"] = json!([usable(item).to_json()]);
        let routine = parse(&document)?;
        let exercise = routine.exercises().next().cloned()?;
        Some((item.key, routine, exercise))
    };
    let mut keys = Vec::new();
    let mut all: Option<Routine> = None;
    let mut exercises: Vec<Exercise> = Vec::new();
    for (key, routine, exercise) in draft.items().filter_map(exercise) {
        keys.push(key);
        all.get_or_insert(routine);
        exercises.push(exercise);
    }
    match all {
        Some(mut routine) => {
            if let Some(section) = routine.sections.first_mut() {
                section.exercises = exercises;
            }
            (routine, keys)
        }
        None => (nothing(), keys),
    }
}

/// A routine in which nothing is to be done.
fn nothing() -> Routine {
    let mut routine = Routine::hamstring();
    routine.sections.clear();
    routine
}

fn some_exercise() -> Value {
    json!({ "id": "some", "name": "-", "sides": "none", "steps": ["-"], "dose": { "kind": "move", "seconds": 5 } })
}

/// An item with only those of its fields that can be right.
fn usable(item: &Item) -> Item {
    let mut usable =
        Item { id: Some(format!("item-{}", item.key)), other: Default::default(), ..item.clone() };
    let is_held = item.kind() == Some(DoseKind::Hold);
    let number = |typed: &Option<Typed>, least, most| {
        typed.as_ref().and_then(Typed::number).filter(|number| (least..=most).contains(number))
    };
    usable.seconds = number(&item.seconds, 1, 3_600).map(Typed::from);
    usable.repeats = number(&item.repeats, 1, 20).filter(|_| is_held).map(Typed::from);
    usable.sides = item.sides.filter(|sides| item.sides_choices().contains(sides));
    let words = &mut usable.words;
    let texts = [
        &mut words.name,
        &mut words.summary,
        &mut words.setup,
        &mut words.key,
        &mut words.mistake,
        &mut words.caution,
    ];
    for text in texts {
        *text = text.take().filter(|text| is_text(text));
    }
    if !words
        .steps
        .as_ref()
        .is_some_and(|steps| (1..=20).contains(&steps.len()) && steps.iter().all(|step| is_text(step)))
    {
        words.steps = None;
    }
    match &mut usable.exercise {
        ItemExercise::Library { left_out_steps, .. } => left_out_steps.clear(),
        ItemExercise::Own(own) => {
            own.range = None;
            own.figure = None;
            words.name.get_or_insert_with(|| "-".to_owned());
            words.steps.get_or_insert_with(|| vec!["-".to_owned()]);
            usable.sides.get_or_insert(crate::Sides::None);
        }
    }
    usable
}

fn is_text(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= CHARACTERS_MAX
}
