//! Where the values of a chart lie in its drawing.

/// A stretch of a scale: its two ends.
pub(super) type Ends = (i64, i64);

/// Where a value lies between two ends of a drawing, in whole units, if `of` are the values at these ends. A scale without any
/// length has all of its values in the middle.
pub(super) fn place(value: i64, of: Ends, drawn: Ends) -> i64 {
    let (least, most) = of;
    let (from, to) = (i128::from(drawn.0), i128::from(drawn.1));
    let length = i128::from(most) - i128::from(least);
    let placed = if length == 0 {
        i128::midpoint(from, to)
    } else {
        from + (i128::from(value) - i128::from(least)) * (to - from) / length
    };
    i64::try_from(placed).unwrap_or(drawn.0)
}

/// The points of a line, as SVG's `points` has them: "0,10 20,5".
pub(super) fn line(points: &[(i64, i64)]) -> String {
    points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_lies_as_far_between_the_ends_as_on_its_scale() {
        let places = [0, 25, 100].map(|value| place(value, (0, 100), (300, 20)));
        assert_eq!(places, [300, 230, 20]);
        assert_eq!(place(7, (7, 7), (0, 600)), 300);
    }

    #[test]
    fn no_time_is_too_long_for_the_drawing() {
        assert_eq!(place(i64::MAX, (i64::MIN, i64::MAX), (0, 600)), 600);
        assert_eq!(line(&[(0, 10), (20, 5)]), "0,10 20,5");
    }
}
