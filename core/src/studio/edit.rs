//! Everything that a person can do to a draft.

use super::draft::{Draft, SectionKey};
use super::item::{DoseKind, Item, ItemKey};
use super::mend::Kept;
use super::place::{ItemField, Place, RoutineField, SectionField};
use super::typed::Typed;
use crate::{Posture, Region, SideName, Sides};

/// A place between exercises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The section.
    pub section: SectionKey,
    /// How many exercises are before it there. Beyond the last, it is the end.
    pub index: usize,
}

/// A section to be added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewSection {
    /// Its heading.
    pub name: String,
    /// The sentence below it. May be empty.
    pub summary: String,
    /// Its exercises, without keys.
    pub items: Vec<Item>,
}

/// A change of a draft. Whatever it is about may be gone by then: the rest of it is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets a text: a name, an address, a language. Does nothing for a field that holds no text.
    SetText {
        /// The field.
        place: Place,
        /// All that stands in it. An empty one isn't there; for an exercise of the library, its own text is back.
        text: String,
    },
    /// Sets on how many days of a week it is to be done.
    SetDaysPerWeek(Option<Typed>),
    /// Sets what to take care of, a sentence each.
    SetSafety(Vec<String>),
    /// Sets the steps of an exercise. None at all bring the library's back.
    SetSteps {
        /// The exercise.
        item: ItemKey,
        /// Its steps.
        steps: Vec<String>,
    },
    /// Leaves a step of the library's out, or takes it back.
    LeaveOutStep {
        /// The exercise.
        item: ItemKey,
        /// The step's number there, from 1.
        step: usize,
        /// Whether it is left out.
        left_out: bool,
    },
    /// Sets the seconds of some exercises.
    SetSeconds {
        /// The exercises.
        items: Vec<ItemKey>,
        /// Their seconds; `None` for the library's.
        seconds: Option<Typed>,
    },
    /// Sets the repeats of some exercises. Those that aren't held stay as they are, unless it is one alone.
    SetRepeats {
        /// The exercises.
        items: Vec<ItemKey>,
        /// Their repeats; `None` for the library's.
        repeats: Option<Typed>,
    },
    /// Sets the sides of some exercises. Those for which there is no such choice ([`Item::sides_choices`]) stay as they are.
    SetSides {
        /// The exercises.
        items: Vec<ItemKey>,
        /// Their sides; `None` for the library's.
        sides: Option<Sides>,
    },
    /// Sets whether an exercise of the author's own is held.
    SetKind {
        /// The exercise.
        item: ItemKey,
        /// In which way it is done.
        kind: DoseKind,
    },
    /// Sets what the body is on in an exercise of the author's own.
    SetPosture {
        /// The exercise.
        item: ItemKey,
        /// What it is on.
        posture: Option<Posture>,
    },
    /// Sets the part of the body of an exercise of the author's own.
    SetRegion {
        /// The exercise.
        item: ItemKey,
        /// The part of the body.
        region: Option<Region>,
    },
    /// Sets what the sides of an exercise of the author's own are called.
    SetSideName {
        /// The exercise.
        item: ItemKey,
        /// What they are called.
        side_name: Option<SideName>,
    },
    /// Sets the figure of an exercise of the author's own.
    SetFigure {
        /// The exercise.
        item: ItemKey,
        /// The exercise of the library that has it.
        figure: Option<String>,
    },
    /// Adds an exercise of the library.
    AddUse {
        /// Its id there.
        of: String,
        /// Where; `None` for the end.
        at: Option<Spot>,
    },
    /// Adds an exercise of the author's own.
    AddOwn {
        /// Where; `None` for the end.
        at: Option<Spot>,
    },
    /// Adds exercises that were read from elsewhere.
    Import {
        /// The exercises.
        items: Vec<Item>,
        /// Where; `None` for the end.
        at: Option<Spot>,
    },
    /// Removes exercises.
    Remove(Vec<ItemKey>),
    /// Adds a copy of each exercise behind it.
    Duplicate(Vec<ItemKey>),
    /// Moves an exercise. The place is counted without the exercise itself.
    Move {
        /// The exercise.
        item: ItemKey,
        /// Where to.
        to: Spot,
    },
    /// Moves an exercise to the one before, out of its section if it is the first there.
    MoveUp(ItemKey),
    /// Moves an exercise to the one behind, out of its section if it is the last there.
    MoveDown(ItemKey),
    /// Adds a section at the end.
    AddSection {
        /// Its heading.
        name: String,
    },
    /// Adds sections with exercises at the end. Where there is no exercise yet, they take the place of empty sections.
    AddSections(Vec<NewSection>),
    /// Removes a section and all that is in it.
    RemoveSection(SectionKey),
    /// Moves a section.
    MoveSection {
        /// The section.
        section: SectionKey,
        /// How many sections are before it then.
        to: usize,
    },
    /// Forgets something that no field shows.
    Forget(Kept),
    /// Gives a section or an exercise a new id. Old links and logs no longer find it by its id.
    RenewId(Place),
    /// Puts a whole draft in place of this one, which keeps its id.
    Replace(Box<Draft>),
}

impl Edit {
    /// The field in which one types this, if it is about a single one: what is typed there without a pause is one step.
    #[must_use]
    pub fn field(&self) -> Option<Place> {
        let item = |items: &[ItemKey], field| match items {
            [item] => Some(Place::Item(*item, field)),
            _ => None,
        };
        match self {
            Self::SetText { place, .. } => Some(*place),
            Self::SetDaysPerWeek(_) => Some(Place::Routine(RoutineField::DaysPerWeek)),
            Self::SetSafety(_) => Some(Place::Routine(RoutineField::Safety(None))),
            // That brings the library's back, and one who didn't mean it wants all of their own again.
            Self::SetSteps { steps, .. } if steps.is_empty() => None,
            Self::SetSteps { item, .. } => Some(Place::Item(*item, ItemField::Steps(None))),
            Self::SetSeconds { items, .. } => item(items, ItemField::Seconds),
            Self::SetRepeats { items, .. } => item(items, ItemField::Repeats),
            Self::LeaveOutStep { .. }
            | Self::SetSides { .. }
            | Self::SetKind { .. }
            | Self::SetPosture { .. }
            | Self::SetRegion { .. }
            | Self::SetSideName { .. }
            | Self::SetFigure { .. }
            | Self::AddUse { .. }
            | Self::AddOwn { .. }
            | Self::Import { .. }
            | Self::Remove(_)
            | Self::Duplicate(_)
            | Self::Move { .. }
            | Self::MoveUp(_)
            | Self::MoveDown(_)
            | Self::AddSection { .. }
            | Self::AddSections(_)
            | Self::RemoveSection(_)
            | Self::MoveSection { .. }
            | Self::Forget(_)
            | Self::RenewId(_)
            | Self::Replace(_) => None,
        }
    }

    /// Sets a text of the routine.
    #[must_use]
    pub fn routine_text(field: RoutineField, text: impl Into<String>) -> Self {
        Self::SetText { place: Place::Routine(field), text: text.into() }
    }

    /// Sets a text of a section.
    #[must_use]
    pub fn section_text(section: SectionKey, field: SectionField, text: impl Into<String>) -> Self {
        Self::SetText { place: Place::Section(section, field), text: text.into() }
    }

    /// Sets a text of an exercise.
    #[must_use]
    pub fn item_text(item: ItemKey, field: ItemField, text: impl Into<String>) -> Self {
        Self::SetText { place: Place::Item(item, field), text: text.into() }
    }
}
