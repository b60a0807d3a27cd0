//! A hold that hurts stops at once, and the log says so.

use supple_core::{Command, Entry, Session, Side, State};

use crate::run::{Run, default_plan};

fn noted(run: &Run) -> Vec<(Side, u64, bool, bool)> {
    let note = |entry: &Entry| (entry.side, entry.held_ms, entry.full, entry.too_much);
    run.session.entries().iter().map(note).collect()
}

#[test]
fn too_much_stops_the_clock_and_is_in_the_log_at_once() {
    let mut run = Run::holding("anchor");
    run.wait(7_000);
    run.command(Command::TooMuch);
    assert_eq!(noted(&run), [(Side::Left, 7_000, false, true)]);
    run.wait(60_000);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Paused, 13_000));
}

#[test]
fn it_is_noted_before_anything_was_held_and_while_paused() {
    let mut run = Run::holding("anchor");
    run.command(Command::TooMuch);
    assert_eq!(noted(&run), [(Side::Left, 0, false, true)]);

    let mut run = Run::holding("anchor");
    run.wait(3_000);
    run.command(Command::Pause);
    run.command(Command::TooMuch);
    assert_eq!(noted(&run), [(Side::Left, 3_000, false, true)]);
    assert_eq!(run.session.state(), State::Paused);
}

#[test]
fn after_resuming_only_the_rest_is_held_and_no_second_counts_twice() {
    let mut run = Run::holding("anchor");
    run.wait(7_000);
    run.command(Command::TooMuch);
    run.resume();
    run.wait(13_000);
    assert_eq!(run.place(), "switch right 1/1");
    assert_eq!(noted(&run), [(Side::Left, 7_000, false, true), (Side::Left, 13_000, true, false)]);
}

#[test]
fn a_shortened_hold_ends_at_its_half_and_was_not_held_in_full() {
    let mut run = Run::holding("anchor");
    run.wait(7_000);
    run.command(Command::TooMuch);
    run.command(Command::Shorten);
    assert_eq!((run.session.state(), run.remaining_ms()), (State::Paused, 3_000));
    run.resume();
    run.wait(3_000);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("switch right 1/1", 5_000));
    assert_eq!(noted(&run), [(Side::Left, 7_000, false, true), (Side::Left, 3_000, false, false)]);
    run.wait(5_000);
    assert_eq!(run.remaining_ms(), 20_000, "the other leg's hold is as long as ever");
}

#[test]
fn shortening_a_hold_that_is_half_over_ends_it() {
    for (held_ms, place) in
        [(9_999, "hold left 1/1"), (10_000, "switch right 1/1"), (15_000, "switch right 1/1")]
    {
        let mut run = Run::holding("anchor");
        run.wait(held_ms);
        run.command(Command::Shorten);
        assert_eq!(run.place(), place, "{held_ms}");
    }
}

#[test]
fn a_hold_that_is_still_too_much_is_halved_again() {
    let mut run = Run::holding("anchor");
    run.command(Command::Shorten);
    run.command(Command::Shorten);
    assert_eq!(run.remaining_ms(), 5_000);
    run.command(Command::Extend(10_000));
    assert_eq!(run.remaining_ms(), 15_000);
}

#[test]
fn outside_a_hold_neither_does_anything() {
    for command in [Command::TooMuch, Command::Shorten] {
        for mut run in [Run::at("anchor"), Run::holding("leg-lunges")] {
            run.wait(2_000);
            let before = run.session.snapshot();
            run.command(command);
            assert_eq!((run.session.snapshot(), run.log()), (before, vec![]));
        }
    }
}

#[test]
fn a_shortened_hold_is_as_short_when_restored() {
    let mut run = Run::holding("anchor");
    run.wait(2_000);
    run.command(Command::TooMuch);
    run.command(Command::Shorten);
    let (position, entries) = (run.session.position(), run.session.entries().to_vec());
    let session = Session::paused_at(default_plan(), position, entries, 0, run.now);
    assert_eq!(session.state(), State::Paused);
    assert_eq!((session.snapshot().remaining_ms, session.entries().len()), (8_000, 1));
}
