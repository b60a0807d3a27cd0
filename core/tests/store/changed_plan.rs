//! A session that was left unfinished, and whose routine is no longer what it was.

use supple_core::{Options, Plan, Position, Routine, SessionRecord, Side, Unfinished};

use crate::fixtures::{NOW, record, unfinished};

const SETTLED: u64 = NOW + 3_600_000;

/// Left in the hold of the anchor stretch on the left leg.
fn left_in_anchor(elapsed_ms: u64) -> Unfinished {
    let plan = Plan::new(&Routine::hamstring(), &Options::default());
    let anchor = plan.position_of("anchor").expect("is in the plan");
    let phase = plan.exercises[anchor].phases.start + 1;
    Unfinished {
        plan: Some(plan.fingerprint()),
        plan_ms: plan.total_ms(),
        under_way: plan.entry_of(phase),
        ..unfinished("a", phase, elapsed_ms)
    }
}

/// A routine with this id and in this way another one.
fn changed(change: impl FnOnce(&mut Routine)) -> Routine {
    let mut routine = Routine::hamstring();
    change(&mut routine);
    routine
}

fn held(record: &SessionRecord) -> Vec<(&str, Side, u64, bool)> {
    record.entries.iter().map(|it| (it.exercise.as_str(), it.side, it.held_ms, it.full)).collect()
}

#[test]
fn a_plan_of_the_same_length_with_other_exercises_is_another_plan() {
    let left = left_in_anchor(12_000);
    assert!(left.lay_out(&Routine::hamstring()).is_some());
    let swapped = changed(|routine| routine.sections[1].exercises.swap(0, 1));
    assert_eq!(Plan::new(&swapped, &left.options).total_ms(), left.plan_ms);
    assert_eq!(left.lay_out(&swapped), None);
    assert_eq!(left.place(&swapped), None);
    let renamed = changed(|routine| routine.sections[1].exercises[0].name = "Bow".to_owned());
    assert_eq!(left.lay_out(&renamed), None);
}

#[test]
fn texts_around_the_exercises_change_no_plan() {
    let left = left_in_anchor(12_000);
    let rewritten = changed(|routine| {
        routine.name = "Legs".to_owned();
        routine.sections[1].exercises[0].steps = vec!["Bend.".to_owned()];
    });
    assert!(left.lay_out(&rewritten).is_some());
}

#[test]
fn what_was_held_is_in_the_record_although_the_routine_has_no_such_exercise_any_more() {
    let other = changed(|routine| routine.sections.truncate(1));
    let record = left_in_anchor(12_000).close(None, &other, SETTLED);
    assert_eq!(held(&record), [("anchor", Side::Left, 12_000, false)]);
    let entry = &record.entries[0];
    assert_eq!((entry.planned_ms, entry.at_ms), (20_000, 3_600_000));
    assert_eq!((record.started_ms, record.ended_ms, record.complete), (NOW, Some(SETTLED), false));
}

#[test]
fn closing_counts_nothing_twice() {
    let routine = Routine::hamstring();
    let position = |left: &Unfinished| Position { logged_ms: 8_000, ..left.position };
    let left = left_in_anchor(12_000);
    let stopped = Unfinished { position: position(&left), ..left };
    assert_eq!(held(&stopped.clone().close(None, &routine, SETTLED)), [("anchor", Side::Left, 4_000, false)]);
    // It was closed in another tab, or a crash came between writing the log and writing the position.
    let logged = record("a", 1);
    assert_eq!(stopped.close(Some(logged.clone()), &routine, SETTLED).entries, logged.entries);
    assert_eq!(left_in_anchor(0).close(None, &routine, SETTLED).entries, []);
}

#[test]
fn what_an_earlier_version_left_is_told_from_the_plan_while_that_is_the_same() {
    let left = Unfinished { plan: None, under_way: None, ..left_in_anchor(12_000) };
    let routine = Routine::hamstring();
    assert_eq!(held(&left.clone().close(None, &routine, SETTLED)), [("anchor", Side::Left, 12_000, false)]);
    let longer = changed(|routine| routine.times.prepare_s = Some(11));
    assert_eq!(left.close(None, &longer, SETTLED).entries, []);
}

#[test]
fn a_fingerprint_is_the_same_in_each_version() {
    let mut plan = Plan::new(&Routine::hamstring(), &Options::default());
    plan.exercises.truncate(1);
    plan.exercises[0].card = "a".to_owned();
    plan.exercises[0].id = "b".to_owned();
    plan.exercises[0].name = "Bow \u{2013} deeply".to_owned();
    plan.phases.truncate(1);
    plan.phases[0].duration_ms = 10_000;
    assert_eq!(plan.fingerprint(), 2_566_180_835);
}
