//! Cues: at the boundaries of phases, never too many, and spoken one after the other.

use proptest::prelude::*;
use supple_core::{
    ClockSample, Command, Cue, CueKind, Options, Plan, Routine, STALE_MS, Session, Snapshot, State,
    Verbosity, speech_ms,
};

use crate::courses::course;
use crate::english::English;
use crate::generators::{cases, plan};
use crate::run::{Run, START, default_plan};

fn verbosity(full: bool) -> Verbosity {
    if full { Verbosity::Full } else { Verbosity::Short }
}

/// Runs a plan on a virtual clock that only stops at its cues. Returns each with the milliseconds since the
/// start.
fn given(plan: &Plan) -> Vec<(u64, Cue)> {
    let mut run = Run::of(plan.clone());
    let mut given: Vec<(u64, Cue)> = run.session.cue_since(None).map(|cue| (0, cue)).into_iter().collect();
    while run.session.state() == State::Running {
        let ahead = run.session.cues_ahead(0, u64::MAX);
        let next = ahead.iter().find(|(in_ms, _)| *in_ms > 0);
        let &(in_ms, cue) = next.expect("that it is done is always ahead");
        assert_eq!(wake(&mut run, in_ms), Some(cue));
        given.push((run.now.monotonic_ms - START.monotonic_ms, cue));
    }
    given
}

/// Waits, in steps too short to count as an absence, and returns the cue due at the end.
fn wake(run: &mut Run, in_ms: i64) -> Option<Cue> {
    let mut left_ms = in_ms.unsigned_abs();
    loop {
        let before = run.session.snapshot();
        let step_ms = left_ms.min(60_000);
        run.wait(step_ms);
        left_ms -= step_ms;
        let cue = run.session.cue_since(Some(&before));
        if left_ms == 0 {
            return cue;
        }
        assert_eq!(cue, None, "there is none on the way");
    }
}

#[test]
fn the_cues_of_a_hold_are_its_beginning_its_half_and_its_last_three_seconds() {
    let anchor = default_plan().position_of("anchor").expect("is in the plan");
    let first = default_plan().exercises[anchor].phases.start;
    let run = Run::at("anchor");
    let cues: Vec<_> = run
        .session
        .cues_ahead(0, 50_000)
        .into_iter()
        .map(|(ms, cue)| (ms, cue.phase - first, cue.kind))
        .collect();
    let last = |left| CueKind::Last(left);
    assert_eq!(
        cues,
        [
            (0, 0, CueKind::Next),
            (10_000, 1, CueKind::Begin),
            (20_000, 1, CueKind::Halfway),
            (27_000, 1, last(3)),
            (28_000, 1, last(2)),
            (29_000, 1, last(1)),
            (30_000, 2, CueKind::Switch),
            (35_000, 3, CueKind::Begin),
            (45_000, 3, CueKind::Halfway),
        ]
    );
}

#[test]
fn the_whole_routine_gives_each_cue_at_its_instant_and_ends_with_done() {
    let cues = given(&default_plan());
    assert_eq!((cues[0].0, cues[0].1.kind), (0, CueKind::Ready));
    assert_eq!(cues.last().map(|(ms, cue)| (*ms, cue.kind)), Some((490_000, CueKind::Done)));
    let count = |kind: &str| cues.iter().filter(|(_, cue)| cue.kind.name() == kind).count();
    assert_eq!(
        ["ready", "next", "begin", "halfway", "last", "switch", "recover", "done"].map(count),
        [1, 7, 13, 7, 39, 3, 2, 1]
    );
}

#[test]
fn pausing_removes_cues_and_extending_a_hold_moves_them() {
    let mut run = Run::holding("anchor");
    run.wait(12_000);
    run.command(Command::Extend(10_000));
    let kinds: Vec<_> =
        run.session.cues_ahead(0, 18_000).into_iter().map(|(ms, cue)| (ms, cue.kind)).collect();
    let last = |left| CueKind::Last(left);
    assert_eq!(
        kinds,
        [
            (3_000, CueKind::Halfway),
            (15_000, last(3)),
            (16_000, last(2)),
            (17_000, last(1)),
            (18_000, CueKind::Switch)
        ]
    );
    run.command(Command::Pause);
    assert_eq!(run.session.cues_ahead(1_000, 90_000), []);
}

#[test]
fn a_late_wake_gives_what_is_still_true_and_nothing_else() {
    let since = |wait_ms: u64| {
        let mut run = Run::holding("anchor");
        let before = run.session.snapshot();
        run.wait(wait_ms);
        run.session.cue_since(Some(&before)).map(|cue| cue.kind)
    };
    assert_eq!(since(9_999), None);
    assert_eq!(since(10_000 + STALE_MS), Some(CueKind::Halfway));
    assert_eq!(since(10_001 + STALE_MS), None, "it is stale");
    assert_eq!(since(19_500), Some(CueKind::Last(1)));
    // Half-way through the other leg's hold, which nothing has announced yet.
    assert_eq!(since(40_000), Some(CueKind::Begin));
}

#[test]
fn skipping_announces_the_next_phase_and_stopping_nothing() {
    let mut run = Run::holding("anchor");
    let after = |run: &mut Run, command| {
        let before = run.session.snapshot();
        run.command(command);
        run.session.cue_since(Some(&before)).map(|cue| cue.kind)
    };
    assert_eq!(after(&mut run, Command::Next), Some(CueKind::Switch));
    assert_eq!(after(&mut run, Command::Next), Some(CueKind::Begin));
    assert_eq!(after(&mut run, Command::Pause), None);
    assert_eq!(after(&mut run, Command::Next), None, "it is paused");
    assert_eq!(after(&mut run, Command::Resume), None);
    assert_eq!(after(&mut run, Command::Stop), None);
    assert_eq!(after(&mut run, Command::Resume), None);
    assert_eq!(after(&mut run, Command::Finish), Some(CueKind::Done));
}

#[test]
fn a_voice_says_name_leg_and_key_where_there_is_time() {
    let says = |id: &str, skip: usize, full| {
        let mut run = Run::at(id);
        (0..skip).for_each(|_| run.command(Command::Next));
        let cue = run.session.cue_since(None).expect("it has just begun");
        run.session.spoken(cue, verbosity(full), 100, &English)
    };
    assert_eq!(says("anchor", 0, false), "Anchor stretch. Left leg. Heel on the chair, leg straight.");
    let full = says("anchor", 0, true);
    assert!(
        full.starts_with("Next. Anchor stretch. Left leg. Heel on the chair, leg straight. ")
            && full.len() > 70,
        "{full}"
    );
    assert_eq!(says("anchor", 1, false), "Hold.");
    assert_eq!(says("anchor", 1, true), "Hold. Left leg.");
    assert_eq!(says("anchor", 2, false), "Release. Switch. Right leg.");
    assert_eq!(says("leg-swings", 2, false), "Switch. Right leg.", "nothing was held");
    assert_eq!(says("seated", 2, false), "Ease out.");
    let after_a_hold = says("lying", 0, false);
    assert_eq!(after_a_hold, "Release. Lying stretch. Left leg. On your back, one knee up.");
    assert_eq!(says("jogging-in-place", 1, true), "Move.");
}

#[test]
fn without_time_to_prepare_the_first_hold_announces_the_exercise() {
    let options = Options { prepare_s: Some(0), switch_s: Some(0), ..Options::default() };
    let plan = Plan::new(&Routine::hamstring(), &options);
    let lying = plan.position_of("lying").expect("is in the plan");
    let session = Session::start(plan, lying, START);
    let cue = session.cue_since(None).expect("it has just begun");
    assert_eq!(session.spoken(cue, Verbosity::Short, 100, &English), "Lying stretch. Hold. Left leg.");
}

#[test]
fn a_phase_that_is_left_out_loses_no_announcement() {
    let options = Options { prepare_s: Some(0), switch_s: Some(0), recover_s: Some(0), ..Options::default() };
    let plan = Plan::new(&Routine::hamstring(), &options);
    let mut run = Run::of(plan);
    let anchor = run.session.plan().position_of("anchor").expect("is in the plan");
    while run.session.phase().is_some_and(|phase| phase.exercise < anchor) {
        run.command(Command::Next);
    }
    let mut told = Vec::new();
    for _ in 0..5 {
        let cue = run.session.cue_since(None).expect("it has just begun");
        told.push((cue.kind, run.session.spoken(cue, Verbosity::Short, 100, &English)));
        run.command(Command::Next);
    }
    let told: Vec<_> = told.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    assert_eq!(
        told,
        [
            (CueKind::Next, "Anchor stretch. Hold. Left leg."),
            (CueKind::Switch, "Release. Switch. Right leg."),
            (CueKind::Next, "Seated stretch. Hold. Both legs."),
            (CueKind::Begin, "Hold."),
            (CueKind::Begin, "Hold."),
        ]
    );
}

#[test]
fn a_voice_that_is_off_says_nothing() {
    let mut run = Run::at("anchor");
    for _ in 0..4 {
        let cue = run.session.cue_since(None).expect("it has just begun");
        assert_eq!(run.session.spoken(cue, Verbosity::Off, 100, &English), "");
        run.command(Command::Next);
    }
}

#[test]
fn the_end_is_said_in_full_or_in_short() {
    let mut run = Run::at("lying");
    run.command(Command::Finish);
    let cue = run.session.cue_since(None).expect("it is done");
    assert_eq!(run.session.spoken(cue, Verbosity::Short, 100, &English), "Done.");
    let full = run.session.spoken(cue, Verbosity::Full, 100, &English);
    assert_eq!(full, "Well done. That was the last one.");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn cue_times_are_phase_boundaries_and_what_lies_between(plan in plan()) {
        let cues = given(&plan);
        for (i, phase) in plan.phases.iter().enumerate() {
            let of_phase: Vec<_> = cues.iter().filter(|(_, cue)| cue.phase == i).collect();
            prop_assert_eq!(of_phase[0].0, phase.start_ms);
            prop_assert!(of_phase.iter().all(|(ms, _)| (phase.start_ms..phase.start_ms + phase.duration_ms).contains(ms)));
        }
        prop_assert_eq!(cues.last().map(|(ms, cue)| (*ms, cue.kind)), Some((plan.total_ms(), CueKind::Done)));
        prop_assert!(cues.windows(2).all(|pair| pair[0].0 < pair[1].0), "one at a time");
    }

    #[test]
    fn no_two_spoken_cues_overlap(plan in plan(), full: bool, rate in 50_u32..=200) {
        let mut run = Run::of(plan);
        let mut silent_from_ms = 0;
        let mut cue = run.session.cue_since(None);
        loop {
            let now_ms = run.now.monotonic_ms - START.monotonic_ms;
            let text = cue.map(|cue| run.session.spoken(cue, verbosity(full), rate, &English)).unwrap_or_default();
            if !text.is_empty() {
                prop_assert!(now_ms >= silent_from_ms, "{text} at {now_ms}");
                silent_from_ms = now_ms + speech_ms(&text, rate);
            }
            let ahead = run.session.cues_ahead(0, u64::MAX);
            let Some(&(in_ms, _)) = ahead.iter().find(|(in_ms, _)| *in_ms > 0) else { break };
            cue = wake(&mut run, in_ms);
        }
    }

    /// However far the clocks jump and whatever the commands, a cue belongs to the present phase and isn't
    /// stale.
    #[test]
    fn a_cue_belongs_to_the_present_phase(plan in plan(), course in course()) {
        let mut session = Session::start(plan, 0, START);
        let mut now: ClockSample = START;
        for (gap, command) in course {
            now = gap.after(now);
            let before: Snapshot = session.snapshot();
            match command {
                Some(command) => session.command(command, now),
                None => session.tick(now),
            }
            let after = session.snapshot();
            let Some(cue) = session.cue_since(Some(&before)) else { continue };
            prop_assert!(matches!(after.state, State::Running | State::Complete));
            prop_assert_eq!(cue.phase, session.position().phase);
            prop_assert!(cue.at_ms <= after.elapsed_ms || after.state == State::Complete);
            let told_new_phase = before.turn != after.turn && cue.at_ms == 0;
            prop_assert!(told_new_phase || after.elapsed_ms <= cue.at_ms + STALE_MS);
            let ahead = session.cues_ahead(0, 90_000);
            prop_assert!(ahead.windows(2).all(|pair| pair[0].0 <= pair[1].0));
        }
    }
}
