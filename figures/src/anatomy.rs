//! The picture of the muscles. It is drawn by hand, so it isn't made from poses, but read from the routine's
//! document and checked.

use std::ops::RangeInclusive;

use serde::Deserialize;

use super::reader::{Fields, Value};

/// Width or height of the picture, in its own units.
const SIZE: RangeInclusive<u32> = 1..=10_000;
/// Number of shapes of the picture or of a muscle.
const SHAPES: RangeInclusive<usize> = 1..=60;
/// Number of muscles.
const MUSCLES: RangeInclusive<usize> = 1..=20;
/// The longest path of a shape, in characters.
const PATH_MAX: usize = 4_000;
/// The longest id.
const ID_MAX: usize = 40;
/// The characters of an SVG path.
const PATH_CHARACTERS: &str = "MmLlHhVvCcSsQqTtAaZz0123456789 ,.-";

/// Classes of the shapes around the muscles, as the style sheet knows them.
const AROUND: [(&str, &str); 3] = [("skin", "skin"), ("fold", "fold"), ("bone", "bone")];
/// Classes of the shapes of a muscle.
const OF_MUSCLES: [(&str, &str); 4] =
    [("belly", "belly"), ("tendon", "tendon"), ("fibre", "fibre"), ("leader", "leader")];

/// A shape: its class, and its SVG path.
pub type AnatomyShape = (String, String);

/// The picture of the muscles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anatomy {
    /// A description for those who can't see the picture.
    pub text: String,
    /// Width and height.
    pub size: [u32; 2],
    /// The shapes around the muscles, the farthest first.
    pub shapes: Vec<AnatomyShape>,
    /// The muscles, the deepest first.
    pub muscles: Vec<AnatomyMuscle>,
}

/// A muscle in the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnatomyMuscle {
    /// The id of this muscle in the routine.
    pub id: String,
    /// Its shapes, the farthest first.
    pub shapes: Vec<AnatomyShape>,
    /// Its name.
    pub name: String,
    /// Its name and what there is to say about it.
    pub label: String,
    /// Position of its name.
    pub name_at: [u32; 2],
    /// What the name does at that position, as a value of SVG's `text-anchor`: names grow away from the
    /// muscles, so it begins there (`start`) or, in the right half of the picture, ends there (`end`).
    pub anchor: &'static str,
}

/// What the routine says about a muscle.
#[derive(Deserialize)]
pub(crate) struct MuscleText {
    id: String,
    name: String,
    text: String,
}

impl Anatomy {
    /// Names the muscles. One that the routine doesn't have is named by its id.
    pub(crate) fn set_texts(&mut self, texts: &[MuscleText]) {
        for muscle in &mut self.muscles {
            let found = texts.iter().find(|text| text.id == muscle.id);
            let (name, text) =
                found.map_or((muscle.id.as_str(), ""), |found| (found.name.as_str(), found.text.as_str()));
            muscle.label = format!("{name}. {text}");
            muscle.name = name.to_owned();
        }
    }
}

/// Reads the picture. If anything is wrong with it, that is noted and there is no picture.
pub(crate) fn anatomy(value: Value) -> Option<Anatomy> {
    let problems = value.problems;
    let before = problems.count();
    let mut fields = value.fields();
    let shapes = fields.list("shapes", &SHAPES);
    let muscles = fields.list("muscles", &MUSCLES);
    let text = fields.text("text");
    let size = ["width", "height"].map(|name| fields.whole_number(name, &SIZE));
    let anatomy = Anatomy {
        text,
        size,
        shapes: shapes.iter().filter_map(|value| shape(value, &AROUND)).collect(),
        muscles: muscles.into_iter().map(|value| muscle(value, size[0])).collect(),
    };
    fields.refuse_unread();
    (problems.count() == before).then_some(anatomy)
}

fn muscle(value: Value, width: u32) -> AnatomyMuscle {
    let mut fields = value.fields();
    let shapes = fields.list("shapes", &SHAPES);
    let id = id(&mut fields);
    let name_at = ["x", "y"].map(|name| fields.whole_number(name, &(0..=*SIZE.end())));
    fields.refuse_unread();
    AnatomyMuscle {
        id,
        shapes: shapes.iter().filter_map(|value| shape(value, &OF_MUSCLES)).collect(),
        name: String::new(),
        label: String::new(),
        name_at,
        anchor: if name_at[0] > width / 2 { "end" } else { "start" },
    }
}

fn id(fields: &mut Fields) -> String {
    let Some(value) = fields.required("id") else { return String::new() };
    let id = value.text().unwrap_or_default();
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.len() > ID_MAX || !id.chars().all(is_allowed) {
        value.refuse("should be 1 to 40 lower-case letters, digits and hyphens, such as \"leg-swings\".");
    }
    id
}

/// A shape is written as a pair: its class, and its path.
fn shape(value: &Value, known: &[(&str, &'static str)]) -> Option<AnatomyShape> {
    let Some(items) = value.items() else {
        value.refuse(format!("should be a list of what it is and its path, but is {}.", value.kind()));
        return None;
    };
    let [class, path] = items.as_slice() else {
        value.refuse("should be a list of two texts: what it is, and its path.");
        return None;
    };
    let class = class.one_of(known);
    let line = path.any_text()?;
    let is_path = line.starts_with('M') && line.chars().all(|c| PATH_CHARACTERS.contains(c));
    if !is_path || line.len() > PATH_MAX {
        path.refuse(format!(
            "should be an SVG path of at most {PATH_MAX} characters, such as \"M0 0L10 10\"."
        ));
    }
    Some((class?.to_owned(), line))
}
