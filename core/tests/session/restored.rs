//! Restoring a saved session.

use supple_core::{ClockSample, Command, Position, Session, Side, State};

use crate::run::{Run, START, default_plan};

#[test]
fn a_saved_session_is_restored_paused_with_what_was_held_so_far() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    let (position, entries) = (run.session.position(), run.session.entries().to_vec());
    let later = ClockSample { monotonic_ms: 17, wall_ms: START.wall_ms + 86_400_000 };
    let session = Session::paused_at(default_plan(), position, entries, START.wall_ms, later);
    let mut run = Run { session, now: later };
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Paused, 15_000));
    run.resume();
    run.wait(15_000);
    assert_eq!(run.log(), [("anchor", Side::Left, 20_000, true)]);
    assert_eq!(run.session.entries()[0].at_ms, 86_400_000 + 5_000 + 15_000);
}

#[test]
fn a_session_stopped_in_a_hold_counts_nothing_twice_when_resumed_on_another_day() {
    let mut run = Run::holding("anchor");
    run.wait(8_000);
    run.command(Command::Stop);
    let (position, entries) = (run.session.position(), run.session.entries().to_vec());
    let session = Session::paused_at(default_plan(), position, entries, START.wall_ms, run.now);
    let mut run = Run { session, now: run.now };
    run.resume();
    run.wait(12_000);
    assert_eq!(run.log(), [("anchor", Side::Left, 8_000, false), ("anchor", Side::Left, 12_000, true)]);
}

#[test]
fn a_position_beyond_the_end_is_complete() {
    for phase in [26, usize::MAX] {
        let all = u64::MAX;
        let position = Position { phase, elapsed_ms: all, extended_ms: all, logged_ms: all, cut_ms: all };
        let session = Session::paused_at(default_plan(), position, Vec::new(), 0, START);
        assert_eq!(session.state(), State::Complete);
        assert_eq!((session.snapshot().remaining_ms, session.snapshot().left_ms), (0, 0));
        assert_eq!(session.position().phase, 26);
    }
}

#[test]
fn a_position_at_the_very_end_of_its_phase_goes_on_at_the_next_moment() {
    let position = Position { phase: 13, elapsed_ms: 20_000, ..Position::default() };
    let session = Session::paused_at(default_plan(), position, Vec::new(), 0, START);
    let mut run = Run { session, now: START };
    run.resume();
    assert_eq!(run.session.next_change_ms(), Some(1));
    run.wait(1);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("switch right 1/1", 4_999));
}
