//! Routines fitted into the time that a person has.

use proptest::prelude::*;
use proptest::sample::select;
use supple_core::{
    Exercise, Library, Options, PhaseKind, Plan, PlannedExercise, Preset, Routine, Side, Sides,
};

use crate::choices::planned;
use crate::generators::{cases, options};

/// How much longer than the person's time a plan may be, in milliseconds.
const OVER_MS: u64 = 10_000;

fn routines() -> Vec<Routine> {
    Library::ROUTINES.map(|id| Routine::built_in(id).unwrap_or_else(|| panic!("{id} is refused"))).to_vec()
}

fn in_minutes(minutes: u16) -> Options {
    Options { minutes: Some(minutes), ..Options::default() }
}

fn is_hold(exercise: &PlannedExercise) -> bool {
    exercise.kind == PhaseKind::Hold
}

/// The same options, with all the time in the world.
fn as_designed(routine: &Routine, options: &Options) -> Plan {
    Plan::new(routine, &Options { minutes: None, ..options.clone() })
}

/// Each exercise of a plan as `anchor 2 × 20`.
fn doses(plan: &Plan) -> Vec<String> {
    let dose = |it: &PlannedExercise| format!("{} {} × {}", it.id, it.repeats, it.dose_ms / 1_000);
    plan.exercises.iter().map(dose).collect()
}

/// Checks all that must hold of a plan that has a time.
fn check(routine: &Routine, options: &Options) {
    let (plan, designed) = (Plan::new(routine, options), as_designed(routine, options));
    let name = format!("{}, {:?} min", routine.id, options.minutes);
    let Some(minutes) = options.minutes() else {
        assert_eq!(plan, designed, "{name}");
        return;
    };

    // Everything is either done or left out, in the routine's order, and what the person left out stays out.
    let cards = |plan: &Plan| plan.exercises.iter().map(|it| it.card.clone()).collect::<Vec<_>>();
    let (done, left_out) = (cards(&plan), &plan.left_out_for_time);
    let (kept, gone): (Vec<_>, Vec<_>) = cards(&designed).into_iter().partition(|card| done.contains(card));
    assert_eq!((&kept, &gone), (&done, left_out), "{name}");
    assert_eq!(done.is_empty(), designed.exercises.is_empty(), "{name}");

    // The first move stays where holds follow, and where there are holds, one is done.
    let holds_follow = |index| designed.exercises.iter().skip(index).any(is_hold);
    let first_move = designed.exercises.iter().position(|it| !is_hold(it)).filter(|it| holds_follow(*it));
    if let Some(index) = first_move {
        assert!(done.contains(&designed.exercises[index].card), "{name}: no warm-up");
    }
    assert_eq!(plan.exercises.iter().any(is_hold), designed.exercises.iter().any(is_hold), "{name}");

    // Doses are within their bounds.
    let mut is_least = true;
    for exercise in &plan.exercises {
        let before = designed.on_card(&exercise.card).expect("was there before");
        let shortest_ms = before.dose_ms.min(if is_hold(exercise) { 15_000 } else { 20_000 });
        assert!((shortest_ms..=before.dose_ms).contains(&exercise.dose_ms), "{name}: {exercise:?}");
        let (fewest, most) = range(routine, options, &exercise.card);
        assert!((fewest..=most).contains(&exercise.repeats), "{name}: {exercise:?}");
        is_least &= exercise.dose_ms == shortest_ms && exercise.repeats == fewest;
        let repeated = exercise.repeats > before.repeats;
        assert!(!repeated || left_out.is_empty(), "{name}: {exercise:?}");
    }

    // It ends in time, unless nothing more could be left out.
    let indispensable =
        usize::from(first_move.is_some()) + usize::from(designed.exercises.iter().any(is_hold));
    is_least &= plan.exercises.len() <= indispensable.max(1);
    let is_in_time = plan.total_ms() <= u64::from(minutes) * 60_000 + OVER_MS;
    assert!(is_in_time || is_least, "{name}: {} s", plan.total_ms() / 1_000);

    check_sides(&plan, &name);
    assert_eq!(plan, Plan::new(routine, options), "{name}: not the same again");
}

/// What is done on one side is done on the other.
fn check_sides(plan: &Plan, name: &str) {
    for exercise in plan.exercises.iter().filter(|exercise| exercise.sides == Sides::Each) {
        let phases = &plan.phases[exercise.phases.clone()];
        let [left_ms, right_ms] = [Side::Left, Side::Right].map(|side| {
            let done = phases.iter().filter(|phase| phase.side == side && phase.kind.is_logged());
            done.map(|phase| phase.duration_ms).sum::<u64>()
        });
        assert!(left_ms == right_ms && left_ms > 0, "{name}: {exercise:?}");
    }
}

/// How often the exercise on a card may be repeated.
fn range(routine: &Routine, options: &Options, card: &str) -> (u16, u16) {
    let exercise: &Exercise = routine.exercise(card).expect("is in the routine");
    let repeats = |repeats| {
        let mut options = Options { minutes: None, ..options.clone() };
        for id in [Some(&exercise.id), exercise.substitute.as_ref()].into_iter().flatten() {
            options.change_exercise(id, |chosen| chosen.repeats = Some(repeats));
        }
        Plan::card(routine, &options, exercise).exercises[0].repeats
    };
    (repeats(0), repeats(u16::MAX))
}

#[test]
fn every_routine_fits_into_every_time() {
    for routine in routines() {
        for minutes in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 20, 30, 45, 60, 240, u16::MAX] {
            check(&routine, &in_minutes(minutes));
            for preset in Preset::ALL {
                check(&routine, &preset.apply(&routine, &in_minutes(minutes)));
            }
        }
    }
}

#[test]
fn what_can_be_chosen_fits_every_routine() {
    for routine in routines() {
        for minutes in [5, 8, 10, 15] {
            let total_ms = Plan::new(&routine, &in_minutes(minutes)).total_ms();
            assert!(total_ms <= u64::from(minutes) * 60_000 + OVER_MS, "{}: {minutes} min", routine.id);
        }
    }
}

#[test]
fn with_nothing_chosen_nothing_is_left_out() {
    for routine in routines() {
        let plan = Plan::new(&routine, &Options::default());
        assert_eq!(plan.left_out_for_time, Vec::<String>::new());
        assert!(plan.exercises.iter().all(|it| {
            let card = routine.exercise(&it.card).expect("is in the routine");
            it.repeats == Options::default().repeats(card)
        }));
    }
}

#[test]
fn in_eight_minutes_the_hamstring_routine_stays_as_it_is() {
    assert_eq!(planned(|options| options.minutes = Some(8)), planned(|_| ()));
}

#[test]
fn with_less_time_doses_are_shorter_and_the_least_important_exercise_is_left_out() {
    let plan = planned(|options| options.minutes = Some(5));
    let expected = [
        "jumping-jacks 1 × 25",
        "jogging-in-place 1 × 25",
        "leg-lunges 1 × 20",
        "knee-raises 1 × 20",
        "anchor 1 × 15",
        "seated 3 × 15",
        "lying 1 × 15",
    ];
    assert_eq!(doses(&plan), expected);
    assert_eq!((plan.total_ms(), &plan.left_out_for_time[..]), (310_000, &["leg-swings".to_owned()][..]));
}

#[test]
fn repeats_go_before_doses_and_doses_before_exercises() {
    let routine = Routine::hamstring();
    let deeper = |minutes| Plan::new(&routine, &Preset::Deeper.apply(&routine, &in_minutes(minutes)));
    let stretches = |minutes| doses(&deeper(minutes)).split_off(5);
    assert_eq!(stretches(15), ["anchor 3 × 30", "seated 5 × 30", "lying 3 × 30"]);
    assert_eq!(stretches(10), ["anchor 1 × 30", "seated 3 × 30", "lying 1 × 30"]);
    assert_eq!(stretches(6), ["anchor 1 × 15", "seated 3 × 15", "lying 1 × 15"]);
    assert_eq!(deeper(6).left_out_for_time, Vec::<String>::new());
    assert_eq!(deeper(4).left_out_for_time, ["leg-swings", "lying"]);
}

#[test]
fn with_hardly_any_time_there_is_a_move_to_get_warm_and_a_stretch() {
    for (id, expected) in [
        ("hamstring", ["jumping-jacks 1 × 20", "anchor 1 × 15"]),
        ("neck-shoulders", ["arm-sweeps 1 × 25", "chin-tuck 3 × 5"]),
        ("before-bed", ["pelvic-tilt 1 × 20", "figure-four-lying 1 × 15"]),
    ] {
        let routine = Routine::built_in(id).expect("is built in");
        assert_eq!(doses(&Plan::new(&routine, &in_minutes(1))), expected, "{id}");
    }
}

#[test]
fn with_more_time_holds_are_repeated_in_turn_as_often_as_makes_sense() {
    let stretches = |minutes| doses(&planned(|options| options.minutes = Some(minutes))).split_off(5);
    assert_eq!(stretches(10), ["anchor 2 × 20", "seated 5 × 20", "lying 1 × 20"]);
    assert_eq!(stretches(15), ["anchor 5 × 20", "seated 5 × 20", "lying 4 × 20"]);
    assert_eq!(stretches(60), ["anchor 5 × 20", "seated 5 × 20", "lying 5 × 20"]);
}

#[test]
fn what_the_person_left_out_stays_out_and_is_not_said_to_be_for_lack_of_time() {
    let plan = planned(|options| {
        options.minutes = Some(5);
        options.change_exercise("jumping-jacks", |chosen| chosen.leave_out = true);
    });
    assert!(plan.on_card("jumping-jacks").is_none() && plan.on_card("jogging-in-place").is_some());
    assert!(!plan.left_out_for_time.iter().any(|card| card == "jumping-jacks" || card == "assisted"));
}

#[test]
fn nothing_is_fitted_at_ones_own_pace_or_when_one_exercise_is_done() {
    let own_pace = Options { own_pace: true, ..Options::default() };
    let only = Options { only: Some("anchor".to_owned()), ..Options::default() };
    for options in [own_pace, only] {
        let hurried = Options { minutes: Some(1), ..options.clone() };
        assert_eq!(Plan::new(&Routine::hamstring(), &hurried), Plan::new(&Routine::hamstring(), &options));
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn it_fits_whatever_else_was_chosen(options in options(), minutes in 0_u16..40) {
        check(&Routine::hamstring(), &Options { minutes: Some(minutes), ..options });
    }

    #[test]
    fn every_routine_fits_into_any_time_with_any_lengths(
        routine in select(routines()),
        minutes in prop_oneof![9 => 0_u16..60, 1 => any::<u16>()],
        hold_percent in 50_u16..=1_000,
        prepare_s in prop::option::of(0_u32..=120),
        recover_s in prop::option::of(0_u32..=120),
        partner in any::<bool>(),
    ) {
        check(&routine, &Options { hold_percent, prepare_s, recover_s, partner, ..in_minutes(minutes) });
    }
}
