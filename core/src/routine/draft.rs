//! The shape of a routine's document, before anything in it is known to be right.
//!
//! serde reads any JSON object into a [`RoutineDraft`] without an error: each part records whether it is absent, of the
//! wrong kind, or usable ([`Given`]). So one reading finds every problem, where a plain `derive` would stop at the first.
//! Whether the values make sense is for [`validate`](super::validate) to say.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::{Number, Value};

/// What a document holds in one place.
#[derive(Default)]
pub(super) enum Given<T> {
    #[default]
    Absent,
    /// A value of another kind, described as in "but is a number".
    Wrong(&'static str),
    Usable(T),
}

impl<T> Given<T> {
    pub(super) fn usable(&self) -> Option<&T> {
        match self {
            Self::Usable(value) => Some(value),
            Self::Absent | Self::Wrong(_) => None,
        }
    }
}

impl<T: Kind> From<Value> for Given<T> {
    fn from(value: Value) -> Self {
        let kind = kind_of(&value);
        if kind != T::KIND {
            return Self::Wrong(kind);
        }
        T::deserialize(value).map_or(Self::Wrong(kind), Self::Usable)
    }
}

impl<'de, T: Kind> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

/// A kind of JSON value, all of which can be read as this type.
pub(super) trait Kind: DeserializeOwned {
    /// Its description, as in "should be a text".
    const KIND: &'static str;
}

const OBJECT: &str = "an object";

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => bool::KIND,
        Value::Number(_) => Number::KIND,
        Value::String(_) => String::KIND,
        Value::Array(_) => "a list",
        Value::Object(_) => OBJECT,
    }
}

impl Kind for bool {
    const KIND: &'static str = "true or false";
}

impl Kind for Number {
    const KIND: &'static str = "a number";
}

impl Kind for String {
    const KIND: &'static str = "a text";
}

/// A list that should have `MIN` to `MAX` items. Items beyond that are counted but not read.
pub(super) struct List<T, const MIN: usize, const MAX: usize> {
    pub(super) items: Vec<Given<T>>,
    /// How many items the document has.
    pub(super) length: usize,
}

impl<T: Kind, const MIN: usize, const MAX: usize> Kind for List<T, MIN, MAX> {
    const KIND: &'static str = "a list";
}

impl<'de, T: Kind, const MIN: usize, const MAX: usize> Deserialize<'de> for List<T, MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = Vec::<Value>::deserialize(deserializer)?;
        let length = items.len();
        Ok(Self { items: items.into_iter().take(MAX).map(Given::from).collect(), length })
    }
}

impl<T, const MIN: usize, const MAX: usize> Given<List<T, MIN, MAX>> {
    /// The items; none where there is no list.
    pub(super) fn items(&self) -> &[Given<T>] {
        self.usable().map_or(&[], |list| &list.items)
    }
}

/// Fields of an object that nothing here reads.
pub(super) type Unknown = BTreeMap<String, IgnoredAny>;

/// Numbers of references.
pub(super) type Citations = Given<List<Number, 0, 20>>;

macro_rules! objects {
    ($($draft:ident)*) => {
        $(impl Kind for $draft {
            const KIND: &'static str = OBJECT;
        })*
    };
}

objects! {
    TimesDraft SectionDraft ExerciseDraft VariationDraft DoseDraft RepeatsDraft NoteDraft MuscleDraft ReferenceDraft
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct RoutineDraft {
    pub(super) format: Given<Number>,
    pub(super) id: Given<String>,
    pub(super) lang: Given<String>,
    pub(super) name: Given<String>,
    pub(super) tagline: Given<String>,
    pub(super) summary: Given<String>,
    pub(super) times: Given<TimesDraft>,
    pub(super) sections: Given<List<SectionDraft, 1, 20>>,
    pub(super) why: Given<List<NoteDraft, 0, 20>>,
    pub(super) anatomy: Given<String>,
    pub(super) muscles: Given<List<MuscleDraft, 0, 20>>,
    pub(super) benefits: Given<List<String, 0, 20>>,
    pub(super) safety: Given<List<String, 1, 20>>,
    pub(super) references: Given<List<ReferenceDraft, 0, 100>>,
    /// What the drawings share; the crate that draws figures reads it.
    #[serde(rename = "bodies")]
    pub(super) _bodies: IgnoredAny,
    /// A drawing, too.
    #[serde(rename = "anatomy-picture")]
    pub(super) _anatomy_picture: IgnoredAny,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct TimesDraft {
    pub(super) prepare: Given<Number>,
    pub(super) switch: Given<Number>,
    pub(super) recover: Given<Number>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct SectionDraft {
    pub(super) id: Given<String>,
    pub(super) name: Given<String>,
    pub(super) summary: Given<String>,
    pub(super) exercises: Given<List<ExerciseDraft, 1, 40>>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct ExerciseDraft {
    pub(super) id: Given<String>,
    pub(super) name: Given<String>,
    pub(super) summary: Given<String>,
    pub(super) needs: Given<String>,
    pub(super) dose: Given<DoseDraft>,
    pub(super) sides: Given<String>,
    pub(super) steps: Given<List<String, 1, 20>>,
    pub(super) key: Given<String>,
    pub(super) mistake: Given<String>,
    pub(super) partner: Given<bool>,
    pub(super) substitute: Given<String>,
    pub(super) variation: Given<VariationDraft>,
    pub(super) muscles: Given<List<String, 0, 20>>,
    /// A figure that can't be drawn is no reason to refuse the exercise.
    #[serde(rename = "figure")]
    pub(super) _figure: IgnoredAny,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct VariationDraft {
    pub(super) id: Given<String>,
    pub(super) name: Given<String>,
    pub(super) label: Given<String>,
    pub(super) sides: Given<String>,
    pub(super) steps: Given<List<String, 1, 20>>,
    pub(super) key: Given<String>,
    #[serde(rename = "figure")]
    pub(super) _figure: IgnoredAny,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct DoseDraft {
    pub(super) kind: Given<String>,
    pub(super) seconds: Given<Number>,
    pub(super) repeats: Given<RepeatsDraft>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct RepeatsDraft {
    pub(super) min: Given<Number>,
    pub(super) max: Given<Number>,
    pub(super) default: Given<Number>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct NoteDraft {
    pub(super) text: Given<String>,
    pub(super) references: Citations,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct MuscleDraft {
    pub(super) id: Given<String>,
    pub(super) name: Given<String>,
    pub(super) text: Given<String>,
    pub(super) references: Citations,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct ReferenceDraft {
    pub(super) title: Given<String>,
    pub(super) source: Given<String>,
    pub(super) date: Given<String>,
    pub(super) url: Given<String>,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}
