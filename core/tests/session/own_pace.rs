//! Without a timer: moves and holds last until the person says so.

use supple_core::{Command, CueKind, Options, PhaseKind, Plan, Routine, Session, Side, State};

use crate::run::{Run, START, default_plan};

fn plan() -> Plan {
    Plan::new(&Routine::hamstring(), &Options { own_pace: true, ..Options::default() })
}

/// In the first hold of the anchor stretch.
fn holding() -> Run {
    let anchor = plan().position_of("anchor").expect("is in the plan");
    let mut run = Run { session: Session::start(plan(), anchor, START), now: START };
    run.wait(10_000);
    run
}

#[test]
fn moves_and_holds_are_open_and_the_times_between_are_not() {
    for (open, timed) in plan().phases.iter().zip(&default_plan().phases) {
        assert_eq!(open.open, matches!(open.kind, PhaseKind::Move | PhaseKind::Hold));
        assert!(!timed.open);
        assert_eq!((open.duration_ms, open.start_ms), (timed.duration_ms, timed.start_ms));
    }
    assert!(plan().is_estimate() && !default_plan().is_estimate());
}

#[test]
fn a_hold_goes_on_beyond_its_dose_until_the_person_is_done() {
    let mut run = holding();
    run.wait(20_000);
    let snapshot = run.session.snapshot();
    assert_eq!((snapshot.elapsed_ms, snapshot.remaining_ms, snapshot.duration_ms), (20_000, 0, 20_000));
    run.wait(13_500);
    let snapshot = run.session.snapshot();
    assert_eq!(
        (run.place().as_str(), snapshot.elapsed_ms, snapshot.remaining_ms),
        ("hold left 1/1", 33_500, 0)
    );
    assert_eq!(snapshot.left_ms, 5_000 + 20_000 + 90_000 + 60_000, "what comes after it");
    run.command(Command::Next);
    assert_eq!(run.place(), "switch right 1/1");
    assert_eq!(run.log(), [("anchor", Side::Left, 33_500, true)]);
    assert_eq!(run.session.entries()[0].planned_ms, 20_000);
    run.wait(5_000);
    assert_eq!(run.place(), "hold right 1/1");
}

#[test]
fn an_open_hold_counts_as_done_however_short_unless_it_is_skipped_at_once() {
    for (held_ms, full) in [(6_000, true), (1_000, true), (999, false)] {
        let mut run = holding();
        run.wait(held_ms);
        run.command(Command::Next);
        assert_eq!(run.log(), [("anchor", Side::Left, held_ms, full)]);
    }
}

#[test]
fn what_the_person_broke_off_is_not_done() {
    for command in
        [Command::Previous, Command::RestartExercise, Command::Stop, Command::Finish, Command::TooMuch]
    {
        let mut run = holding();
        run.wait(30_000);
        run.command(command);
        assert_eq!(run.log(), [("anchor", Side::Left, 30_000, false)], "{command:?}");
    }
}

#[test]
fn skipping_after_it_was_too_much_does_not_make_it_done() {
    let mut run = holding();
    run.wait(8_000);
    run.command(Command::TooMuch);
    run.command(Command::Shorten);
    assert_eq!((run.place().as_str(), run.session.snapshot().duration_ms), ("hold left 1/1", 20_000));
    run.command(Command::Next);
    assert_eq!(run.log(), [("anchor", Side::Left, 8_000, false)]);
}

#[test]
fn a_session_of_holds_that_are_all_done_is_complete() {
    let mut run = Run::of(plan());
    while run.session.state() == State::Running {
        let open = run.session.snapshot().open;
        run.wait(if open { 7_000 } else { run.remaining_ms() });
        if open {
            run.command(Command::Next);
        }
    }
    assert!(run.log().iter().all(|(.., full)| *full));
    assert!(run.session.is_complete());
}

#[test]
fn the_display_changes_at_each_whole_second_that_has_passed() {
    let mut run = holding();
    assert_eq!(run.session.next_change_ms(), Some(1_000));
    run.wait(25_300);
    assert_eq!(run.session.next_change_ms(), Some(700));
    run.wait(700);
    assert_eq!(run.session.next_change_ms(), Some(1_000));
}

#[test]
fn nobody_is_counted_down_to_an_end_that_does_not_come() {
    let run = holding();
    let kinds: Vec<_> = run.session.cues_ahead(0, 90_000).into_iter().map(|(_, cue)| cue.kind).collect();
    assert_eq!(kinds, [CueKind::Begin, CueKind::Halfway]);
}

#[test]
fn an_absence_is_one_without_a_timer_too() {
    let mut run = holding();
    run.wait(30_000);
    run.wait(90_001);
    assert_eq!((run.session.state(), run.session.snapshot().elapsed_ms), (State::Away, 30_000));
}

#[test]
fn it_is_restored_where_it_was_even_beyond_its_dose() {
    let mut run = holding();
    run.wait(47_000);
    let session = Session::paused_at(plan(), run.session.position(), Vec::new(), 0, START);
    let mut run = Run { session, now: START };
    run.resume();
    run.wait(3_000);
    run.command(Command::Next);
    assert_eq!(run.log(), [("anchor", Side::Left, 50_000, true)]);
}
