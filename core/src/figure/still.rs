//! A drawing at one moment: the shapes, from the farthest to the nearest.

use super::body::{Part, outlines};
use super::drawing::Drawing;
use super::motion::Motion;
use super::skeleton::{Frame, View, bones};

/// Something to draw: a path with the class that says what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// `prop`, or a part's name; before it `partner `, if it is the partner's.
    pub class: String,
    /// As SVG writes it.
    pub path: String,
    /// Of a hamstring: how far it is stretched, from 0 to 1.
    pub tension: Option<f32>,
    /// Whether it is drawn mirrored, since a partner faces the person.
    pub is_mirrored: bool,
}

impl Frame {
    /// The same with left and right exchanged: the body does with its left leg what it did with its right one. From the
    /// front that is what a mirror shows.
    #[must_use]
    pub fn exchanged(mut self, view: View) -> Self {
        for near in [3, 4, 5, 9, 10, 11] {
            self.directions.swap(near, near + 3);
        }
        if view == View::Front {
            self.at.x = -self.at.x;
            self.directions = self.directions.map(|direction| -direction);
        }
        self
    }
}

impl Drawing {
    /// What there is to see after so many milliseconds. With `left` it is the left leg that works, and so the farther one.
    #[must_use]
    pub fn shapes(&self, ms: u32, left: bool) -> Vec<Shape> {
        let mut shapes = self.props();
        // A partner is on the other side, and only the nearer arm reaches around.
        let mut partner = self.body(&self.partner, ms, false, true);
        let arm = partner.pop();
        shapes.extend(partner);
        shapes.extend(self.body(&self.motion, ms, left, false));
        shapes.extend(arm);
        shapes
    }

    /// The usual mistake after so many milliseconds; it comes where the right form is held.
    #[must_use]
    pub fn mistake_shapes(&self, ms: u32, left: bool) -> Vec<Shape> {
        let mut shapes = self.props();
        shapes.extend(self.mistake.iter().flat_map(|(motion, _)| self.body(motion, ms, left, false)));
        shapes
    }

    fn props(&self) -> Vec<Shape> {
        let shape = |path: &String| Shape {
            class: "prop".to_owned(),
            path: path.clone(),
            tension: None,
            is_mirrored: false,
        };
        self.props.iter().map(shape).collect()
    }

    fn body(&self, motion: &Motion, ms: u32, left: bool, is_partner: bool) -> Vec<Shape> {
        #[expect(clippy::cast_precision_loss, reason = "an hour is exact")]
        let Some(moment) = motion.at(ms as f32, self.step_ms) else { return Vec::new() };
        let frame = if left { moment.frame.exchanged(self.view) } else { moment.frame };
        let bones = bones(self.view);
        let joints = frame.joints(&bones);
        let [mut near, mut far] = self.stretches;
        if left {
            std::mem::swap(&mut near, &mut far);
        }
        let is_shown = |part| match part {
            Part::NearHamstring | Part::FarHamstring => !is_partner && (near || far),
            Part::Guide => self.mistake.is_some() && !is_partner,
            Part::FarLimb | Part::Trunk | Part::NearLimb => true,
        };
        let shown = outlines(self.view).into_iter().filter(|outline| is_shown(outline.part));
        let shape = |outline: super::Outline| Shape {
            class: if is_partner {
                format!("partner {}", outline.part.name())
            } else {
                outline.part.name().to_owned()
            },
            path: outline.path(&joints, &bones),
            tension: match outline.part {
                Part::NearHamstring => Some(if near { moment.tension } else { 0.0 }),
                Part::FarHamstring => Some(if far { moment.tension } else { 0.0 }),
                Part::FarLimb | Part::Trunk | Part::NearLimb | Part::Guide => None,
            },
            is_mirrored: is_partner,
        };
        shown.map(shape).collect()
    }
}
