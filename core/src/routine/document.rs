//! Reading a JSON document field by field, noting every problem and going on.

use super::Problem;
use crate::json::{Object, Value};

/// The longest text of one field, in characters.
pub(crate) const TEXT_MAX: usize = 2_000;

/// Problems found so far. More than [`Problems::MOST`] help nobody and would cost memory: they are counted.
#[derive(Default)]
pub(crate) struct Problems {
    found: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// How many are kept.
    const MOST: usize = 100;

    // In line, so that without the feature no message is left.
    #[inline(always)]
    pub(crate) fn add(&mut self, path: &str, message: impl Into<String>) {
        if cfg!(not(feature = "problems")) {
            self.more += 1;
        } else if self.found.len() < Self::MOST {
            self.found.push(Problem::new(path, message));
        } else {
            self.more += 1;
        }
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.found.len() + self.more
    }

    pub(crate) fn into_result<T>(mut self, value: T) -> Result<T, Vec<Problem>> {
        if self.more > 0 {
            self.found.push(Problem::new("", told!("There are {} more problems.", self.more)));
        }
        if self.found.is_empty() { Ok(value) } else { Err(self.found) }
    }
}

/// The fields of one object. Each is taken once; what is left at the end is unknown.
pub(crate) struct Fields {
    path: String,
    map: Object,
    /// Whether there was an object at all. If not, that was said, and nothing is said to be missing from it.
    readable: bool,
}

impl Fields {
    /// The object at `path`; anything else is a problem and is read as an empty object. So it keeps its place
    /// in its list, and the paths of those after it stay right.
    pub(crate) fn new(path: String, value: Value, problems: &mut Problems) -> Self {
        if let Value::Object(map) = value {
            Self { path, map, readable: true }
        } else {
            problems.add(&path, told!("should be an object, but is {}.", kind(&value)));
            Self { path, map: Object::default(), readable: false }
        }
    }

    /// The path of a field of this object.
    pub(crate) fn path(&self, name: &str) -> String {
        if self.path.is_empty() { told!("{name}") } else { told!("{}.{name}", self.path) }
    }

    /// A required field, whatever it holds.
    pub(crate) fn required(&mut self, name: &str, problems: &mut Problems) -> Option<Value> {
        let value = self.map.take(name);
        if value.is_none() && self.readable {
            problems.add(&self.path(name), "is missing.");
        }
        value
    }

    /// A field that may be absent.
    pub(crate) fn optional(&mut self, name: &str) -> Option<Value> {
        self.map.take(name)
    }

    /// A required text that is not blank.
    pub(crate) fn text(&mut self, name: &str, problems: &mut Problems) -> String {
        match self.required(name, problems) {
            Some(value) => text(&self.path(name), value, problems),
            None => String::new(),
        }
    }

    /// A text that may be absent, and is then empty.
    pub(crate) fn text_or_empty(&mut self, name: &str, problems: &mut Problems) -> String {
        match self.optional(name) {
            Some(value) => text(&self.path(name), value, problems),
            None => String::new(),
        }
    }

    /// A required id: lower-case letters, digits and hyphens, 1 to 40 of them.
    pub(crate) fn id(&mut self, name: &str, problems: &mut Problems) -> String {
        let id = self.text(name, problems);
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !id.is_empty() && (id.len() > 40 || !id.chars().all(allowed)) {
            problems.add(
                &self.path(name),
                "should be 1 to 40 lower-case letters, digits and hyphens, such as \"leg-swings\".",
            );
        }
        id
    }

    /// A required whole number within a range; the least where there is no such.
    pub(crate) fn number(&mut self, name: &str, range: (u32, u32), problems: &mut Problems) -> u32 {
        match self.required(name, problems) {
            Some(value) => number(&self.path(name), &value, range, problems).unwrap_or(range.0),
            None => range.0,
        }
    }

    /// A yes or no that may be absent, and is then no.
    pub(crate) fn flag(&mut self, name: &str, problems: &mut Problems) -> bool {
        match self.optional(name) {
            None => false,
            Some(Value::Bool(flag)) => flag,
            Some(other) => {
                problems.add(&self.path(name), told!("should be true or false, but is {}.", kind(&other)));
                false
            }
        }
    }

    /// A list of `min` to `max` items, each with its path. An absent list is a problem only if `min` is over 0.
    pub(crate) fn list(
        &mut self,
        name: &str,
        (min, max): (usize, usize),
        problems: &mut Problems,
    ) -> Vec<(String, Value)> {
        let path = self.path(name);
        let value = if min == 0 { self.optional(name) } else { self.required(name, problems) };
        let items = match value {
            None => return Vec::new(),
            Some(Value::List(items)) => items,
            Some(other) => {
                problems.add(&path, told!("should be a list, but is {}.", kind(&other)));
                return Vec::new();
            }
        };
        if items.len() < min || items.len() > max {
            problems.add(&path, told!("should have {min} to {max} items, but has {}.", items.len()));
        }
        let with_path = |(i, item)| (told!("{path}[{i}]"), item);
        items.into_iter().take(max).enumerate().map(with_path).collect()
    }

    /// A list of texts.
    pub(crate) fn texts(
        &mut self,
        name: &str,
        count: (usize, usize),
        problems: &mut Problems,
    ) -> Vec<String> {
        let items = self.list(name, count, problems);
        let mut texts = Vec::new();
        for (path, item) in items {
            texts.push(text(&path, item, problems));
        }
        texts
    }

    /// Reports what nobody asked for.
    pub(crate) fn end(self, problems: &mut Problems) {
        for (name, _) in &self.map.0 {
            let name = if name.is_empty() { "\"\"" } else { name };
            problems.add(&self.path(&shown(name)), "is not a field that is known here.");
        }
    }
}

/// A text that is not blank and not endless; empty where it is no such text at all.
pub(crate) fn text(path: &str, value: Value, problems: &mut Problems) -> String {
    let Value::Text(text) = value else {
        problems.add(path, told!("should be a text, but is {}.", kind(&value)));
        return String::new();
    };
    if text.trim().is_empty() {
        problems.add(path, "should not be empty.");
        return String::new();
    }
    if text.chars().count() > TEXT_MAX {
        problems.add(path, told!("should have at most {TEXT_MAX} characters."));
    }
    text
}

/// A whole number within a range.
pub(crate) fn number(
    path: &str,
    value: &Value,
    (min, max): (u32, u32),
    problems: &mut Problems,
) -> Option<u32> {
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    let number = number.filter(|number| (min..=max).contains(number));
    if number.is_none() {
        let found =
            || if let Value::Number(number) = value { number.clone() } else { kind(value).to_owned() };
        let wanted = if min == max { told!("{min}") } else { told!("a whole number from {min} to {max}") };
        problems.add(path, told!("should be {wanted}, but is {}.", found()));
    }
    number
}

/// As much of an author's text as fits into a sentence about it.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text.chars().take(MOST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// What a JSON value is, in words.
pub(crate) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Object(_) => "an object",
    }
}
