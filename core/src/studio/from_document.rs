//! From the document of a routine to a draft.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::draft::{Draft, DraftAuthor, DraftSection};
use super::item::{Item, ItemExercise, OwnExercise, Words};
use super::mend::Kept;
use super::typed::Typed;

/// The largest document that is read, in bytes: the one that a routine may have.
const BYTES_MAX: usize = 1_000_000;

/// Why a text is no document of a routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotARoutine {
    /// There is nothing in it.
    Empty,
    /// It is larger than any routine: so many bytes.
    TooLarge(usize),
    /// It isn't JSON. What is wrong with it, as a programmer would say it.
    NotJson(String),
    /// It is JSON of something else.
    SomethingElse,
}

impl fmt::Display for NotARoutine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                f.write_str("There is nothing in it. Choose another file, or copy the text again.")
            }
            Self::TooLarge(bytes) => write!(
                f,
                "It has {} KB, and routines have at most {} KB. Choose another file.",
                bytes.div_ceil(1_000),
                BYTES_MAX / 1_000
            ),
            Self::NotJson(error) => {
                write!(
                    f,
                    "It isn't a routine, or only a part of one: {error}. Save or copy the whole file again."
                )
            }
            Self::SomethingElse => f.write_str(
                "It is a file of something else than a routine. Choose a file that was saved by Supple.",
            ),
        }
    }
}

impl Draft {
    /// A draft of any routine's document, with what no field of the draft shows: that stays in it as it is. A routine with
    /// problems makes a draft with the same problems. When it was edited last isn't in a draft.
    ///
    /// # Errors
    /// When the text isn't a JSON object with `sections`.
    pub fn from_document(document: &str) -> Result<(Self, Vec<Kept>), NotARoutine> {
        let document = document.trim_start_matches('\u{feff}').trim();
        if document.is_empty() {
            return Err(NotARoutine::Empty);
        }
        if document.len() > BYTES_MAX {
            return Err(NotARoutine::TooLarge(document.len()));
        }
        let value: Value =
            serde_json::from_str(document).map_err(|error| NotARoutine::NotJson(error.to_string()))?;
        let Value::Object(object) = value else { return Err(NotARoutine::SomethingElse) };
        if !object.contains_key("sections") {
            return Err(NotARoutine::SomethingElse);
        }
        let draft = Self::of_object(object);
        let kept = draft.kept();
        Ok((draft, kept))
    }

    fn of_object(mut object: Map<String, Value>) -> Self {
        object.remove("$schema");
        if object.get("edited").is_some_and(Value::is_string) {
            object.remove("edited");
        }
        if object.get("format").and_then(Value::as_u64) == Some(1) {
            object.remove("format");
        }
        let mut draft = Self {
            id: text(&mut object, "id"),
            lang: text(&mut object, "lang"),
            name: text(&mut object, "name"),
            for_whom: text(&mut object, "for"),
            introduction: text(&mut object, "summary"),
            days_per_week: take(&mut object, "days-per-week", Typed::from_json),
            safety: take(&mut object, "safety", texts).unwrap_or_default(),
            ..Self::default()
        };
        if let Some(Value::Object(author)) = object.get_mut("author") {
            draft.author = DraftAuthor { name: text(author, "name"), url: text(author, "url") };
            if author.is_empty() {
                object.remove("author");
            }
        }
        for section in objects(&mut object, "sections") {
            let section = draft.section_of(section);
            draft.sections.push(section);
        }
        draft.other = object;
        draft
    }

    fn section_of(&mut self, mut object: Map<String, Value>) -> DraftSection {
        self.last_key += 1;
        let mut section = DraftSection {
            key: self.last_key,
            id: text(&mut object, "id"),
            name: text(&mut object, "name"),
            summary: text(&mut object, "summary"),
            ..DraftSection::default()
        };
        for exercise in objects(&mut object, "exercises") {
            self.last_key += 1;
            section.items.push(Item { key: self.last_key, ..Item::of_object(exercise) });
        }
        section.other = object;
        section
    }
}

impl Item {
    /// Of an exercise in a document, without a key.
    fn of_object(mut object: Map<String, Value>) -> Self {
        let object = &mut object;
        let mut item = Self {
            id: optional_text(object, "id"),
            sides: take(object, "sides", read),
            words: Words {
                name: optional_text(object, "name"),
                summary: optional_text(object, "summary"),
                setup: optional_text(object, "setup"),
                steps: take(object, "steps", texts),
                key: optional_text(object, "key"),
                mistake: optional_text(object, "mistake"),
                caution: optional_text(object, "caution"),
            },
            ..Self::default()
        };
        if let Some(of) = optional_text(object, "use") {
            item.exercise = ItemExercise::Library {
                of,
                left_out_steps: take(object, "leave-out-steps", step_numbers).unwrap_or_default(),
            };
            item.seconds = take(object, "seconds", Typed::from_json);
            item.repeats = take(object, "repeats", Typed::from_json);
        } else {
            let mut own = OwnExercise {
                kind: None,
                range: None,
                side_name: take(object, "side-name", read),
                posture: take(object, "posture", read),
                region: take(object, "region", read),
                figure: optional_text(object, "figure"),
            };
            if let Some(Value::Object(dose)) = object.get_mut("dose") {
                own.kind = take(dose, "kind", read);
                item.seconds = take(dose, "seconds", Typed::from_json);
                if let Some((range, default)) = take(dose, "repeats", repeats) {
                    // From one to the default is what a draft says without a range.
                    own.range = (range != (1, default)).then_some(range);
                    item.repeats = Some(Typed::Number(default));
                }
                if dose.is_empty() {
                    object.remove("dose");
                }
            }
            item.exercise = ItemExercise::Own(own);
        }
        item.other = std::mem::take(object);
        item
    }
}

/// Takes what a field says out of an object, if it can be read. Otherwise it stays there.
fn take<T>(
    object: &mut Map<String, Value>,
    field: &str,
    read: impl FnOnce(&Value) -> Option<T>,
) -> Option<T> {
    let value = read(object.get(field)?)?;
    object.remove(field);
    Some(value)
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}

fn optional_text(object: &mut Map<String, Value>, field: &str) -> Option<String> {
    take(object, field, |value| value.as_str().map(str::to_owned))
}

fn text(object: &mut Map<String, Value>, field: &str) -> String {
    take(object, field, |value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned))
        .unwrap_or_default()
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect()
}

/// Takes the objects out of a list. Whatever else is in it stays there.
fn objects(object: &mut Map<String, Value>, field: &str) -> Vec<Map<String, Value>> {
    let Some(Value::Array(list)) = object.get_mut(field) else { return Vec::new() };
    let mut objects = Vec::new();
    for value in std::mem::take(list) {
        match value {
            Value::Object(object) => objects.push(object),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                list.push(value);
            }
        }
    }
    if list.is_empty() {
        object.remove(field);
    }
    objects
}

/// Numbers of steps, each once.
fn step_numbers(value: &Value) -> Option<BTreeSet<usize>> {
    let numbers = value.as_array()?;
    let read = |number: &Value| usize::try_from(number.as_u64().filter(|number| *number > 0)?).ok();
    let set: BTreeSet<usize> = numbers.iter().map(read).collect::<Option<_>>()?;
    (set.len() == numbers.len()).then_some(set)
}

/// The range of repeats and the default in it, if that is all that is said and makes sense.
fn repeats(value: &Value) -> Option<((u32, u32), u32)> {
    let object = value.as_object().filter(|object| object.len() == 3)?;
    let number = |name| Typed::from_json(object.get(name)?)?.number();
    let (min, max, default) = (number("min")?, number("max")?, number("default")?);
    (1..=max).contains(&min).then_some(())?;
    (min..=max).contains(&default).then_some(((min, max), default))
}
