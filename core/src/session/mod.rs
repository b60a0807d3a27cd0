//! One run through a plan: a state machine whose only sense of time is the [`ClockSample`] it is given.

mod clock_sample;
mod state;

pub use clock_sample::ClockSample;
pub use state::{Command, Position, Snapshot, State};

use crate::log::Entry;
use crate::plan::{Phase, PhaseKind, Plan};

/// How a phase ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// Its time is up, or the person left it.
    Left,
    /// The person went on to the next one.
    Next,
    /// It was too much.
    TooMuch,
}

/// One run through a plan.
#[derive(Clone, Debug)]
pub struct Session {
    plan: Plan,
    state: State,
    position: Position,
    /// What is left of the time to get back into position, in milliseconds. Means something only while it is running.
    settling_ms: u64,
    /// Where in this hold it was when that time began, in milliseconds from the hold's beginning.
    resumed_ms: Option<u64>,
    turn: u64,
    /// The last clock sample, up to which everything is accounted for.
    seen: ClockSample,
    /// Wall-clock time of the start.
    started_ms: u64,
    entries: Vec<Entry>,
}

impl Session {
    /// Within this time of a phase's start, "previous" means the phase before. In milliseconds.
    pub const PREVIOUS_MS: u64 = 2_000;
    /// The most by which a phase can be extended, in milliseconds.
    pub const EXTEND_MAX_MS: u64 = 3_600_000;
    /// Going on from an open phase sooner than this skips it: it doesn't count as done in full. In
    /// milliseconds.
    pub const SKIPPED_MS: u64 = 1_000;

    /// Starts a plan at the beginning of one of its exercises: an index into [`Plan::exercises`]. An index
    /// that leads nowhere means the first one. An empty plan is complete at once.
    #[must_use]
    pub fn start(plan: Plan, exercise: usize, at: ClockSample) -> Self {
        let phase = plan.exercises.get(exercise).map_or(0, |exercise| exercise.phases.start);
        let position = Position { phase, ..Position::default() };
        let mut session = Self::paused_at(plan, position, Vec::new(), at.wall_ms, at);
        if session.state == State::Paused {
            session.state = State::Running;
        }
        session
    }

    /// Restores a saved session where it was, paused. `started_ms` is when it began: milliseconds since 1970,
    /// UTC.
    ///
    /// A position beyond the plan's end means that the session is complete. Impossible values become the
    /// nearest possible ones.
    #[must_use]
    pub fn paused_at(
        plan: Plan,
        mut position: Position,
        entries: Vec<Entry>,
        started_ms: u64,
        at: ClockSample,
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
        Self {
            plan,
            state,
            position,
            settling_ms: 0,
            resumed_ms: None,
            turn: 0,
            seen: at,
            started_ms,
            entries,
        }
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

    /// Where in the phase it will be at a clock sample, without letting time pass.
    #[must_use]
    pub fn position_at(&self, at: ClockSample) -> Position {
        let mut position = self.position;
        if self.state == State::Running && !at.is_absence_since(self.seen) {
            let passed_ms = at.monotonic_ms.saturating_sub(self.seen.monotonic_ms);
            let passed_ms = passed_ms.saturating_sub(self.settling_ms);
            position.elapsed_ms = position.elapsed_ms.saturating_add(passed_ms.min(self.until_end_ms()));
        }
        position
    }

    /// Where in the present hold it was when it was last resumed, in milliseconds from the hold's beginning: there the person
    /// got back into position. `None` if it wasn't, or if that took no time.
    pub(crate) fn resumed_ms(&self) -> Option<u64> {
        self.resumed_ms
    }

    /// What was done so far. Only ever grows.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether the plan was gone through to its end with every move and hold done in full.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let mut full: Vec<&Entry> = self.entries.iter().filter(|entry| entry.full).collect();
        let mut is_done = |phase: &Phase| {
            let exercise = self.plan.exercises.get(phase.exercise);
            let matches = |entry: &&Entry| {
                (entry.side, entry.repeat) == (phase.side, phase.repeat)
                    && exercise.is_some_and(|exercise| exercise.id == entry.exercise)
            };
            full.iter().position(matches).map(|index| full.swap_remove(index)).is_some()
        };
        self.state == State::Complete
            && self.plan.phases.iter().filter(|phase| phase.kind.is_logged()).all(&mut is_done)
    }

    /// The phase it is in; the last one when complete. `None` only for an empty plan.
    #[must_use]
    pub fn phase(&self) -> Option<&Phase> {
        self.plan.phases.get(self.position.phase).or(self.plan.phases.last())
    }

    /// How it looks at the last clock sample.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let over = self.state == State::Complete;
        let planned_ms = self.phase().map_or(0, |phase| phase.duration_ms);
        let duration_ms = planned_ms + self.position.extended_ms - self.position.cut_ms;
        let elapsed_ms = if over { duration_ms } else { self.position.elapsed_ms };
        let remaining_ms = duration_ms.saturating_sub(elapsed_ms);
        let settling_ms = if self.state == State::Running { self.settling_ms } else { 0 };
        let after_ms = self.phase().map_or(0, |phase| phase.start_ms + phase.duration_ms);
        Snapshot {
            state: self.state,
            phase: self.position.phase.min(self.plan.phases.len().saturating_sub(1)),
            turn: self.turn,
            elapsed_ms,
            remaining_ms,
            duration_ms,
            left_ms: settling_ms + remaining_ms + self.plan.total_ms() - after_ms,
            settling_ms,
            open: self.phase().is_some_and(|phase| phase.open),
        }
    }

    /// Lets time pass up to a clock sample. Catches up with late samples, through several phases if need be;
    /// a gap too long for that is an absence ([`ClockSample::is_absence_since`]).
    pub fn tick(&mut self, at: ClockSample) {
        let passed_ms = at.monotonic_ms.saturating_sub(self.seen.monotonic_ms);
        if self.state == State::Running && at.is_absence_since(self.seen) {
            self.state = State::Away;
        }
        self.advance(passed_ms, at.wall_ms);
        self.seen = at.after(self.seen);
    }

    /// Lets time pass until `left_ms` milliseconds of the plan are left, whatever the clocks say: what the
    /// person has heard of a [`SessionAudio`](crate::session_audio::SessionAudio) they have done. `at` is a
    /// clock sample of now.
    pub fn tick_until_left(&mut self, left_ms: u64, at: ClockSample) {
        self.advance(self.snapshot().left_ms.saturating_sub(left_ms), at.wall_ms);
        self.seen = at;
    }

    fn advance(&mut self, mut passed_ms: u64, wall_ms: u64) {
        if self.state == State::Running {
            let settled_ms = self.settling_ms.min(passed_ms);
            self.settling_ms -= settled_ms;
            passed_ms -= settled_ms;
        }
        while self.state == State::Running && passed_ms > 0 {
            let until_end_ms = self.until_end_ms();
            let step_ms = until_end_ms.min(passed_ms);
            self.position.elapsed_ms = self.position.elapsed_ms.saturating_add(step_ms);
            passed_ms -= step_ms;
            if step_ms == until_end_ms {
                // The phase ended `passed_ms` ago.
                self.log_phase(wall_ms.saturating_sub(passed_ms), End::Left);
                self.enter(self.position.phase + 1);
            }
        }
    }

    /// Does what a person asks, at a clock sample. A command that makes no sense in the present state does
    /// nothing.
    pub fn command(&mut self, command: Command, at: ClockSample) {
        self.tick(at);
        if self.state == State::Complete || (self.state == State::Stopped && command != Command::Resume) {
            return;
        }
        match command {
            Command::Pause if self.state == State::Running => self.state = State::Paused,
            Command::Pause => {}
            Command::Resume if self.state == State::Running => {}
            Command::Resume => {
                self.settling_ms = if self.is_in_hold() { self.plan.resume_ms } else { 0 };
                self.resumed_ms = (self.settling_ms > 0).then_some(self.position.elapsed_ms);
                self.state = State::Running;
            }
            Command::Extend(ms) => {
                let extended_ms = self.position.extended_ms.saturating_add(ms);
                self.position.extended_ms = extended_ms.min(Self::EXTEND_MAX_MS);
            }
            Command::TooMuch | Command::Shorten if !self.is_in_hold() => {}
            Command::TooMuch => {
                self.log_phase(at.wall_ms, End::TooMuch);
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
                self.log_phase(at.wall_ms, End::Next);
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
                self.log_phase(at.wall_ms, End::Left);
                self.state = State::Stopped;
            }
            Command::Finish => self.go_to(self.plan.phases.len(), at),
        }
    }

    /// Milliseconds until the display changes: the next whole second of the remaining time, or of the elapsed
    /// time in an open phase. `None` while time stands still.
    #[must_use]
    pub fn next_change_ms(&self) -> Option<u64> {
        if self.state != State::Running {
            return None;
        }
        let now = self.snapshot();
        if now.settling_ms > 0 {
            return Some((now.settling_ms - 1) % 1_000 + 1);
        }
        if now.open {
            return Some(1_000 - now.elapsed_ms % 1_000);
        }
        // From 1 to 1,000: at a whole second there is a whole one to go, and where nothing is left (a
        // position saved like that) the next phase begins a moment later.
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

    fn go_to(&mut self, phase: usize, at: ClockSample) {
        self.log_phase(at.wall_ms, End::Left);
        self.enter(phase);
    }

    /// Logs what was done of this phase, if it is of a kind that is logged and anything was done. A hold that
    /// was too much is logged in any case.
    fn log_phase(&mut self, wall_ms: u64, end: End) {
        let Some(entry) = self.plan.entry_of(self.position.phase) else { return };
        let held_ms = self.position.elapsed_ms - self.position.logged_ms;
        let planned_ms = entry.planned_ms + self.position.extended_ms;
        let too_much = end == End::TooMuch;
        if held_ms > 0 || too_much {
            let full = if self.snapshot().open {
                end == End::Next && self.position.elapsed_ms >= Self::SKIPPED_MS
            } else {
                self.position.elapsed_ms == planned_ms
            };
            let at_ms = wall_ms.saturating_sub(self.started_ms);
            self.entries.push(Entry { held_ms, planned_ms, full, at_ms, too_much, ..entry });
            self.position.logged_ms = self.position.elapsed_ms;
        }
    }

    fn enter(&mut self, phase: usize) {
        self.position = Position { phase, ..Position::default() };
        self.turn += 1;
        (self.settling_ms, self.resumed_ms) = (0, None);
        if phase >= self.plan.phases.len() {
            self.state = State::Complete;
        }
    }
}
