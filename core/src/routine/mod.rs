//! The authored document: what a routine says, before anybody chose any option.

/// A text about a problem, as `format!` makes it; none without the feature `problems`, nor what it takes to make one.
macro_rules! told {
    ($($text:tt)*) => {
        if cfg!(feature = "problems") { format!($($text)*) } else { String::new() }
    };
}

pub(crate) mod document;
mod parse;
mod problem;

pub use problem::Problem;

/// A whole routine, as its author wrote it. Every text is plain text and is shown as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routine {
    /// Names the routine in the log: lower-case letters, digits and hyphens.
    pub id: String,
    /// Language of all texts, as a BCP 47 tag.
    pub lang: String,
    /// Its name, as a heading.
    pub name: String,
    /// One line under the name: what it does for the person.
    pub tagline: String,
    /// A sentence or three on what to expect.
    pub summary: String,
    /// The time to get into position and between holds.
    pub times: Times,
    /// The exercises, in the order in which they are done.
    pub sections: Vec<Section>,
    /// Why it works, a paragraph each.
    pub why: Vec<Note>,
    /// What is being stretched and where it is.
    pub anatomy: String,
    /// The muscles that are stretched.
    pub muscles: Vec<Muscle>,
    /// What the person gains.
    pub benefits: Vec<String>,
    /// What to heed; shown once before the first session and always in the overview.
    pub safety: Vec<String>,
    /// The sources, numbered from 1 in this order.
    pub references: Vec<Reference>,
}

/// Seconds between the doing: from 0 to 600 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// Seconds to get into position before an exercise.
    pub prepare_s: u32,
    /// Seconds to change from one leg to the other.
    pub switch_s: u32,
    /// Seconds to come back between two repeats.
    pub recover_s: u32,
}

/// A part of the routine, such as the warm-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Unique among the sections.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// One sentence under the heading; may be empty.
    pub summary: String,
    /// Its exercises in order, at least one.
    pub exercises: Vec<Exercise>,
}

/// One card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Unique among exercises and variations; names the exercise in options and log.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// One sentence under the heading; may be empty.
    pub summary: String,
    /// An object the person needs; may be empty.
    pub needs: String,
    /// How long, and how often.
    pub dose: Dose,
    /// Which legs.
    pub sides: Sides,
    /// What to do, a step each.
    pub steps: Vec<String>,
    /// The one thing that makes it work; may be empty.
    pub key: String,
    /// The usual mistake and what it costs; may be empty.
    pub mistake: String,
    /// Whether it takes a second person.
    pub partner: bool,
    /// What may be done instead by someone without a partner: the id of another exercise.
    pub substitute: Option<String>,
    /// Another way of doing it, in its place.
    pub variation: Option<Variation>,
    /// Ids of the muscles it stretches.
    pub muscles: Vec<String>,
}

/// Another way of doing an exercise: the same dose, on other sides, with its own steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variation {
    /// Unique among exercises and variations; names it in the log.
    pub id: String,
    /// Its name where it stands in for the exercise.
    pub name: String,
    /// A few words for the switch that chooses it.
    pub label: String,
    /// Which legs.
    pub sides: Sides,
    /// What to do, a step each.
    pub steps: Vec<String>,
    /// The one thing that makes it work; may be empty.
    pub key: String,
}

/// How long an exercise is done: from 1 to 3,600 seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dose {
    /// Keep moving for so long.
    Move {
        /// Seconds, for each leg where the sides are [`Sides::Each`].
        seconds: u32,
    },
    /// Hold still for so long, so many times.
    Hold {
        /// Seconds of one hold.
        seconds: u32,
        /// How often, for each leg where the sides are [`Sides::Each`].
        repeats: Repeats,
    },
}

/// How often a hold may be repeated: `1 <= min <= default <= max <= 20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeats {
    /// The least that makes sense.
    pub min: u16,
    /// The most that makes sense.
    pub max: u16,
    /// Where nobody chose.
    pub default: u16,
}

/// Which legs an exercise works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// The whole body; legs are not told apart.
    None,
    /// Both legs at once.
    Together,
    /// Left and right in turn, within one dose.
    Alternating,
    /// The full dose on the left and the full dose on the right.
    Each,
}

/// The legs that a phase or a log entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The person's left leg.
    Left,
    /// The person's right leg.
    Right,
    /// Both, at once or in turn.
    Both,
    /// Legs are not told apart.
    None,
}

impl Side {
    const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Both, Self::None];

    /// Its name in the log and in the contract of `<supple-routine>`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
            Self::None => "none",
        }
    }

    /// The side of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.name() == name)
    }
}

/// One of the person's legs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Leg {
    /// The left one.
    #[default]
    Left,
    /// The right one.
    Right,
}

impl Leg {
    /// The one across.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl From<Leg> for Side {
    fn from(leg: Leg) -> Self {
        match leg {
            Leg::Left => Self::Left,
            Leg::Right => Self::Right,
        }
    }
}

/// A paragraph with its sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The paragraph.
    pub text: String,
    /// Numbers of references, from 1.
    pub references: Vec<usize>,
}

/// A muscle that the routine stretches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Muscle {
    /// Unique among the muscles.
    pub id: String,
    /// Its anatomical name.
    pub name: String,
    /// Where it is and how to know it.
    pub text: String,
    /// Numbers of references, from 1.
    pub references: Vec<usize>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Title of the page or paper.
    pub title: String,
    /// Who published it.
    pub source: String,
    /// When, in words; may be empty.
    pub date: String,
    /// Where: an `http` or `https` address.
    pub url: String,
}

impl Routine {
    /// The built-in routine's document.
    pub const HAMSTRING: &str = include_str!("../../../routines/hamstring.json");

    /// The built-in routine.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "cannot happen: see below")]
    #[expect(clippy::expect_used, reason = "cannot happen: see below")]
    pub fn hamstring() -> Self {
        // A constant of this crate, which its tests parse.
        Self::parse(Self::HAMSTRING).expect("the built-in routine is valid")
    }

    /// Reads a routine's document.
    ///
    /// # Errors
    /// All problems at once, each with its path in the document and a sentence. Never empty.
    pub fn parse(document: &str) -> Result<Self, Vec<Problem>> {
        parse::routine(document)
    }

    /// All exercises in order, across sections.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.sections.iter().flat_map(|section| &section.exercises)
    }

    /// The exercise of this id.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises().find(|exercise| exercise.id == id)
    }

    /// The name to show for an id from the log, of an exercise or a variation.
    #[must_use]
    pub fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        for exercise in self.exercises() {
            if exercise.id == id {
                return &exercise.name;
            }
            if let Some(variation) = exercise.variation.as_ref().filter(|variation| variation.id == id) {
                return &variation.name;
            }
        }
        id
    }
}
