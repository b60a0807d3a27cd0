//! Exercises for one side alone: the full dose there, and nothing on the other.

use proptest::prelude::*;
use proptest::sample::select;
use supple_core::{Leg, Options, PhaseKind, Plan, Routine, Side, Sides};

use crate::generators::{cases, options};

/// The built-in routine, in which what is for each side is for one alone.
fn one_sided(side: Sides) -> Routine {
    let mut routine = Routine::hamstring();
    for exercise in routine.sections.iter_mut().flat_map(|section| &mut section.exercises) {
        if exercise.sides == Sides::Each {
            exercise.sides = side;
        }
        for way in exercise.variation.iter_mut().chain(&mut exercise.easier) {
            if way.sides == Sides::Each {
                way.sides = side;
            }
        }
    }
    routine
}

fn either() -> impl Strategy<Value = (Sides, Side)> {
    select(vec![(Sides::Left, Side::Left), (Sides::Right, Side::Right)])
}

#[test]
fn the_full_dose_is_done_on_that_side_alone_whichever_goes_first() {
    for first_leg in [Leg::Left, Leg::Right] {
        let mut options = Options { first_leg, ..Options::default() };
        options.change_exercise("anchor", |chosen| chosen.repeats = Some(2));
        let routine = one_sided(Sides::Right);
        let plan = Plan::card(&routine, &options, routine.exercise("anchor").expect("is in the routine"));
        let phases: Vec<_> = plan
            .phases
            .iter()
            .map(|phase| (phase.kind, phase.side, phase.repeat, phase.duration_ms))
            .collect();
        assert_eq!(
            phases,
            [
                (PhaseKind::Prepare, Side::Right, 1, 20_000),
                (PhaseKind::Hold, Side::Right, 1, 20_000),
                (PhaseKind::Recover, Side::Right, 2, 5_000),
                (PhaseKind::Hold, Side::Right, 2, 20_000),
            ]
        );
        let entry = plan.entry_of(1).expect("is logged");
        assert_eq!((entry.exercise.as_str(), entry.side), ("anchor", Side::Right));
    }
}

#[test]
fn a_routine_for_one_side_still_tells_sides_apart() {
    let mut routine = one_sided(Sides::Left);
    routine.sections.retain(|section| section.id == "stretches");
    assert!(routine.has_sides());
    assert_eq!(routine.side_name(), Routine::hamstring().side_name());
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn nothing_is_ever_planned_on_the_other_side((sides, side) in either(), options in options()) {
        let plan = Plan::new(&one_sided(sides), &options);
        for phase in &plan.phases {
            let exercise = &plan.exercises[phase.exercise];
            prop_assert_eq!(phase.side == side, exercise.sides == sides);
            prop_assert!(exercise.sides != sides || phase.kind != PhaseKind::Switch);
        }
        for exercise in plan.exercises.iter().filter(|exercise| exercise.sides == sides) {
            let phases = &plan.phases[exercise.phases.clone()];
            let done: Vec<_> = phases.iter().filter(|phase| phase.kind.is_logged()).map(|phase| phase.repeat).collect();
            prop_assert_eq!(done, (1..=exercise.repeats).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_it_takes_is_what_its_phases_take((sides, _) in either(), options in options(), minutes in 1..20_u16) {
        let plan = Plan::new(&one_sided(sides), &Options { minutes: Some(minutes), only: None, own_pace: false, ..options });
        let sum: u64 = plan.phases.iter().map(|phase| phase.duration_ms).sum();
        prop_assert_eq!(plan.total_ms(), sum);
        // The warm-up and one hold are done in any case.
        if plan.exercises.len() > 2 {
            prop_assert!(sum <= u64::from(minutes) * 60_000 + 10_000, "{} of {} min", sum, minutes);
        }
    }
}
