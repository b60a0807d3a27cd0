//! Values of a JSON document, each with its path, and the checks that all of them share.
//!
//! Deriving these types would be shorter, but serde stops at the first error. An author should see all
//! problems of a document at once, so each value is read on its own and what is wrong with it is noted.

use std::ops::RangeInclusive;

use indexmap::IndexMap;
use serde_json::value::RawValue;

use crate::problems::Problems;

/// The longest text, in characters.
const TEXT_MAX: usize = 2_000;

/// A value that has yet to be read. It keeps the text of a number as it was written, so that a problem can
/// quote it.
pub(crate) struct Value<'a> {
    pub(crate) path: String,
    raw: &'a RawValue,
    pub(crate) problems: &'a Problems,
}

impl<'a> Value<'a> {
    /// The value at a path.
    pub(crate) fn new(path: String, raw: &'a RawValue, problems: &'a Problems) -> Self {
        Self { path, raw, problems }
    }

    /// Notes what is wrong with this value.
    pub(crate) fn refuse(&self, message: impl Into<String>) {
        self.problems.add(&self.path, message);
    }

    /// Its kind, in words.
    pub(crate) fn kind(&self) -> &'static str {
        match self.raw.get().as_bytes().first() {
            Some(b'n') => "null",
            Some(b't' | b'f') => "true or false",
            Some(b'"') => "a text",
            Some(b'[') => "a list",
            Some(b'{') => "an object",
            _ => "a number",
        }
    }

    /// Whether it is a text.
    pub(crate) fn is_text(&self) -> bool {
        self.kind() == "a text"
    }

    /// A text, whatever it holds.
    pub(crate) fn any_text(&self) -> Option<String> {
        let text = serde_json::from_str(self.raw.get()).ok();
        if text.is_none() {
            self.refuse(format!("should be a text, but is {}.", self.kind()));
        }
        text
    }

    /// A text that is neither blank nor too long.
    pub(crate) fn text(&self) -> Option<String> {
        let text = self.any_text()?;
        if text.trim().is_empty() {
            self.refuse("should not be empty.");
            return None;
        }
        if text.chars().count() > TEXT_MAX {
            self.refuse(format!("should have at most {TEXT_MAX} characters."));
        }
        Some(text)
    }

    /// One of the known names, as what it stands for.
    pub(crate) fn one_of<T: Copy>(&self, known: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = known.iter().find(|(name, _)| *name == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let names: Vec<String> = known.iter().map(|(name, _)| format!("\"{name}\"")).collect();
            self.refuse(format!("\"{}\" is not one of {}.", quoted(&text), names.join(", ")));
        }
        found
    }

    /// A number within a range.
    pub(crate) fn number(&self, range: &RangeInclusive<f32>) -> Option<f32> {
        // A number too large for this type becomes infinite, and no range includes that.
        let number = self.raw.get().parse().ok().filter(|number| range.contains(number));
        if number.is_none() {
            let (min, max) = (range.start(), range.end());
            self.refuse(format!("should be a number from {min} to {max}, but is {}.", self.found()));
        }
        number
    }

    /// A whole number within a range.
    pub(crate) fn whole_number(&self, range: &RangeInclusive<u32>) -> Option<u32> {
        let text = self.raw.get();
        // `20.0` and `2e1` are 20, too.
        let number = text.parse::<f64>().ok().filter(|number| number.fract() == 0.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let number = number.filter(|number| *number >= 0.0).map(|number| number as u32);
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let (min, max) = (range.start(), range.end());
            let wanted =
                if min == max { min.to_string() } else { format!("a whole number from {min} to {max}") };
            self.refuse(format!("should be {wanted}, but is {}.", self.found()));
        }
        number
    }

    /// Yes or no.
    pub(crate) fn flag(&self) -> Option<bool> {
        let flag = serde_json::from_str(self.raw.get()).ok();
        if flag.is_none() {
            self.refuse(format!("should be true or false, but is {}.", self.kind()));
        }
        flag
    }

    /// The items of a list, if it is one. Nothing is noted if it isn't.
    pub(crate) fn items(&self) -> Option<Vec<Self>> {
        let items: Vec<&'a RawValue> = serde_json::from_str(self.raw.get()).ok()?;
        let item = |(n, raw)| Self::new(format!("{}[{n}]", self.path), raw, self.problems);
        Some(items.into_iter().enumerate().map(item).collect())
    }

    /// A list with so many items. Of a list that is too long only the first items are read.
    pub(crate) fn list(&self, length: &RangeInclusive<usize>) -> Vec<Self> {
        let Some(mut items) = self.items() else {
            self.refuse(format!("should be a list, but is {}.", self.kind()));
            return Vec::new();
        };
        let (min, max) = (length.start(), length.end());
        if !length.contains(&items.len()) {
            self.refuse(format!("should have {min} to {max} items, but has {}.", items.len()));
        }
        items.truncate(*max);
        items
    }

    /// The fields of an object. Anything else is read as an object without fields.
    pub(crate) fn fields(self) -> Fields<'a> {
        let fields: Option<IndexMap<String, &'a RawValue>> = serde_json::from_str(self.raw.get()).ok();
        if fields.is_none() {
            self.refuse(format!("should be an object, but is {}.", self.kind()));
        }
        let is_object = fields.is_some();
        Fields { path: self.path, unread: fields.unwrap_or_default(), is_object, problems: self.problems }
    }

    /// The value as a problem quotes it: a number as it was written, anything else by its kind.
    fn found(&self) -> String {
        match self.kind() {
            "a number" => quoted(self.raw.get()),
            kind => kind.to_owned(),
        }
    }
}

/// The fields of an object. Each is taken out when it is read, so what is left at the end is unknown.
pub(crate) struct Fields<'a> {
    pub(crate) path: String,
    unread: IndexMap<String, &'a RawValue>,
    /// Whether there was an object at all. If not, that has been noted, and it would be no help to list
    /// everything it lacks.
    is_object: bool,
    pub(crate) problems: &'a Problems,
}

impl<'a> Fields<'a> {
    /// A field that may be absent.
    pub(crate) fn optional(&mut self, name: &str) -> Option<Value<'a>> {
        let raw = self.unread.shift_remove(name)?;
        Some(Value::new(self.path_of(name), raw, self.problems))
    }

    /// A field that has to be there.
    pub(crate) fn required(&mut self, name: &str) -> Option<Value<'a>> {
        let value = self.optional(name);
        if value.is_none() && self.is_object {
            self.problems.add(&self.path_of(name), "is missing.");
        }
        value
    }

    /// A required text; empty where there is none.
    pub(crate) fn text(&mut self, name: &str) -> String {
        self.required(name).and_then(|value| value.text()).unwrap_or_default()
    }

    /// A required list.
    pub(crate) fn list(&mut self, name: &str, length: &RangeInclusive<usize>) -> Vec<Value<'a>> {
        self.required(name).map(|value| value.list(length)).unwrap_or_default()
    }

    /// A list of at most so many items that may be absent.
    pub(crate) fn optional_list(&mut self, name: &str, max: usize) -> Vec<Value<'a>> {
        self.optional(name).map(|value| value.list(&(0..=max))).unwrap_or_default()
    }

    /// A required whole number; the least of its range where there is none.
    pub(crate) fn whole_number(&mut self, name: &str, range: &RangeInclusive<u32>) -> u32 {
        self.required(name).and_then(|value| value.whole_number(range)).unwrap_or(*range.start())
    }

    /// A flag that may be absent, which means no.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        self.optional(name).and_then(|value| value.flag()).unwrap_or(false)
    }

    /// Notes the fields that nobody has read, but for those that by custom are for other programs and for notes.
    pub(crate) fn refuse_unread(self) {
        for name in self.unread.keys().filter(|name| !name.starts_with(['_', '$'])) {
            let name = if name.is_empty() { "\"\"" } else { name };
            self.problems.add(&self.path_of(&quoted(name)), "is not a field that is known here.");
        }
    }

    /// The path of a field.
    pub(crate) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}

/// As much of an author's text as fits into a sentence about it.
fn quoted(text: &str) -> String {
    const MAX: usize = 60;
    let mut quoted: String = text.chars().take(MAX).collect();
    if quoted.len() < text.len() {
        quoted.push('…');
    }
    quoted
}
