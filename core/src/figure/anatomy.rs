//! The picture of the muscles: drawn by hand, once, and so not by the engine. It is data of the routine like all else, and checked.

use super::document::named;
use crate::json::Value;
use crate::routine::document::{Fields, Problems, kind};

/// How wide and how high a picture may be, in its own units.
const SIZE: (u32, u32) = (1, 10_000);
/// How many shapes a picture may have, and a muscle in it.
const SHAPES: (usize, usize) = (1, 60);
/// How long a shape's path may be, in characters.
const PATH_MAX: usize = 4_000;
/// What SVG writes paths with.
const PATH_CHARACTERS: &str = "MmLlHhVvCcSsQqTtAaZz0123456789 ,.-";

/// What surrounds the muscles, and what a muscle is made of, in the words of the style sheet.
const AROUND: [&str; 3] = ["skin", "fold", "bone"];
const OF_MUSCLES: [&str; 4] = ["belly", "tendon", "fibre", "leader"];

/// A shape: what it is, and its path as SVG writes it.
pub type AnatomyShape = (String, String);

/// The picture of the muscles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anatomy {
    /// What is to be seen, for those who don't see it.
    pub text: String,
    /// Width and height.
    pub size: [u32; 2],
    /// What is around the muscles, from the farthest to the nearest.
    pub shapes: Vec<AnatomyShape>,
    /// The muscles, from the deepest to the nearest.
    pub muscles: Vec<AnatomyMuscle>,
}

/// A muscle in the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnatomyMuscle {
    /// Which of the routine's muscles it is.
    pub id: String,
    /// Its shapes.
    pub shapes: Vec<AnatomyShape>,
    /// Where its name begins; in the right half, where it ends.
    pub name: [u32; 2],
}

/// Reads the picture. What can't be read is noted; then there is no picture.
pub(super) fn anatomy(path: &str, value: Value, problems: &mut Problems) -> Option<Anatomy> {
    let before = problems.count();
    let mut fields = Fields::new(path.to_owned(), value, problems);
    let shapes = fields.list("shapes", SHAPES, problems);
    let muscles = fields.list("muscles", (1, 20), problems);
    let anatomy = Anatomy {
        text: fields.text("text", problems),
        size: ["width", "height"].map(|name| fields.number(name, SIZE, problems)),
        shapes: shapes.into_iter().map(|(path, value)| shape(&path, value, &AROUND, problems)).collect(),
        muscles: muscles.into_iter().map(|(path, value)| muscle(path, value, problems)).collect(),
    };
    fields.end(problems);
    (problems.count() == before).then_some(anatomy)
}

fn muscle(path: String, value: Value, problems: &mut Problems) -> AnatomyMuscle {
    let mut fields = Fields::new(path, value, problems);
    let shapes = fields.list("shapes", SHAPES, problems);
    let muscle = AnatomyMuscle {
        id: fields.id("id", problems),
        shapes: shapes.into_iter().map(|(path, value)| shape(&path, value, &OF_MUSCLES, problems)).collect(),
        name: ["x", "y"].map(|name| fields.number(name, (0, SIZE.1), problems)),
    };
    fields.end(problems);
    muscle
}

/// A shape is a pair: what it is, and its path.
fn shape(path: &str, value: Value, known: &[&str], problems: &mut Problems) -> AnatomyShape {
    let Value::List(items) = value else {
        problems.add(path, format!("should be a list of what it is and its path, but is {}.", kind(&value)));
        return AnatomyShape::default();
    };
    let Ok([what, line]) = <[Value; 2]>::try_from(items) else {
        problems.add(path, "should be a list of two texts: what it is, and its path.");
        return AnatomyShape::default();
    };
    let known: Vec<(&str, &str)> = known.iter().map(|name| (*name, *name)).collect();
    let what = named(&format!("{path}[0]"), what, &known, problems).unwrap_or_default().to_owned();
    let path = format!("{path}[1]");
    let Value::Text(line) = line else {
        problems.add(&path, format!("should be a text, but is {}.", kind(&line)));
        return AnatomyShape::default();
    };
    let is_path = line.starts_with('M') && line.chars().all(|c| PATH_CHARACTERS.contains(c));
    if !is_path || line.len() > PATH_MAX {
        problems.add(
            &path,
            format!("should be a path of at most {PATH_MAX} characters, as SVG writes it: \"M0 0L10 10\"."),
        );
    }
    (what, line)
}
