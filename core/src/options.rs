//! What a person may choose about a routine.

use std::collections::BTreeMap;
use std::ops::Not;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::routine::{Avoid, Dose, Exercise, Leg, Routine, Times};

/// Range of the hold scale, in percent: from half as long to ten times as long (WCAG 2.2.1).
pub const HOLD_PERCENT: (u16, u16) = (50, 1_000);
/// Range of a chosen dose, in seconds, before the hold scale is applied.
pub const HOLD_SECONDS: (u32, u32) = (5, 600);
/// Range of the times between moves and holds (prepare, switch, recover), in seconds. At zero there is no
/// such phase.
pub const TIME_BETWEEN_SECONDS: (u32, u32) = (0, 120);

/// Range of the time to get back into position when a hold is resumed, in seconds. At zero it counts at once.
pub const RESUME_SECONDS: (u32, u32) = (0, 15);
/// That time where nothing was chosen, in seconds.
const RESUME_DEFAULT_S: u32 = 5;

/// Range of the time that a person has for a routine, in minutes.
pub const MINUTES: (u16, u16) = (1, 240);

/// A person's choices for one routine, and those that hold for every routine ([`PersonalOptions`]). Whatever they didn't
/// choose follows the routine.
///
/// Only stored values can be out of range; the plan uses the nearest value in range instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The leg that goes first.
    pub first_leg: Leg,
    /// Length of holds in percent of the routine's, within [`HOLD_PERCENT`]. Moves stay as they are.
    pub hold_percent: u16,
    /// Seconds to get into position, within [`TIME_BETWEEN_SECONDS`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prepare_s: Option<u32>,
    /// Seconds to change legs, within [`TIME_BETWEEN_SECONDS`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_s: Option<u32>,
    /// Seconds between repeats, within [`TIME_BETWEEN_SECONDS`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recover_s: Option<u32>,
    /// Seconds to get back into position when a hold is resumed, within [`RESUME_SECONDS`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resume_s: Option<u32>,
    /// Twice the routine's own time to change legs and between repeats, where the person hasn't chosen any.
    #[serde(skip_serializing_if = "Not::not")]
    pub longer_pauses: bool,
    /// Minutes that the person has, within [`MINUTES`]; `None` where it takes as long as the routine does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Whether somebody is there to help.
    pub partner: bool,
    /// No timer: moves and holds last until the person says that they are done (WCAG 2.2.1).
    #[serde(skip_serializing_if = "Not::not")]
    pub own_pace: bool,
    /// The day on which the person's back is sore, as days since 1970: then they do what is easier where there is such a
    /// way. Whoever knows what day it is forgets it in time ([`Options::forget_other_days`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sore_on: Option<i32>,
    /// Reasons of this person for leaving out whatever isn't for somebody with them ([`Exercise::avoid`]), in the order in
    /// which they were chosen ([`Options::set_reason`]).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<Avoid>,
    /// The one exercise of a session that has no other, by its id, whatever else is left out. Sessions have it; what is
    /// saved for the next one never does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<String>,
    /// Wait before each exercise until the person says that they are ready, as in their first session.
    #[serde(skip_serializing_if = "Not::not")]
    pub wait_until_ready: bool,
    /// Choices about single exercises, by their ids. Holds no entry that chooses nothing.
    pub exercises: BTreeMap<String, ExerciseOptions>,
}

/// A person's choices that hold for every routine: they say something about the person. Each is a field of [`Options`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonalOptions {
    /// [`Options::prepare_s`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prepare_s: Option<u32>,
    /// [`Options::switch_s`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_s: Option<u32>,
    /// [`Options::recover_s`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recover_s: Option<u32>,
    /// [`Options::resume_s`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resume_s: Option<u32>,
    /// [`Options::partner`].
    #[serde(skip_serializing_if = "Not::not")]
    pub partner: bool,
    /// [`Options::own_pace`].
    #[serde(skip_serializing_if = "Not::not")]
    pub own_pace: bool,
    /// [`Options::sore_on`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sore_on: Option<i32>,
    /// [`Options::avoid`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<Avoid>,
}

/// A person's choices for one exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExerciseOptions {
    /// Leave it out of the plan.
    #[serde(skip_serializing_if = "Not::not")]
    pub leave_out: bool,
    /// How often to hold, within the exercise's own range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<u16>,
    /// Seconds of the dose, within [`HOLD_SECONDS`], before the hold scale is applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// Do the easier way instead of the exercise.
    #[serde(skip_serializing_if = "Not::not")]
    pub easier: bool,
    /// Do the variation instead of the exercise.
    #[serde(skip_serializing_if = "Not::not")]
    pub variation: bool,
    /// Without a partner: do the substitute instead of leaving the exercise out.
    #[serde(skip_serializing_if = "Not::not")]
    pub substitute: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            first_leg: Leg::Left,
            hold_percent: 100,
            prepare_s: None,
            switch_s: None,
            recover_s: None,
            resume_s: None,
            longer_pauses: false,
            minutes: None,
            partner: false,
            own_pace: false,
            sore_on: None,
            avoid: Vec::new(),
            only: None,
            wait_until_ready: false,
            exercises: BTreeMap::new(),
        }
    }
}

impl Options {
    /// The choices for one exercise; the defaults where nothing was chosen.
    #[must_use]
    pub fn exercise(&self, id: &str) -> ExerciseOptions {
        self.exercises.get(id).cloned().unwrap_or_default()
    }

    /// Changes the choices for one exercise.
    pub fn change_exercise(&mut self, id: &str, change: impl FnOnce(&mut ExerciseOptions)) {
        let mut chosen = self.exercise(id);
        change(&mut chosen);
        if chosen == ExerciseOptions::default() {
            self.exercises.remove(id);
        } else {
            self.exercises.insert(id.to_owned(), chosen);
        }
    }

    /// Takes every choice back, but for what the person has said of themselves: why something isn't for them, and that their
    /// back is sore.
    pub fn reset(&mut self) {
        let Self { avoid, sore_on, .. } = std::mem::take(self);
        *self = Self { avoid, sore_on, ..Self::default() };
    }

    /// Forgets what was true of another day alone. Tells whether there was anything to forget.
    pub fn forget_other_days(&mut self, today: Day) -> bool {
        self.sore_on.take_if(|day| *day != today.0).is_some()
    }

    /// Whether an exercise is done in its easier way, if it has one.
    #[must_use]
    pub fn is_easier(&self, exercise: &Exercise) -> bool {
        self.sore_on.is_some() || self.exercise(&exercise.id).easier
    }

    /// Seconds to get into position before every exercise, in effect: the person's choice, or the author's. `None` where
    /// nobody chose, so that it depends on the change of posture.
    #[must_use]
    pub fn prepare_s(&self, routine: &Routine) -> Option<u32> {
        let chosen =
            self.prepare_s.map(|chosen| chosen.clamp(TIME_BETWEEN_SECONDS.0, TIME_BETWEEN_SECONDS.1));
        chosen.or(routine.times.prepare_s)
    }

    /// Seconds to change legs, in effect.
    #[must_use]
    pub fn switch_s(&self, routine: &Routine) -> u32 {
        seconds_in(TIME_BETWEEN_SECONDS, self.switch_s, self.pause_s(routine.times.switch_s))
    }

    /// Seconds between repeats, in effect.
    #[must_use]
    pub fn recover_s(&self, routine: &Routine) -> u32 {
        seconds_in(TIME_BETWEEN_SECONDS, self.recover_s, self.pause_s(routine.times.recover_s))
    }

    /// Seconds of a pause for which the person has chosen none, where the routine has this many.
    #[must_use]
    pub fn pause_s(&self, routines_own_s: u32) -> u32 {
        if self.longer_pauses {
            routines_own_s.saturating_mul(2).min(TIME_BETWEEN_SECONDS.1).max(routines_own_s)
        } else {
            routines_own_s
        }
    }

    /// Says whether the person has a reason.
    pub fn set_reason(&mut self, reason: Avoid, applies: bool) {
        self.avoid.retain(|other| *other != reason);
        self.avoid.extend(applies.then_some(reason));
    }

    /// The first of the person's reasons for which an exercise isn't for them.
    #[must_use]
    pub fn reason_against(&self, exercise: &Exercise) -> Option<Avoid> {
        exercise.avoid.iter().copied().find(|reason| self.avoid.contains(reason))
    }

    /// The choices that hold for every routine.
    #[must_use]
    pub fn personal(&self) -> PersonalOptions {
        PersonalOptions {
            prepare_s: self.prepare_s,
            switch_s: self.switch_s,
            recover_s: self.recover_s,
            resume_s: self.resume_s,
            partner: self.partner,
            own_pace: self.own_pace,
            sore_on: self.sore_on,
            avoid: self.avoid.clone(),
        }
    }

    /// These choices, with others that hold for every routine.
    #[must_use]
    pub fn with_personal(self, personal: PersonalOptions) -> Self {
        let PersonalOptions { prepare_s, switch_s, recover_s, resume_s, partner, own_pace, sore_on, avoid } =
            personal;
        Self { prepare_s, switch_s, recover_s, resume_s, partner, own_pace, sore_on, avoid, ..self }
    }

    /// Seconds to get back into position when a hold is resumed, in effect.
    #[must_use]
    pub fn resume_s(&self) -> u32 {
        seconds_in(RESUME_SECONDS, self.resume_s, RESUME_DEFAULT_S)
    }

    /// The times between moves and holds, in effect.
    #[must_use]
    pub fn times(&self, routine: &Routine) -> Times {
        Times {
            prepare_s: self.prepare_s(routine),
            switch_s: self.switch_s(routine),
            recover_s: self.recover_s(routine),
        }
    }

    /// Minutes that the plan is fitted into, in effect. `None` at the person's own pace, at which nobody knows how long it
    /// takes, and where they do a single exercise.
    #[must_use]
    pub fn minutes(&self) -> Option<u16> {
        let is_fitted = !self.own_pace && self.only.is_none();
        self.minutes.filter(|_| is_fitted).map(|chosen| chosen.clamp(MINUTES.0, MINUTES.1))
    }

    /// Repeats in effect for an exercise; 1 for a move.
    #[must_use]
    pub fn repeats(&self, exercise: &Exercise) -> u16 {
        match exercise.dose {
            Dose::Move { .. } | Dose::Breathing { .. } => 1,
            Dose::Hold { repeats, .. } => {
                let chosen = self.exercise(&exercise.id).repeats;
                chosen.map_or(repeats.default, |chosen| chosen.clamp(repeats.min, repeats.max))
            }
        }
    }

    /// Seconds of the dose in effect for an exercise, before the hold scale.
    #[must_use]
    pub fn seconds(&self, exercise: &Exercise) -> u32 {
        let seconds = exercise.dose.seconds();
        seconds_in(HOLD_SECONDS, self.exercise(&exercise.id).seconds, seconds)
    }

    /// The hold scale in effect, in percent.
    #[must_use]
    pub fn hold_percent(&self) -> u16 {
        self.hold_percent.clamp(HOLD_PERCENT.0, HOLD_PERCENT.1)
    }
}

/// What was chosen, kept within a range; the default where nothing was.
fn seconds_in((least, most): (u32, u32), chosen: Option<u32>, default: u32) -> u32 {
    chosen.map_or(default, |chosen| chosen.clamp(least, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_choices_back_leaves_what_the_person_has_said_of_themselves() {
        let said = Options { avoid: [Avoid::Knee].into(), sore_on: Some(20_000), ..Options::default() };
        let mut options = Options { partner: true, hold_percent: 150, ..said.clone() };
        options.reset();
        assert_eq!(options, said);
    }

    #[test]
    fn choices_out_of_range_become_the_nearest_in_range() {
        let routine = Routine::hamstring();
        let mut options = Options { prepare_s: Some(9_999), hold_percent: 0, ..Options::default() };
        options.change_exercise("seated", |chosen| chosen.repeats = Some(1_000));
        options.change_exercise("lying", |chosen| chosen.seconds = Some(0));
        assert_eq!(options.prepare_s(&routine), Some(120));
        assert_eq!(options.hold_percent(), 50);
        assert_eq!(routine.exercise("seated").map(|exercise| options.repeats(exercise)), Some(5));
        assert_eq!(routine.exercise("lying").map(|exercise| options.seconds(exercise)), Some(5));
    }

    #[test]
    fn there_is_no_fitting_at_ones_own_pace_or_of_a_single_exercise() {
        let chosen = |minutes| Options { minutes: Some(minutes), ..Options::default() };
        assert_eq!([0, 8, 999].map(|minutes| chosen(minutes).minutes()), [Some(1), Some(8), Some(240)]);
        assert_eq!(Options { own_pace: true, ..chosen(8) }.minutes(), None);
        assert_eq!(Options { only: Some("anchor".to_owned()), ..chosen(8) }.minutes(), None);
        assert_eq!(Options::default().minutes(), None);
    }

    #[test]
    fn a_sore_back_is_forgotten_the_next_day() {
        let mut options = Options { sore_on: Some(7), ..Options::default() };
        assert!(!options.forget_other_days(Day(7)));
        assert_eq!(options.sore_on, Some(7));
        assert!(options.forget_other_days(Day(8)));
        assert_eq!(options, Options::default());
    }

    #[test]
    fn choices_taken_back_leave_no_trace() {
        let mut options = Options::default();
        options.change_exercise("seated", |chosen| chosen.variation = true);
        options.change_exercise("seated", |chosen| chosen.variation = false);
        assert_eq!(options, Options::default());
    }
}
