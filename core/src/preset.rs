//! Sets of choices with a name, for people who don't want to make each of them.

use crate::options::{ExerciseOptions, Options};
use crate::routine::{Dose, Routine};

/// How deep a session goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Shorter holds, longer pauses, and what is easier where there is such a way.
    Gentle,
    /// As the routine says.
    Standard,
    /// Longer holds, each at least twice where the exercise allows it.
    Deeper,
}

impl Preset {
    /// All of them, from the least.
    pub const ALL: [Self; 3] = [Self::Gentle, Self::Standard, Self::Deeper];

    /// Some choices with those of this preset: about lengths, pauses and repeats. What is done, with whom, which side goes
    /// first, and pauses of a length that the person has chosen stay.
    #[must_use]
    pub fn apply(self, routine: &Routine, options: &Options) -> Options {
        let mut chosen = Options {
            hold_percent: match self {
                Self::Gentle => 75,
                Self::Standard => 100,
                Self::Deeper => 150,
            },
            longer_pauses: self == Self::Gentle,
            ..options.clone()
        };
        for exercise in routine.exercises() {
            let twice = match exercise.dose {
                Dose::Hold { repeats, .. } => self == Self::Deeper && repeats.default < 2 && repeats.max >= 2,
                Dose::Move { .. } | Dose::Breathing { .. } => false,
            };
            chosen.change_exercise(&exercise.id, |chosen| {
                chosen.repeats = twice.then_some(2);
                chosen.seconds = None;
                chosen.easier = self == Self::Gentle && exercise.easier.is_some();
            });
        }
        chosen
    }

    /// The preset that some choices follow; `None` where they are the person's own.
    #[must_use]
    pub fn of(routine: &Routine, options: &Options) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.apply(routine, options) == *options)
    }
}

impl Options {
    /// How many choices the person has made besides the preset that they follow.
    #[must_use]
    pub fn changes(&self, routine: &Routine) -> usize {
        let preset = Preset::of(routine, self).unwrap_or(Preset::Standard);
        let other = preset.apply(routine, &Self::default());
        let ids = self
            .exercises
            .keys()
            .chain(other.exercises.keys().filter(|id| !self.exercises.contains_key(*id)));
        let of_exercises = ids.map(|id| changes(&self.exercise(id), &other.exercise(id)));
        [
            self.first_leg != other.first_leg,
            self.hold_percent() != other.hold_percent(),
            self.prepare_s != other.prepare_s,
            self.switch_s != other.switch_s,
            self.recover_s != other.recover_s,
            self.longer_pauses != other.longer_pauses,
            self.minutes != other.minutes,
            self.partner != other.partner,
            self.own_pace != other.own_pace,
            self.resume_s != other.resume_s,
        ]
        .into_iter()
        .map(usize::from)
        .chain(of_exercises)
        .sum()
    }
}

/// How many choices about an exercise differ.
fn changes(one: &ExerciseOptions, other: &ExerciseOptions) -> usize {
    let differ = [
        one.leave_out != other.leave_out,
        one.easier != other.easier,
        one.repeats != other.repeats,
        one.seconds != other.seconds,
        one.variation != other.variation,
        one.substitute != other.substitute,
    ];
    differ.into_iter().map(usize::from).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::routine::Leg;

    fn doses(preset: Preset) -> Vec<(u64, u16)> {
        let routine = Routine::hamstring();
        let plan = Plan::new(&routine, &preset.apply(&routine, &Options::default()));
        let of = |id: &str| plan.position_of(id).and_then(|position| plan.exercises.get(position));
        ["anchor", "seated", "lying"]
            .into_iter()
            .filter_map(|id| of(id).map(|it| (it.dose_ms / 1_000, it.repeats)))
            .collect()
    }

    #[test]
    fn gentle_holds_are_shorter_and_deeper_ones_longer_and_done_twice() {
        assert_eq!(doses(Preset::Gentle), [(15, 1), (15, 3), (15, 1)]);
        assert_eq!(doses(Preset::Standard), [(20, 1), (20, 3), (20, 1)]);
        assert_eq!(doses(Preset::Deeper), [(30, 2), (30, 3), (30, 2)]);
    }

    #[test]
    fn nobody_jumps_where_it_is_gentle() {
        let routine = Routine::hamstring();
        let plan = Plan::new(&routine, &Preset::Gentle.apply(&routine, &Options::default()));
        let names = plan.exercises.iter().map(|exercise| exercise.id.as_str()).take(3);
        assert_eq!(names.collect::<Vec<_>>(), ["side-steps", "marching", "half-lunges"]);
    }

    #[test]
    fn gentle_pauses_are_longer_but_never_beyond_what_can_be_chosen() {
        let mut routine = Routine::hamstring();
        routine.times.recover_s = 100;
        let gentle = Preset::Gentle.apply(&routine, &Options::default());
        assert_eq!((gentle.switch_s(&routine), gentle.recover_s(&routine)), (10, 120));
        routine.times.recover_s = 600;
        assert_eq!(gentle.recover_s(&routine), 600, "never shorter");
        let chosen = Options { switch_s: Some(3), ..gentle };
        assert_eq!(chosen.switch_s(&routine), 3, "what the person has chosen holds everywhere");
        assert_eq!(Preset::of(&routine, &chosen), Some(Preset::Gentle));
    }

    #[test]
    fn a_preset_is_known_again_whatever_else_was_chosen_and_changes_none_of_it() {
        let routine = Routine::hamstring();
        let mut chosen =
            Options { first_leg: Leg::Right, minutes: Some(10), partner: true, ..Options::default() };
        chosen.change_exercise("seated", |seated| seated.variation = true);
        for preset in Preset::ALL {
            let applied = preset.apply(&routine, &chosen);
            assert_eq!(Preset::of(&routine, &applied), Some(preset));
            assert!(applied.partner && applied.exercise("seated").variation);
            assert_eq!(applied.changes(&routine), 4, "{preset:?}");
        }
        assert_eq!(Preset::Standard.apply(&routine, &Preset::Deeper.apply(&routine, &chosen)), chosen);
    }

    #[test]
    fn a_choice_of_ones_own_follows_no_preset_and_counts() {
        let routine = Routine::hamstring();
        let mut options = Options { hold_percent: 125, ..Options::default() };
        options.change_exercise("anchor", |anchor| anchor.repeats = Some(3));
        assert_eq!((Preset::of(&routine, &options), options.changes(&routine)), (None, 2));
        assert_eq!(Options::default().changes(&routine), 0);
    }
}
