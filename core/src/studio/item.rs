//! An exercise in a draft: one of the library's with changes, or one of the author's own.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::exercises::library_exercise;
use super::typed::Typed;
use crate::{Dose, Exercise, Library, Posture, Region, SideName, Sides};

/// Names an item as long as its draft exists. No two items of a draft have the same, and none is used again.
pub type ItemKey = u32;

/// An exercise of a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    /// Names it within its draft.
    pub key: ItemKey,
    /// Its id in the document. `None` for the library's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What is done.
    pub exercise: ItemExercise,
    /// Seconds of a hold or a move. `None` for the library's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<Typed>,
    /// How often it is held, on each side. `None` for the library's, and for once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Typed>,
    /// Which sides. `None` for the library's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sides: Option<Sides>,
    /// The author's words.
    pub words: Words,
    /// What a document says beyond this, as it is there.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub other: Map<String, Value>,
}

/// Whose exercise it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemExercise {
    /// The library's.
    Library {
        /// Its id there. A document may name one that doesn't exist.
        of: String,
        /// Numbers of its steps, from 1, that are left out.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        left_out_steps: BTreeSet<usize>,
    },
    /// The author's own.
    Own(OwnExercise),
}

/// What only an exercise of the author's own has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnExercise {
    /// Whether it is held. `None` where a document doesn't say so in a way that is understood.
    pub kind: Option<DoseKind>,
    /// The fewest and the most repeats that the person may choose. `None`: from one to those of [`Item::repeats`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<(u32, u32)>,
    /// What its sides are called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side_name: Option<SideName>,
    /// What the body is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posture: Option<Posture>,
    /// The part of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The exercise of the library whose figure it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
}

/// In which way an exercise is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DoseKind {
    /// Keep moving.
    Move,
    /// Breathe.
    Breathing,
    /// Hold still.
    Hold,
}

/// Texts of an exercise. For one of the library's, `None` stands for its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The sentence below the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// How to get into position, in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setup: Option<String>,
    /// What to do, step by step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<String>>,
    /// The one thing that makes it work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The usual mistake.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mistake: Option<String>,
    /// Who should leave it out or keep it small.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
}

impl Default for ItemExercise {
    fn default() -> Self {
        Self::Own(OwnExercise::default())
    }
}

impl DoseKind {
    /// Its name in documents.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Move => "move",
            Self::Breathing => "breathing",
            Self::Hold => "hold",
        }
    }
}

impl From<Dose> for DoseKind {
    fn from(dose: Dose) -> Self {
        match dose {
            Dose::Move { .. } => Self::Move,
            Dose::Breathing { .. } => Self::Breathing,
            Dose::Hold { .. } => Self::Hold,
        }
    }
}

impl Item {
    /// An exercise of the library, as it is there.
    #[must_use]
    pub fn of_library(of: &str) -> Self {
        let exercise = ItemExercise::Library { of: of.to_owned(), left_out_steps: BTreeSet::new() };
        Self { exercise, ..Self::default() }
    }

    /// An exercise of the author's own: held, with nothing else said yet.
    #[must_use]
    pub fn own() -> Self {
        let own = OwnExercise { kind: Some(DoseKind::Hold), ..OwnExercise::default() };
        Self { exercise: ItemExercise::Own(own), sides: Some(Sides::None), ..Self::default() }
    }

    /// The id of the library's exercise, if it is one of those.
    #[must_use]
    pub fn of(&self) -> Option<&str> {
        match &self.exercise {
            ItemExercise::Library { of, .. } => Some(of),
            ItemExercise::Own(_) => None,
        }
    }

    /// The library's exercise, if it is one of those and there is one of that id.
    #[must_use]
    pub fn library(&self) -> Option<&'static Exercise> {
        library_exercise(self.of()?)
    }

    /// The id that it has in a document; empty where there is none yet.
    #[must_use]
    pub fn document_id(&self) -> &str {
        self.id.as_deref().or(self.of()).unwrap_or_default()
    }

    /// Its name, by the author or in the library; empty where there is none yet.
    #[must_use]
    pub fn name(&self) -> &str {
        let own = self.words.name.as_deref();
        own.or(self.library().map(|exercise| exercise.name.as_str())).unwrap_or_default()
    }

    /// Its seconds, by the author or in the library, where they are a number.
    #[must_use]
    pub fn seconds(&self) -> Option<u32> {
        match &self.seconds {
            Some(typed) => typed.number(),
            None => self.library().map(|exercise| exercise.dose.seconds()),
        }
    }

    /// Its repeats, by the author or in the library, where they are a number.
    #[must_use]
    pub fn repeats(&self) -> Option<u32> {
        match (&self.repeats, self.library().map(|exercise| exercise.dose)) {
            (Some(typed), _) => typed.number(),
            (None, Some(Dose::Hold { repeats, .. })) => Some(repeats.default.into()),
            (None, _) => Some(1),
        }
    }

    /// In which way it is done. `None` where that isn't known.
    #[must_use]
    pub fn kind(&self) -> Option<DoseKind> {
        match &self.exercise {
            ItemExercise::Own(own) => own.kind,
            ItemExercise::Library { .. } => self.library().map(|exercise| exercise.dose.into()),
        }
    }

    /// Which sides it works, by the author or in the library.
    #[must_use]
    pub fn sides(&self) -> Option<Sides> {
        self.sides.or(self.library().map(|exercise| exercise.sides))
    }

    /// The sides that an author can choose: for one of the library's, those of its own and parts of them.
    #[must_use]
    pub fn sides_choices(&self) -> Vec<Sides> {
        match (&self.exercise, self.library().map(|exercise| exercise.sides)) {
            (ItemExercise::Own(_), _) => {
                vec![Sides::None, Sides::Together, Sides::Alternating, Sides::Each, Sides::Left, Sides::Right]
            }
            (ItemExercise::Library { .. }, Some(Sides::Each)) => vec![Sides::Each, Sides::Left, Sides::Right],
            (ItemExercise::Library { .. }, Some(sides)) => vec![sides],
            (ItemExercise::Library { .. }, None) => Vec::new(),
        }
    }

    /// What its sides are called.
    #[must_use]
    pub fn side_name(&self) -> SideName {
        match &self.exercise {
            ItemExercise::Own(own) => own.side_name.unwrap_or_default(),
            ItemExercise::Library { .. } => {
                self.library().map(|exercise| exercise.side_name).unwrap_or_default()
            }
        }
    }

    /// All steps of the library's exercise, in the order in which they are numbered, as they read for the sides that it
    /// works here.
    #[must_use]
    pub fn library_steps(&self) -> Vec<&'static str> {
        let Some(exercise) = self.library() else { return Vec::new() };
        let is_in_turn = self.sides().is_none_or(Sides::are_in_turn);
        let step = |step: &'static String| match is_in_turn {
            true => step.as_str(),
            false => Library::built_in().step_without_switch(&exercise.id, step),
        };
        exercise.steps.iter().map(step).collect()
    }

    /// The steps as they will be shown: the author's, or the library's without those that are left out.
    #[must_use]
    pub fn steps(&self) -> Vec<&str> {
        if let Some(steps) = &self.words.steps {
            return steps.iter().map(String::as_str).collect();
        }
        let left_out = match &self.exercise {
            ItemExercise::Library { left_out_steps, .. } => left_out_steps.clone(),
            ItemExercise::Own(_) => BTreeSet::new(),
        };
        let numbered = self.library_steps().into_iter().enumerate();
        numbered.filter(|(n, _)| !left_out.contains(&(n + 1))).map(|(_, step)| step).collect()
    }
}
