//! Fields of a draft, by which edits and problems name them.

use super::draft::SectionKey;
use super::item::ItemKey;

/// Where in a draft something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In what belongs to the routine as a whole.
    Routine(RoutineField),
    /// In a section.
    Section(SectionKey, SectionField),
    /// In an exercise.
    Item(ItemKey, ItemField),
}

/// A field of the routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoutineField {
    /// All of it, or something that no field shows.
    Whole,
    /// Its name.
    Name,
    /// For whom it is.
    ForWhom,
    /// What stands below its name.
    Introduction,
    /// The author's name.
    AuthorName,
    /// The author's address.
    AuthorUrl,
    /// On how many days of a week.
    DaysPerWeek,
    /// What to take care of; with the number of the sentence, from 0, where it is about one.
    Safety(Option<usize>),
    /// Its language.
    Lang,
}

/// A field of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionField {
    /// All of it, or something that no field shows.
    Whole,
    /// Its heading.
    Name,
    /// The sentence below it.
    Summary,
    /// Its exercises, as a list.
    Items,
}

/// A field of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemField {
    /// All of it, or something that no field shows.
    Whole,
    /// Its name.
    Name,
    /// The sentence below the name.
    Summary,
    /// How to get into position.
    Setup,
    /// Its steps; with the number of the step, from 0, where it is about one.
    Steps(Option<usize>),
    /// The one thing that makes it work.
    Key,
    /// The usual mistake.
    Mistake,
    /// Who should leave it out.
    Caution,
    /// Seconds.
    Seconds,
    /// Repeats.
    Repeats,
    /// Which sides.
    Sides,
    /// Steps of the library's that are left out.
    LeftOutSteps,
    /// Whether it is held.
    Kind,
    /// What the body is on.
    Posture,
    /// The part of the body.
    Region,
    /// What sides are called.
    SideName,
    /// Its figure.
    Figure,
}
