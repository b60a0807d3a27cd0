//! What there is to be drawn: the outcome of the engine, and all that the widget knows of a figure.

use super::anatomy::{Anatomy, anatomy};
use super::body::{Outline, Part, outlines};
use super::document::{self, Figure};
use super::motion::{self, Motion, Motions};
use super::props;
use super::skeleton::{Frame, Point, View, bones};
use crate::json::{self, Object, Value};
use crate::routine::Problem;
use crate::routine::document::Problems;

/// What is left around a figure, in hundredths of the body's height.
const MARGIN: f32 = 5.0;
/// What is left below the floor.
const BELOW: f32 = 5.0;
/// A picture's width for each of its height: so pictures in a row are of one size.
const ASPECT: f32 = 1.5;
/// The least, where the right form and the mistake stand side by side.
const ASPECT_OF_PAIRS: f32 = 1.0;

/// How often within a step it is looked how far a figure reaches.
const LOOKS: u32 = 12;

/// The field of a routine that holds the picture of its muscles.
const PICTURE: &str = "anatomy-picture";
/// What stands under the right form and under the usual mistake, where both are shown.
pub const RIGHT: &str = "Like this";
/// See [`RIGHT`].
pub const WRONG: &str = "Not like this";

/// A figure, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What is to be seen, for those who don't see it.
    pub text: String,
    /// From where.
    pub view: View,
    /// Whether the hamstring of the nearer leg is stretched, and that of the farther one.
    pub stretches: [bool; 2],
    /// The part of the plane that is shown: left, top, width, height, as SVG takes them.
    pub frame: [i32; 4],
    /// Lines around the body, as SVG writes them.
    pub props: Vec<String>,
    /// How the body moves.
    pub motion: Motion,
    /// How its partner moves; nothing where there is none.
    pub partner: Motion,
    /// From one pose to the next, in milliseconds.
    pub step_ms: u32,
    /// When it is where one comes back to between two holds, in milliseconds from the beginning.
    pub rest_ms: u32,
    /// When it tells most, in milliseconds from the beginning.
    pub still_ms: u32,
    /// Whether the end leads back into the beginning.
    pub repeats: bool,
    /// From the first pose into the usual mistake, and what is wrong with that, in words.
    pub mistake: Option<(Motion, String)>,
}

impl Drawing {
    /// Draws a figure.
    fn of(figure: &Figure) -> Self {
        let motions = motion::motions(figure);
        let frame = picture(&motions, figure);
        let [left, _, width, _] = frame;
        let when = |pose: usize| u32::try_from(pose).unwrap_or(0) * figure.step_ms;
        Self {
            text: figure.text.clone(),
            view: figure.view,
            stretches: figure.stretches,
            frame,
            props: figure.props.iter().map(|prop| props::path(*prop, (left, left + width))).collect(),
            motion: motions.own,
            partner: motions.partner,
            step_ms: figure.step_ms,
            rest_ms: when(figure.rest),
            still_ms: when(figure.still),
            repeats: figure.repeats,
            mistake: figure.mistake.as_ref().map(|(_, text)| (motions.mistake, text.clone())),
        }
    }

    /// As data for the player of drawings.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let stretches = self.stretches.iter().map(|is| Value::from(*is)).collect();
        let mut fields = Object::from([
            ("text", self.text.as_str().into()),
            ("view", view_name(self.view).into()),
            ("stretches", Value::List(stretches)),
            ("frame", Value::List(self.frame.iter().map(|number| (*number).into()).collect())),
            ("props", Value::List(self.props.iter().map(|path| path.as_str().into()).collect())),
            ("moments", moments(&self.motion)),
            ("step", self.step_ms.into()),
            ("end", self.motion.moments.last().map_or(0, |moment| moment.ms).into()),
            ("rest", self.rest_ms.into()),
            ("still", self.still_ms.into()),
        ]);
        if self.repeats {
            fields.put("repeats", true.into());
        }
        if !self.partner.moments.is_empty() {
            fields.put("partner", moments(&self.partner));
        }
        if let Some((motion, text)) = &self.mistake {
            fields.put("caption", RIGHT.into());
            let mistake =
                [("caption", WRONG.into()), ("text", text.as_str().into()), ("moments", moments(motion))];
            fields.put("mistake", Value::Object(mistake.into()));
        }
        Value::Object(fields)
    }
}

/// Each moment as a list: milliseconds, tension in hundredths, the place in tenths of hundredths of the body's height,
/// the directions in tenths of degrees.
fn moments(motion: &Motion) -> Value {
    let moment = |moment: &motion::Moment| {
        let Frame { at, directions } = moment.frame;
        let mut numbers = vec![moment.ms.into(), tenths(moment.tension * 10.0), tenths(at.x), tenths(at.y)];
        numbers.extend(directions.map(tenths));
        Value::List(numbers)
    };
    Value::List(motion.moments.iter().map(moment).collect())
}

fn tenths(number: f32) -> Value {
    whole(number * 10.0).into()
}

#[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
fn whole(number: f32) -> i32 {
    number.round() as i32
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Side => "side",
        View::Front => "front",
    }
}

/// The part of the plane that holds a figure with all that is around it, the floor below it.
fn picture(motions: &Motions, figure: &Figure) -> [i32; 4] {
    let bones = bones(figure.view);
    let outlines = outlines(figure.view);
    let (mut left, mut right, mut top) = (f32::INFINITY, f32::NEG_INFINITY, 0.0_f32);
    for (motion, side) in [(&motions.own, 1.0), (&motions.mistake, 1.0), (&motions.partner, -1.0)] {
        let end_ms = motion.moments.last().map_or(0, |moment| moment.ms);
        let times = (0..=end_ms).step_by((figure.step_ms / LOOKS) as usize);
        for moment in times.filter_map(|ms| motion.at(ms as f32, figure.step_ms)) {
            let joints = moment.frame.joints(&bones);
            let body = outlines.iter().filter(|outline| outline.part != Part::Guide);
            for Point { x, y } in body.flat_map(|outline| outline.places(&joints, &bones)) {
                (left, right, top) = (left.min(side * x), right.max(side * x), top.max(y));
            }
        }
    }
    for (from, to, high) in figure.props.iter().filter_map(|prop| props::extent(*prop)) {
        (left, right, top) = (left.min(from), right.max(to), top.max(high));
    }
    let (mut width, mut height) = (right - left + 2.0 * MARGIN, top + MARGIN + BELOW);
    let middle = f32::midpoint(left, right);
    width = width.max(height * if figure.mistake.is_some() { ASPECT_OF_PAIRS } else { ASPECT });
    height = height.max(width / ASPECT);
    [middle - width / 2.0, BELOW - height, width, height].map(|number| whole(number * 10.0))
}

/// What hangs on bones, as data: for each view its bones and its outlines.
fn body(view: View) -> Value {
    let number = |number: usize| Value::from(u32::try_from(number).unwrap_or(0));
    let bones = bones(view).into_iter().map(|bone| {
        Value::List(vec![
            number(bone.parent),
            tenths(bone.length),
            number(bone.direction),
            tenths(bone.turned),
        ])
    });
    let outline = |Outline { part, points }: Outline| {
        let hung = points.into_iter().map(|pair| {
            let [one, other] = pair;
            let pair = if one == other { vec![one] } else { vec![one, other] };
            let numbers = pair
                .into_iter()
                .flat_map(|hung| [number(hung.bone), whole(hung.along * 100.0).into(), tenths(hung.beside)]);
            Value::List(numbers.collect())
        });
        Value::List([Value::from(part.name())].into_iter().chain(hung).collect())
    };
    let outlines = outlines(view).into_iter().map(outline);
    Value::Object(
        [("bones", Value::List(bones.collect())), ("outlines", Value::List(outlines.collect()))].into(),
    )
}

/// A routine's document with a drawing in the place of each figure, and what is wrong with figures; those are left out.
///
/// A document that is no JSON object comes back as it is: reading it as a routine says what is wrong with it.
#[must_use]
pub fn draw(document: &str) -> (String, Vec<Problem>) {
    let Ok(Value::Object(mut routine)) = json::read(document) else {
        return (document.to_owned(), Vec::new());
    };
    let mut views = Vec::new();
    let problems = take_figures(&mut routine, &mut |exercise, figure| {
        if !views.contains(&figure.view) {
            views.push(figure.view);
        }
        exercise.put("figure", Drawing::of(&figure).to_json());
    });
    routine.take("bodies");
    if !views.is_empty() {
        let bodies = views.into_iter().map(|view| (view_name(view).to_owned(), body(view))).collect();
        routine.put("bodies", Value::Object(Object(bodies)));
    }
    (Value::Object(routine).to_string(), problems)
}

/// What is wrong with the figures of a routine's document.
#[must_use]
pub fn problems(document: &str) -> Vec<Problem> {
    let Ok(Value::Object(mut routine)) = json::read(document) else { return Vec::new() };
    take_figures(&mut routine, &mut |_, _| {})
}

/// The drawings of a routine's document, by the ids of their exercises and variations.
#[must_use]
pub fn drawings(document: &str) -> Vec<(String, Drawing)> {
    let Ok(Value::Object(mut routine)) = json::read(document) else { return Vec::new() };
    let mut all = Vec::new();
    take_figures(&mut routine, &mut |exercise, figure| {
        let id = exercise.get("id").and_then(Value::as_text).unwrap_or_default().to_owned();
        all.push((id, Drawing::of(&figure)));
    });
    all
}

/// Takes all figures out of a document, with the picture of the muscles where that is faulty, and hands on those without
/// faults.
fn take_figures(routine: &mut Object, then: &mut dyn FnMut(&mut Object, Figure)) -> Vec<Problem> {
    let mut problems = Problems::default();
    let mut take = |exercise: &mut Object, path: &str, problems: &mut Problems| {
        let figure = exercise.take("figure");
        if let Some(figure) =
            figure.and_then(|value| document::figure(format!("{path}.figure"), value, problems))
        {
            then(exercise, figure);
        }
    };
    for_each(routine, "sections", "", &mut |path, section| {
        for_each(section, "exercises", &path, &mut |path, exercise| {
            take(exercise, &path, &mut problems);
            if let Some(Value::Object(variation)) = exercise.get_mut("variation") {
                take(variation, &format!("{path}.variation"), &mut problems);
            }
        });
    });
    // It is drawn as it is, or not at all.
    let picture = routine.get(PICTURE).cloned();
    if picture.is_some_and(|picture| anatomy(PICTURE, picture, &mut problems).is_none()) {
        routine.take(PICTURE);
    }
    problems.into_result(()).err().unwrap_or_default()
}

fn for_each(object: &mut Object, name: &str, path: &str, then: &mut dyn FnMut(String, &mut Object)) {
    let Some(Value::List(items)) = object.get_mut(name) else { return };
    let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    for (n, item) in items.iter_mut().enumerate() {
        if let Value::Object(item) = item {
            then(format!("{path}[{n}]"), item);
        }
    }
}

/// The picture of the muscles in a routine's document, if it has one without faults.
#[must_use]
pub fn muscles(document: &str) -> Option<Anatomy> {
    let Ok(Value::Object(mut routine)) = json::read(document) else { return None };
    anatomy(PICTURE, routine.take(PICTURE)?, &mut Problems::default())
}
