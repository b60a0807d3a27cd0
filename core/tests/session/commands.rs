//! What each command does, and when it does nothing.

use supple_core::{ClockSample, Command, Side, State};

use crate::run::{COMMANDS, Run, default_plan};

#[test]
fn a_pause_stops_the_clock_however_long_it_is() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    run.command(Command::Pause);
    run.wait(3_600_000);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Paused, 15_000));
    run.resume();
    run.wait(15_000);
    assert_eq!(run.log(), [("anchor", Side::Left, 20_000, true)]);
}

#[test]
fn a_command_counts_from_its_own_moment_not_from_the_last_tick() {
    let mut run = Run::holding("anchor");
    run.now = ClockSample { monotonic_ms: run.now.monotonic_ms + 4_321, wall_ms: run.now.wall_ms + 4_321 };
    run.command(Command::Pause);
    assert_eq!(run.remaining_ms(), 20_000 - 4_321);
}

#[test]
fn next_logs_what_was_held_and_no_more() {
    let mut run = Run::holding("anchor");
    run.wait(7_500);
    run.command(Command::Next);
    assert_eq!(run.place(), "switch right 1/1");
    assert_eq!(run.log(), [("anchor", Side::Left, 7_500, false)]);
}

#[test]
fn a_hold_that_was_not_held_at_all_is_not_in_the_log() {
    let mut run = Run::holding("anchor");
    run.command(Command::Next);
    assert_eq!(run.log(), []);
}

#[test]
fn next_on_the_last_phase_completes() {
    let mut run = Run::at("lying");
    for _ in 0..4 {
        assert_eq!(run.session.state(), State::Running);
        run.command(Command::Next);
    }
    assert_eq!(run.session.state(), State::Complete);
    let snapshot = run.session.snapshot();
    assert_eq!((snapshot.phase, snapshot.remaining_ms, snapshot.left_ms), (25, 0, 0));
}

#[test]
fn next_while_paused_goes_on_and_stays_paused() {
    let mut run = Run::holding("anchor");
    run.command(Command::Pause);
    run.command(Command::Next);
    run.wait(10_000);
    assert_eq!((run.place().as_str(), run.session.state()), ("switch right 1/1", State::Paused));
    assert_eq!(run.remaining_ms(), 5_000);
}

#[test]
fn previous_within_two_seconds_goes_to_the_phase_before() {
    let mut run = Run::holding("anchor");
    run.wait(1_999);
    run.command(Command::Previous);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("prepare left 1/1", 10_000));
    assert_eq!(run.log(), [("anchor", Side::Left, 1_999, false)]);
}

#[test]
fn previous_after_two_seconds_goes_to_the_beginning_of_the_phase() {
    let mut run = Run::holding("anchor");
    run.wait(2_000);
    run.command(Command::Previous);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("hold left 1/1", 20_000));
    run.wait(20_000);
    assert_eq!(run.log(), [("anchor", Side::Left, 2_000, false), ("anchor", Side::Left, 20_000, true)]);
}

#[test]
fn previous_on_the_first_phase_goes_to_its_beginning() {
    for waited in [500, 5_000] {
        let mut run = Run::of(default_plan());
        run.wait(waited);
        run.command(Command::Previous);
        assert_eq!((run.session.snapshot().phase, run.remaining_ms()), (0, 10_000));
    }
}

#[test]
fn previous_twice_in_a_row_goes_back_two_phases() {
    let mut run = Run::holding("anchor");
    run.wait(25_000);
    assert_eq!(run.place(), "hold right 1/1");
    run.command(Command::Previous);
    run.command(Command::Previous);
    assert_eq!(run.place(), "hold left 1/1");
}

#[test]
fn the_same_phase_begun_again_is_another_turn() {
    let mut run = Run::holding("anchor");
    run.wait(3_000);
    let before = run.session.snapshot();
    run.command(Command::Previous);
    let after = run.session.snapshot();
    assert_eq!(before.phase, after.phase);
    assert_ne!(before.turn, after.turn);
}

#[test]
fn extend_lengthens_this_phase_alone_and_the_plan_not_at_all() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    run.command(Command::Extend(10_000));
    assert_eq!((run.remaining_ms(), run.session.snapshot().duration_ms), (25_000, 30_000));
    run.wait(25_000);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("switch right 1/1", 5_000));
    assert_eq!(run.log(), [("anchor", Side::Left, 30_000, true)]);
    assert_eq!(run.session.entries()[0].planned_ms, 30_000);
    assert_eq!(run.session.plan().total_ms(), 490_000);
}

#[test]
fn an_extended_hold_that_is_left_early_is_not_in_full() {
    let mut run = Run::holding("anchor");
    run.command(Command::Extend(10_000));
    run.wait(25_000);
    run.command(Command::Next);
    assert_eq!(run.log(), [("anchor", Side::Left, 25_000, false)]);
}

#[test]
fn a_phase_is_never_made_longer_by_more_than_an_hour_in_all() {
    let mut run = Run::holding("anchor");
    run.command(Command::Extend(3_599_000));
    run.command(Command::Extend(10_000));
    assert_eq!(run.session.snapshot().duration_ms, 3_620_000);
    run.command(Command::Extend(u64::MAX));
    assert_eq!(run.session.snapshot().duration_ms, 3_620_000);
}

#[test]
fn extend_works_while_paused() {
    let mut run = Run::holding("anchor");
    run.command(Command::Pause);
    run.command(Command::Extend(10_000));
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Paused, 30_000));
}

#[test]
fn restarting_the_exercise_goes_back_to_preparing_for_it() {
    let mut run = Run::holding("anchor");
    run.wait(30_000);
    assert_eq!(run.place(), "hold right 1/1");
    run.command(Command::RestartExercise);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("prepare left 1/1", 10_000));
    assert_eq!(run.log(), [("anchor", Side::Left, 20_000, true), ("anchor", Side::Right, 5_000, false)]);
}

#[test]
fn stop_logs_what_was_held_and_lets_nothing_more_pass() {
    let mut run = Run::holding("anchor");
    run.wait(8_000);
    run.command(Command::Stop);
    run.wait(60_000);
    assert_eq!(run.session.state(), State::Stopped);
    assert_eq!(run.log(), [("anchor", Side::Left, 8_000, false)]);
}

#[test]
fn a_stopped_session_is_resumed_where_it_was_and_counts_nothing_twice() {
    let mut run = Run::holding("anchor");
    run.wait(8_000);
    run.command(Command::Stop);
    run.wait(3_600_000);
    run.resume();
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Running, 12_000));
    run.wait(12_000);
    assert_eq!(run.log(), [("anchor", Side::Left, 8_000, false), ("anchor", Side::Left, 12_000, true)]);
}

#[test]
fn stopping_twice_without_holding_in_between_adds_nothing() {
    let mut run = Run::holding("anchor");
    run.wait(8_000);
    for _ in 0..3 {
        run.command(Command::Stop);
        run.command(Command::Resume);
    }
    assert_eq!(run.log(), [("anchor", Side::Left, 8_000, false)]);
}

#[test]
fn a_stopped_session_does_nothing_but_resume() {
    for command in COMMANDS {
        let mut run = Run::holding("anchor");
        run.wait(8_000);
        run.command(Command::Stop);
        let (snapshot, log) = (run.session.snapshot(), run.session.entries().to_vec());
        run.command(command);
        if command == Command::Resume {
            assert_eq!(run.session.state(), State::Running);
        } else {
            assert_eq!((run.session.snapshot(), run.session.entries()), (snapshot, log.as_slice()));
        }
    }
}

#[test]
fn finish_completes_from_anywhere_and_logs_what_was_held() {
    let mut run = Run::holding("anchor");
    run.wait(8_000);
    run.command(Command::Pause);
    run.command(Command::Finish);
    assert_eq!(run.session.state(), State::Complete);
    assert_eq!(run.log(), [("anchor", Side::Left, 8_000, false)]);
    assert_eq!(run.session.snapshot().left_ms, 0);
}

#[test]
fn after_completion_no_command_and_no_time_changes_anything() {
    let mut run = Run::at("lying");
    run.wait(60_000);
    assert_eq!(run.session.state(), State::Complete);
    let (snapshot, position, log) =
        (run.session.snapshot(), run.session.position(), run.session.entries().to_vec());
    for command in COMMANDS {
        run.command(command);
        run.wait(1_000);
        run.wait(200_000);
        assert_eq!((run.session.snapshot(), run.session.position()), (snapshot, position));
        assert_eq!(run.session.entries(), log);
    }
}
