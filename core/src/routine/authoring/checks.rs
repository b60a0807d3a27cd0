//! The checks that every kind of value goes through. Each returns `None` where it noted something that leaves no usable
//! value.

use std::fmt;
use std::ops::RangeInclusive;

use serde_json::Number;

use super::draft::{Given, Kind, List, Unknown};
use super::problem::{Path, Problem, Problems, shorten};
use crate::routine::sides::SideName;

/// The longest text of one field, in characters.
const CHARACTERS_MAX: usize = 2_000;
/// The longest id, in characters.
const ID_CHARACTERS_MAX: usize = 40;

/// Validates a draft part by part and collects the problems.
#[derive(Default)]
pub(in crate::routine) struct Validator {
    pub(in crate::routine) problems: Problems,
    /// Whether references to a library were replaced already, so that each that is left was reported.
    pub(super) is_completed: bool,
    /// What sides are called where an exercise doesn't say.
    pub(super) side_name: SideName,
}

impl Validator {
    /// For a document that a library completes.
    pub(in crate::routine) fn of_completed() -> Self {
        Self { is_completed: true, ..Self::default() }
    }

    /// Notes that a figure has the name of none in the library.
    pub(in crate::routine) fn no_figure(&mut self, path: &Path<'_>, named: &str) {
        let named = shorten(named);
        self.problems
            .add(path, format_args!("there is no figure of an exercise \"{named}\" in the library."));
    }

    /// A part that has to be there and to be of its kind.
    pub(super) fn required<'d, T: Kind>(&mut self, path: &Path<'_>, given: &'d Given<T>) -> Option<&'d T> {
        match given {
            Given::Usable(value) => return Some(value),
            Given::Absent => self.problems.add(path, Problem::MISSING),
            Given::Wrong(found) => self.wrong_kind(path, T::KIND, found),
        }
        None
    }

    fn wrong_kind(&mut self, path: &Path<'_>, expected: impl fmt::Display, found: impl fmt::Display) {
        self.problems.add(path, format_args!("should be {expected}, but is {found}."));
    }

    /// A text that has to be there and not to be blank.
    pub(super) fn text(&mut self, path: &Path<'_>, given: &Given<String>) -> Option<String> {
        let text = self.required(path, given)?;
        if text.trim().is_empty() {
            self.problems.add(path, "should not be empty.");
            return None;
        }
        if text.chars().count() > CHARACTERS_MAX {
            self.problems.add(path, format_args!("should have at most {CHARACTERS_MAX} characters."));
        }
        Some(text.clone())
    }

    /// A text that may be absent, and then is empty.
    pub(super) fn optional_text(&mut self, path: &Path<'_>, given: &Given<String>) -> Option<String> {
        if given.is_absent() { Some(String::new()) } else { self.text(path, given) }
    }

    pub(super) fn id(&mut self, path: &Path<'_>, given: &Given<String>) -> Option<String> {
        let id = self.text(path, given)?;
        let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.len() > ID_CHARACTERS_MAX || !id.chars().all(is_allowed) {
            self.problems.add(
                path,
                "should be 1 to 40 lower-case letters, digits and hyphens, such as \"leg-swings\".",
            );
        }
        Some(id)
    }

    /// A whole number within a range, which has to be there.
    pub(in crate::routine) fn number(
        &mut self,
        path: &Path<'_>,
        given: &Given<Number>,
        range: RangeInclusive<u16>,
    ) -> Option<u16> {
        let found: &dyn fmt::Display = match given {
            Given::Absent => {
                self.problems.add(path, Problem::MISSING);
                return None;
            }
            Given::Wrong(kind) => kind,
            Given::Usable(number) => {
                // `20.0` and `2e1` are 20, too.
                let whole = range.clone().find(|whole| number.as_f64() == Some(f64::from(*whole)));
                if let Some(whole) = whole {
                    return Some(whole);
                }
                number
            }
        };
        let (min, max) = range.into_inner();
        if min == max {
            self.wrong_kind(path, min, found);
        } else {
            self.wrong_kind(path, format_args!("a whole number from {min} to {max}"), found);
        }
        None
    }

    /// A flag that may be absent, and then is false.
    pub(super) fn flag(&mut self, path: &Path<'_>, given: &Given<bool>) -> Option<bool> {
        if given.is_absent() { Some(false) } else { self.required(path, given).copied() }
    }

    /// The items of a list, which may be absent if it may be empty.
    pub(in crate::routine) fn list<'d, T: Kind>(
        &mut self,
        path: &Path<'_>,
        given: &'d Given<List<T>>,
        (min, max): (usize, usize),
    ) -> &'d [Given<T>] {
        if (min > 0 || !given.is_absent())
            && let Some(List { length, items }) = self.required(path, given)
        {
            if !(min..=max).contains(length) {
                self.problems.add(path, format_args!("should have {min} to {max} items, but has {length}."));
            }
            return items.get(..max).unwrap_or(items);
        }
        &[]
    }

    /// Validates each item of a list.
    pub(in crate::routine) fn each<T, U>(
        &mut self,
        path: &Path<'_>,
        items: &[Given<T>],
        mut validate: impl FnMut(&mut Self, &Path<'_>, &Given<T>) -> Option<U>,
    ) -> Option<Vec<U>> {
        // All of them, before `None` cuts it short.
        let validated: Vec<_> =
            items.iter().enumerate().map(|(i, item)| validate(self, &path.item(i), item)).collect();
        validated.into_iter().collect()
    }

    pub(super) fn texts(
        &mut self,
        path: &Path<'_>,
        given: &Given<List<String>>,
        length: (usize, usize),
    ) -> Option<Vec<String>> {
        let items = self.list(path, given, length);
        self.each(path, items, Self::text)
    }

    pub(super) fn unknown(&mut self, path: &Path<'_>, fields: &Unknown) {
        // By custom, these are for other programs and for notes.
        let is_remark = |name: &str| name.starts_with(['_', '$']);
        for name in fields.keys().filter(|name| !is_remark(name)) {
            let name = if name.is_empty() { "\"\"".to_owned() } else { shorten(name) };
            self.unknown_field(&path.field(&name));
        }
    }

    pub(super) fn unknown_field(&mut self, path: &Path<'_>) {
        self.problems.add(path, "is not a field that is known here.");
    }
}
