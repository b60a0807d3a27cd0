//! What a person may choose about a routine.

use crate::{Dose, Exercise, Leg, Routine};

/// Range of the hold scale, in percent: from half as long to ten times as long (WCAG 2.2.1).
pub const HOLD_PERCENT: (u16, u16) = (50, 1_000);
/// Range of a chosen dose, in seconds, before the hold scale.
pub const HOLD_SECONDS: (u32, u32) = (5, 600);
/// Range of the times between (prepare, switch, recover), in seconds. At zero there is no such phase.
pub const TIME_BETWEEN_SECONDS: (u32, u32) = (0, 120);

/// A person's choices for one routine. What was not chosen follows the routine.
///
/// Values outside their ranges can only come from storage; the plan uses the nearest end of the range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The leg that goes first.
    pub first_leg: Leg,
    /// Length of holds in percent of the routine's, within [`HOLD_PERCENT`]. Moves stay as they are.
    pub hold_percent: u16,
    /// Seconds to get into position, within [`TIME_BETWEEN_SECONDS`].
    pub prepare_s: Option<u32>,
    /// Seconds to change legs, within [`TIME_BETWEEN_SECONDS`].
    pub switch_s: Option<u32>,
    /// Seconds between repeats, within [`TIME_BETWEEN_SECONDS`].
    pub recover_s: Option<u32>,
    /// Whether somebody is there to help.
    pub partner: bool,
    /// No timer: moves and holds last until the person says that they are done (WCAG 2.2.1).
    pub own_pace: bool,
    /// Choices about single exercises, in the order of their ids; none that chooses nothing, and each id once.
    pub exercises: Vec<(String, ExerciseOptions)>,
}

/// A person's choices for one exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExerciseOptions {
    /// Not in the plan at all.
    pub leave_out: bool,
    /// How often to hold, within the exercise's own range.
    pub repeats: Option<u16>,
    /// Seconds of the dose, within [`HOLD_SECONDS`], before the hold scale.
    pub seconds: Option<u32>,
    /// The variation instead of the exercise.
    pub variation: bool,
    /// Without a partner: the substitute instead of leaving the exercise out.
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
            partner: false,
            own_pace: false,
            exercises: Vec::new(),
        }
    }
}

impl Options {
    /// The choices for one exercise; those of nobody who chose nothing.
    #[must_use]
    pub fn exercise(&self, id: &str) -> ExerciseOptions {
        let found = self.exercises.iter().find(|(other, _)| other == id);
        found.map(|(_, chosen)| chosen.clone()).unwrap_or_default()
    }

    /// Changes the choices for one exercise.
    pub fn change_exercise(&mut self, id: &str, change: impl FnOnce(&mut ExerciseOptions)) {
        let mut chosen = self.exercise(id);
        change(&mut chosen);
        let place = self.exercises.partition_point(|(other, _)| other.as_str() < id);
        let known = self.exercises.get(place).is_some_and(|(other, _)| other == id);
        let nothing = chosen == ExerciseOptions::default();
        match (self.exercises.get_mut(place).filter(|_| known), nothing) {
            (Some(_), true) => drop(self.exercises.remove(place)),
            (Some((_, old)), false) => *old = chosen,
            (None, true) => {}
            (None, false) => self.exercises.insert(place, (id.to_owned(), chosen)),
        }
    }

    /// Seconds to get into position, in effect.
    #[must_use]
    pub fn prepare_s(&self, routine: &Routine) -> u32 {
        between(self.prepare_s, routine.times.prepare_s)
    }

    /// Seconds to change legs, in effect.
    #[must_use]
    pub fn switch_s(&self, routine: &Routine) -> u32 {
        between(self.switch_s, routine.times.switch_s)
    }

    /// Seconds between repeats, in effect.
    #[must_use]
    pub fn recover_s(&self, routine: &Routine) -> u32 {
        between(self.recover_s, routine.times.recover_s)
    }

    /// Repeats in effect for an exercise; 1 for a move.
    #[must_use]
    pub fn repeats(&self, exercise: &Exercise) -> u16 {
        match exercise.dose {
            Dose::Move { .. } => 1,
            Dose::Hold { repeats, .. } => {
                let chosen = self.exercise(&exercise.id).repeats;
                chosen.map_or(repeats.default, |chosen| chosen.clamp(repeats.min, repeats.max))
            }
        }
    }

    /// Seconds of the dose in effect for an exercise, before the hold scale.
    #[must_use]
    pub fn seconds(&self, exercise: &Exercise) -> u32 {
        let (Dose::Move { seconds } | Dose::Hold { seconds, .. }) = exercise.dose;
        let chosen = self.exercise(&exercise.id).seconds;
        chosen.map_or(seconds, |chosen| chosen.clamp(HOLD_SECONDS.0, HOLD_SECONDS.1))
    }

    /// The hold scale in effect, in percent.
    #[must_use]
    pub fn hold_percent(&self) -> u16 {
        self.hold_percent.clamp(HOLD_PERCENT.0, HOLD_PERCENT.1)
    }
}

fn between(chosen: Option<u32>, routines: u32) -> u32 {
    chosen.map_or(routines, |chosen| chosen.clamp(TIME_BETWEEN_SECONDS.0, TIME_BETWEEN_SECONDS.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_of_range_choices_are_used_at_the_nearest_end() {
        let routine = Routine::hamstring();
        let mut options = Options { prepare_s: Some(9_999), hold_percent: 0, ..Options::default() };
        options.change_exercise("seated", |chosen| chosen.repeats = Some(1_000));
        options.change_exercise("lying", |chosen| chosen.seconds = Some(0));
        assert_eq!(options.prepare_s(&routine), 120);
        assert_eq!(options.hold_percent(), 50);
        assert_eq!(routine.exercise("seated").map(|exercise| options.repeats(exercise)), Some(5));
        assert_eq!(routine.exercise("lying").map(|exercise| options.seconds(exercise)), Some(5));
    }

    #[test]
    fn choices_taken_back_leave_nothing_behind() {
        let mut options = Options::default();
        options.change_exercise("seated", |chosen| chosen.variation = true);
        options.change_exercise("seated", |chosen| chosen.variation = false);
        assert_eq!(options, Options::default());
    }
}
