//! The time to get into position before each exercise.

use supple_core::{Options, PhaseKind, Plan, Routine};

use crate::choices::planned;

#[test]
fn the_time_to_get_ready_fits_the_change_of_posture() {
    let prepares = |plan: &Plan| {
        let prepares = plan.phases.iter().filter(|phase| phase.kind == PhaseKind::Prepare);
        prepares.map(|phase| phase.duration_ms / 1_000).collect::<Vec<_>>()
    };
    assert_eq!(prepares(&planned(|_| ())), [10, 10, 10, 10, 20, 10, 20, 15]);
    // Whoever leaves the seated stretch out gets down to the floor before the lying one.
    let left_out = planned(|options| options.change_exercise("seated", |seated| seated.leave_out = true));
    assert_eq!(prepares(&left_out), [10, 10, 10, 10, 20, 10, 20]);
    let partner = planned(|options| options.partner = true);
    assert_eq!(prepares(&partner).last(), Some(&10), "they lie already");
}

#[test]
fn a_chosen_time_to_get_ready_is_that_of_every_exercise() {
    let prepares = |plan: &Plan| plan.total_of_ms(PhaseKind::Prepare) / 1_000;
    assert_eq!(prepares(&planned(|options| options.prepare_s = Some(12))), 8 * 12);
    let mut routine = Routine::hamstring();
    routine.times.prepare_s = Some(30);
    assert_eq!(prepares(&Plan::new(&routine, &Options::default())), 8 * 30);
    let mine = Options { prepare_s: Some(5), ..Options::default() };
    assert_eq!(prepares(&Plan::new(&routine, &mine)), 8 * 5, "the person's choice wins");
}

#[test]
fn to_wait_until_the_person_is_ready_opens_the_time_before_each_exercise_and_nothing_else() {
    let plan = planned(|options| options.wait_until_ready = true);
    let open: Vec<_> = plan.phases.iter().filter(|phase| phase.open).map(|phase| phase.kind).collect();
    assert_eq!(open, [PhaseKind::Prepare; 8]);
    assert!(plan.is_estimate() && !plan.is_own_pace());
    assert_eq!(plan.total_ms(), planned(|_| ()).total_ms());
}
