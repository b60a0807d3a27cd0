//! A model of a session that counts every single millisecond, which the session itself never does.

use supple_core::{ClockSample, Command, Entry, PhaseKind, Plan, State};

use crate::run::START;

/// What the model knows about a session.
pub(crate) struct Model {
    pub(crate) plan: Plan,
    pub(crate) state: State,
    pub(crate) phase: usize,
    pub(crate) elapsed_ms: u64,
    pub(crate) extended_ms: u64,
    /// How many milliseconds of this phase a stop has put into the log.
    pub(crate) logged_ms: u64,
    /// Milliseconds that were cut from this phase.
    pub(crate) cut_ms: u64,
    /// How many milliseconds the person still has to get back into position.
    pub(crate) settling_ms: u64,
    pub(crate) log: Vec<Entry>,
    pub(crate) seen: ClockSample,
    pub(crate) started_ms: u64,
}

impl Model {
    pub(crate) fn start(plan: Plan, exercise: usize) -> Self {
        let phase = plan.phases.iter().position(|phase| phase.exercise == exercise).unwrap_or(0);
        let state = if plan.phases.is_empty() { State::Complete } else { State::Running };
        Self {
            plan,
            state,
            phase,
            elapsed_ms: 0,
            extended_ms: 0,
            logged_ms: 0,
            cut_ms: 0,
            settling_ms: 0,
            log: Vec::new(),
            seen: START,
            started_ms: START.wall_ms,
        }
    }

    pub(crate) fn wanted_ms(&self) -> u64 {
        self.planned_ms() - self.cut_ms
    }

    fn planned_ms(&self) -> u64 {
        self.plan.phases[self.phase].duration_ms + self.extended_ms
    }

    fn is_open(&self) -> bool {
        self.plan.phases[self.phase].open
    }

    fn is_hold(&self) -> bool {
        self.plan.phases[self.phase].kind == PhaseKind::Hold
    }

    pub(crate) fn write_down(&mut self, wall_ms: u64, too_much: bool, went_on: bool) {
        let phase = &self.plan.phases[self.phase];
        let is_news = self.elapsed_ms > self.logged_ms || too_much;
        if matches!(phase.kind, PhaseKind::Move | PhaseKind::Hold) && is_news {
            self.log.push(Entry {
                exercise: self.plan.exercises[phase.exercise].id.clone(),
                kind: phase.kind,
                side: phase.side,
                repeat: phase.repeat,
                held_ms: self.elapsed_ms - self.logged_ms,
                planned_ms: self.planned_ms(),
                full: match phase.open {
                    true => went_on && self.elapsed_ms >= 1_000,
                    false => self.elapsed_ms == self.planned_ms(),
                },
                at_ms: wall_ms.saturating_sub(self.started_ms),
                too_much,
            });
            self.logged_ms = self.elapsed_ms;
        }
    }

    pub(crate) fn go_to(&mut self, phase: usize, wall_ms: u64) {
        self.write_down(wall_ms, false, false);
        (self.phase, self.elapsed_ms, self.extended_ms) = (phase, 0, 0);
        (self.logged_ms, self.cut_ms, self.settling_ms) = (0, 0, 0);
        if phase == self.plan.phases.len() {
            self.state = State::Complete;
        }
    }

    pub(crate) fn tick(&mut self, at: ClockSample) {
        let signed = |ms: u64| i128::from(ms);
        let passed = signed(at.monotonic_ms) - signed(self.seen.monotonic_ms);
        let wall = signed(at.wall_ms) - signed(self.seen.wall_ms);
        let anew = passed < -3_000;
        if self.state == State::Running && (passed > 90_000 || wall - passed.max(0) > 3_000 || anew) {
            self.state = State::Away;
        }
        for ms in 1..=passed {
            if self.state != State::Running {
                break;
            }
            if self.settling_ms > 0 {
                self.settling_ms -= 1;
                continue;
            }
            self.elapsed_ms += 1;
            if self.elapsed_ms == self.wanted_ms() && !self.is_open() {
                let still = u64::try_from(passed - ms).expect("is not negative");
                self.go_to(self.phase + 1, at.wall_ms.saturating_sub(still));
            }
        }
        self.seen.wall_ms = at.wall_ms;
        if passed > 0 || anew {
            self.seen.monotonic_ms = at.monotonic_ms;
        }
    }

    pub(crate) fn command(&mut self, command: Command, at: ClockSample) {
        self.tick(at);
        let wall_ms = at.wall_ms;
        match (self.state, command) {
            (State::Complete, _) => {}
            (State::Running, Command::Resume) => {}
            (_, Command::Resume) => {
                self.state = State::Running;
                self.settling_ms = if self.is_hold() { self.plan.resume_ms } else { 0 };
            }
            (State::Stopped, _) => {}
            (State::Running, Command::Pause) => self.state = State::Paused,
            (_, Command::Pause) => {}
            (_, Command::Next) => {
                self.write_down(wall_ms, false, true);
                self.go_to(self.phase + 1, wall_ms);
            }
            (_, Command::Previous) => {
                let before = self.elapsed_ms < 2_000 && self.phase > 0;
                self.go_to(if before { self.phase - 1 } else { self.phase }, wall_ms);
            }
            (_, Command::Extend(ms)) => {
                let extended = u128::from(self.extended_ms) + u128::from(ms);
                self.extended_ms = u64::try_from(extended.min(3_600_000)).expect("an hour fits");
            }
            (_, Command::TooMuch) if self.is_hold() => {
                self.write_down(wall_ms, true, false);
                self.state = State::Paused;
            }
            (_, Command::Shorten) if self.is_hold() && !self.is_open() => {
                let half_ms = self.wanted_ms() / 2;
                if self.elapsed_ms >= half_ms {
                    self.go_to(self.phase + 1, wall_ms);
                } else {
                    while self.wanted_ms() > half_ms {
                        self.cut_ms += 1;
                    }
                }
            }
            (_, Command::TooMuch | Command::Shorten) => {}
            (_, Command::RestartExercise) => {
                let exercise = self.plan.phases[self.phase].exercise;
                let first = self.plan.phases.iter().position(|phase| phase.exercise == exercise);
                self.go_to(first.expect("it has this one"), wall_ms);
            }
            (_, Command::Stop) => {
                self.write_down(wall_ms, false, false);
                self.state = State::Stopped;
            }
            (_, Command::Finish) => self.go_to(self.plan.phases.len(), wall_ms),
        }
    }
}
