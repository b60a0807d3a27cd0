//! JSON, as much of it as Supple keeps and reads: text to [`Value`] and back.
//!
//! Ours, and not serde_json's, for its weight alone: the numbers of Supple are whole, and a general library brings
//! along what reads and prints floating-point numbers exactly. `tests/json.rs` holds it to serde_json's answers.

mod read;
mod write;

pub use read::{ReadError, read};

/// Anything that JSON can say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written: `20`, `-60`, `1.5e3`.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names with values.
    Object(Object),
}

impl Value {
    /// The number, if it is whole and from 0 to 2^64 - 1.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        let Self::Number(number) = self else { return None };
        number.parse().ok()
    }

    /// The number, if it is whole and within 32 bits.
    #[must_use]
    pub fn as_i32(&self) -> Option<i32> {
        let Self::Number(number) = self else { return None };
        number.parse().ok()
    }

    /// The yes or no.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        let Self::Bool(flag) = self else { return None };
        Some(*flag)
    }

    /// The text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        let Self::Text(text) = self else { return None };
        Some(text)
    }

    /// The items of the list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Value]> {
        let Self::List(items) = self else { return None };
        Some(items)
    }

    /// The object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        let Self::Object(object) = self else { return None };
        Some(object)
    }
}

/// Names with values, in the order in which they came. Of a name that comes twice, the last one counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object(pub Vec<(String, Value)>);

impl Object {
    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().rfind(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The value of a name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.0.iter_mut().rfind(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// Takes the value of a name out.
    #[inline(never)]
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let mut taken = None;
        while let Some(place) = self.0.iter().position(|(other, _)| other == name) {
            taken = Some(self.0.remove(place).1);
        }
        taken
    }

    /// Adds a name with a value.
    #[inline(never)]
    pub fn put(&mut self, name: &str, value: Value) {
        self.0.push((name.to_owned(), value));
    }
}

impl<const N: usize> From<[(&str, Value); N]> for Object {
    fn from(fields: [(&str, Value); N]) -> Self {
        Self(fields.map(|(name, value)| (name.to_owned(), value)).into())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        u64::from(number).into()
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
