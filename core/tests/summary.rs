//! What a session added up to, and where one stopped.

#![allow(clippy::expect_used, reason = "so a test fails")]

use supple_core::{
    Entry, ExerciseSummary, Held, NamedSide, Options, PhaseKind, Place, Plan, Position, Routine,
    SessionRecord, SessionSummary, Side, SideName, Unfinished,
};

fn entry(exercise: &str, kind: PhaseKind, side: Side, held_ms: u64) -> Entry {
    Entry {
        exercise: exercise.to_owned(),
        kind,
        side,
        repeat: 1,
        held_ms,
        planned_ms: 20_000,
        full: true,
        at_ms: 0,
        too_much: false,
    }
}

#[test]
fn repeats_and_interruptions_of_an_exercise_add_up() {
    let summary = SessionSummary::of(&[
        entry("knee-raises", PhaseKind::Move, Side::Both, 999),
        entry("leg-lunges", PhaseKind::Move, Side::Both, 30_000),
        entry("seated", PhaseKind::Hold, Side::Both, 20_000),
        entry("seated", PhaseKind::Hold, Side::Both, 5_000),
        entry("anchor", PhaseKind::Hold, Side::Left, 20_000),
        entry("leg-swings", PhaseKind::Move, Side::Right, 1_000),
    ]);
    let exercise = |exercise: &str, kind, left_ms, right_ms, body_ms| {
        let exercise = exercise.to_owned();
        ExerciseSummary { exercise, kind, left_ms, right_ms, body_ms }
    };
    assert_eq!(
        summary.exercises,
        [
            exercise("leg-lunges", PhaseKind::Move, 0, 0, 30_000),
            exercise("seated", PhaseKind::Hold, 25_000, 25_000, 0),
            exercise("anchor", PhaseKind::Hold, 20_000, 0, 0),
            exercise("leg-swings", PhaseKind::Move, 0, 1_000, 0),
        ]
    );
    assert_eq!(summary.held, Held { left_ms: 45_000, right_ms: 25_000, body_ms: 0 });
}

#[test]
fn traces_of_skipping_are_left_out_and_damaged_times_overflow_nothing() {
    let traces = [
        entry("seated", PhaseKind::Hold, Side::Both, 500),
        entry("seated", PhaseKind::Hold, Side::Left, 499),
    ];
    assert_eq!(SessionSummary::of(&traces).exercises, []);
    let damaged = [entry("seated", PhaseKind::Hold, Side::Both, u64::MAX), traces[0].clone()];
    assert_eq!(SessionSummary::of(&damaged).exercises[0].right_ms, u64::MAX);
}

#[test]
fn each_exercise_and_side_that_was_too_much_is_named_once() {
    let too_much = |exercise, side| Entry { too_much: true, ..entry(exercise, PhaseKind::Hold, side, 3_000) };
    let record = SessionRecord {
        id: "a".to_owned(),
        routine: "hamstring".to_owned(),
        started_ms: 0,
        offset_min: 0,
        ended_ms: None,
        complete: false,
        entries: vec![
            too_much("seated", Side::Both),
            entry("lying", PhaseKind::Hold, Side::Left, 20_000),
            too_much("anchor", Side::Right),
            too_much("seated", Side::Both),
            too_much("anchor", Side::Left),
        ],
        feeling: None,
    };
    assert_eq!(record.too_much(), [("seated", Side::Both), ("anchor", Side::Right), ("anchor", Side::Left)]);
}

/// A session that stopped in the first hold of the anchor stretch.
fn unfinished(options: Options, position: Position) -> Unfinished {
    let plan = Plan::new(&Routine::hamstring(), &options);
    let anchor = plan.position_of("anchor").expect("is in the plan");
    Unfinished {
        id: "a".to_owned(),
        routine: "hamstring".to_owned(),
        options,
        position: Position { phase: plan.exercises[anchor].phases.start + 1, ..position },
        entries: 0,
        plan_ms: plan.total_ms(),
        plan: Some(plan.fingerprint()),
        under_way: None,
        started_ms: 0,
        offset_min: 0,
    }
}

#[test]
fn the_place_of_a_session_is_its_exercise_leg_and_remaining_time() {
    let routine = Routine::hamstring();
    let side = NamedSide { side: Side::Left, name: SideName::Leg };
    let place = |left_ms| Some(Place { exercise: "Anchor stretch".to_owned(), side, left_ms });
    for (position, left_ms) in [
        (Position { elapsed_ms: 8_000, ..Position::default() }, 12_000),
        (Position { elapsed_ms: 8_000, extended_ms: 10_000, ..Position::default() }, 22_000),
        (Position { elapsed_ms: 8_000, cut_ms: 10_000, ..Position::default() }, 2_000),
        (Position { elapsed_ms: 90_000, ..Position::default() }, 0),
    ] {
        assert_eq!(unfinished(Options::default(), position).place(&routine), place(Some(left_ms)));
    }
    let own_pace = Options { own_pace: true, ..Options::default() };
    assert_eq!(unfinished(own_pace, Position::default()).place(&routine), place(None));
}

#[test]
fn holds_that_tell_no_sides_apart_have_a_total_of_their_own() {
    let entries = [
        entry("plank", PhaseKind::Hold, Side::None, 20_000),
        entry("plank", PhaseKind::Hold, Side::None, 9_000),
    ];
    let summary = SessionSummary::of(&entries);
    assert_eq!(summary.held, Held { left_ms: 0, right_ms: 0, body_ms: 29_000 });
    assert!(!summary.held.has_sides() && !summary.exercises[0].has_sides());
}

#[test]
fn a_routine_that_has_changed_may_have_no_such_place() {
    let mut session = unfinished(Options::default(), Position::default());
    session.position.phase = 1_000;
    assert_eq!(session.place(&Routine::hamstring()), None);
    let damaged = Position { extended_ms: u64::MAX, ..Position::default() };
    let place = unfinished(Options::default(), damaged).place(&Routine::hamstring());
    assert_eq!(place.and_then(|place| place.left_ms), Some(u64::MAX));
}
