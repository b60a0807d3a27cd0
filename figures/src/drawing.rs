//! Drawings: what is made of a figure, and everything that the widget knows of it.

use super::arrow::Arrow;
use super::body::outlines;
use super::build::Build;
use super::figure::Figure;
use super::motion::{Motion, Motions};
use super::muscle::Light;
use super::outline::Part;
use super::props;
use super::skeleton::{MIDDLE, Point, View, bones};
use super::strap::Strap;

/// Space around a figure, in hundredths of the body's height.
const MARGIN: f32 = 5.0;
/// Space below the floor.
const BELOW: f32 = 5.0;
/// Least ratio of a picture's width to its height, so that pictures in a row have one size.
const ASPECT: f32 = 1.5;
/// The same where the right form and the mistake are shown side by side.
const ASPECT_OF_PAIRS: f32 = 1.0;
/// How often within a step the extent of a figure is measured.
const MEASUREMENTS: u32 = 12;

/// Caption of the right form, where the usual mistake is shown too.
pub const RIGHT: &str = "Like this";
/// Caption of the usual mistake.
pub const WRONG: &str = "Not like this";

/// A figure, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// A description for those who can't see the figure.
    pub text: String,
    /// The direction from which it is seen.
    pub view: View,
    /// The muscles that light up.
    pub lights: Vec<Light>,
    /// What the hands hold.
    pub strap: Option<Strap>,
    /// What the body has that most don't need.
    pub build: Build,
    /// The visible part of the plane as an SVG `viewBox`: left, top, width and height, in thousandths of the
    /// body's height.
    pub frame: [i32; 4],
    /// SVG paths of the things around the body.
    pub props: Vec<String>,
    /// SVG paths of the arrows that say in the still picture what moves, and which way.
    pub arrows: Vec<String>,
    /// How the body moves.
    pub motion: Motion,
    /// How its partner moves; empty without a partner.
    pub partner: Motion,
    /// Time from one pose to the next, in milliseconds.
    pub step_ms: u32,
    /// When the body is in the pose to come back to between two holds, in milliseconds from the beginning.
    pub rest_ms: u32,
    /// When the body is in the pose that explains the exercise best, in milliseconds from the beginning.
    pub still_ms: u32,
    /// Whether the motion starts again when it ends.
    pub repeats: bool,
    /// The motion from the first pose into the usual mistake, and what is wrong with that, in words.
    pub mistake: Option<(Motion, String)>,
}

impl Drawing {
    /// Draws a figure.
    pub(crate) fn of(figure: &Figure) -> Self {
        let motions = Motions::of(figure);
        let frame = visible_part(&motions, figure);
        let time_of = |pose: usize| u32::try_from(pose).unwrap_or(0) * figure.step_ms;
        Self {
            text: figure.text.clone(),
            view: figure.view,
            lights: figure.lights.clone(),
            strap: figure.strap,
            build: figure.build.clone(),
            frame,
            props: figure.props.iter().map(|prop| props::path(*prop, figure.view, frame)).collect(),
            arrows: figure.arrows.iter().map(|arrow| arrow.path()).collect(),
            motion: motions.own,
            partner: motions.partner,
            step_ms: figure.step_ms,
            rest_ms: time_of(figure.rest),
            still_ms: time_of(figure.still),
            repeats: figure.repeats,
            mistake: figure.mistake.as_ref().map(|mistake| (motions.mistake, mistake.text.clone())),
        }
    }
}

/// The part of the plane that holds a figure all the time, with everything around it and some space below the
/// floor; or the upper part of that.
fn visible_part(motions: &Motions, figure: &Figure) -> [i32; 4] {
    let bones = bones(figure.view);
    // Muscles lie within the body, and a strap between its hands and feet.
    let outlines = outlines(figure.view, &[], None, &figure.build);
    let below = figure.above.map_or(BELOW, |above| -above);
    let (mut left, mut right, mut top) = (f32::INFINITY, f32::NEG_INFINITY, 0.0_f32);
    for (motion, side) in [(&motions.own, 1.0), (&motions.mistake, 1.0), (&motions.partner, -1.0)] {
        let times = (0..=motion.end_ms()).step_by((figure.step_ms / MEASUREMENTS) as usize);
        for moment in times.filter_map(|ms| motion.at(ms as f32, figure.step_ms)) {
            let (joints, bones) = (moment.frame.joints(&bones), moment.frame.seen(&bones));
            let body = outlines.iter().filter(|outline| outline.part != Part::Guide);
            let points = body.flat_map(|outline| outline.positions(&joints, &bones));
            for Point { x, y } in points.filter(|point| figure.above.is_none_or(|above| point.y > above)) {
                // From above the middle of the picture is that of the mat.
                let y = if figure.view == View::Above { y.max(2.0 * MIDDLE - y) } else { y };
                (left, right, top) = (left.min(side * x), right.max(side * x), top.max(y));
            }
        }
    }
    for Point { x, y } in figure.arrows.iter().copied().flat_map(Arrow::extent) {
        (left, right, top) = (left.min(x), right.max(x), top.max(y));
    }
    for (from, to, height) in figure.props.iter().filter_map(|prop| props::extent(*prop, figure.view)) {
        (left, right, top) = (left.min(from), right.max(to), top.max(height));
    }
    let below = if figure.view == View::Above { top + MARGIN - 2.0 * MIDDLE } else { below };
    let (mut width, mut height) = (right - left + 2.0 * MARGIN, top + MARGIN + below);
    let middle = f32::midpoint(left, right);
    width = width.max(height * if figure.mistake.is_some() { ASPECT_OF_PAIRS } else { ASPECT });
    height = height.max(width / ASPECT);
    let bottom = if figure.view == View::Above { height / 2.0 - MIDDLE } else { below };
    [middle - width / 2.0, bottom - height, width, height].map(|number| rounded(number * 10.0))
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
pub(crate) fn rounded(number: f32) -> i32 {
    number.round() as i32
}
