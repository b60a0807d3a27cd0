//! Arrows, which say in a picture that stands still what moves, and which way.

use std::fmt::Write;

use super::drawing::rounded;
use super::skeleton::Point;

/// How long the two lines of a head are, in hundredths of the body's height.
const BARB: f32 = 3.4;
/// How far these point away from the line of the arrow, in degrees.
const BARB_ANGLE: f32 = 40.0;

/// An arrow: a parabola with a head at its end, or at both ends for a movement there and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Arrow {
    /// Where it begins.
    pub(crate) from: Point,
    /// Where its head is.
    pub(crate) to: Point,
    /// How far its middle lies to the left of the straight line, as one looks along it; negative for the
    /// right. In hundredths of the body's height.
    pub(crate) bend: f32,
    /// Whether it has a head at its beginning, too.
    pub(crate) is_both_ways: bool,
}

impl Arrow {
    /// The point towards which the curve leaves both of its ends.
    fn control(self) -> Point {
        let (x, y) = (self.to.x - self.from.x, self.to.y - self.from.y);
        let middle = self.from.between(self.to, 0.5);
        // A parabola comes half as far as its control point.
        let aside = 2.0 * self.bend / self.from.distance(self.to);
        Point::new(middle.x - y * aside, middle.y + x * aside)
    }

    /// Points between which the whole arrow lies, but for the tips of its heads.
    pub(crate) fn extent(self) -> [Point; 3] {
        let middle = self.from.between(self.to, 0.5).between(self.control(), 0.5);
        [self.from, middle, self.to]
    }

    /// The arrow as an SVG path, in thousandths of the body's height, with y growing downward.
    pub(crate) fn path(self) -> String {
        let control = self.control();
        let mut path = String::new();
        // Writing to a string never fails.
        let [x, y] = offset(Point::default(), self.from);
        let _ = write!(path, "M{x} {y}");
        let [x, y] = offset(self.from, self.to);
        if self.bend == 0.0 {
            let _ = write!(path, "l{x} {y}");
        } else {
            let [aside_x, aside_y] = offset(self.from, control);
            let _ = write!(path, "q{aside_x} {aside_y} {x} {y}");
        }
        push_head(&mut path, control, self.to);
        if self.is_both_ways {
            let [x, y] = offset(Point::default(), self.from);
            let _ = write!(path, "M{x} {y}");
            push_head(&mut path, control, self.from);
        }
        path.replace(" -", "-")
    }
}

/// Writes the head of an arrow that comes from a point to the tip, where the path is already.
fn push_head(path: &mut String, from: Point, tip: Point) {
    let back = tip.direction(from);
    let barb = |degrees: f32| offset(tip, tip.toward(back + degrees, BARB));
    let ([x, y], [other_x, other_y]) = (barb(BARB_ANGLE), barb(-BARB_ANGLE));
    // Writing to a string never fails.
    let _ = write!(path, "m{x} {y}l{} {} {other_x} {other_y}", -x, -y);
}

/// Where a point lies as seen from another, in thousandths of the body's height, with y growing downward.
fn offset(from: Point, to: Point) -> [i32; 2] {
    [to.x - from.x, from.y - to.y].map(|length| rounded(length * 10.0))
}

#[cfg(test)]
mod tests {
    use super::{Arrow, Point};

    fn arrow(bend: f32, is_both_ways: bool) -> Arrow {
        Arrow { from: Point::new(10.0, 20.0), to: Point::new(30.0, 20.0), bend, is_both_ways }
    }

    #[test]
    fn a_straight_one_is_a_line_and_a_head_at_its_end() {
        assert_eq!(arrow(0.0, false).path(), "M100-200l200 0m-26 22l26-22-26-22");
    }

    #[test]
    fn there_and_back_has_a_head_at_each_end() {
        assert_eq!(arrow(0.0, true).path(), "M100-200l200 0m-26 22l26-22-26-22M100-200m26-22l-26 22 26 22");
    }

    #[test]
    fn it_bends_to_the_left_of_its_way_and_its_extent_reaches_there() {
        let [_, middle, _] = arrow(5.0, false).extent();
        assert_eq!((middle.x, middle.y), (20.0, 25.0));
        assert!(arrow(5.0, false).path().starts_with("M100-200q100-100 200 0m"));
    }
}
