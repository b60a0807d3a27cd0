//! Which part of a drawing is worth showing where it stands still.
//!
//! A drawing's frame holds the whole motion, so that nothing moves out of the picture. On a share image, where nothing moves,
//! that would be empty space around a small body.

use anyhow::{Context, Result};
use resvg::usvg::{NonZeroRect, Options, Tree};
use supple_figures::{Drawing, Shape, View};

/// Space around what is shown, in thousandths of the body's height.
const MARGIN: f32 = 40.0;

/// How much of the frame's width or height a thing may take and still belong to the body, like a chair. What takes more,
/// such as a floor or a wall, may be shown in part.
const PART_OF_FRAME: f32 = 0.8;

/// A part of a drawing's plane, in thousandths of the body's height; downwards is positive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Visible {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
    /// Whether the body goes on below it, as where only its upper part is shown.
    pub(super) is_cut: bool,
}

impl Visible {
    /// What is worth showing of a drawing.
    pub(super) fn of(drawing: &Drawing) -> Result<Self> {
        #[expect(clippy::cast_precision_loss, reason = "a frame is a few thousand wide")]
        let [left, top, width, height] = drawing.frame.map(|number| number as f32);
        let frame = Self { left, top, right: left + width, bottom: top + height, is_cut: false };
        if drawing.view == View::Above {
            // Around the body is its mat, all of which belongs to the picture.
            return Ok(frame);
        }
        let shapes = drawing.shapes(drawing.still_ms);
        let (things, bodies): (Vec<Shape>, Vec<Shape>) = shapes
            .into_iter()
            .filter(|shape| shape.class != "guide")
            .partition(|shape| shape.class == "prop");
        let body = bodies.iter().map(extent).collect::<Result<Vec<_>>>()?;
        let mut visible = body.into_iter().reduce(Self::with).context("A figure has no body.")?;
        for thing in &things {
            let mut thing = extent(thing)?;
            if thing.right - thing.left > PART_OF_FRAME * width {
                (thing.left, thing.right) = (visible.left, visible.right);
            }
            if thing.bottom - thing.top > PART_OF_FRAME * height {
                (thing.top, thing.bottom) = (visible.top, visible.bottom);
            }
            visible = visible.with(thing);
        }
        Ok(Self {
            left: visible.left - MARGIN,
            top: visible.top - MARGIN,
            right: visible.right + MARGIN,
            bottom: frame.bottom.min(visible.bottom + MARGIN),
            is_cut: visible.bottom > frame.bottom,
        })
    }

    /// The least that holds both.
    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
            is_cut: self.is_cut || other.is_cut,
        }
    }
}

/// The extent of a shape without its line.
fn extent(shape: &Shape) -> Result<Visible> {
    // A stroke, because a straight line has no area, and is nothing without one.
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path stroke="red" d="{}"/></svg>"#,
        shape.path
    );
    let tree = Tree::from_str(&svg, &Options::default()).context("A shape is no SVG path.")?;
    let bounds = tree.root().abs_stroke_bounding_box();
    let bounds = NonZeroRect::from_ltrb(bounds.left(), bounds.top(), bounds.right(), bounds.bottom());
    let bounds = bounds.context("A shape has no extent.")?;
    let (left, right) =
        if shape.is_mirrored { (-bounds.right(), -bounds.left()) } else { (bounds.left(), bounds.right()) };
    Ok(Visible { left, top: bounds.top(), right, bottom: bounds.bottom(), is_cut: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::figure;

    #[test]
    fn empty_space_around_a_body_is_left_out() {
        let drawing = figure::drawing("hamstring", "anchor").unwrap();
        let visible = Visible::of(&drawing).unwrap();
        let [left, top, width, height] = drawing.frame.map(f64::from);
        assert!(f64::from(visible.left) > left + 0.05 * width, "{visible:?} of {:?}", drawing.frame);
        assert!(f64::from(visible.top) > top + 0.02 * height, "{visible:?} of {:?}", drawing.frame);
        assert!(!visible.is_cut, "{visible:?}");
    }

    #[test]
    fn a_body_of_which_the_upper_part_is_drawn_stays_cut() {
        let drawing = figure::drawing("neck-shoulders", "chin-tuck").unwrap();
        let [_, top, _, height] = drawing.frame;
        let visible = Visible::of(&drawing).unwrap();
        assert!(visible.is_cut, "{visible:?}");
        assert_eq!(f64::from(visible.bottom), f64::from(top + height));
    }
}
