//! What a voice says at a cue: short sentences that are over before the next one has to begin.
//!
//! What is said, and whether there is time for it, is decided here. The words come from outside
//! ([`Phrases`]).

use crate::cue_settings::Verbosity;
use crate::cues::{Cue, CueKind, phase_cues};
use crate::plan::{Phase, PhaseKind, Plan};
use crate::routine::{Side, SideName};
use crate::session::Session;

/// How long a voice takes for a letter at its usual speed, in milliseconds: an estimate on the long side.
const LETTER_MS: u64 = 70;
/// How long a voice takes to begin and to end, in milliseconds: an estimate on the long side.
const PAUSE_MS: u64 = 400;

/// How long a voice takes to say something, in milliseconds: an estimate. The speed is in percent of its
/// usual one.
#[must_use]
pub fn speech_ms(text: &str, rate_percent: u32) -> u64 {
    (PAUSE_MS + LETTER_MS * text.chars().count() as u64) * 100 / u64::from(rate_percent.max(1))
}

/// Something to be said. Holds everything its words need, so that each language can put them in its own
/// order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase<'a> {
    /// Get into position for an exercise.
    Prepare {
        /// Whether a hold has just ended, out of which to come slowly.
        is_release: bool,
        /// Name of the exercise.
        exercise: &'a str,
        /// Whether to say that this is the next one, after others.
        is_next: bool,
        /// The side that goes first; `None` where sides are not told apart.
        side: Option<NamedSide>,
        /// How to get into position, if it is to be said.
        setup: Option<&'a str>,
        /// The one thing that makes it work, if it is to be said.
        key: Option<&'a str>,
        /// Whether the timer waits until the person is ready.
        waits: bool,
    },
    /// Keep moving.
    Move {
        /// Name of the exercise, if nothing has announced it.
        exercise: Option<&'a str>,
        /// The side, if it is to be said.
        side: Option<NamedSide>,
    },
    /// Hold still.
    Hold {
        /// Name of the exercise, if nothing has announced it.
        exercise: Option<&'a str>,
        /// The side, if it is to be said.
        side: Option<NamedSide>,
    },
    /// Half of a hold is done.
    Halfway {
        /// How much to say about it.
        verbosity: Verbosity,
    },
    /// Change sides.
    Switch {
        /// Whether a hold has just ended, out of which to come slowly.
        is_release: bool,
        /// The side that comes next.
        side: NamedSide,
    },
    /// Come back before the next repeat.
    Recover,
    /// The whole plan is done.
    Done {
        /// How much to say about it.
        verbosity: Verbosity,
    },
}

/// A side, and what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedSide {
    /// Which side.
    pub side: Side,
    /// What the sides of the exercise are called.
    pub name: SideName,
}

impl From<&Phase> for NamedSide {
    fn from(phase: &Phase) -> Self {
        Self { side: phase.side, name: phase.side_name }
    }
}

/// The words of a language.
pub trait Phrases {
    /// A phrase in words, as a voice is to say them.
    fn phrase(&self, phrase: Phrase<'_>) -> String;
}

impl Session {
    /// What a voice says at a cue that is due now: as much as the person wants to hear, or less where there
    /// isn't time for it before the next spoken cue. Empty where nothing is said, or nothing would be over in
    /// time. The speed is in percent of the voice's usual one.
    #[must_use]
    pub fn spoken(&self, cue: Cue, verbosity: Verbosity, rate_percent: u32, phrases: &dyn Phrases) -> String {
        let candidates: &[Words] = match verbosity {
            Verbosity::Off => &[],
            Verbosity::Short => &[Words::Guiding, Words::Fewest],
            Verbosity::Full => &[Words::All, Words::Guiding, Words::Fewest],
        };
        let available_ms = self.speaking_time_ms(cue);
        let texts = candidates.iter().filter_map(|words| phrase_at(self.plan(), cue, *words));
        let mut texts = texts.map(|phrase| phrases.phrase(phrase));
        texts.find(|text| speech_ms(text, rate_percent) <= available_ms).unwrap_or_default()
    }

    /// The time from a cue of the present phase, or the end, to the next one that is spoken, in milliseconds.
    fn speaking_time_ms(&self, cue: Cue) -> u64 {
        if cue.kind == CueKind::Done {
            return u64::MAX;
        }
        let now = self.snapshot();
        if now.settling_ms > 0 {
            return now.settling_ms;
        }
        let duration_ms = now.duration_ms;
        let cues = phase_cues(self.plan(), cue.phase, duration_ms);
        let mut later = cues.iter().filter(|other| other.at_ms > cue.at_ms && is_spoken(other.kind));
        later.next().map_or(duration_ms, |next| next.at_ms).saturating_sub(cue.at_ms)
    }
}

/// How much of what there is to say is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    /// What to do and which leg.
    Fewest,
    /// And how to get out of the last position and into the next.
    Guiding,
    /// And what makes the exercise work.
    All,
}

impl From<Words> for Verbosity {
    fn from(words: Words) -> Self {
        if words == Words::All { Self::Full } else { Self::Short }
    }
}

fn is_spoken(kind: CueKind) -> bool {
    !matches!(kind, CueKind::Last(_))
}

/// What there is to say at a cue, if anything.
fn phrase_at(plan: &Plan, cue: Cue, words: Words) -> Option<Phrase<'_>> {
    match cue.kind {
        CueKind::Last(_) => None,
        CueKind::Halfway => Some(Phrase::Halfway { verbosity: words.into() }),
        CueKind::Recover => Some(Phrase::Recover),
        CueKind::Done => Some(Phrase::Done { verbosity: words.into() }),
        CueKind::Switch => plan
            .phases
            .get(cue.phase)
            .map(|phase| Phrase::Switch { is_release: is_release(plan, cue, words), side: phase.into() }),
        CueKind::Ready | CueKind::Next | CueKind::Begin => beginning_of_phase(plan, cue, words),
    }
}

/// Whether to say that a hold has ended: nothing else says so before the next exercise or the other side begins.
fn is_release(plan: &Plan, cue: Cue, words: Words) -> bool {
    let before = cue.phase.checked_sub(1).and_then(|before| plan.phases.get(before));
    words != Words::Fewest && before.is_some_and(|before| before.kind == PhaseKind::Hold)
}

fn beginning_of_phase(plan: &Plan, cue: Cue, words: Words) -> Option<Phrase<'_>> {
    let phase = plan.phases.get(cue.phase)?;
    let exercise = plan.exercises.get(phase.exercise)?;
    let is_full = words == Words::All;
    // Where there is no time to prepare, the first move or hold has to announce the exercise.
    let is_first = exercise.phases.start == cue.phase;
    let name = Some(exercise.name.as_str()).filter(|_| is_first);
    let side = Some(NamedSide::from(phase)).filter(|named| named.side != Side::None);
    let side_if_due = side.filter(|_| is_first || is_full);
    // A hold that is resumed is prepared for in its own phase.
    let is_preparing = phase.kind == PhaseKind::Prepare || cue.kind == CueKind::Ready;
    match phase.kind {
        PhaseKind::Prepare | PhaseKind::Hold if is_preparing => Some(Phrase::Prepare {
            is_release: is_release(plan, cue, words),
            exercise: &exercise.name,
            is_next: is_full && cue.kind == CueKind::Next,
            side,
            setup: Some(exercise.setup.as_str()).filter(|setup| words != Words::Fewest && !setup.is_empty()),
            key: Some(exercise.key.as_str()).filter(|key| is_full && !key.is_empty()),
            waits: phase.waits(),
        }),
        PhaseKind::Move => Some(Phrase::Move { exercise: name, side: side_if_due }),
        PhaseKind::Hold => Some(Phrase::Hold { exercise: name, side: side_if_due }),
        PhaseKind::Prepare | PhaseKind::Switch | PhaseKind::Recover => None, // each of these has a cue of its own
    }
}
