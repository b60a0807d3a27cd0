//! What of a document no field shows, and what can be done where that is wrong.

use serde_json::{Map, Value};

use super::draft::Draft;
use super::edit::Edit;
use super::place::{ItemField, Place, RoutineField, SectionField};
use super::problems::FieldProblem;

/// Something in a document that a draft holds as it is, and that no field shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// In what it is: in the routine, a section or an exercise as a whole.
    pub place: Place,
    /// Its name in the document, such as `times`.
    pub field: String,
}

impl Draft {
    /// What no field shows.
    #[must_use]
    pub fn kept(&self) -> Vec<Kept> {
        let mut kept = Vec::new();
        let mut add = |place, other: &Map<String, Value>| {
            kept.extend(other.keys().map(|field| Kept { place, field: field.clone() }));
        };
        add(Place::Routine(RoutineField::Whole), &self.other);
        for section in &self.sections {
            add(Place::Section(section.key, SectionField::Whole), &section.other);
            for item in &section.items {
                add(Place::Item(item.key, ItemField::Whole), &item.other);
            }
        }
        kept
    }

    /// The edit that solves a problem of something that no field shows: it is forgotten, or an id is a new one. `None`
    /// where a person can solve it in its field, or by removing the exercise.
    #[must_use]
    pub fn mend(&self, problem: &FieldProblem) -> Option<Edit> {
        let names = |field: &str| {
            let rest = problem.sentence.strip_prefix(field);
            rest.is_some_and(|rest| rest.starts_with([':', '.', '[']))
        };
        let place = problem.place;
        let (other, has_id) = match place {
            Place::Routine(RoutineField::Whole) => (&self.other, false),
            Place::Section(key, SectionField::Whole) => (&self.section(key)?.other, true),
            Place::Item(key, ItemField::Whole) => (&self.item(key)?.other, true),
            Place::Routine(_) | Place::Section(..) | Place::Item(..) => return None,
        };
        if let Some(field) = other.keys().find(|field| names(field)) {
            return Some(Edit::Forget(Kept { place, field: field.clone() }));
        }
        (has_id && names("id")).then_some(Edit::RenewId(place))
    }

    /// Forgets something that no field shows.
    pub(super) fn forget(&mut self, Kept { place, field }: &Kept) {
        let other = match *place {
            Place::Routine(_) => Some(&mut self.other),
            Place::Section(key, _) => self.section_mut(key).map(|section| &mut section.other),
            Place::Item(key, _) => self.item_mut(key).map(|item| &mut item.other),
        };
        if let Some(other) = other {
            other.remove(field);
        }
    }

    /// Forgets what refers to exercises that aren't in the draft any more.
    pub(super) fn forget_references_to(&mut self, gone: &[String]) {
        let is_gone = |value: Option<&Value>| {
            value.and_then(Value::as_str).is_some_and(|id| gone.iter().any(|gone| gone == id))
        };
        if is_gone(self.other.get("cover")) {
            self.other.remove("cover");
        }
        for item in self.sections.iter_mut().flat_map(|section| &mut section.items) {
            if is_gone(item.other.get("substitute")) {
                item.other.remove("substitute");
            }
        }
    }
}
