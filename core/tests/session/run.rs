//! A session with its clock.

use std::collections::BTreeMap;

use supple_core::{ClockSample, Command, Entry, Options, Plan, Routine, Session, Side};

/// The built-in routine with the default options: 26 phases.
pub(crate) fn default_plan() -> Plan {
    Plan::new(&Routine::hamstring(), &Options::default())
}

/// A running session at the beginning of an exercise, with its clock.
pub(crate) struct Run {
    pub(crate) session: Session,
    pub(crate) now: ClockSample,
}

/// An instant at which wall clocks look sensible.
pub(crate) const START: ClockSample = ClockSample { monotonic_ms: 5_000, wall_ms: 1_795_000_000_000 };

impl Run {
    pub(crate) fn of(plan: Plan) -> Self {
        Self { session: Session::start(plan, 0, START), now: START }
    }

    /// At the beginning of an exercise of the default plan.
    pub(crate) fn at(id: &str) -> Self {
        let plan = default_plan();
        let exercise = plan.position_of(id).expect("is in the plan");
        Self { session: Session::start(plan, exercise, START), now: START }
    }

    /// In the first hold on an exercise's first leg.
    pub(crate) fn holding(id: &str) -> Self {
        let mut run = Self::at(id);
        run.command(Command::Next);
        run
    }

    /// Moves both clocks on and ticks the session.
    pub(crate) fn wait(&mut self, ms: u64) {
        self.now.monotonic_ms += ms;
        self.now.wall_ms += ms;
        self.session.tick(self.now);
    }

    pub(crate) fn command(&mut self, command: Command) {
        self.session.command(command, self.now);
    }

    /// Resumes, and is back in position.
    pub(crate) fn resume(&mut self) {
        self.command(Command::Resume);
        self.wait(self.session.snapshot().settling_ms);
    }

    /// The phase it is in, such as `hold left 1/3`.
    pub(crate) fn place(&self) -> String {
        let phase = self.session.phase().expect("the plan is not empty");
        format!("{:?} {:?} {}/{}", phase.kind, phase.side, phase.repeat, phase.repeats).to_lowercase()
    }

    pub(crate) fn remaining_ms(&self) -> u64 {
        self.session.snapshot().remaining_ms
    }

    /// What is in the log: exercise, side, milliseconds, and whether in full.
    pub(crate) fn log(&self) -> Vec<(&str, Side, u64, bool)> {
        let entries = self.session.entries().iter();
        entries.map(|entry| (entry.exercise.as_str(), entry.side, entry.held_ms, entry.full)).collect()
    }
}

/// Milliseconds in the log for each exercise, kind, side and repeat.
pub(crate) fn totals(entries: &[Entry]) -> BTreeMap<String, u64> {
    let mut totals = BTreeMap::new();
    for Entry { exercise, kind, side, repeat, held_ms, .. } in
        entries.iter().filter(|entry| entry.held_ms > 0)
    {
        *totals.entry(format!("{exercise} {kind:?} {side:?} {repeat}")).or_default() += held_ms;
    }
    totals
}

/// Every command once.
pub(crate) const COMMANDS: [Command; 10] = [
    Command::Pause,
    Command::Resume,
    Command::Next,
    Command::Previous,
    Command::Extend(10_000),
    Command::TooMuch,
    Command::Shorten,
    Command::RestartExercise,
    Command::Stop,
    Command::Finish,
];
