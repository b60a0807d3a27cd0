//! An exercise with the dose in which a person does it.

use crate::options::Options;
use crate::plan::PhaseKind;
use crate::routine::{Dose, Exercise, Posture, Routine, SideName, Sides, Times, Variation};

/// An exercise of a routine with a person's options: in which way it is done, how long and how often.
#[derive(Clone, Debug)]
pub(crate) struct Dosed<'a> {
    /// The exercise on whose card it stands.
    pub(crate) card: &'a Exercise,
    /// What is done: that exercise, or its substitute.
    pub(crate) done: &'a Exercise,
    /// The other way in which it is done.
    pub(crate) variation: Option<&'a Variation>,
    /// Which sides.
    pub(crate) sides: Sides,
    /// What its sides are called.
    pub(crate) side_name: SideName,
    /// [`PhaseKind::Hold`] or [`PhaseKind::Move`].
    pub(crate) kind: PhaseKind,
    /// Milliseconds of one hold, or of the move on one side.
    pub(crate) dose_ms: u64,
    /// How often, on each side.
    pub(crate) repeats: u16,
}

impl<'a> Dosed<'a> {
    /// As the routine and the options say.
    pub(crate) fn new(routine: &'a Routine, options: &Options, card: &'a Exercise) -> Self {
        let substitute = if card.partner && !options.partner && options.exercise(&card.id).substitute {
            card.substitute.as_deref().and_then(|id| routine.exercise(id))
        } else {
            None
        };
        // The substitute is done just as on its own card.
        let done = substitute.unwrap_or(card);
        let easier = done.easier.as_ref().filter(|_| options.is_easier(done));
        let variation = done.variation.as_ref().filter(|_| options.exercise(&done.id).variation);
        let variation = easier.or(variation);
        let (sides, side_name) = match variation {
            Some(variation) => (variation.sides, variation.side_name),
            None => (done.sides, done.side_name),
        };
        let seconds_ms = u64::from(options.seconds(done)) * 1_000;
        let (kind, dose_ms) = match done.dose {
            Dose::Move { .. } | Dose::Breathing { .. } => (PhaseKind::Move, seconds_ms),
            Dose::Hold { .. } => (PhaseKind::Hold, seconds_ms * u64::from(options.hold_percent()) / 100),
        };
        let repeats = options.repeats(done);
        Self { card, done, variation, sides, side_name, kind, dose_ms, repeats }
    }

    /// The fewest and the most repeats that make sense.
    pub(crate) fn range(&self) -> (u16, u16) {
        match self.done.dose {
            Dose::Move { .. } | Dose::Breathing { .. } => (1, 1),
            Dose::Hold { repeats, .. } => (repeats.min, repeats.max),
        }
    }

    /// Seconds to get into position for it out of a posture.
    pub(crate) fn prepare_s(&self, times: Times, before: Posture) -> u32 {
        times.prepare_s.unwrap_or_else(|| self.done.posture.seconds_from(before))
    }

    /// How long it takes in all when it is begun in a posture, in milliseconds.
    pub(crate) fn total_ms(&self, times: Times, before: Posture) -> u64 {
        let repeats = u64::from(self.repeats);
        let sides = if self.sides == Sides::Each { 2 } else { 1 };
        let ms = |seconds: u32| u64::from(seconds) * 1_000;
        let side_ms = repeats * self.dose_ms + repeats.saturating_sub(1) * ms(times.recover_s);
        ms(self.prepare_s(times, before)) + sides * side_ms + (sides - 1) * ms(times.switch_s)
    }
}
