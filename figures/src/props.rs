//! The things around a body, as lines.

use super::drawing::rounded;
use super::figure::{Prop, PropKind};
use super::skeleton::{MIDDLE, View};

/// Height of a chair's seat, in thousandths of the body's height, like all lengths here.
pub(crate) const SEAT: i32 = 270;
/// Height of a chair's back.
const CHAIR_BACK: i32 = 540;
/// Half the depth of a chair.
const CHAIR_HALF: i32 = 125;
/// Height of a table.
const TABLE: i32 = 490;
/// Half the distance between a table's legs.
const TABLE_HALF: i32 = 210;
/// How far a table's top reaches beyond its legs.
const TABLE_OVERHANG: i32 = 40;
/// Half the width of a doorway, between its posts.
const DOORWAY_HALF: i32 = 300;
/// Thickness of such a post.
const POST: i32 = 34;
/// Height of a skirting board.
const SKIRTING: i32 = 60;
/// Thickness of a mat.
const MAT: i32 = 24;
/// Half the width of a mat seen from above.
const ABOVE_HALF: i32 = 350;

/// The lines of a prop as an SVG path, in a picture with a `viewBox`.
pub(crate) fn path(prop: Prop, view: View, [left, top, width, _]: [i32; 4]) -> String {
    let right = left + width;
    #[expect(clippy::cast_possible_truncation, reason = "the document keeps it within 1,500")]
    let at = (prop.at * 10.0) as i32;
    let (from, to) = (at - CHAIR_HALF, at + CHAIR_HALF);
    match prop.kind {
        PropKind::Floor => format!("M{left} 0H{right}"),
        PropKind::Mat if view == View::Above => {
            let middle = rounded(-MIDDLE * 10.0);
            let (top, bottom) = (middle - ABOVE_HALF, middle + ABOVE_HALF);
            format!("M{} {top}H{}V{bottom}H{}V{top}", left + MAT, right - MAT, left + MAT)
        }
        PropKind::Mat => format!("M{left} {MAT}H{right}M{} 5H{}", left + MAT * 2, right - MAT * 2),
        PropKind::Chair => chair(from, to),
        PropKind::TurnedChair => chair(to, from),
        PropKind::ChairFromTheFront => {
            let (seat, back) = (12 - SEAT, -CHAIR_BACK);
            format!("M{from} {seat}H{to}M{from} {seat}V-8M{to} {seat}V-8M{from} {seat}V{back}H{to}V{seat}")
        }
        PropKind::Table => {
            let (from, to, top) = (at - TABLE_HALF, at + TABLE_HALF, 12 - TABLE);
            let (left, right) = (from - TABLE_OVERHANG, to + TABLE_OVERHANG);
            format!("M{left} {top}H{right}M{from} {top}V-8M{to} {top}V-8")
        }
        PropKind::Wall => match view {
            View::Side => format!("M{at} 0V{top}"),
            View::Front | View::Above => format!("M{left} -{SKIRTING}H{right}"),
        },
        PropKind::Doorway => {
            let (from, to) = (at - DOORWAY_HALF, at + DOORWAY_HALF);
            let (left, right) = (from - POST, to + POST);
            format!("M{left} 0V{top}M{from} 0V{top}M{to} 0V{top}M{right} 0V{top}")
        }
    }
}

/// A chair from the front edge of its seat to its back.
fn chair(from: i32, to: i32) -> String {
    let (seat, back) = (12 - SEAT, -CHAIR_BACK);
    format!("M{from} {seat}H{to}M{from} {seat}V-8M{to} {back}V-8M{from} -120H{to}")
}

/// The left end, the right end and the height of a prop, in hundredths of the body's height; `None` for what
/// is as wide as the picture. What is as high as the picture has no height of its own.
pub(crate) fn extent(prop: Prop, view: View) -> Option<(f32, f32, f32)> {
    let around = |half: i32, height: i32| {
        #[expect(clippy::cast_precision_loss, reason = "these lengths are small")]
        let (half, height) = (half as f32 / 10.0, height as f32 / 10.0);
        Some((prop.at - half, prop.at + half, height))
    };
    match prop.kind {
        PropKind::Mat if view == View::Above => {
            #[expect(clippy::cast_precision_loss, reason = "these lengths are small")]
            let half = ABOVE_HALF as f32 / 10.0;
            Some((prop.at, prop.at, MIDDLE + half))
        }
        PropKind::Floor | PropKind::Mat => None,
        PropKind::Wall => (view == View::Side).then_some((prop.at, prop.at, 0.0)),
        PropKind::Doorway => around(DOORWAY_HALF + POST, 0),
        PropKind::Chair | PropKind::TurnedChair | PropKind::ChairFromTheFront => {
            around(CHAIR_HALF, CHAIR_BACK)
        }
        PropKind::Table => around(TABLE_HALF + TABLE_OVERHANG, TABLE),
    }
}
