//! What must hold for any plan, any commands and any clocks.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use supple_core::{ClockSample, Command, Phase, PhaseKind, Session, Snapshot, State};

use crate::courses::{course, gap, position};
use crate::generators::{cases, plan, plan_at_any_pace, short_plan, short_plan_at_any_pace};
use crate::model::Model;
use crate::run::{Run, START, totals};

/// What is left of the plan, without the time to get back into position.
fn of_plan_ms(snapshot: Snapshot) -> u64 {
    snapshot.left_ms - snapshot.settling_ms
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn it_behaves_like_a_model_that_counts_every_millisecond(
        plan in short_plan_at_any_pace(), exercise in 0..9_usize, course in course(),
    ) {
        let mut session = Session::start(plan.clone(), exercise, START);
        let mut model = Model::start(plan, exercise);
        let mut now = START;
        for (gap, command) in course {
            now = gap.after(now);
            if let Some(command) = command {
                session.command(command, now);
                model.command(command, now);
            } else {
                session.tick(now);
                model.tick(now);
            }
            prop_assert_eq!(session.state(), model.state);
            prop_assert_eq!(session.entries(), model.log.as_slice());
            prop_assert_eq!(session.position().phase, model.phase);
            if model.state != State::Complete {
                let snapshot = session.snapshot();
                prop_assert_eq!(snapshot.duration_ms, model.wanted_ms());
                prop_assert_eq!(snapshot.remaining_ms, model.wanted_ms().saturating_sub(model.elapsed_ms));
                prop_assert_eq!(snapshot.elapsed_ms, model.elapsed_ms);
                let rest: u64 = model.plan.phases[model.phase + 1..].iter().map(|phase| phase.duration_ms).sum();
                let settling_ms = if model.state == State::Running { model.settling_ms } else { 0 };
                prop_assert_eq!(snapshot.settling_ms, settling_ms);
                prop_assert_eq!(snapshot.left_ms, settling_ms + snapshot.remaining_ms + rest);
            }
        }
    }

    /// Whatever happens in between, what is left shrinks by exactly the time that passes while the session
    /// runs.
    #[test]
    fn no_time_is_lost_or_invented(plan in plan(), course in course()) {
        let mut session = Session::start(plan, 0, START);
        let mut now = START;
        // The monotonic clock, which must not count the same moment twice.
        let mut counted = START.monotonic_ms;
        for (gap, command) in course {
            now = gap.after(now);
            let before = session.snapshot();
            session.tick(now);
            let after = session.snapshot();
            let passed = now.monotonic_ms.saturating_sub(counted);
            counted = if counted > now.monotonic_ms + 3_000 { now.monotonic_ms } else { counted.max(now.monotonic_ms) };
            match (before.state, after.state) {
                (State::Running, State::Running) => prop_assert_eq!(before.left_ms - after.left_ms, passed),
                (State::Running, State::Complete) => prop_assert!(before.left_ms <= passed),
                (_, state) => {
                    prop_assert!(state == before.state || state == State::Away);
                    prop_assert_eq!(of_plan_ms(before), of_plan_ms(after));
                }
            }
            if let Some(command) = command {
                session.command(command, now);
                let commanded = session.snapshot();
                if matches!(command, Command::Pause | Command::Resume | Command::Stop | Command::TooMuch) {
                    prop_assert_eq!(of_plan_ms(commanded), of_plan_ms(after));
                }
            }
        }
    }

    #[test]
    fn what_remains_is_never_negative_and_never_more_than_the_phase(plan in plan(), course in course()) {
        let mut session = Session::start(plan, 0, START);
        let mut now = START;
        for (gap, command) in course {
            now = gap.after(now);
            session.tick(now);
            if let Some(command) = command {
                session.command(command, now);
            }
            let snapshot = session.snapshot();
            prop_assert!(snapshot.remaining_ms <= snapshot.duration_ms);
            prop_assert_eq!(snapshot.elapsed_ms + snapshot.remaining_ms, snapshot.duration_ms);
            prop_assert!(snapshot.remaining_ms > 0 || snapshot.state == State::Complete);
        }
    }

    /// Adds up what passes between clock samples, as seen from outside, for each side.
    #[test]
    fn the_log_is_the_time_held_for_each_side(plan in plan(), course in course()) {
        let mut session = Session::start(plan.clone(), 0, START);
        let mut now = START;
        let mut watched: BTreeMap<String, u64> = BTreeMap::new();
        let mut watch = |from: &Session, to: &Session| {
            // Nothing but time has passed between the two.
            let (before, after) = (from.snapshot(), to.snapshot());
            let last = if after.state == State::Complete { plan.phases.len() } else { after.phase };
            for phase in before.phase..=last.min(plan.phases.len() - 1) {
                let from_ms = if phase == before.phase { before.elapsed_ms } else { 0 };
                let whole_ms =
                    if phase == before.phase { before.duration_ms } else { plan.phases[phase].duration_ms };
                let to_ms = if phase == last { after.elapsed_ms } else { whole_ms };
                if plan.phases[phase].kind.is_logged() && to_ms > from_ms {
                    let Phase { kind, side, repeat, exercise, .. } = &plan.phases[phase];
                    let exercise = &plan.exercises[*exercise].id;
                    *watched.entry(format!("{exercise} {kind:?} {side:?} {repeat}")).or_default() += to_ms - from_ms;
                }
            }
        };
        for (gap, command) in course {
            now = gap.after(now);
            let before = session.clone();
            session.tick(now);
            if before.state() == State::Running {
                watch(&before, &session);
            }
            if let Some(command) = command {
                session.command(command, now);
            }
        }
        session.command(Command::Stop, now);
        prop_assert_eq!(totals(session.entries()), watched);
    }

    #[test]
    fn entries_are_only_ever_added(plan in plan_at_any_pace(), course in course()) {
        let is_open = plan.is_estimate();
        let mut session = Session::start(plan, 0, START);
        let mut now = START;
        for (gap, command) in course {
            now = gap.after(now);
            let before = session.entries().to_vec();
            match command {
                Some(command) => session.command(command, now),
                None => session.tick(now),
            }
            prop_assert_eq!(&session.entries()[..before.len()], before.as_slice());
            for entry in &session.entries()[before.len()..] {
                prop_assert!(entry.held_ms > 0 || entry.too_much);
                prop_assert!(entry.held_ms <= entry.planned_ms || is_open);
                prop_assert!(entry.kind.is_logged());
                prop_assert!(!entry.too_much || entry.kind == PhaseKind::Hold && command == Some(Command::TooMuch));
            }
        }
    }

    /// Invariant 4, and 3 in the log.
    #[test]
    fn undisturbed_it_takes_as_long_as_planned_with_any_ticks_and_logs_each_side_in_full(
        plan in short_plan(), ticks in vec(prop_oneof![Just(1_u64), 1_u64..1_000, 1_u64..=60_000], 1..20),
    ) {
        let mut run = Run::of(plan.clone());
        let mut ticks = ticks.iter().cycle();
        let mut passed_ms = 0;
        while run.session.state() == State::Running && passed_ms < plan.total_ms() {
            let ms = ticks.next().expect("goes round").max(&(plan.total_ms() / 5_000)).min(&(plan.total_ms() - passed_ms)).to_owned();
            run.wait(ms);
            passed_ms += ms;
            prop_assert_eq!(run.session.snapshot().left_ms, plan.total_ms() - passed_ms);
        }
        prop_assert_eq!(run.session.state(), State::Complete);
        let entries = run.session.entries();
        let planned: Vec<_> = plan.phases.iter().filter(|phase| phase.kind.is_logged()).collect();
        prop_assert_eq!(entries.len(), planned.len());
        for (entry, phase) in entries.iter().zip(planned) {
            prop_assert!(entry.full);
            prop_assert_eq!((entry.side, entry.repeat, entry.held_ms), (phase.side, phase.repeat, phase.duration_ms));
            prop_assert_eq!(entry.at_ms, phase.start_ms + phase.duration_ms);
        }
    }

    #[test]
    fn looking_ahead_sees_what_a_tick_would_bring_within_the_phase(
        plan in plan_at_any_pace(), course in course(), next in gap(),
    ) {
        let mut session = Session::start(plan, 0, START);
        let mut now = START;
        for (gap, command) in course {
            now = gap.after(now);
            match command {
                Some(command) => session.command(command, now),
                None => session.tick(now),
            }
        }
        let seen = session.position_at(next.after(now));
        let before = session.snapshot();
        session.tick(next.after(now));
        let after = session.snapshot();
        if before.turn == after.turn {
            prop_assert_eq!(seen, session.position());
        } else {
            prop_assert_eq!(seen.elapsed_ms, before.duration_ms);
        }
    }

    #[test]
    fn no_position_makes_it_panic(plan in plan_at_any_pace(), position in position(), course in course(), wall_ms: u64) {
        let mut session = Session::paused_at(plan, position, Vec::new(), wall_ms, START);
        prop_assert_ne!(session.state(), State::Running);
        let mut now = START;
        session.command(Command::Resume, now);
        for (gap, command) in course {
            now = gap.after(now);
            match command {
                Some(command) => session.command(command, now),
                None => session.tick(now),
            }
            let snapshot = session.snapshot();
            prop_assert!(snapshot.remaining_ms <= snapshot.duration_ms);
        }
    }

    #[test]
    fn no_clock_sample_makes_it_panic(plan in plan_at_any_pace(), readings in vec((any::<u64>(), any::<u64>()), 0..20)) {
        let mut session = Session::start(plan, 0, START);
        for (monotonic_ms, wall_ms) in readings {
            session.command(Command::Resume, ClockSample { monotonic_ms, wall_ms });
            session.command(Command::Previous, ClockSample { monotonic_ms, wall_ms });
        }
    }

    /// The page is closed at random instants, and another page, with another clock, restores the session.
    #[test]
    fn closing_and_restoring_at_any_instants_changes_nothing_that_was_done(
        plan in short_plan(), instants in vec((any::<Index>(), 1_u64..60_000, any::<bool>()), 1..6),
    ) {
        let mut undisturbed = Run::of(plan.clone());
        while undisturbed.session.state() == State::Running {
            undisturbed.wait(5_000);
        }
        let mut run = Run::of(plan.clone());
        for (instant, away_ms, stop) in instants {
            let left_ms = run.session.snapshot().left_ms;
            let until_ms = instant.index(usize::try_from(left_ms).expect("is short") + 1);
            let mut until_ms = u64::try_from(until_ms).expect("is short");
            while until_ms > 0 {
                let ms = until_ms.min(60_000);
                run.wait(ms);
                until_ms -= ms;
            }
            if stop {
                run.command(Command::Stop);
            }
            let before = run.session.snapshot();
            let (position, entries) = (run.session.position(), run.session.entries().to_vec());
            let now = ClockSample { monotonic_ms: 3, wall_ms: run.now.wall_ms + away_ms };
            run = Run { session: Session::paused_at(plan.clone(), position, entries, START.wall_ms, now), now };
            let after = run.session.snapshot();
            prop_assert_eq!(
                (after.phase, after.remaining_ms, after.duration_ms, of_plan_ms(after)),
                (before.phase, before.remaining_ms, before.duration_ms, of_plan_ms(before))
            );
            prop_assert!(matches!(after.state, State::Paused | State::Complete));
            run.wait(away_ms);
            run.command(Command::Resume);
        }
        while run.session.state() == State::Running {
            run.wait(5_000);
        }
        prop_assert_eq!(run.session.state(), State::Complete);
        prop_assert_eq!(totals(run.session.entries()), totals(undisturbed.session.entries()));
    }
}
