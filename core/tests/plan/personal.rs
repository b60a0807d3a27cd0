//! What isn't for somebody is left out; and breathing, which is a kind of its own.

use supple_core::{Avoid, Dose, Options, Phase, PhaseKind, Plan, Routine};

use crate::choices::{ids, planned};

/// The ids of what is planned of the hamstring routine in which the seated stretch isn't for people with a bad knee.
fn with_reason(avoid: &[Avoid], choose: impl FnOnce(&mut Options)) -> Vec<String> {
    let mut routine = Routine::hamstring();
    routine.sections[2].exercises[1].avoid = vec![Avoid::Pregnancy, Avoid::Knee];
    let mut options = Options { avoid: avoid.to_vec(), ..Options::default() };
    choose(&mut options);
    ids(&Plan::new(&routine, &options)).into_iter().map(str::to_owned).collect()
}

#[test]
fn what_is_not_for_somebody_like_this_person_is_left_out_unless_they_ask_for_it() {
    let seated = "seated".to_owned();
    assert!(with_reason(&[], |_| {}).contains(&seated));
    assert!(with_reason(&[Avoid::Wrist], |_| {}).contains(&seated), "another reason");
    let without = with_reason(&[Avoid::Knee, Avoid::Wrist], |_| {});
    assert!(!without.contains(&seated));
    assert_eq!(without.len(), planned(|_| {}).exercises.len() - 1, "and nothing else");
    assert_eq!(with_reason(&[Avoid::Knee], |options| options.only = Some(seated.clone())), [seated]);
}

#[test]
fn breathing_is_planned_and_logged_like_a_move_and_told_apart_from_it() {
    let mut routine = Routine::hamstring();
    routine.sections[0].exercises[0].dose = Dose::Breathing { seconds: 90 };
    let plan = Plan::new(&routine, &Options { hold_percent: 200, ..Options::default() });
    let breathing: Vec<&Phase> = plan.phases.iter().filter(|phase| phase.breathing).collect();
    assert!(breathing.iter().all(|phase| phase.exercise == 0));
    let phase = plan.phases.iter().position(|phase| phase.kind.is_logged()).expect("something is done");
    assert_eq!((plan.phases[phase].kind, plan.phases[phase].duration_ms), (PhaseKind::Move, 90_000));
    assert_eq!(plan.entry_of(phase).map(|entry| entry.kind), Some(PhaseKind::Move));
}
