//! From the first phase to the last, undisturbed.

use supple_core::{Command, Options, Plan, Routine, Session, Side, State};

use crate::run::{COMMANDS, Run, START, default_plan, totals};

#[test]
fn it_starts_running_in_the_first_phase() {
    let run = Run::of(default_plan());
    assert_eq!(run.session.state(), State::Running);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("prepare none 1/1", 10_000));
    assert_eq!(run.session.snapshot().left_ms, 490_000);
    assert!(run.session.entries().is_empty());
}

#[test]
fn it_may_start_from_any_exercise() {
    let plan = default_plan();
    for (e, exercise) in plan.exercises.iter().enumerate() {
        let session = Session::start(plan.clone(), e, START);
        assert_eq!(session.snapshot().phase, exercise.phases.start);
        let before: u64 = plan.exercises[..e].iter().map(|exercise| exercise.total_ms).sum();
        assert_eq!(session.snapshot().left_ms, plan.total_ms() - before);
    }
}

#[test]
fn an_exercise_that_does_not_exist_starts_the_first() {
    for exercise in [8, usize::MAX] {
        assert_eq!(Session::start(default_plan(), exercise, START).snapshot().phase, 0);
    }
}

#[test]
fn one_moment_before_its_end_a_phase_still_is_and_at_its_end_the_next_one_begins() {
    let mut run = Run::at("anchor");
    run.wait(9_999);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("prepare left 1/1", 1));
    run.wait(1);
    assert_eq!((run.place().as_str(), run.remaining_ms()), ("hold left 1/1", 20_000));
}

#[test]
fn the_log_holds_every_move_and_hold_when_gone_through_undisturbed() {
    let mut run = Run::of(default_plan());
    run.wait(60_000);
    while run.session.state() == State::Running {
        run.wait(777);
    }
    let (both, left, right) = (Side::Both, Side::Left, Side::Right);
    let expected = [
        ("jumping-jacks", Side::None, 60_000, true),
        ("jogging-in-place", Side::None, 60_000, true),
        ("leg-lunges", both, 30_000, true),
        ("knee-raises", both, 30_000, true),
        ("leg-swings", left, 20_000, true),
        ("leg-swings", right, 20_000, true),
        ("anchor", left, 20_000, true),
        ("anchor", right, 20_000, true),
        ("seated", both, 20_000, true),
        ("seated", both, 20_000, true),
        ("seated", both, 20_000, true),
        ("lying", left, 20_000, true),
        ("lying", right, 20_000, true),
    ];
    assert_eq!(run.log(), expected);
    let repeats: Vec<_> = run.session.entries().iter().map(|entry| entry.repeat).collect();
    assert_eq!(repeats, [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 1, 1]);
}

#[test]
fn it_takes_what_the_plan_says_to_the_millisecond_with_ticks_of_any_size() {
    for tick_ms in [1, 7, 16, 250, 999, 1_000, 59_999, 60_000] {
        let mut run = Run::of(default_plan());
        let whole_ticks = (490_000 - 1) / tick_ms;
        for _ in 0..whole_ticks {
            run.wait(tick_ms);
        }
        run.wait(490_000 - 1 - whole_ticks * tick_ms);
        assert_eq!((run.session.state(), run.session.snapshot().left_ms), (State::Running, 1), "{tick_ms}");
        run.wait(1);
        assert_eq!(run.session.state(), State::Complete, "{tick_ms}");
        assert_eq!(totals(run.session.entries()).values().sum::<u64>(), 360_000, "{tick_ms}");
    }
}

#[test]
fn an_entry_tells_when_its_hold_ended_however_late_the_tick() {
    let mut run = Run::at("anchor");
    run.wait(58_000);
    let ends: Vec<_> = run.session.entries().iter().map(|entry| entry.at_ms).collect();
    assert_eq!(ends, [30_000, 55_000]);
}

#[test]
fn a_variation_is_logged_under_its_own_name() {
    let mut options = Options::default();
    options.change_exercise("seated", |chosen| chosen.variation = true);
    let routine = Routine::hamstring();
    let seated = routine.exercise("seated").expect("is in the routine");
    let mut run = Run::of(Plan::card(&routine, &options, seated));
    run.wait(40_000);
    assert_eq!(run.log(), [("seated-one-leg", Side::Left, 20_000, true)]);
}

#[test]
fn an_empty_plan_is_complete_at_once_and_nothing_changes_that() {
    let mut run = Run::of(Plan::default());
    for command in COMMANDS {
        assert_eq!(run.session.state(), State::Complete);
        run.command(command);
        run.wait(1_000);
    }
    assert_eq!(run.session.phase(), None);
    assert_eq!(run.session.snapshot().left_ms, 0);
    assert_eq!(run.session.next_change_ms(), None);
}

#[test]
fn the_display_changes_at_each_whole_second_of_the_remaining_time() {
    let mut run = Run::at("anchor");
    assert_eq!(run.session.next_change_ms(), Some(1_000));
    run.wait(400);
    assert_eq!(run.session.next_change_ms(), Some(600));
    run.wait(599);
    assert_eq!(run.session.next_change_ms(), Some(1));
    run.wait(1);
    assert_eq!(run.session.next_change_ms(), Some(1_000));
    run.command(Command::Pause);
    assert_eq!(run.session.next_change_ms(), None);
}

#[test]
fn one_wake_at_each_change_is_enough_to_see_every_second_of_every_phase() {
    let mut run = Run::of(default_plan());
    let mut seen = Vec::new();
    while let Some(ms) = run.session.next_change_ms() {
        let snapshot = run.session.snapshot();
        seen.push((snapshot.phase, snapshot.remaining_ms));
        run.wait(ms);
    }
    let plan = default_plan();
    let seconds = |(i, phase): (usize, &supple_core::Phase)| {
        (1..=phase.duration_ms / 1_000).rev().map(move |second| (i, second * 1_000))
    };
    let expected: Vec<_> = plan.phases.iter().enumerate().flat_map(seconds).collect();
    assert_eq!(seen, expected);
}
