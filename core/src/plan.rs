//! A routine and a person's options, laid out flat in time.

use std::ops::Range;

use serde::Deserialize;

use crate::dosed::Dosed;
use crate::fit::fit;
use crate::log::Entry;
use crate::options::Options;
use crate::routine::{Dose, Exercise, Posture, Routine, Side, SideName, Sides};

/// What a phase is for. Only the kinds that are logged are read from storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PhaseKind {
    /// Get into position.
    #[serde(skip_deserializing)]
    Prepare,
    /// Keep moving.
    Move,
    /// Hold still.
    Hold,
    /// Change to the other leg.
    #[serde(skip_deserializing)]
    Switch,
    /// Come back before the next repeat.
    #[serde(skip_deserializing)]
    Recover,
}

impl PhaseKind {
    /// Its name in the log and in the events of `<supple-routine>`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Move => "move",
            Self::Hold => "hold",
            Self::Switch => "switch",
            Self::Recover => "recover",
        }
    }

    /// Whether such a phase is what the person came for, so that its time goes into the log.
    #[must_use]
    pub fn is_logged(self) -> bool {
        matches!(self, Self::Move | Self::Hold)
    }
}

/// A stretch of time in which one thing is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// What it is for.
    pub kind: PhaseKind,
    /// Index of its exercise in [`Plan::exercises`].
    pub exercise: usize,
    /// The side it is about; for prepare, switch and recover the one that comes next.
    pub side: Side,
    /// What the sides of its exercise are called.
    pub side_name: SideName,
    /// Which repeat it belongs to, from 1; for recover the one that comes next.
    pub repeat: u16,
    /// How many repeats there are on this side.
    pub repeats: u16,
    /// How long it takes, in milliseconds, or is meant to take where it is open. Never zero.
    pub duration_ms: u64,
    /// When it begins, in milliseconds from the beginning of the plan.
    pub start_ms: u64,
    /// Whether what is moved is the breath.
    pub breathing: bool,
    /// Whether it lasts until the person says that they are done ([`Options::own_pace`]) or ready
    /// ([`Options::wait_until_ready`]).
    pub open: bool,
}

impl Phase {
    /// Whether the timer waits until the person is in position.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.open && self.kind == PhaseKind::Prepare
    }
}

/// An exercise as it will be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedExercise {
    /// Id of the exercise on whose card this stands.
    pub card: String,
    /// Id of what is done: the exercise, its variation or its substitute.
    pub id: String,
    /// Name of what is done.
    pub name: String,
    /// How to get into position for it, in a few words. May be empty.
    pub setup: String,
    /// The one thing that makes it work. May be empty.
    pub key: String,
    /// Which sides.
    pub sides: Sides,
    /// What its sides are called.
    pub side_name: SideName,
    /// Whether it is held ([`PhaseKind::Hold`]) or moved ([`PhaseKind::Move`]).
    pub kind: PhaseKind,
    /// Milliseconds of one hold, or of the move on one side.
    pub dose_ms: u64,
    /// How often, on each side.
    pub repeats: u16,
    /// Its phases, as indices into [`Plan::phases`].
    pub phases: Range<usize>,
    /// How long all its phases take, in milliseconds.
    pub total_ms: u64,
}

/// What will be done and when. Every total, card and list comes from here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Id of the routine.
    pub routine: String,
    /// The exercises in order.
    pub exercises: Vec<PlannedExercise>,
    /// All phases in order, without gaps.
    pub phases: Vec<Phase>,
    /// How long the person has to get back into position when a hold is resumed, in milliseconds. No part of the total:
    /// only a session that was stopped takes it.
    pub resume_ms: u64,
    /// Ids of the exercises for which there is no time ([`Options::minutes`]), in order: those on whose cards they stand.
    pub left_out_for_time: Vec<String>,
}

impl Plan {
    /// Lays out a routine with a person's options. Empty if everything is left out.
    #[must_use]
    pub fn new(routine: &Routine, options: &Options) -> Self {
        let resume_ms = u64::from(options.resume_s()) * 1_000;
        let mut plan = Self { routine: routine.id.clone(), resume_ms, ..Self::default() };
        let included = routine.exercises().filter(|exercise| is_included(exercise, options));
        let mut exercises: Vec<_> = included.map(|exercise| Dosed::new(routine, options, exercise)).collect();
        if let Some(minutes) = options.minutes() {
            let fitted = fit(exercises, options.times(routine), minutes);
            (exercises, plan.left_out_for_time) = (fitted.exercises, fitted.left_out);
        }
        let mut posture = Posture::default();
        for dosed in &exercises {
            posture = plan.push(routine, options, dosed, posture);
        }
        plan
    }

    /// One exercise as it would be done on its own, even if the options leave it out, and however little time there is:
    /// what its card shows where it isn't in the plan.
    #[must_use]
    pub fn card(routine: &Routine, options: &Options, exercise: &Exercise) -> Self {
        let mut plan = Self { routine: routine.id.clone(), ..Self::default() };
        plan.push(routine, options, &Dosed::new(routine, options, exercise), Posture::default());
        plan
    }

    /// How long the whole takes, in milliseconds.
    #[must_use]
    pub fn total_ms(&self) -> u64 {
        self.phases.last().map_or(0, |phase| phase.start_ms + phase.duration_ms)
    }

    /// Whether any phase is open, so that all it says about time is an estimate.
    #[must_use]
    pub fn is_estimate(&self) -> bool {
        self.phases.iter().any(|phase| phase.open)
    }

    /// Whether its moves and holds are open, rather than the time before them alone.
    #[must_use]
    pub fn is_own_pace(&self) -> bool {
        self.phases.iter().any(|phase| phase.open && phase.kind.is_logged())
    }

    /// How long all phases of a kind take, in milliseconds.
    #[must_use]
    pub fn total_of_ms(&self, kind: PhaseKind) -> u64 {
        self.phases.iter().filter(|phase| phase.kind == kind).map(|phase| phase.duration_ms).sum()
    }

    /// What is needed for it, each thing once, in the order in which it is needed.
    #[must_use]
    pub fn equipment<'a>(&self, routine: &'a Routine) -> Vec<&'a str> {
        let mut things = Vec::new();
        let exercises = self.exercises.iter().filter_map(|planned| routine.exercise(&planned.card));
        for thing in exercises.flat_map(|exercise| &exercise.equipment) {
            if !things.contains(&thing.as_str()) {
                things.push(thing.as_str());
            }
        }
        things
    }

    /// Index of the exercise that stands on a card.
    #[must_use]
    pub fn position_of(&self, card: &str) -> Option<usize> {
        self.exercises.iter().position(|exercise| exercise.card == card)
    }

    /// The exercise that stands on a card.
    #[must_use]
    pub fn on_card(&self, card: &str) -> Option<&PlannedExercise> {
        self.exercises.iter().find(|exercise| exercise.card == card)
    }

    /// What the log will say of a phase, before any of it is done: no time held, at no time. `None` for phases
    /// that are not logged.
    #[must_use]
    pub fn entry_of(&self, phase: usize) -> Option<Entry> {
        let phase = self.phases.get(phase).filter(|phase| phase.kind.is_logged())?;
        Some(Entry {
            exercise: self.exercises.get(phase.exercise)?.id.clone(),
            kind: phase.kind,
            side: phase.side,
            repeat: phase.repeat,
            held_ms: 0,
            planned_ms: phase.duration_ms,
            full: false,
            at_ms: 0,
            too_much: false,
        })
    }

    /// A number that tells this plan from others: other exercises, other times, another order. It is stored, so
    /// it has to be the same in each version: FNV-1a (32 bits) of what is done and when.
    #[must_use]
    pub fn fingerprint(&self) -> u32 {
        let mut hash: u32 = 0x811c_9dc5;
        let mut add = |bytes: &[u8]| {
            for byte in bytes {
                hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
            }
        };
        for PlannedExercise { card, id, name, .. } in &self.exercises {
            for text in [card, id, name] {
                add(text.as_bytes());
                add(&[0]);
            }
        }
        for phase in &self.phases {
            for text in [phase.kind.name(), phase.side.name()] {
                add(text.as_bytes());
            }
            for number in [phase.exercise as u64, phase.repeat.into(), phase.duration_ms, phase.open.into()] {
                add(&number.to_le_bytes());
            }
        }
        hash
    }

    /// Adds an exercise, which is begun in a posture. Returns the one in which it is done.
    fn push(&mut self, routine: &Routine, options: &Options, dosed: &Dosed<'_>, before: Posture) -> Posture {
        let Dosed { card, done, variation, sides, side_name, kind, dose_ms, repeats } = *dosed;
        let (id, name, setup, key) = match variation {
            Some(variation) => (&variation.id, &variation.name, &variation.setup, &variation.key),
            None => (&done.id, &done.name, &done.setup, &done.key),
        };
        let times = options.times(routine);
        let first = self.phases.len();
        let start_ms = self.total_ms();
        let sides_in_turn: &[Side] = match sides {
            Sides::None => &[Side::None],
            Sides::Together | Sides::Alternating => &[Side::Both],
            Sides::Each => &[options.first_leg.into(), options.first_leg.other().into()],
            Sides::Left => &[Side::Left],
            Sides::Right => &[Side::Right],
        };
        let ms = |seconds: u32| u64::from(seconds) * 1_000;
        for (turn, side) in sides_in_turn.iter().enumerate() {
            // All repeats on one leg, then on the other: on the floor, changing legs is what takes effort.
            for repeat in 1..=repeats {
                let (before, duration_ms) = match (turn, repeat) {
                    (0, 1) => (PhaseKind::Prepare, ms(dosed.prepare_s(times, before))),
                    (_, 1) => (PhaseKind::Switch, ms(times.switch_s)),
                    _ => (PhaseKind::Recover, ms(times.recover_s)),
                };
                for (kind, duration_ms) in [(before, duration_ms), (kind, dose_ms)] {
                    if duration_ms > 0 {
                        let exercise = self.exercises.len();
                        let (side, start_ms) = (*side, self.total_ms());
                        self.phases.push(Phase {
                            kind,
                            exercise,
                            side,
                            side_name,
                            repeat,
                            repeats,
                            duration_ms,
                            start_ms,
                            breathing: matches!(done.dose, Dose::Breathing { .. }),
                            open: if kind.is_logged() {
                                options.own_pace
                            } else {
                                options.wait_until_ready && kind == PhaseKind::Prepare
                            },
                        });
                    }
                }
            }
        }
        self.exercises.push(PlannedExercise {
            card: card.id.clone(),
            id: id.clone(),
            name: name.clone(),
            setup: setup.clone(),
            key: key.clone(),
            sides,
            side_name,
            kind,
            dose_ms,
            repeats,
            phases: first..self.phases.len(),
            total_ms: self.total_ms() - start_ms,
        });
        done.posture
    }
}

/// Whether an exercise is done at all: it is the only one, or it isn't left out, is for somebody like this person, and if it
/// takes a partner there is one, or a substitute.
fn is_included(exercise: &Exercise, options: &Options) -> bool {
    if let Some(only) = &options.only {
        return exercise.id == *only;
    }
    let chosen = options.exercise(&exercise.id);
    let possible = !exercise.partner || options.partner || chosen.substitute && exercise.substitute.is_some();
    possible && !chosen.leave_out && options.reason_against(exercise).is_none()
}
