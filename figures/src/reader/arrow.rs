//! Reads the arrows of a figure.

use std::ops::RangeInclusive;

use super::{Value, number_or_zero, point};
use crate::arrow::Arrow;

/// Largest number of arrows in a picture.
pub(super) const ARROWS_MAX: usize = 6;
/// How far the middle of an arrow lies beside the straight line, in hundredths of the body's height.
const BEND: RangeInclusive<f32> = -60.0..=60.0;

/// Reads an arrow. If anything is wrong with it, that is noted and there is none.
pub(super) fn arrow(value: Value) -> Option<Arrow> {
    let problems = value.problems;
    let before = problems.count();
    let mut fields = value.fields();
    let [from, to] =
        ["from", "to"].map(|name| fields.required(name).and_then(|value| point(&value)).unwrap_or_default());
    let bend = number_or_zero(&mut fields, "bend", &BEND);
    let is_both_ways = fields.flag("both-ways");
    let path = fields.path_of("to");
    fields.refuse_unread();
    if problems.count() == before && from == to {
        problems.add(&path, "should not be where the arrow begins.");
    }
    (problems.count() == before).then_some(Arrow { from, to, bend, is_both_ways })
}
