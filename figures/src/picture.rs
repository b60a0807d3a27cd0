//! What is to be seen of a drawing: its pictures, and the shapes of each, the farthest first.

use super::body::outlines;
use super::drawing::{Drawing, RIGHT, WRONG};
use super::motion::Motion;
use super::outline::{Outline, Part};
use super::skeleton::bones;

/// One picture of a drawing: the right form or the usual mistake.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// A description for those who can't see the picture. It begins with the caption.
    pub label: String,
    /// What stands under the picture; [`RIGHT`] or [`WRONG`].
    pub caption: Option<&'static str>,
    /// What is drawn, the farthest first.
    pub shapes: Vec<Shape>,
}

/// An SVG path with the class that says what it shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// `prop`, `arrow` or the classes of a part, with `partner ` before them if it belongs to the partner.
    pub class: String,
    /// The path.
    pub path: String,
    /// Of a muscle: how far it is stretched, from 0 to 1.
    pub tension: Option<f32>,
    /// Whether it is mirrored, because a partner faces the person.
    pub is_mirrored: bool,
}

/// Which motion of a drawing a body follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    Own,
    Partner,
    Mistake,
}

/// A part of a body in a picture.
pub(crate) struct Layer {
    pub(crate) body: Body,
    /// Index of its outline among those of the drawing.
    pub(crate) outline: usize,
    pub(crate) part: Part,
}

impl Layer {
    /// The class of its shape.
    pub(crate) fn class(&self) -> String {
        let name = self.part.name();
        if self.is_mirrored() { format!("partner {name}") } else { name.to_owned() }
    }

    /// The number of its light, if it is a muscle.
    pub(crate) fn light(&self) -> Option<usize> {
        match self.part {
            Part::Muscle { number, .. } => Some(number),
            Part::FarLimb | Part::Trunk | Part::NearLimb | Part::Strap | Part::Guide => None,
        }
    }

    /// A partner faces the person.
    pub(crate) fn is_mirrored(&self) -> bool {
        self.body == Body::Partner
    }
}

/// A picture before anything is posed: what is in it, whatever the time.
pub(crate) struct Layout {
    pub(crate) label: String,
    pub(crate) caption: Option<&'static str>,
    /// The parts of bodies, the farthest first. Props are behind all of them.
    pub(crate) layers: Vec<Layer>,
    /// The paths of arrows, in front of all bodies.
    pub(crate) arrows: Vec<String>,
}

impl Drawing {
    /// The pictures after `ms` milliseconds: the right form, and the usual mistake if the drawing has one.
    /// Arrows are in the still picture alone, at [`Drawing::still_ms`].
    /// The right leg works, which is the near one; for the left one the page mirrors the whole picture.
    #[must_use]
    pub fn pictures(&self, ms: u32) -> Vec<Picture> {
        let picture = |layout: Layout| Picture {
            shapes: self.shapes_of(&layout, ms),
            label: layout.label,
            caption: layout.caption,
        };
        self.layouts().into_iter().map(picture).collect()
    }

    /// The shapes of the right form after `ms` milliseconds; see [`Drawing::pictures`].
    #[must_use]
    pub fn shapes(&self, ms: u32) -> Vec<Shape> {
        self.layouts().first().map(|layout| self.shapes_of(layout, ms)).unwrap_or_default()
    }

    /// The shapes of the usual mistake after `ms` milliseconds; see [`Drawing::pictures`]. The mistake is
    /// made at [`Drawing::still_ms`]. Empty without a mistake.
    #[must_use]
    pub fn mistake_shapes(&self, ms: u32) -> Vec<Shape> {
        self.layouts().get(1).map(|layout| self.shapes_of(layout, ms)).unwrap_or_default()
    }

    /// What is in each picture.
    pub(crate) fn layouts(&self) -> Vec<Layout> {
        let own = self.layers(Body::Own);
        let Some((_, mistake)) = &self.mistake else {
            let layers = self.with_partner(own);
            let arrows = self.arrows.clone();
            return vec![Layout { label: self.text.clone(), caption: None, layers, arrows }];
        };
        let layout = |caption: &'static str, text: &str, layers, arrows| Layout {
            label: format!("{caption}. {text}"),
            caption: Some(caption),
            layers,
            arrows,
        };
        vec![
            layout(RIGHT, &self.text, self.with_partner(own), self.arrows.clone()),
            // What moves is the same, and is shown once.
            layout(WRONG, mistake, self.layers(Body::Mistake), Vec::new()),
        ]
    }

    /// The partner is behind the person; only its near arm, its last part, reaches around the front.
    fn with_partner(&self, own: Vec<Layer>) -> Vec<Layer> {
        if self.partner.moments.is_empty() {
            return own;
        }
        let mut layers = self.layers(Body::Partner);
        let arm = layers.pop();
        layers.extend(own);
        layers.extend(arm);
        layers
    }

    fn layers(&self, body: Body) -> Vec<Layer> {
        let is_partner = body == Body::Partner;
        let is_shown = |part| match part {
            Part::Muscle { .. } | Part::Strap => !is_partner,
            Part::Guide => !is_partner && self.mistake.is_some(),
            Part::FarLimb | Part::Trunk | Part::NearLimb => true,
        };
        let outlines = self.outlines().into_iter().enumerate();
        outlines
            .filter(|(_, outline)| is_shown(outline.part))
            .map(|(index, outline)| Layer { body, outline: index, part: outline.part })
            .collect()
    }

    /// All outlines that the layers refer to.
    pub(crate) fn outlines(&self) -> Vec<Outline> {
        outlines(self.view, &self.lights, self.strap, &self.build)
    }

    fn motion_of(&self, body: Body) -> Option<&Motion> {
        match body {
            Body::Own => Some(&self.motion),
            Body::Partner => Some(&self.partner),
            Body::Mistake => self.mistake.as_ref().map(|(motion, _)| motion),
        }
    }

    fn shapes_of(&self, layout: &Layout, ms: u32) -> Vec<Shape> {
        let outlines = self.outlines();
        let line = |class: &str, path: &String| Shape {
            class: class.to_owned(),
            path: path.clone(),
            tension: None,
            is_mirrored: false,
        };
        let props = self.props.iter().map(|path| line("prop", path));
        // They begin or end where the body is in the still picture, and would say nothing true of another.
        let arrows = layout.arrows.iter().filter(|_| ms == self.still_ms);
        let arrows = arrows.map(|path| line("arrow", path));
        let layers = layout.layers.iter().filter_map(|layer| self.shape(layer, &outlines, ms));
        props.chain(layers).chain(arrows).collect()
    }

    fn shape(&self, layer: &Layer, outlines: &[Outline], ms: u32) -> Option<Shape> {
        #[expect(clippy::cast_precision_loss, reason = "an hour is exact")]
        let moment = self.motion_of(layer.body)?.at(ms as f32, self.step_ms)?;
        let frame = moment.frame;
        let bones = bones(self.view);
        Some(Shape {
            class: layer.class(),
            path: outlines.get(layer.outline)?.path(&frame.joints(&bones), &frame.seen(&bones)),
            tension: layer.light().and_then(|number| moment.tensions.get(number).copied()),
            is_mirrored: layer.is_mirrored(),
        })
    }
}
