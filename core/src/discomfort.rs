//! How much it hurt after a session, and where, as the person says.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::latest::{Dated, LatestById, later};
use crate::log::SessionRecord;
use crate::store::{Document, Store};

/// By how many points two answers must differ before that says anything. Less is within the error of such answers: the
/// smallest change that can be told from it is 1.77 points, and one that matters to people is about 2 (1,232 people,
/// doi 10.1055/a-1304-3677).
pub const DISCOMFORT_BAND: u8 = 2;

/// How many answers in a row must go up before easing off is suggested.
const RISING_SESSIONS: usize = 3;

/// How much it hurts: from 0, not at all, to 10, as much as can be imagined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u8")]
pub struct DiscomfortLevel(u8);

impl DiscomfortLevel {
    /// The greatest level.
    pub const MAX: u8 = 10;

    /// From 0 to 10.
    #[must_use]
    pub fn points(self) -> u8 {
        self.0
    }

    /// What going from this level to another one says.
    #[must_use]
    pub fn change_to(self, other: Self) -> DiscomfortChange {
        if self.0.abs_diff(other.0) < DISCOMFORT_BAND {
            DiscomfortChange::Unsure
        } else if other > self {
            DiscomfortChange::More
        } else {
            DiscomfortChange::Less
        }
    }
}

/// What is greater than 10 is 10.
impl From<u8> for DiscomfortLevel {
    fn from(points: u8) -> Self {
        Self(points.min(Self::MAX))
    }
}

/// Where something hurts. Few places that everybody can name; neither side nor cause is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyPlace {
    /// The neck.
    Neck,
    /// A shoulder, or both.
    Shoulders,
    /// An arm, a hand or a wrist.
    Arms,
    /// The back above the waist.
    UpperBack,
    /// The back below it.
    LowerBack,
    /// A hip, the buttocks or the groin.
    Hips,
    /// The front of a thigh.
    FrontOfThigh,
    /// The back of a thigh.
    BackOfThigh,
    /// A knee.
    Knees,
    /// A calf or a shin.
    LowerLegs,
    /// An ankle or a foot.
    Feet,
    /// Anywhere else.
    Elsewhere,
}

impl BodyPlace {
    /// All of them, from the head down.
    pub const ALL: [Self; 12] = [
        Self::Neck,
        Self::Shoulders,
        Self::Arms,
        Self::UpperBack,
        Self::LowerBack,
        Self::Hips,
        Self::FrontOfThigh,
        Self::BackOfThigh,
        Self::Knees,
        Self::LowerLegs,
        Self::Feet,
        Self::Elsewhere,
    ];
}

/// What the person said after a session. It is stored as a list of the two, since people keep years of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Discomfort(DiscomfortLevel, BTreeSet<BodyPlace>);

impl Discomfort {
    /// So much, at these places. Where nothing hurts there is no place.
    #[must_use]
    pub fn new(level: DiscomfortLevel, places: impl IntoIterator<Item = BodyPlace>) -> Self {
        let places = places.into_iter().filter(|_| level.points() > 0).collect();
        Self(level, places)
    }

    /// How much.
    #[must_use]
    pub fn level(&self) -> DiscomfortLevel {
        self.0
    }

    /// Where, from the head down; empty if the person didn't say.
    #[must_use]
    pub fn places(&self) -> &BTreeSet<BodyPlace> {
        &self.1
    }
}

/// What the difference between two levels says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiscomfortChange {
    /// It is less than [`DISCOMFORT_BAND`] points: no change anybody can be sure of.
    Unsure,
    /// It hurts less.
    Less,
    /// It hurts more.
    More,
}

/// What follows from the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// It hurts more from session to session: do less, or go less deep.
    EaseOff,
}

/// All answers by the id of their session, and whether the question is asked at all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscomfortAnswers {
    #[serde(default, skip_serializing_if = "LatestById::is_empty")]
    answers: LatestById<Discomfort>,
    /// What the person has chosen about the question; `None` if they haven't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asking: Option<Dated<bool>>,
}

impl DiscomfortAnswers {
    /// What was said after a session, by its id.
    #[must_use]
    pub fn of_session(&self, id: &str) -> Option<&Discomfort> {
        self.answers.get(id)
    }

    /// Stores what the person says of a session, in place of what they said of it before. `now_ms` is when they say it, here
    /// and below: milliseconds since 1970, UTC.
    pub fn answer(&mut self, session: &str, discomfort: Discomfort, now_ms: u64) {
        if self.answers.get(session) != Some(&discomfort) {
            self.answers.set(session, discomfort, now_ms);
        }
    }

    /// Whether the question is asked after a session. It is, until somebody switches it off for good.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.asking.as_ref().is_none_or(|asking| *asking.value())
    }

    /// Switches the question on or off.
    pub fn set_asked(&mut self, asked: bool, now_ms: u64) {
        if self.is_asked() != asked {
            self.asking = Some(Dated::new(asked, self.asking.as_ref(), now_ms));
        }
    }

    /// The sessions of a log that were answered for, in the log's order, with the answers.
    #[must_use]
    pub fn in_log<'a>(&'a self, log: &'a [SessionRecord]) -> Vec<(&'a SessionRecord, &'a Discomfort)> {
        log.iter().filter_map(|session| Some((session, self.of_session(&session.id)?))).collect()
    }

    /// What follows from the answers about a log, oldest session first: [`Advice::EaseOff`] if each of the last three answers
    /// is at least as high as the one before, and the last one is [`DISCOMFORT_BAND`] points above the first. A single bad
    /// day is no trend, and less is no change anybody can be sure of. Sessions without an answer say nothing.
    #[must_use]
    pub fn advice(&self, log: &[SessionRecord]) -> Option<Advice> {
        let mut levels: Vec<_> = log
            .iter()
            .rev()
            .filter_map(|session| Some(self.of_session(&session.id)?.level()))
            .take(RISING_SESSIONS)
            .collect();
        levels.reverse();
        let is_rising = levels.len() == RISING_SESSIONS
            && levels.is_sorted()
            && levels.first()?.change_to(*levels.last()?) == DiscomfortChange::More;
        is_rising.then_some(Advice::EaseOff)
    }

    /// Whether nothing was answered or chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.asking.is_none()
    }

    /// When something was last answered or chosen: milliseconds since 1970, UTC; 0 if nothing was.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.answers.latest_ms().max(self.asking.as_ref().map_or(0, Dated::set_ms))
    }
}

impl Document for DiscomfortAnswers {
    const KIND: &'static str = "discomfort";

    fn merge(self, other: Self) -> Self {
        Self { answers: self.answers.merge(other.answers), asking: later(self.asking, other.asking) }
    }
}

/// What of the document says whether the question is asked. Years of answers beside it are skipped.
#[derive(Deserialize)]
struct Asking {
    #[serde(default)]
    asking: Option<Dated<bool>>,
}

impl Store {
    /// Whether the question is asked after a session, as far as can be told without reading the answers. Where what is stored
    /// can't be read it is: whoever shows the question reads it in full, and deals with that.
    #[must_use]
    pub fn asks_about_discomfort(&self) -> bool {
        let asking = self.peek::<Asking>(DiscomfortAnswers::KIND).and_then(|stored| stored.asking);
        asking.is_none_or(|asking| *asking.value())
    }
}
