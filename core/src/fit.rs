//! Fits a routine into the time that a person has. What is left out, and in which order, is in `docs/ARCHITECTURE.md`.

use crate::dosed::Dosed;
use crate::plan::PhaseKind;
use crate::routine::{Posture, Times};

/// How much longer than the person's time it may take, in milliseconds.
const OVER_MS: u64 = 10_000;
/// No hold is made shorter than this, in milliseconds.
const LEAST_HOLD_MS: u64 = 15_000;
/// No move is made shorter than this, in milliseconds.
const LEAST_MOVE_MS: u64 = 20_000;
/// Doses are shortened to multiples of this, in milliseconds.
const STEP_MS: u64 = 5_000;

/// What is done in the person's time.
#[derive(Debug)]
pub(crate) struct Fitted<'a> {
    /// What is done, in order.
    pub(crate) exercises: Vec<Dosed<'a>>,
    /// Ids of the cards for which there is no time, in order.
    pub(crate) left_out: Vec<String>,
}

/// Fits exercises into some minutes: repeats them where there is time to spare, else shortens them and leaves out the least
/// important.
pub(crate) fn fit(asked: Vec<Dosed<'_>>, times: Times, minutes: u16) -> Fitted<'_> {
    let time = Time { times, most_ms: u64::from(minutes) * 60_000 + OVER_MS };
    if time.is_enough_for(&asked) {
        return Fitted { exercises: time.repeated(asked), left_out: Vec::new() };
    }
    let is_kept = time.kept(&asked);
    let left_out = asked.iter().zip(&is_kept).filter(|(_, is_kept)| !**is_kept);
    let left_out = left_out.map(|(exercise, _)| exercise.card.id.clone()).collect();
    let kept = asked.into_iter().zip(is_kept).filter(|(_, is_kept)| *is_kept).map(|(exercise, _)| exercise);
    Fitted { exercises: time.shortened(kept.collect()), left_out }
}

/// The time there is, and what lies between moves and holds.
#[derive(Clone, Copy)]
struct Time {
    times: Times,
    most_ms: u64,
}

impl Time {
    fn is_enough_for<'a, 'b: 'a>(self, exercises: impl IntoIterator<Item = &'a Dosed<'b>>) -> bool {
        let mut posture = Posture::default();
        let mut total_ms = 0;
        for exercise in exercises {
            total_ms += exercise.total_ms(self.times, posture);
            posture = exercise.done.posture;
        }
        total_ms <= self.most_ms
    }

    /// One more repeat of each in turn, as long as there is time.
    fn repeated(self, mut exercises: Vec<Dosed<'_>>) -> Vec<Dosed<'_>> {
        let mut is_done = false;
        while !is_done {
            is_done = true;
            for i in 0..exercises.len() {
                let Some(repeats) = more_repeats(&exercises, i) else { continue };
                let before = set_repeats(&mut exercises, i, repeats);
                if self.is_enough_for(&exercises) {
                    is_done = false;
                } else {
                    set_repeats(&mut exercises, i, before);
                }
            }
        }
        exercises
    }

    /// Which of the exercises there is time for when each takes as little as it may: the most important ones.
    fn kept(self, asked: &[Dosed<'_>]) -> Vec<bool> {
        let least: Vec<_> = asked.iter().map(at_least).collect();
        let Importance { order, indispensable } = Importance::of(asked);
        let mut kept = vec![false; asked.len()];
        let mut set = |index: usize, is_kept: bool| {
            if let Some(kept) = kept.get_mut(index) {
                *kept = is_kept;
            }
            self.is_enough_for(
                least.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(exercise, _)| exercise),
            )
        };
        for (rank, index) in order.into_iter().enumerate() {
            if !set(index, true) && rank >= indispensable {
                set(index, false);
            }
        }
        kept
    }

    /// Fewer repeats, the most first; where that is not enough, shorter doses, all in the same proportion. Later exercises
    /// give way before earlier ones.
    fn shortened(self, mut exercises: Vec<Dosed<'_>>) -> Vec<Dosed<'_>> {
        while !self.is_enough_for(&exercises) {
            let spare = |exercise: &Dosed<'_>| exercise.repeats.saturating_sub(exercise.range().0);
            let Some(most) = exercises.iter_mut().max_by_key(|exercise| spare(exercise)) else { break };
            if spare(most) == 0 {
                break;
            }
            most.repeats -= 1;
        }
        let asked_ms: Vec<_> = exercises.iter().map(|exercise| exercise.dose_ms).collect();
        for percent in (0..100).rev() {
            for (i, asked_ms) in asked_ms.iter().enumerate().rev() {
                if self.is_enough_for(&exercises) {
                    return exercises;
                }
                if let Some(exercise) = exercises.get_mut(i) {
                    let shorter_ms = (asked_ms * percent / 100).next_multiple_of(STEP_MS);
                    exercise.dose_ms = shorter_ms.clamp(least_ms(exercise), exercise.dose_ms);
                }
            }
        }
        exercises
    }
}

/// One repeat more of an exercise; `None` where it has as many as make sense.
fn more_repeats(exercises: &[Dosed<'_>], index: usize) -> Option<u16> {
    let exercise = exercises.get(index)?;
    (exercise.repeats < exercise.range().1).then_some(exercise.repeats + 1)
}

/// Returns how often it was repeated before.
fn set_repeats(exercises: &mut [Dosed<'_>], index: usize, repeats: u16) -> u16 {
    exercises.get_mut(index).map_or(repeats, |exercise| std::mem::replace(&mut exercise.repeats, repeats))
}

/// The shortest dose of an exercise, in milliseconds; what is shorter already stays as it is.
fn least_ms(exercise: &Dosed<'_>) -> u64 {
    let least_ms = if exercise.kind == PhaseKind::Hold { LEAST_HOLD_MS } else { LEAST_MOVE_MS };
    least_ms.min(exercise.dose_ms)
}

/// An exercise with its fewest repeats and its shortest dose.
fn at_least<'a>(exercise: &Dosed<'a>) -> Dosed<'a> {
    let (fewest, _) = exercise.range();
    Dosed { repeats: fewest, dose_ms: least_ms(exercise), ..exercise.clone() }
}

/// Which exercises matter most.
struct Importance {
    /// Their indices, the most important first.
    order: Vec<usize>,
    /// How many of these are done however little time there is.
    indispensable: usize,
}

impl Importance {
    /// The first move that a hold follows, because nobody should stretch cold; one hold; then one exercise of each region
    /// before a second of the same, holds before moves, and earlier ones before later ones.
    fn of(exercises: &[Dosed<'_>]) -> Self {
        let is_hold = |exercise: &Dosed<'_>| exercise.kind == PhaseKind::Hold;
        let last_hold = exercises.iter().rposition(is_hold);
        let first_move = exercises.iter().position(|exercise| !is_hold(exercise));
        let warm_up = first_move.filter(|index| last_hold.is_some_and(|hold| *index < hold));

        let rank = |index: usize, exercise: &Dosed<'_>| (Some(index) != warm_up, !is_hold(exercise), index);
        // How many of the same region come before it.
        let before = |index: usize, exercise: &Dosed<'_>| {
            let is_before = |(other, of_other): &(usize, &Dosed<'_>)| {
                of_other.done.region == exercise.done.region && rank(*other, of_other) < rank(index, exercise)
            };
            exercises.iter().enumerate().filter(is_before).count()
        };
        let mut ranked: Vec<_> = exercises
            .iter()
            .enumerate()
            .map(|(index, exercise)| {
                let (is_no_warm_up, is_move, _) = rank(index, exercise);
                (is_no_warm_up, true, before(index, exercise), is_move, index)
            })
            .collect();
        // One hold comes next to the warm-up, whatever region the two are for.
        let hold = ranked.iter_mut().filter(|(.., is_move, _)| !is_move).min();
        let has_hold = hold.is_some();
        if let Some((_, is_no_hold, ..)) = hold {
            *is_no_hold = false;
        }
        ranked.sort_unstable();
        let indispensable = usize::from(warm_up.is_some()) + usize::from(has_hold);
        Self {
            order: ranked.into_iter().map(|(.., index)| index).collect(),
            indispensable: indispensable.max(1),
        }
    }
}
