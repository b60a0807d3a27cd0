//! A strap or towel, held by the hands: lines that move with the body.

use super::body::there_and_back;
use super::muscle::Side;
use super::outline::{Outline, Part};
use super::skeleton::{View, joint};

/// Where a strap goes from the hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrapEnd {
    /// Around the ball of a foot.
    Foot(Side),
    /// From hand to hand.
    Hand,
}

/// A strap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strap {
    /// The hands that hold it.
    pub hands: &'static [Side],
    /// Where it goes from there.
    pub to: StrapEnd,
}

/// The strap as lines: one from each hand, or one from hand to hand.
pub(crate) fn outlines_of(strap: Strap, view: View) -> Vec<Outline> {
    let held = |side: Side| {
        let [.., wrist, _] = match side {
            Side::Near => joint::NEAR_ARM,
            Side::Far => joint::FAR_ARM,
        };
        (wrist, 0.45, 0.0)
    };
    let line = |line: &[(usize, f32, f32)]| Outline { part: Part::Strap, points: there_and_back(line) };
    let StrapEnd::Foot(foot) = strap.to else {
        return vec![line(&[held(Side::Near), held(Side::Far)])];
    };
    let [.., ankle, _] = match foot {
        Side::Near => joint::NEAR_LEG,
        Side::Far => joint::FAR_LEG,
    };
    let ball = match view {
        View::Side => (ankle, 0.85, -4.1),
        View::Front | View::Above => (ankle, 0.9, 0.0),
    };
    strap.hands.iter().map(|hand| line(&[held(*hand), ball])).collect()
}
