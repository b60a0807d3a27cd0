//! Figures in the document of a routine: where they are, and what is drawn in their place.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use supple_core::Problem;

use super::anatomy::{Anatomy, MuscleText, anatomy};
use super::drawing::Drawing;
use super::figure::Figure;
use super::output::{AnatomyOutput, BodyOutput, DrawingOutput, view_name};
use super::problems::Problems;
use super::reader::{self, Value};

/// The field of a routine with the picture of its muscles.
const PICTURE: &str = "anatomy-picture";
/// The field of a drawn routine with what its drawings share: the bodies by their views.
const BODIES: &str = "bodies";

/// An object of which only some fields are of interest. The others are kept as they were written.
type Object = IndexMap<String, Box<RawValue>>;

/// Draws the figures of a routine's document. Returns the document with a drawing in place of each figure,
/// and everything that is wrong with its figures; a faulty figure is left out.
///
/// A document that isn't a JSON object is returned unchanged, without problems: reading it as a routine says
/// what is wrong.
#[must_use]
pub fn draw(document: &str) -> (String, Vec<Problem>) {
    let Ok(mut routine) = serde_json::from_str::<Object>(document) else {
        return (document.to_owned(), Vec::new());
    };
    let problems = Problems::default();
    let mut bodies = IndexMap::new();
    take_figures(&mut routine, &problems, &mut |exercise, figure| {
        bodies.entry(view_name(figure.view)).or_insert_with(|| BodyOutput::of(figure.view));
        put(exercise, "figure", &DrawingOutput::from(&Drawing::of(&figure)));
    });
    let picture = take_picture(&mut routine, &problems);
    if let Some(picture) = &picture {
        put(&mut routine, PICTURE, &AnatomyOutput::from(picture));
    }
    // Whatever a document brings in this field hasn't been drawn here.
    routine.shift_remove(BODIES);
    if !bodies.is_empty() {
        put(&mut routine, BODIES, &bodies);
    }
    (compact(&routine), problems.into_list())
}

/// Everything that is wrong with the figures of a routine's document, and with the picture of its muscles.
#[must_use]
pub fn problems(document: &str) -> Vec<Problem> {
    let problems = Problems::default();
    if let Ok(mut routine) = serde_json::from_str::<Object>(document) {
        take_figures(&mut routine, &problems, &mut |_, _| {});
        take_picture(&mut routine, &problems);
    }
    problems.into_list()
}

/// The drawings of a routine's document, each with the id of its exercise or variation. Faulty figures are
/// left out.
#[must_use]
pub fn drawings(document: &str) -> Vec<(String, Drawing)> {
    let Ok(mut routine) = serde_json::from_str::<Object>(document) else { return Vec::new() };
    let mut drawings = Vec::new();
    take_figures(&mut routine, &Problems::default(), &mut |exercise, figure| {
        let id = exercise.get("id").and_then(|id| serde_json::from_str(id.get()).ok());
        drawings.push((id.unwrap_or_default(), Drawing::of(&figure)));
    });
    drawings
}

/// The picture of the muscles of a routine's document; `None` if it has none or a faulty one.
#[must_use]
pub fn muscles(document: &str) -> Option<Anatomy> {
    let mut routine = serde_json::from_str(document).ok()?;
    take_picture(&mut routine, &Problems::default())
}

/// Takes all figures out of a document, and hands each figure without problems on, with the exercise it was
/// taken from.
fn take_figures(routine: &mut Object, problems: &Problems, then: &mut dyn FnMut(&mut Object, Figure)) {
    let mut take = |exercise: &mut Object, path: &str| {
        let Some(figure) = exercise.shift_remove("figure") else { return };
        if let Some(figure) = reader::figure(Value::new(format!("{path}.figure"), &figure, problems)) {
            then(exercise, figure);
        }
    };
    for_each(routine, "sections", "sections", &mut |section, path| {
        for_each(section, "exercises", &format!("{path}.exercises"), &mut |exercise, path| {
            take(exercise, path);
            change(exercise, "variation", |variation: &mut Object| {
                take(variation, &format!("{path}.variation"));
            });
        });
    });
}

/// Changes each object in a list; `path` is that of the list.
fn for_each(object: &mut Object, name: &str, path: &str, then: &mut dyn FnMut(&mut Object, &str)) {
    change(object, name, |items: &mut Vec<Box<RawValue>>| {
        for (n, item) in items.iter_mut().enumerate() {
            let Ok(mut object) = serde_json::from_str::<Object>(item.get()) else { continue };
            then(&mut object, &format!("{path}[{n}]"));
            if let Ok(changed) = to_raw_value(&object) {
                *item = changed;
            }
        }
    });
}

/// Changes a field, if it is of this type.
fn change<T>(object: &mut Object, name: &str, then: impl FnOnce(&mut T))
where
    T: Serialize + for<'a> Deserialize<'a>,
{
    let Some(value) = object.get(name) else { return };
    let Ok(mut value) = serde_json::from_str(value.get()) else { return };
    then(&mut value);
    put(object, name, &value);
}

/// Sets a field. None of the types that are put here can fail to become JSON.
fn put(object: &mut Object, name: &str, value: &impl Serialize) {
    if let Ok(value) = to_raw_value(value) {
        object.insert(name.to_owned(), value);
    }
}

/// Takes the picture of the muscles out of a document, and reads it.
fn take_picture(routine: &mut Object, problems: &Problems) -> Option<Anatomy> {
    let picture = routine.shift_remove(PICTURE)?;
    let mut picture = anatomy(Value::new(PICTURE.to_owned(), &picture, problems))?;
    // Whether the names can be read is the business of those who read the routine.
    let texts = routine.get("muscles").and_then(|muscles| serde_json::from_str(muscles.get()).ok());
    let texts: Vec<MuscleText> = texts.unwrap_or_default();
    picture.set_texts(&texts);
    Some(picture)
}

/// The document as JSON without space between its parts.
fn compact(routine: &Object) -> String {
    let text = serde_json::to_string(routine).unwrap_or_default();
    // What isn't of interest here may hold a number that is too large for this type. It stays as it was
    // written.
    serde_json::from_str::<serde_json::Value>(&text).map_or(text, |value| value.to_string())
}
