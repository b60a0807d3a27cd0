//! What has hurt more than once: it is counted, and before it is done again the person says how.

use leptos::prelude::*;
use supple_core::{Exercise, Options, PlannedExercise};

use super::SessionController;
use crate::state::{Beginning, Screen};

/// An exercise that has hurt more than once and is about to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hurt {
    /// Id of what hurt: the exercise, or another way of doing it.
    pub(crate) done: String,
    /// Its name.
    pub(crate) name: String,
    /// Id of the exercise on whose card it stands.
    card: String,
    /// Id of the exercise itself.
    exercise: String,
    /// The name of the easier way, if it has another one.
    pub(crate) easier: Option<String>,
    /// How to make it lighter, in a sentence. May be empty.
    pub(crate) lighter: String,
}

/// How the person goes on with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// In its easier way.
    Easier,
    /// As they did it before.
    AsBefore,
    /// Not at all.
    LeftOut,
}

impl SessionController {
    /// Counts that what is done at present hurts.
    pub(super) fn count_hurt(self) {
        let done = self.state.session.with_untracked(|session| {
            let session = session.as_ref()?;
            Some(session.plan().exercises.get(session.phase()?.exercise)?.id.clone())
        });
        if let Some(done) = done {
            self.state.with_store(|store, now_ms| {
                let mut hurts = store.hurts(now_ms);
                hurts.add(&done);
                store.save_hurts(&hurts);
            });
        }
    }

    /// What has hurt more than once, of the session that waits for an answer.
    pub(crate) fn hurts_to_ask_about(self) -> Vec<Hurt> {
        let Screen::HurtBefore(beginning) = self.state.screen.get_untracked() else { return Vec::new() };
        self.hurts_before(beginning)
    }

    /// What has hurt more than once, of a session with this beginning.
    pub(super) fn hurts_before(self, beginning: Beginning) -> Vec<Hurt> {
        let routine = self.state.routine();
        let planned = self.plan_from(beginning, self.state.options.get_untracked());
        let hurts = self.state.with_store(supple_core::Store::hurts);
        let hurt = |planned: &PlannedExercise| {
            let exercise = routine.exercise_of(&planned.id)?;
            let easier = exercise.easier.as_ref().filter(|easier| easier.id != planned.id);
            let Exercise { id, make_easier, .. } = exercise;
            Some(Hurt {
                done: planned.id.clone(),
                name: planned.name.clone(),
                card: planned.card.clone(),
                exercise: id.clone(),
                easier: easier.map(|easier| easier.name.clone()),
                lighter: make_easier.clone(),
            })
        };
        hurts.to_ask_about(&planned.plan, planned.first).into_iter().filter_map(hurt).collect()
    }

    /// The person has said how to go on with what has hurt: starts the session that waited for it, unless nothing of it is
    /// left.
    pub(crate) fn start_after_answers(self, answers: &[(Hurt, Way)]) {
        let Screen::HurtBefore(beginning) = self.state.screen.get_untracked() else { return };
        let before = self.plan_from(beginning, self.state.options.get_untracked());
        let card = before.plan.exercises.get(before.first).map(|planned| planned.card.clone());
        self.state.with_store(|store, now_ms| {
            let mut hurts = store.hurts(now_ms);
            for (hurt, _) in answers {
                hurts.forget(&hurt.done);
            }
            store.save_hurts(&hurts);
        });
        self.state.update_options(|options| answers.iter().for_each(|(hurt, way)| way.choose(hurt, options)));
        let is_left_out =
            |(hurt, way): &(Hurt, Way)| *way == Way::LeftOut && Some(&hurt.card) == card.as_ref();
        let left = self.state.plan.get_untracked();
        let beginning = match beginning {
            Beginning::Only(_) if answers.iter().any(is_left_out) => None,
            Beginning::Only(_) => Some(beginning),
            // Where the first one is left out, the next has moved up to its place.
            Beginning::At(first) => {
                let at = card.and_then(|card| left.position_of(&card)).unwrap_or(first);
                (at < left.exercises.len()).then_some(Beginning::At(at))
            }
        };
        match beginning {
            Some(beginning) => self.begin(beginning, self.state.options.get_untracked()),
            None => self.state.show(Screen::Overview),
        }
    }
}

impl Way {
    /// Chooses it for the next sessions, too.
    fn choose(self, hurt: &Hurt, options: &mut Options) {
        match self {
            Self::Easier => options.change_exercise(&hurt.exercise, |chosen| chosen.easier = true),
            Self::AsBefore => {}
            Self::LeftOut => options.change_exercise(&hurt.card, |chosen| chosen.leave_out = true),
        }
    }
}
