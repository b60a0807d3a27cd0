//! A valid routine, as its author wrote it. Every text is plain text and is shown as such.
//!
//! serde's names and omissions are those of the checked form, which is read by the build that wrote it and by no other:
//! it may change with every version.

use std::ops::Not;

use serde::{Deserialize, Serialize};

use super::posture::Posture;
use super::region::{Avoid, Region};
use super::sides::{SideName, Sides};

/// A whole routine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routine {
    /// Identifies the routine in the log: 1 to 40 lower-case letters, digits and hyphens.
    pub id: String,
    /// Language of all texts, as a BCP 47 tag.
    pub lang: String,
    /// Its name, shown as a heading.
    pub name: String,
    /// One line under the name: what it does for the person. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tagline: String,
    /// A few sentences on what to expect. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The id of the exercise whose figure stands for the whole routine, where the author has chosen one.
    #[serde(default, rename = "cover", skip_serializing_if = "Option::is_none")]
    pub chosen_cover: Option<String>,
    /// The time to get into position and between holds.
    pub times: Times,
    /// The exercises, in the order in which they are done: 1 to 20 sections.
    pub sections: Vec<Section>,
    /// Why it works, one paragraph each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Note>,
    /// What is being stretched and where it is. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub anatomy: String,
    /// The muscles that are stretched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub muscles: Vec<Muscle>,
    /// What the person gains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<String>,
    /// What to be careful about: shown once before the first session, and always in the overview. At least
    /// one.
    pub safety: Vec<String>,
    /// The sources, numbered from 1 in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
}

/// Seconds between moves and holds, from 0 to 600 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// Seconds to get into position before each exercise; `None` where it takes as long as the change of posture does
    /// ([`Posture::seconds_from`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepare_s: Option<u32>,
    /// Seconds to change from one leg to the other.
    pub switch_s: u32,
    /// Seconds to come back between two repeats.
    pub recover_s: u32,
}

/// A part of the routine, such as the warm-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Unique among the sections.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// One sentence under the heading. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Its exercises in order, 1 to 40.
    pub exercises: Vec<Exercise>,
}

/// One card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Unique among exercises and variations. Identifies the exercise in options and log.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// One sentence under the heading. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// An object the person needs. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub needs: String,
    /// The part of the body it is for; `None` where the author doesn't say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// What it takes, each in a word or two: "a chair". What a person has to fetch before they start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<String>,
    /// What the body does it on.
    #[serde(default)]
    pub posture: Posture,
    /// How long, and how often.
    pub dose: Dose,
    /// Which sides.
    pub sides: Sides,
    /// What its sides are called.
    #[serde(default)]
    pub side_name: SideName,
    /// The first step in a few words, for somebody who is about to do it. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub setup: String,
    /// What to do, step by step.
    pub steps: Vec<String>,
    /// The one thing that makes it work. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// The usual mistake and what it costs. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mistake: String,
    /// Whether it takes a second person.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub partner: bool,
    /// The id of the exercise that someone without a partner may do instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<String>,
    /// Another way of doing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variation: Option<Variation>,
    /// An easier way of doing it, for days on which it would be too much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easier: Option<Variation>,
    /// How to make it lighter, in a sentence. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub make_easier: String,
    /// How to make it stronger, in a sentence. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub make_harder: String,
    /// Who should leave it out or keep it small, and when to stop. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caution: String,
    /// Who should leave it out altogether.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<Avoid>,
    /// Ids of the muscles it stretches, or moves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub muscles: Vec<String>,
    /// Numbers of the references it follows, from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<usize>,
}

/// Another way of doing an exercise: the same dose with other sides and steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variation {
    /// Unique among exercises and variations. Identifies it in the log.
    pub id: String,
    /// Its name where it replaces the exercise.
    pub name: String,
    /// A few words for the switch that selects it.
    pub label: String,
    /// Which sides.
    pub sides: Sides,
    /// What its sides are called.
    #[serde(default)]
    pub side_name: SideName,
    /// The first step in a few words, for somebody who is about to do it. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub setup: String,
    /// What to do, step by step.
    pub steps: Vec<String>,
    /// The one thing that makes it work. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
}

/// How long an exercise is done: from 1 to 3,600 seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Dose {
    /// Keep moving.
    Move {
        /// Seconds; for each leg where the sides are [`Sides::Each`].
        seconds: u32,
    },
    /// Breathe calmly. In time and in the log it is a move.
    Breathing {
        /// Seconds; for each leg where the sides are [`Sides::Each`].
        seconds: u32,
    },
    /// Hold still.
    Hold {
        /// Seconds of one hold.
        seconds: u32,
        /// How often; for each leg where the sides are [`Sides::Each`].
        repeats: Repeats,
    },
}

impl Dose {
    /// Seconds of the move or of one hold.
    #[must_use]
    pub fn seconds(self) -> u32 {
        let (Self::Move { seconds } | Self::Breathing { seconds } | Self::Hold { seconds, .. }) = self;
        seconds
    }
}

/// How often a hold may be repeated: `1 <= min <= default <= max <= 20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeats {
    /// The fewest that make sense.
    pub min: u16,
    /// The most that make sense.
    pub max: u16,
    /// How many it is unless the person chooses otherwise.
    pub default: u16,
}

/// A paragraph with its sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The paragraph.
    pub text: String,
    /// Numbers of references, from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<usize>,
}

/// A muscle that the routine stretches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Muscle {
    /// Unique among the muscles.
    pub id: String,
    /// Its anatomical name.
    pub name: String,
    /// Where it is and how to recognise it.
    pub text: String,
    /// Numbers of references, from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<usize>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Title of the page or paper.
    pub title: String,
    /// Who published it.
    pub source: String,
    /// When it was published, in words. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Its address, which begins with `http://` or `https://`.
    pub url: String,
}

impl Exercise {
    /// The other ways of doing it.
    pub fn variations(&self) -> impl Iterator<Item = &Variation> {
        self.variation.iter().chain(&self.easier)
    }
}

impl Routine {
    /// All exercises in order, across sections.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.sections.iter().flat_map(|section| &section.exercises)
    }

    /// The exercise with this id.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises().find(|exercise| exercise.id == id)
    }

    /// The exercise that has this id, or another way of doing which has it.
    #[must_use]
    pub fn exercise_of(&self, id: &str) -> Option<&Exercise> {
        self.exercises()
            .find(|exercise| exercise.id == id || exercise.variations().any(|variation| variation.id == id))
    }

    /// The exercise whose figure stands for the whole routine: the one that its author has chosen, the first that is held, or
    /// else the first. `None` in a routine without exercises.
    #[must_use]
    pub fn cover(&self) -> Option<&Exercise> {
        if let Some(chosen) = self.chosen_cover.as_ref().and_then(|id| self.exercise(id)) {
            return Some(chosen);
        }
        let is_held = |exercise: &&Exercise| matches!(exercise.dose, Dose::Hold { .. });
        self.exercises().find(is_held).or_else(|| self.exercises().next())
    }

    /// Which exercise has this id: its index among all of them.
    #[must_use]
    pub fn position_of(&self, id: &str) -> Option<usize> {
        self.exercises().position(|exercise| exercise.id == id)
    }

    /// What somebody who is about to do the exercise or variation with this id has to know: all of its steps; or where it
    /// has a setup, that, and the two steps after the first, which say how to move and how far. Nothing where the routine
    /// doesn't have it.
    #[must_use]
    pub fn guide_to(&self, id: &str) -> Vec<String> {
        let (setup, steps) = match (self.exercise(id), self.variation(id)) {
            (Some(exercise), _) => (&exercise.setup, &exercise.steps),
            (None, Some(variation)) => (&variation.setup, &variation.steps),
            (None, None) => return Vec::new(),
        };
        if setup.is_empty() {
            return steps.clone();
        }
        std::iter::once(setup).chain(steps.iter().skip(1).take(2)).cloned().collect()
    }

    /// What the sides of the exercise or variation with this id are called.
    #[must_use]
    pub fn side_name_of(&self, id: &str) -> SideName {
        match (self.exercise(id), self.variation(id)) {
            (Some(exercise), _) => exercise.side_name,
            (None, Some(variation)) => variation.side_name,
            (None, None) => SideName::default(),
        }
    }

    /// What sides are called where several exercises are meant: as all of them say that have sides, or else just sides.
    #[must_use]
    pub fn side_name(&self) -> SideName {
        SideName::common(self.sides().filter(|(sides, _)| *sides != Sides::None).map(|(_, name)| name))
    }

    /// Whether any exercise or variation tells sides apart.
    #[must_use]
    pub fn has_sides(&self) -> bool {
        self.sides().any(|(sides, _)| sides != Sides::None)
    }

    /// The sides of all exercises and variations, and what they are called.
    fn sides(&self) -> impl Iterator<Item = (Sides, SideName)> {
        self.exercises().flat_map(|exercise| {
            let of_variations = exercise.variations().map(|variation| (variation.sides, variation.side_name));
            [(exercise.sides, exercise.side_name)].into_iter().chain(of_variations)
        })
    }

    /// The name to show for the id of an exercise or variation in the log. An id the routine doesn't have,
    /// since the routine may have changed, is shown as it is.
    #[must_use]
    pub fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        match (self.exercise(id), self.variation(id)) {
            (Some(exercise), _) => &exercise.name,
            (None, Some(variation)) => &variation.name,
            (None, None) => id,
        }
    }

    /// The variation with this id, easier ones among them.
    fn variation(&self, id: &str) -> Option<&Variation> {
        self.exercises().flat_map(Exercise::variations).find(|variation| variation.id == id)
    }
}
