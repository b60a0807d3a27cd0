//! What is around a body: lines on the floor plan of a figure, as thick as a pen.

use super::document::{Prop, PropKind};

/// How high a chair's seat is, in tenths of hundredths of the body's height, as all that follows.
const SEAT: i32 = 270;
const CHAIR_BACK: i32 = 540;
const CHAIR_HALF: i32 = 125;
const TABLE: i32 = 490;
const TABLE_HALF: i32 = 210;
const MAT: i32 = 24;

/// The lines of a prop, as SVG writes them, in a picture from `left` to `right`.
pub(super) fn path(prop: Prop, (left, right): (i32, i32)) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "the document keeps it within 1,500")]
    let at = (prop.at * 10.0) as i32;
    let (from, to) = (at - CHAIR_HALF, at + CHAIR_HALF);
    match prop.kind {
        PropKind::Floor => format!("M{left} 0H{right}"),
        PropKind::Mat => format!("M{left} {MAT}H{right}M{} 5H{}", left + MAT * 2, right - MAT * 2),
        PropKind::Chair => {
            let (seat, back) = (-SEAT, -CHAIR_BACK);
            format!("M{from} {}H{to}M{from} {}V-8M{to} {back}V-8M{from} -120H{to}", seat + 12, seat + 12)
        }
        PropKind::Table => {
            let (from, to, top) = (at - TABLE_HALF, at + TABLE_HALF, 12 - TABLE);
            format!("M{} {top}H{}M{from} {top}V-8M{to} {top}V-8", from - 40, to + 40)
        }
    }
}

/// How far it reaches to both sides and up.
pub(super) fn extent(prop: Prop) -> Option<(f32, f32, f32)> {
    let around = |half: i32, high: i32| {
        #[expect(clippy::cast_precision_loss, reason = "they are small")]
        let (half, high) = (half as f32 / 10.0, high as f32 / 10.0);
        Some((prop.at - half, prop.at + half, high))
    };
    match prop.kind {
        PropKind::Floor | PropKind::Mat => None,
        PropKind::Chair => around(CHAIR_HALF, CHAIR_BACK),
        PropKind::Table => around(TABLE_HALF + 40, TABLE),
    }
}
