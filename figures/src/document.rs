//! Figures in the document of a routine: where they are, and what is drawn of them.

use indexmap::IndexMap;
use serde_json::value::RawValue;
use supple_core::Problem;

use super::anatomy::{Anatomy, MuscleText, anatomy};
use super::drawing::Drawing;
use super::figure::Figure;
use super::output::DrawingsOutput;
use super::problems::Problems;
use super::reader::{self, Value};

/// An object of which only some fields are of interest.
type Object<'a> = IndexMap<String, &'a RawValue>;

/// Draws the figures of a routine's document. Returns the drawings as JSON, unless there are none, and everything that
/// is wrong with the figures; a faulty one isn't drawn.
///
/// Of a document that isn't a JSON object there are neither drawings nor problems: reading it as a routine says what is
/// wrong.
#[must_use]
pub fn draw(document: &str) -> (Option<String>, Vec<Problem>) {
    let Some(routine) = object(document) else { return (None, Vec::new()) };
    let problems = Problems::default();
    let drawings = drawings_of(&routine, &problems);
    let muscles = picture(&routine, &problems);
    let drawn = (!drawings.is_empty() || muscles.is_some()).then(|| {
        // None of its types can fail to become JSON.
        serde_json::to_string(&DrawingsOutput::of(&drawings, muscles.as_ref())).unwrap_or_default()
    });
    (drawn, problems.into_list())
}

/// Everything that is wrong with the figures of a routine's document, and with the picture of its muscles.
#[must_use]
pub fn problems(document: &str) -> Vec<Problem> {
    let problems = Problems::default();
    if let Some(routine) = object(document) {
        figures(&routine, &problems);
        picture(&routine, &problems);
    }
    problems.into_list()
}

/// The drawings of a routine's document, each with the id of its exercise or variation. Faulty figures are
/// left out.
#[must_use]
pub fn drawings(document: &str) -> Vec<(String, Drawing)> {
    object(document).map(|routine| drawings_of(&routine, &Problems::default())).unwrap_or_default()
}

/// The picture of the muscles of a routine's document; `None` if it has none or a faulty one.
#[must_use]
pub fn muscles(document: &str) -> Option<Anatomy> {
    picture(&object(document)?, &Problems::default())
}

fn drawings_of(routine: &Object<'_>, problems: &Problems) -> Vec<(String, Drawing)> {
    figures(routine, problems).into_iter().map(|(id, figure)| (id, Drawing::of(&figure))).collect()
}

/// All figures without problems, each with the id of its exercise or variation.
fn figures(routine: &Object<'_>, problems: &Problems) -> Vec<(String, Figure)> {
    let mut figures = Vec::new();
    let mut read = |exercise: &Object<'_>, path: &str| {
        // The name of another figure is for whoever completes the document.
        let Some(figure) = exercise.get("figure").filter(|raw| !raw.get().starts_with('"')) else { return };
        if let Some(figure) = reader::figure(Value::new(format!("{path}.figure"), figure, problems)) {
            let id = exercise.get("id").and_then(|id| serde_json::from_str(id.get()).ok());
            figures.push((id.unwrap_or_default(), figure));
        }
    };
    for (section, path) in objects(routine, "sections", "sections") {
        for (exercise, path) in objects(&section, "exercises", &format!("{path}.exercises")) {
            read(&exercise, &path);
            for name in ["variation", "easier"] {
                if let Some(variation) = exercise.get(name).and_then(|raw| object(raw.get())) {
                    read(&variation, &format!("{path}.{name}"));
                }
            }
        }
    }
    figures
}

/// The objects in a list, each with its path; `path` is that of the list.
fn objects<'a>(parent: &Object<'a>, name: &str, path: &str) -> Vec<(Object<'a>, String)> {
    let items: Option<Vec<&RawValue>> =
        parent.get(name).and_then(|items| serde_json::from_str(items.get()).ok());
    let items = items.unwrap_or_default().into_iter().enumerate();
    items.filter_map(|(n, item)| Some((object(item.get())?, format!("{path}[{n}]")))).collect()
}

fn object(json: &str) -> Option<Object<'_>> {
    serde_json::from_str(json.trim_start_matches('\u{feff}')).ok()
}

/// The picture of the muscles, if the document has one without problems.
fn picture(routine: &Object<'_>, problems: &Problems) -> Option<Anatomy> {
    let picture = routine.get("anatomy-picture")?;
    let mut picture = anatomy(Value::new("anatomy-picture".to_owned(), picture, problems))?;
    // Whether the names can be read is the business of those who read the routine.
    let texts = routine.get("muscles").and_then(|muscles| serde_json::from_str(muscles.get()).ok());
    let texts: Vec<MuscleText> = texts.unwrap_or_default();
    picture.set_texts(&texts);
    Some(picture)
}
