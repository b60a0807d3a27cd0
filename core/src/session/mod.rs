//! One run through a plan: a state machine whose only sense of time is the [`Reading`] it is given.

mod clock;

pub use clock::Reading;

use crate::{Entry, Phase, PhaseKind, Plan};

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Time passes.
    Running,
    /// The person stopped the clock.
    Paused,
    /// The machine slept or the page was frozen; the clock stopped by itself, at the last moment it was surely
    /// alive.
    Away,
    /// Stopped early. May be resumed.
    Stopped,
    /// The plan was gone through to its end. For good.
    Complete,
}

impl State {
    /// Whether the session is over, for now or for good.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Stopped | Self::Complete)
    }
}

/// What a person can ask of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Stop the clock.
    Pause,
    /// Let it run on, after a pause, an absence or a stop.
    Resume,
    /// Go to the next phase; from the last one, finish. An open phase is done with it.
    Next,
    /// Within [`Session::PREVIOUS_MS`] of a phase's start go to the one before, else to this one's beginning.
    Previous,
    /// Make this phase longer, by milliseconds. Never beyond [`Session::EXTEND_MAX_MS`] in all.
    Extend(u64),
    /// In a hold: it hurts. Stop the clock and note it in the log, even if nothing was held yet.
    TooMuch,
    /// In a hold: make it half as long as it is by now. If that much is held already, go to the next phase. An open one
    /// is the person's to end.
    Shorten,
    /// Go back to the beginning of this exercise.
    RestartExercise,
    /// End the session early.
    Stop,
    /// End the session and call it complete, skipping what is left.
    Finish,
}

/// Where in a plan a session is, to be saved and taken up again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Index into [`Plan::phases`].
    pub phase: usize,
    /// Milliseconds of the phase that have passed.
    pub elapsed_ms: u64,
    /// Milliseconds that were added to the phase.
    pub extended_ms: u64,
    /// Milliseconds of the phase that are in the log already, from a stop in its midst.
    pub logged_ms: u64,
    /// Milliseconds that were taken off the phase, and what was added to it.
    pub cut_ms: u64,
}

/// What a session looks like at its last reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Where it stands.
    pub state: State,
    /// Index into [`Plan::phases`].
    pub phase: usize,
    /// Counts the beginnings of phases, so that the same phase begun again is another turn.
    pub turn: u64,
    /// Milliseconds of the phase that have passed.
    pub elapsed_ms: u64,
    /// Milliseconds of the phase that are left; of an open one, until it has lasted as long as it is meant to.
    pub remaining_ms: u64,
    /// Milliseconds of the phase, with what was added to it and without what was taken off.
    pub duration_ms: u64,
    /// Milliseconds of the plan that are left, with this phase's.
    pub left_ms: u64,
    /// Whether the phase lasts until the person says that they are done ([`Phase::open`]).
    pub open: bool,
}

/// How a phase comes to its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// In time, or the person left it.
    Left,
    /// The person went on.
    Done,
    /// It was too much.
    TooMuch,
}

/// One run through a plan.
#[derive(Clone, Debug)]
pub struct Session {
    plan: Plan,
    state: State,
    position: Position,
    turn: u64,
    /// The last reading up to which everything is accounted for.
    seen: Reading,
    /// Wall-clock time of the start.
    started_ms: u64,
    entries: Vec<Entry>,
}

impl Session {
    /// Within this time of a phase's start, "previous" means the phase before. In milliseconds.
    pub const PREVIOUS_MS: u64 = 2_000;
    /// The most that a phase can be made longer, in milliseconds.
    pub const EXTEND_MAX_MS: u64 = 3_600_000;
    /// Who goes on from an open phase sooner than this passes it over, and hasn't done it. In milliseconds.
    pub const PASSED_OVER_MS: u64 = 1_000;

    /// Starts a plan at the beginning of one of its exercises (an index into [`Plan::exercises`]; the first if
    /// there is no such). An empty plan is complete at once.
    #[must_use]
    pub fn start(plan: Plan, exercise: usize, at: Reading) -> Self {
        let phase = plan.exercises.get(exercise).map_or(0, |exercise| exercise.phases.start);
        let position = Position { phase, ..Position::default() };
        let mut session = Self::paused_at(plan, position, Vec::new(), at.wall_ms, at);
        if session.state == State::Paused {
            session.state = State::Running;
        }
        session
    }

    /// Takes up a saved session where it was, paused. `started_ms` is the wall-clock time of its start.
    ///
    /// A position beyond the plan's end means that it is complete.
    #[must_use]
    pub fn paused_at(
        plan: Plan,
        mut position: Position,
        entries: Vec<Entry>,
        started_ms: u64,
        at: Reading,
    ) -> Self {
        let mut state = State::Paused;
        match plan.phases.get(position.phase) {
            Some(phase) => {
                position.extended_ms = position.extended_ms.min(Self::EXTEND_MAX_MS);
                let planned_ms = phase.duration_ms + position.extended_ms;
                position.cut_ms = position.cut_ms.min(planned_ms);
                if !phase.open {
                    position.elapsed_ms = position.elapsed_ms.min(planned_ms - position.cut_ms);
                }
                position.logged_ms = position.logged_ms.min(position.elapsed_ms);
            }
            None => {
                position = Position { phase: plan.phases.len(), ..Position::default() };
                state = State::Complete;
            }
        }
        Self { plan, state, position, turn: 0, seen: at, started_ms, entries }
    }

    /// What is being run.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// Where in the plan it is.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// Where in the phase it will be found at a reading, without letting time pass.
    #[must_use]
    pub fn position_at(&self, at: Reading) -> Position {
        let mut position = self.position;
        if self.state == State::Running && !at.is_absence_since(self.seen) {
            let passed_ms = at.monotonic_ms.saturating_sub(self.seen.monotonic_ms);
            position.elapsed_ms = position.elapsed_ms.saturating_add(passed_ms.min(self.until_end_ms()));
        }
        position
    }

    /// What was done so far. Only ever grows.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether it went through the plan to its end with every move and hold carried to its own.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let mut full: Vec<&Entry> = self.entries.iter().filter(|entry| entry.full).collect();
        let mut was_done = |phase: &Phase| {
            let exercise = self.plan.exercises.get(phase.exercise);
            let matches = |entry: &&Entry| {
                (entry.side, entry.repeat) == (phase.side, phase.repeat)
                    && exercise.is_some_and(|exercise| exercise.id == entry.exercise)
            };
            full.iter().position(matches).map(|place| full.swap_remove(place)).is_some()
        };
        self.state == State::Complete
            && self.plan.phases.iter().filter(|phase| phase.kind.is_logged()).all(&mut was_done)
    }

    /// The phase it is in; the last one when complete. `None` only for an empty plan.
    #[must_use]
    pub fn phase(&self) -> Option<&Phase> {
        self.plan.phases.get(self.position.phase).or(self.plan.phases.last())
    }

    /// How it looks at the last reading.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let over = self.state == State::Complete;
        let planned_ms = self.phase().map_or(0, |phase| phase.duration_ms);
        let duration_ms = planned_ms + self.position.extended_ms - self.position.cut_ms;
        let elapsed_ms = if over { duration_ms } else { self.position.elapsed_ms };
        let remaining_ms = duration_ms.saturating_sub(elapsed_ms);
        let after_ms = self.phase().map_or(0, |phase| phase.start_ms + phase.duration_ms);
        Snapshot {
            state: self.state,
            phase: self.position.phase.min(self.plan.phases.len().saturating_sub(1)),
            turn: self.turn,
            elapsed_ms,
            remaining_ms,
            duration_ms,
            left_ms: remaining_ms + self.plan.total_ms() - after_ms,
            open: self.phase().is_some_and(|phase| phase.open),
        }
    }

    /// Lets time pass up to a reading. Catches up with late readings, through several phases if need be; a gap
    /// that is too long for that is an absence ([`Reading::is_absence_since`]).
    pub fn tick(&mut self, at: Reading) {
        let passed_ms = at.monotonic_ms.saturating_sub(self.seen.monotonic_ms);
        if self.state == State::Running && at.is_absence_since(self.seen) {
            self.state = State::Away;
        }
        self.pass(passed_ms, at.wall_ms);
        self.seen = at.after(self.seen);
    }

    /// Lets time pass until so much of the plan is left, whatever the clocks say meanwhile: what is heard of a track
    /// ([`Track`](crate::Track)) was done by who hears it. `at` is a reading of now.
    pub fn tick_until_left(&mut self, left_ms: u64, at: Reading) {
        self.pass(self.snapshot().left_ms.saturating_sub(left_ms), at.wall_ms);
        self.seen = at;
    }

    fn pass(&mut self, mut passed_ms: u64, wall_ms: u64) {
        while self.state == State::Running && passed_ms > 0 {
            let until_end_ms = self.until_end_ms();
            let step_ms = until_end_ms.min(passed_ms);
            self.position.elapsed_ms = self.position.elapsed_ms.saturating_add(step_ms);
            passed_ms -= step_ms;
            if step_ms == until_end_ms {
                // The wall clock may have been set; the time that passed may not.
                self.leave(wall_ms.saturating_sub(passed_ms), End::Left);
                self.enter(self.position.phase + 1);
            }
        }
    }

    /// Does what a person asks, at a reading. What makes no sense in the present state does nothing.
    pub fn command(&mut self, command: Command, at: Reading) {
        self.tick(at);
        if self.state == State::Complete || (self.state == State::Stopped && command != Command::Resume) {
            return;
        }
        match command {
            Command::Pause if self.state == State::Running => self.state = State::Paused,
            Command::Pause => {}
            Command::Resume => self.state = State::Running,
            Command::Extend(ms) => {
                let extended_ms = self.position.extended_ms.saturating_add(ms);
                self.position.extended_ms = extended_ms.min(Self::EXTEND_MAX_MS);
            }
            Command::TooMuch | Command::Shorten if !self.is_in_hold() => {}
            Command::TooMuch => {
                self.leave(at.wall_ms, End::TooMuch);
                self.state = State::Paused;
            }
            Command::Shorten if self.snapshot().open => {}
            Command::Shorten => {
                let duration_ms = self.snapshot().duration_ms;
                let half_ms = duration_ms / 2;
                if self.position.elapsed_ms < half_ms {
                    self.position.cut_ms += duration_ms - half_ms;
                } else {
                    self.go_to(self.position.phase + 1, at);
                }
            }
            Command::Next => {
                self.leave(at.wall_ms, End::Done);
                self.enter(self.position.phase + 1);
            }
            Command::Previous => {
                let back = usize::from(self.position.elapsed_ms < Self::PREVIOUS_MS);
                self.go_to(self.position.phase.saturating_sub(back), at);
            }
            Command::RestartExercise => {
                let exercise = self.phase().and_then(|phase| self.plan.exercises.get(phase.exercise));
                let first = exercise.map_or(0, |exercise| exercise.phases.start);
                self.go_to(first, at);
            }
            Command::Stop => {
                self.leave(at.wall_ms, End::Left);
                self.state = State::Stopped;
            }
            Command::Finish => self.go_to(self.plan.phases.len(), at),
        }
    }

    /// Milliseconds until the picture changes: the next whole second of the remaining time, or of the time that has
    /// passed in an open phase. `None` while it stands still.
    #[must_use]
    pub fn next_change_ms(&self) -> Option<u64> {
        if self.state != State::Running {
            return None;
        }
        let now = self.snapshot();
        if now.open {
            return Some(1_000 - now.elapsed_ms % 1_000);
        }
        // From 1 to 1,000: at a whole second there is a whole one to go, and where nothing is left (a place that
        // was saved so) the next phase waits for the next moment.
        Some(now.remaining_ms.saturating_sub(1) % 1_000 + 1)
    }

    /// Whether a [`PhaseKind::Hold`] is under way, so that [`Command::TooMuch`] means something.
    #[must_use]
    pub fn is_in_hold(&self) -> bool {
        self.plan.phases.get(self.position.phase).is_some_and(|phase| phase.kind == PhaseKind::Hold)
    }

    /// Milliseconds until the phase ends by itself, which an open one never does.
    fn until_end_ms(&self) -> u64 {
        let now = self.snapshot();
        if now.open { u64::MAX } else { now.remaining_ms }
    }

    fn go_to(&mut self, phase: usize, at: Reading) {
        self.leave(at.wall_ms, End::Left);
        self.enter(phase);
    }

    /// Writes what was done of this phase into the log, if it is of the kind that is logged; what was too much even
    /// if nothing was.
    fn leave(&mut self, wall_ms: u64, end: End) {
        let Some(phase) = self.plan.phases.get(self.position.phase) else { return };
        let Some(exercise) = self.plan.exercises.get(phase.exercise) else { return };
        let held_ms = self.position.elapsed_ms - self.position.logged_ms;
        let planned_ms = phase.duration_ms + self.position.extended_ms;
        let too_much = end == End::TooMuch;
        if phase.kind.is_logged() && (held_ms > 0 || too_much) {
            let full = if phase.open {
                end == End::Done && self.position.elapsed_ms >= Self::PASSED_OVER_MS
            } else {
                self.position.elapsed_ms == planned_ms
            };
            self.entries.push(Entry {
                exercise: exercise.id.clone(),
                kind: phase.kind,
                side: phase.side,
                repeat: phase.repeat,
                held_ms,
                planned_ms,
                full,
                at_ms: wall_ms.saturating_sub(self.started_ms),
                too_much,
            });
            self.position.logged_ms = self.position.elapsed_ms;
        }
    }

    fn enter(&mut self, phase: usize) {
        self.position = Position { phase, ..Position::default() };
        self.turn += 1;
        if phase >= self.plan.phases.len() {
            self.state = State::Complete;
        }
    }
}
