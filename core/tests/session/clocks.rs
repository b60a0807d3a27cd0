//! Absence, and clocks that can't be trusted.

use supple_core::{ClockSample, Command, Side, State};

use crate::run::Run;

#[test]
fn ticks_up_to_ninety_seconds_late_just_catch_up() {
    for late in [1_000, 60_000, 90_000] {
        let mut run = Run::at("anchor");
        run.wait(late);
        assert_eq!(run.session.state(), State::Running);
        assert_eq!(run.session.snapshot().left_ms, 55_000 + 90_000 + 60_000 - late);
    }
}

#[test]
fn a_longer_gap_is_an_absence_and_credits_nothing_beyond_the_last_sample() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    run.wait(90_001);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Away, 15_000));
    assert_eq!(run.log(), []);
}

#[test]
fn after_an_absence_it_goes_on_only_when_asked_and_from_where_it_was() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    run.wait(8 * 3_600_000);
    run.wait(1_000);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Away, 15_000));
    run.resume();
    run.wait(15_000);
    assert_eq!(run.log(), [("anchor", Side::Left, 20_000, true)]);
}

#[test]
fn pressing_pause_after_an_absence_stays_away() {
    let mut run = Run::holding("anchor");
    run.wait(100_000);
    run.command(Command::Pause);
    assert_eq!(run.session.state(), State::Away);
}

#[test]
fn sleep_that_stops_the_monotonic_clock_is_seen_by_the_wall_clock() {
    for (ahead, state) in [(3_000, State::Running), (3_001, State::Away), (3_600_000, State::Away)] {
        let mut run = Run::holding("anchor");
        run.now.wall_ms += ahead;
        run.wait(1_000);
        assert_eq!(run.session.state(), state, "{ahead}");
        let counted = if state == State::Running { 1_000 } else { 0 };
        assert_eq!(run.remaining_ms(), 20_000 - counted);
    }
}

#[test]
fn a_wall_clock_set_back_an_hour_during_a_hold_changes_nothing() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    run.now.wall_ms -= 3_600_000;
    run.wait(5_000);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Running, 10_000));
    run.wait(10_000);
    assert_eq!(run.log(), [("anchor", Side::Left, 20_000, true)]);
}

#[test]
fn a_wall_clock_set_forward_an_hour_is_an_absence_since_it_looks_the_same() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    run.now.wall_ms += 3_600_000;
    run.wait(1_000);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Away, 15_000));
}

#[test]
fn clocks_may_jump_while_the_session_is_paused() {
    let mut run = Run::holding("anchor");
    run.command(Command::Pause);
    run.now.wall_ms += 3_600_000;
    run.wait(500_000);
    run.now.monotonic_ms = 0;
    run.wait(0);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Paused, 20_000));
    run.resume();
    run.wait(6_000);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Running, 14_000));
}

#[test]
fn a_sample_slightly_behind_the_last_one_counts_no_moment_twice() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    run.session.tick(ClockSample { monotonic_ms: run.now.monotonic_ms - 16, ..run.now });
    assert_eq!(run.remaining_ms(), 15_000);
    run.wait(1_000);
    assert_eq!(run.remaining_ms(), 14_000);
}

#[test]
fn a_monotonic_clock_that_restarts_is_an_absence() {
    let mut run = Run::holding("anchor");
    run.wait(5_000);
    run.now.monotonic_ms = 0;
    run.wait(0);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Away, 15_000));
    run.resume();
    run.wait(1_000);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Running, 14_000));
}
