//! Outlines: closed curves near points that are attached to bones. Where the bones go, the body follows.
//!
//! `element/figures/outlines.js` does the same for a figure that moves. `e2e/figures` compares the two.

use std::fmt::Write;

use super::muscle::Side;
use super::skeleton::{BONES, Bone, Point};

/// A point attached to a bone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hung {
    /// Index of the bone; see [`bones`](super::bones).
    pub bone: usize,
    /// Position along the bone: 0 is its beginning, 1 its end.
    pub along: f32,
    /// Distance from the bone, in hundredths of the body's height. On a body that stands upright, positive is
    /// forward for bones that hang down, and backward for those that point up.
    pub beside: f32,
}

/// The part of the body that an outline shows. It decides what the outline looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The far arm or leg.
    FarLimb,
    /// Head or trunk.
    Trunk,
    /// The near arm or leg.
    NearLimb,
    /// A muscle that lights up.
    Muscle {
        /// Whose; `None` for one in the middle of the body.
        side: Option<Side>,
        /// The number of its light among those of the figure.
        number: usize,
    },
    /// A strap or towel in the hands.
    Strap,
    /// A line along the back, which shows how straight it is, or one along the gaze, which shows where the
    /// head points.
    Guide,
}

impl Part {
    /// Its classes in a drawing and in the style sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FarLimb => "far",
            Self::Trunk => "trunk",
            Self::NearLimb => "near",
            Self::Muscle { side: Some(Side::Near), .. } => "near muscle",
            Self::Muscle { side: Some(Side::Far), .. } => "far muscle",
            Self::Muscle { side: None, .. } => "muscle",
            Self::Strap => "strap",
            Self::Guide => "guide",
        }
    }
}

/// The outline of a part of the body: a closed curve near its points.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// What it shows.
    pub part: Part,
    /// Its points in order; the last one is followed by the first. Each is the middle between two attached
    /// points, which are mostly the same. At a joint, where they hang on different bones, the middle keeps
    /// the outline smooth.
    pub points: Vec<[Hung; 2]>,
}

impl Outline {
    /// The outline as an SVG path, in thousandths of the body's height, with y growing downward.
    #[must_use]
    pub fn path(&self, joints: &[Point; BONES + 1], bones: &[Bone; BONES]) -> String {
        smooth_path(&self.positions(joints, bones).collect::<Vec<_>>())
    }

    /// The positions of its points.
    pub(crate) fn positions(
        &self,
        joints: &[Point; BONES + 1],
        bones: &[Bone; BONES],
    ) -> impl Iterator<Item = Point> {
        self.points.iter().map(|pair| {
            let [one, other] = pair.map(|hung| hung.position(joints, bones));
            one.between(other, 0.5)
        })
    }
}

impl Hung {
    fn position(self, joints: &[Point; BONES + 1], bones: &[Bone; BONES]) -> Point {
        let (from, to) = (joints[bones[self.bone].parent], joints[self.bone + 1]);
        let (x, y) = (to.x - from.x, to.y - from.y);
        // A line that moves an outline may be so short that it has no direction.
        let beside = if self.beside == 0.0 { 0.0 } else { self.beside / bones[self.bone].length };
        Point::new(from.x + x * self.along - y * beside, from.y + y * self.along + x * beside)
    }
}

/// A closed curve of parabolas. Each begins and ends in the middle between two neighbouring points, so that
/// the lines between the points are its tangents.
///
/// Points are rounded to even numbers, which makes every middle a whole number. Then each parabola continues
/// the one before it, SVG's `t` can leave out its control point, and the path is a third as long.
fn smooth_path(points: &[Point]) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and NaN becomes 0")]
    let even = |number: f32| (number * 5.0).round() as i32 * 2;
    let points: Vec<[i32; 2]> = points.iter().map(|point| [even(point.x), even(-point.y)]).collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let middle =
        |one: &[i32; 2], other: &[i32; 2]| [i32::midpoint(one[0], other[0]), i32::midpoint(one[1], other[1])];
    let mut at = middle(last, first);
    let mut path = format!("M{} {}q", at[0], at[1]);
    push_offset(&mut path, at, *first);
    let next = points.iter().skip(1).chain([first]);
    for (n, (point, next)) in points.iter().zip(next).enumerate() {
        path.push(if n == 1 { 't' } else { ' ' });
        let to = middle(point, next);
        push_offset(&mut path, at, to);
        at = to;
    }
    path.replace(" -", "-")
}

/// Writes where a point lies as seen from another.
fn push_offset(path: &mut String, from: [i32; 2], to: [i32; 2]) {
    // Writing to a string never fails.
    let _ = write!(path, "{} {}", to[0] - from[0], to[1] - from[1]);
}
