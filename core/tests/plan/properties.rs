//! What must hold for any options.

use proptest::prelude::*;
use supple_core::{Options, Phase, PhaseKind, Plan, PlannedExercise, Routine, Side, Sides};

use crate::generators::{cases, options, plan};

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn phases_follow_each_other_without_a_gap_and_none_is_empty(plan in plan()) {
        let mut end_ms = 0;
        for phase in &plan.phases {
            prop_assert_eq!(phase.start_ms, end_ms);
            prop_assert!(phase.duration_ms > 0);
            end_ms += phase.duration_ms;
        }
        prop_assert_eq!(plan.total_ms(), end_ms);
    }

    #[test]
    fn totals_by_phase_by_kind_by_exercise_and_overall_agree(plan in plan()) {
        let kinds = [PhaseKind::Prepare, PhaseKind::Move, PhaseKind::Hold, PhaseKind::Switch, PhaseKind::Recover];
        prop_assert_eq!(kinds.iter().map(|kind| plan.total_of_ms(*kind)).sum::<u64>(), plan.total_ms());
        prop_assert_eq!(plan.exercises.iter().map(|exercise| exercise.total_ms).sum::<u64>(), plan.total_ms());
        for exercise in &plan.exercises {
            let phases = &plan.phases[exercise.phases.clone()];
            prop_assert_eq!(phases.iter().map(|phase| phase.duration_ms).sum::<u64>(), exercise.total_ms);
        }
    }

    #[test]
    fn every_phase_belongs_to_exactly_one_exercise_and_in_order(plan in plan()) {
        let mut next = 0;
        for (e, exercise) in plan.exercises.iter().enumerate() {
            prop_assert_eq!(exercise.phases.start, next);
            prop_assert!(plan.phases[exercise.phases.clone()].iter().all(|phase| phase.exercise == e));
            next = exercise.phases.end;
        }
        prop_assert_eq!(next, plan.phases.len());
    }

    /// Invariant 3.
    #[test]
    fn each_leg_is_held_in_full_on_the_left_and_in_full_on_the_right(plan in plan()) {
        for exercise in plan.exercises.iter().filter(|exercise| exercise.sides == Sides::Each) {
            let phases = &plan.phases[exercise.phases.clone()];
            for side in [Side::Left, Side::Right] {
                let done: Vec<_> = phases.iter().filter(|phase| phase.kind.is_logged() && phase.side == side).collect();
                prop_assert!(done.iter().all(|phase| phase.duration_ms == exercise.dose_ms));
                let repeats: Vec<_> = done.iter().map(|phase| phase.repeat).collect();
                prop_assert_eq!(repeats, (1..=exercise.repeats).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn what_is_not_for_each_leg_is_done_once_for_both_or_for_none(plan in plan()) {
        for exercise in plan.exercises.iter().filter(|exercise| exercise.sides != Sides::Each) {
            let side = if exercise.sides == Sides::None { Side::None } else { Side::Both };
            let phases = &plan.phases[exercise.phases.clone()];
            prop_assert!(phases.iter().all(|phase| phase.side == side));
            let done = phases.iter().filter(|phase| phase.kind.is_logged()).count();
            prop_assert_eq!(done, usize::from(exercise.repeats));
        }
    }

    #[test]
    fn preparing_comes_first_switching_between_the_legs_and_recovering_between_repeats(plan in plan()) {
        for exercise in &plan.exercises {
            let phases = &plan.phases[exercise.phases.clone()];
            for (i, phase) in phases.iter().enumerate() {
                let next = phases.get(i + 1);
                match phase.kind {
                    PhaseKind::Prepare => prop_assert_eq!(i, 0),
                    PhaseKind::Switch => prop_assert!(phase.repeat == 1 && i > 0),
                    PhaseKind::Recover => prop_assert!(phase.repeat > 1 && i > 0),
                    PhaseKind::Move | PhaseKind::Hold => prop_assert_eq!(phase.kind, exercise.kind),
                }
                if !phase.kind.is_logged() {
                    let next = next.expect("something to do follows");
                    prop_assert!(next.kind.is_logged());
                    prop_assert_eq!((next.side, next.repeat), (phase.side, phase.repeat));
                }
            }
        }
    }

    #[test]
    fn a_card_shows_just_what_the_whole_plan_has_for_it(options in options()) {
        // The time to get ready depends on what was done before, and no card shows it.
        let options = Options { prepare_s: options.prepare_s.or(Some(10)), minutes: None, ..options };
        let routine = Routine::hamstring();
        let whole = Plan::new(&routine, &options);
        for exercise in routine.exercises() {
            let card = Plan::card(&routine, &options, exercise);
            prop_assert_eq!(card.exercises.len(), 1);
            let Some(i) = whole.position_of(&exercise.id) else { continue };
            let part = &whole.exercises[i];
            prop_assert_eq!(part.total_ms, card.total_ms());
            let phases = &whole.phases[part.phases.clone()];
            let begin_ms = phases[0].start_ms;
            let moved = phases.iter().map(|phase| Phase {
                exercise: 0,
                start_ms: phase.start_ms - begin_ms,
                ..phase.clone()
            });
            prop_assert_eq!(moved.collect::<Vec<_>>(), card.phases.clone());
            let phases = 0..card.phases.len();
            prop_assert_eq!(PlannedExercise { phases, ..part.clone() }, card.exercises[0].clone());
        }
    }

    #[test]
    fn an_exercise_is_in_the_plan_if_it_is_the_only_one_or_neither_left_out_nor_without_a_partner(options in options()) {
        let routine = Routine::hamstring();
        let options = Options { minutes: None, ..options };
        let plan = Plan::new(&routine, &options);
        let cards: Vec<_> = plan.exercises.iter().map(|exercise| exercise.card.clone()).collect();
        let mut expected = Vec::new();
        for exercise in routine.exercises() {
            let chosen = options.exercise(&exercise.id);
            let alone = exercise.id == "assisted" && !options.partner && !chosen.substitute;
            let is_chosen = match &options.only {
                Some(only) => exercise.id == *only,
                None => !chosen.leave_out && !alone,
            };
            if is_chosen {
                expected.push(exercise.id.clone());
            }
        }
        prop_assert_eq!(cards, expected);
    }
}
