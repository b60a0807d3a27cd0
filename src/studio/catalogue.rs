//! The library as people look through it.

use std::collections::BTreeSet;

use supple_core::studio::{SoughtWords, library_exercises};
use supple_core::{Exercise, Posture, Region};

use crate::messages::Messages;

/// What somebody looks for. Empty choices find everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sought {
    /// Words, each of which must be found in what the exercise is called, needs or stretches.
    pub(super) words: String,
    /// The part of the body.
    pub(super) region: Option<Region>,
    /// What the body does it on.
    pub(super) posture: Option<Posture>,
    /// What is at hand.
    pub(super) equipment: Equipment,
}

/// What is at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Equipment {
    /// Whatever it takes.
    #[default]
    Any,
    /// Nothing at all.
    Nothing,
    /// Exercises that take this.
    Thing(String),
}

/// Everything that exercises need, each once, in alphabetical order.
pub(super) fn equipment() -> BTreeSet<&'static str> {
    library_exercises().flat_map(|exercise| exercise.equipment.iter().map(String::as_str)).collect()
}

impl Sought {
    /// What is chosen besides the words, by its names.
    pub(super) fn chosen(&self, messages: Messages) -> Vec<String> {
        let equipment = match &self.equipment {
            Equipment::Any => None,
            Equipment::Nothing => Some(messages.studio_no_equipment().to_owned()),
            Equipment::Thing(thing) => Some(thing.clone()),
        };
        let region = self.region.map(|region| messages.region(region).to_owned());
        let posture = self.posture.map(|posture| messages.posture(posture).to_owned());
        [region, posture, equipment].into_iter().flatten().collect()
    }

    /// The ids of the exercises that are found, in the order of their names.
    pub(super) fn find(&self, messages: Messages) -> Vec<&'static str> {
        let words = SoughtWords::of(&self.words);
        let fits = |exercise: &&Exercise| {
            self.region.is_none_or(|region| exercise.region == Some(region))
                && self.posture.is_none_or(|posture| exercise.posture == posture)
                && match &self.equipment {
                    Equipment::Any => true,
                    Equipment::Nothing => exercise.equipment.is_empty(),
                    Equipment::Thing(thing) => exercise.equipment.contains(thing),
                }
                && words
                    .fit(exercise, exercise.region.map(|region| messages.region(region)).unwrap_or_default())
        };
        library_exercises().filter(fits).map(|exercise| exercise.id.as_str()).collect()
    }
}
