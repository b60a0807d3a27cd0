//! Drawings as JSON for the script that shows and moves them (`element/figures`).
//!
//! All numbers are whole, which is short and exact enough: angles are in tenths of degrees, lengths in
//! thousandths of the body's height, times in milliseconds.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::Serialize;

use super::anatomy::{Anatomy, AnatomyShape};
use super::drawing::{Drawing, rounded};
use super::motion::{Moment, Motion};
use super::outline::{Hung, Outline};
use super::picture::{Body, Layer};
use super::skeleton::{BONES, BONES_ALWAYS, Bone, DIRECTIONS, Frame, View, bones};

/// All drawings of a routine. `element/figures/drawings.js` has the same type in JavaScript.
#[derive(Serialize)]
pub(crate) struct DrawingsOutput<'a> {
    /// What the drawings share, by their views.
    bodies: BTreeMap<&'static str, BodyOutput>,
    /// By the ids of exercises and variations.
    drawings: IndexMap<&'a str, DrawingOutput<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    muscles: Option<AnatomyOutput<'a>>,
}

/// A drawing.
#[derive(Serialize)]
struct DrawingOutput<'a> {
    /// Which of the bodies it shows.
    view: &'static str,
    frame: [i32; 4],
    pictures: Vec<PictureOutput<'a>>,
    motions: BTreeMap<&'static str, Vec<MomentOutput>>,
    step: u32,
    end: u32,
    rest: u32,
    still: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    repeats: bool,
    /// The bones of which not always all is seen, each with the index in a moment of how much is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lengths: Vec<(usize, usize)>,
    /// The bones to whose direction something is added, each with the index in a moment of how much.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    turns: Vec<(usize, usize)>,
}

#[derive(Serialize)]
struct PictureOutput<'a> {
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'static str>,
    props: &'a [String],
    layers: Vec<LayerOutput>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    arrows: Vec<String>,
}

#[derive(Serialize)]
struct LayerOutput {
    class: String,
    /// Index among the outlines of the body.
    outline: usize,
    /// Of a muscle: the index of its tension in a moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    tension: Option<usize>,
    motion: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    mirrored: bool,
}

/// Time, x, y, the directions of a frame, the tension of each muscle that lights up, in hundredths, how much is
/// seen of the bones that change their lengths, in thousandths, and how far those turn that turn by themselves.
type MomentOutput = Vec<i64>;
/// Index of the first tension in a moment.
const TENSIONS: usize = 3 + DIRECTIONS;

/// A body as seen from one direction, with those of its outlines that are drawn. All drawings with that view
/// share it.
#[derive(Serialize)]
struct BodyOutput {
    bones: Vec<BoneOutput>,
    outlines: Vec<Vec<PointOutput>>,
}

/// Parent joint, length, index of the direction, and what is added to that.
#[derive(Serialize)]
struct BoneOutput(usize, i64, usize, i64);

/// Bone, position along it in hundredths, and distance from it.
#[derive(PartialEq, Serialize)]
struct HungOutput(usize, i64, i64);

/// A point of an outline.
#[derive(PartialEq, Serialize)]
#[serde(untagged)]
enum PointOutput {
    At(HungOutput),
    Midway(HungOutput, HungOutput),
}

/// The picture of the muscles.
#[derive(Serialize)]
struct AnatomyOutput<'a> {
    label: &'a str,
    width: u32,
    height: u32,
    shapes: &'a [AnatomyShape],
    muscles: Vec<MuscleOutput<'a>>,
}

#[derive(Serialize)]
struct MuscleOutput<'a> {
    label: &'a str,
    name: &'a str,
    x: u32,
    y: u32,
    anchor: &'static str,
    shapes: &'a [AnatomyShape],
}

impl<'a> DrawingsOutput<'a> {
    pub(crate) fn of(drawings: &'a [(String, Drawing)], muscles: Option<&'a Anatomy>) -> Self {
        let mut bodies: BTreeMap<&'static str, BodyOutput> = BTreeMap::new();
        let output = |(id, drawing): &'a (String, Drawing)| {
            let body = bodies.entry(drawing.view.name()).or_insert_with(|| BodyOutput::of(drawing.view));
            (id.as_str(), DrawingOutput::of(drawing, body))
        };
        let drawings = drawings.iter().map(output).collect();
        Self { bodies, drawings, muscles: muscles.map(AnatomyOutput::from) }
    }
}

impl<'a> DrawingOutput<'a> {
    /// Adds to the body what it lacks for this drawing.
    fn of(drawing: &'a Drawing, body: &mut BodyOutput) -> Self {
        let outlines = drawing.outlines();
        let mut layer = |layer: &Layer| LayerOutput {
            class: layer.class(),
            outline: outlines.get(layer.outline).map(|outline| body.index_of(outline)).unwrap_or_default(),
            tension: layer.light().map(|number| TENSIONS + number),
            motion: motion_name(layer.body),
            mirrored: layer.is_mirrored(),
        };
        let pictures = drawing.layouts().into_iter().map(|layout| PictureOutput {
            label: layout.label,
            caption: layout.caption,
            props: &drawing.props,
            layers: layout.layers.iter().map(&mut layer).collect(),
            arrows: layout.arrows,
        });
        let pictures = pictures.collect();
        let mistake = drawing.mistake.as_ref().map(|(motion, _)| (Body::Mistake, motion));
        let motions = [(Body::Own, &drawing.motion), (Body::Partner, &drawing.partner)];
        let motions = motions.into_iter().chain(mistake).filter(|(_, motion)| !motion.moments.is_empty());
        let motions: Vec<(Body, &Motion)> = motions.collect();
        let bones = if drawing.build.needs_lines() { BONES } else { BONES_ALWAYS };
        let lengths = unusual_bones(bones, &motions, |frame, bone| frame.lengths[bone] != 1.0);
        let turns = unusual_bones(bones, &motions, |frame, bone| frame.turns[bone] != 0.0);
        let first = TENSIONS + drawing.lights.len();
        let indices =
            |bones: &[usize], first| bones.iter().enumerate().map(|(n, bone)| (*bone, first + n)).collect();
        let (length_indices, turn_indices) =
            (indices(&lengths, first), indices(&turns, first + lengths.len()));
        if drawing.build.needs_lines() {
            body.add_all_bones(drawing.view);
        }
        Self {
            view: drawing.view.name(),
            frame: drawing.frame,
            pictures,
            motions: motions
                .into_iter()
                .map(|(body, motion)| (motion_name(body), moments(motion, first, &lengths, &turns)))
                .collect(),
            step: drawing.step_ms,
            end: drawing.motion.end_ms(),
            rest: drawing.rest_ms,
            still: drawing.still_ms,
            repeats: drawing.repeats,
            lengths: length_indices,
            turns: turn_indices,
        }
    }
}

impl BodyOutput {
    /// A body without outlines.
    fn of(view: View) -> Self {
        let mut body = Self { bones: Vec::new(), outlines: Vec::new() };
        body.add_all_bones(view);
        body.bones.truncate(BONES_ALWAYS);
        body
    }

    /// Adds the lines that not every body needs.
    fn add_all_bones(&mut self, view: View) {
        let bone = |Bone { parent, length, direction, turned }: Bone| {
            BoneOutput(parent, tenths(length), direction, tenths(turned))
        };
        self.bones = bones(view).into_iter().map(bone).collect();
    }

    /// The index of an outline, which is added if it isn't there yet.
    fn index_of(&mut self, outline: &Outline) -> usize {
        let hung = |hung: Hung| HungOutput(hung.bone, whole(hung.along * 100.0), tenths(hung.beside));
        let point = |[one, other]: &[Hung; 2]| {
            if one == other {
                PointOutput::At(hung(*one))
            } else {
                PointOutput::Midway(hung(*one), hung(*other))
            }
        };
        let points: Vec<PointOutput> = outline.points.iter().map(point).collect();
        let known = self.outlines.iter().position(|known| *known == points);
        known.unwrap_or_else(|| {
            self.outlines.push(points);
            self.outlines.len() - 1
        })
    }
}

impl<'a> From<&'a Anatomy> for AnatomyOutput<'a> {
    fn from(anatomy: &'a Anatomy) -> Self {
        let [width, height] = anatomy.size;
        let muscles = anatomy.muscles.iter().map(|muscle| MuscleOutput {
            label: &muscle.label,
            name: &muscle.name,
            x: muscle.name_at[0],
            y: muscle.name_at[1],
            anchor: muscle.anchor,
            shapes: &muscle.shapes,
        });
        Self { label: &anatomy.text, width, height, shapes: &anatomy.shapes, muscles: muscles.collect() }
    }
}

fn motion_name(body: Body) -> &'static str {
    match body {
        Body::Own => "own",
        Body::Partner => "partner",
        Body::Mistake => "mistake",
    }
}

/// Of the first so many bones those that aren't always as on every body.
fn unusual_bones(
    count: usize,
    motions: &[(Body, &Motion)],
    is_unusual: fn(&Frame, usize) -> bool,
) -> Vec<usize> {
    let moments = || motions.iter().flat_map(|(_, motion)| &motion.moments);
    (0..count).filter(|bone| moments().any(|moment| is_unusual(&moment.frame, *bone))).collect()
}

/// The moments of a motion, with the lengths and turns of some bones from an index on.
fn moments(motion: &Motion, first: usize, lengths: &[usize], turns: &[usize]) -> Vec<MomentOutput> {
    let moment = |Moment { ms, frame, tensions }: &Moment| {
        let Frame { at, directions, .. } = frame;
        let mut numbers = vec![i64::from(*ms), tenths(at.x), tenths(at.y)];
        numbers.extend(directions.map(tenths));
        numbers.extend(tensions.iter().map(|tension| whole(tension * 100.0)));
        if !(lengths.is_empty() && turns.is_empty()) {
            // A partner has no muscles that light up.
            numbers.resize(first, 0);
            numbers.extend(lengths.iter().map(|bone| whole(frame.lengths[*bone] * 1000.0)));
            numbers.extend(turns.iter().map(|bone| tenths(frame.turns[*bone])));
        }
        numbers
    };
    motion.moments.iter().map(moment).collect()
}

fn tenths(number: f32) -> i64 {
    whole(number * 10.0)
}

fn whole(number: f32) -> i64 {
    rounded(number).into()
}
