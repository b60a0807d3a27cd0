//! A number in a field, which may be on its way to be one.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a person typed where a number belongs. What is no number stays as it was typed, and is a problem until it is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Typed {
    /// A whole number, which may be out of range.
    Number(u32),
    /// Anything else.
    Text(String),
}

impl Typed {
    /// What was typed; `None` where the field is blank.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return None;
        }
        let digits = trimmed.bytes().all(|byte| byte.is_ascii_digit());
        Some(match trimmed.parse() {
            Ok(number) if digits => Self::Number(number),
            _ => Self::Text(text.to_owned()),
        })
    }

    /// The number, if it is one.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(_) => None,
        }
    }

    /// What stands in the field.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }

    /// As a document has it.
    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::Number(number) => Value::from(*number),
            Self::Text(text) => Value::from(text.as_str()),
        }
    }

    /// What a document has, if it is a whole number, or a text; `20.0` is 20.
    pub(super) fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => {
                let whole = number.as_u64().and_then(|whole| u32::try_from(whole).ok());
                whole.or_else(|| whole_number(number.as_f64()?)).map(Self::Number)
            }
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

/// A number with a fraction of zero, such as `2e1`, up to what any field takes.
fn whole_number(number: f64) -> Option<u32> {
    (0..=3_600_u32).find(|whole| f64::from(*whole).to_bits() == number.to_bits())
}

impl From<u32> for Typed {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}
