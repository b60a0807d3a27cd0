//! Getting back into position when a hold is resumed.

use supple_core::{Command, CueKind, Options, Plan, Routine, Session, SessionAudio, Side, State, Verbosity};

use crate::english::English;
use crate::run::{Run, START};

/// Paused after 8 of the 20 seconds of a hold, with this choice of the person's.
fn paused(resume_s: Option<u32>) -> Run {
    let plan = Plan::new(&Routine::hamstring(), &Options { resume_s, ..Options::default() });
    let exercise = plan.position_of("anchor").expect("is in the plan");
    let mut run = Run { session: Session::start(plan, exercise, START), now: START };
    run.command(Command::Next);
    run.wait(8_000);
    run.command(Command::Pause);
    run
}

/// Milliseconds until the hold continues, milliseconds of it that are left, and of the session.
fn times(run: &Run) -> (u64, u64, u64) {
    let now = run.session.snapshot();
    (now.settling_ms, now.remaining_ms, now.left_ms)
}

#[test]
fn a_resumed_hold_continues_when_the_person_is_back_in_position() {
    let mut run = paused(None);
    let left_ms = run.session.snapshot().left_ms;
    run.command(Command::Resume);
    assert_eq!(run.session.state(), State::Running);
    assert_eq!(times(&run), (5_000, 12_000, left_ms + 5_000));
    run.wait(3_500);
    assert_eq!(times(&run), (1_500, 12_000, left_ms + 1_500));
    assert_eq!(run.session.next_change_ms(), Some(500));
    run.wait(2_000);
    assert_eq!(times(&run), (0, 11_500, left_ms - 500));
    run.wait(11_500);
    assert_eq!(run.log(), [("anchor", Side::Left, 20_000, true)], "the log knows nothing but what was held");
}

#[test]
fn how_long_that_takes_is_the_persons_choice() {
    for (chosen, settling_ms) in [(Some(0), 0), (Some(15), 15_000), (Some(99), 15_000), (None, 5_000)] {
        let mut run = paused(chosen);
        run.command(Command::Resume);
        assert_eq!(run.session.snapshot().settling_ms, settling_ms, "{chosen:?}");
    }
}

#[test]
fn after_an_absence_a_stop_and_too_much_there_is_that_time_too() {
    let interruptions: [fn(&mut Run); 3] =
        [|run| run.wait(100_000), |run| run.command(Command::Stop), |run| run.command(Command::TooMuch)];
    for interrupt in interruptions {
        let mut run = Run::holding("anchor");
        run.wait(8_000);
        interrupt(&mut run);
        run.command(Command::Resume);
        assert_eq!(run.session.snapshot().settling_ms, 5_000);
    }
}

#[test]
fn nothing_but_a_hold_needs_it() {
    let mut moving = Run::at("jumping-jacks");
    moving.command(Command::Next);
    for mut run in [moving, Run::at("anchor")] {
        run.wait(2_000);
        run.command(Command::Pause);
        run.command(Command::Resume);
        assert_eq!(run.session.snapshot().settling_ms, 0, "{}", run.place());
    }
}

#[test]
fn resuming_what_runs_gives_no_time_and_a_pause_gives_it_anew() {
    let mut run = paused(None);
    run.command(Command::Resume);
    run.wait(2_000);
    run.command(Command::Resume);
    assert_eq!(times(&run).0, 3_000);
    run.command(Command::Pause);
    assert_eq!(times(&run).0, 0, "nothing runs");
    run.command(Command::Resume);
    assert_eq!(times(&run).0, 5_000);
}

#[test]
fn whoever_goes_on_to_another_phase_waits_for_nothing() {
    for command in [Command::Next, Command::Previous, Command::RestartExercise] {
        let mut run = paused(None);
        run.command(Command::Resume);
        run.command(command);
        assert_eq!(run.session.snapshot().settling_ms, 0, "{command:?}");
    }
}

#[test]
fn time_to_get_back_into_position_is_never_taken_for_time_held() {
    let mut run = paused(None);
    run.command(Command::Resume);
    run.wait(4_000);
    assert_eq!(run.session.position_at(run.now).elapsed_ms, 8_000, "what a heartbeat saves");
    run.command(Command::Stop);
    assert_eq!(run.log(), [("anchor", Side::Left, 8_000, false)]);
}

#[test]
fn the_person_hears_what_to_get_back_into_and_when_it_counts_again() {
    let mut run = paused(None);
    let mut heard = Vec::new();
    let mut before = run.session.snapshot();
    run.command(Command::Resume);
    for _ in 0..30 {
        if let Some(cue) = run.session.cue_since(Some(&before)) {
            let words = run.session.spoken(cue, Verbosity::Short, 100, &English);
            heard.push((run.now.monotonic_ms - START.monotonic_ms - 8_000, cue.kind, words));
        }
        before = run.session.snapshot();
        run.wait(500);
    }
    let kinds: Vec<_> = heard.iter().map(|(ms, kind, _)| (*ms, *kind)).collect();
    let last = CueKind::Last;
    assert_eq!(
        kinds,
        [(0, CueKind::Ready), (5_000, CueKind::Begin), (7_000, CueKind::Halfway), (14_000, last(3)),]
    );
    assert_eq!(
        (heard[0].2.as_str(), heard[1].2.as_str()),
        ("Anchor stretch. Left leg. Heel on the chair, leg straight.", "Hold.")
    );
}

/// What lies ahead or was due in the last second, in milliseconds from now.
fn around(run: &Run) -> Vec<(i64, CueKind)> {
    run.session.cues_ahead(1_000, 8_000).into_iter().map(|(in_ms, cue)| (in_ms, cue.kind)).collect()
}

#[test]
fn what_lies_ahead_is_foreseen_and_nothing_is_due_twice() {
    let mut run = paused(None);
    run.command(Command::Resume);
    let begin = CueKind::Begin;
    assert_eq!(around(&run), [(0, CueKind::Ready), (5_000, begin), (7_000, CueKind::Halfway)]);
    run.wait(5_100);
    assert_eq!(
        around(&run),
        [(-100, begin), (1_900, CueKind::Halfway)],
        "a tone that sounds is not cut short"
    );

    // Paused just after half of the hold.
    let mut run = Run::holding("anchor");
    run.wait(10_050);
    run.command(Command::Pause);
    run.command(Command::Resume);
    run.wait(5_010);
    assert_eq!(around(&run), [(-10, begin), (6_940, CueKind::Last(3)), (7_940, CueKind::Last(2))]);

    let mut run = Run::holding("anchor");
    run.command(Command::Pause);
    run.command(Command::Resume);
    assert_eq!(around(&run), [(0, CueKind::Ready), (5_000, begin)], "paused at the very beginning");
}

#[test]
fn a_wake_long_after_it_is_over_says_nothing_about_it() {
    let mut run = paused(None);
    run.command(Command::Resume);
    let before = run.session.snapshot();
    run.wait(9_000);
    assert_eq!(run.session.cue_since(Some(&before)), None);
}

#[test]
fn the_audio_of_a_session_begins_with_that_time() {
    let mut run = paused(None);
    run.command(Command::Resume);
    let left_ms = run.session.snapshot().left_ms;
    let audio = SessionAudio::new(&run.session, 100, |_| Vec::new()).expect("it can be one");
    assert_eq!(audio.plan_ms(), left_ms);
    run.session.tick_until_left(left_ms - 6_000, run.now);
    assert_eq!((times(&run).0, times(&run).1), (0, 11_000));
}
