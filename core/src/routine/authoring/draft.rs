//! The shape of a routine's document, before anything in it is known to be right.
//!
//! serde reads any JSON object into a [`RoutineDraft`] without an error: each part records whether it is
//! absent, of the wrong kind, or usable ([`Given`]). So one reading finds every problem, where a plain
//! `derive` would stop at the first. Whether the values make sense is for [`validate`](super::validate) to
//! say.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeOwned, Error, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Number;

/// What a document holds in one place.
#[derive(Default)]
pub(in crate::routine) enum Given<T> {
    #[default]
    Absent,
    /// A value of another kind, described as in "but is a number".
    Wrong(&'static str),
    Usable(T),
}

impl<T> Given<T> {
    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(super) fn usable(&self) -> Option<&T> {
        match self {
            Self::Usable(value) => Some(value),
            Self::Absent | Self::Wrong(_) => None,
        }
    }
}

/// A type that can be read from every JSON value of one kind.
pub(in crate::routine) trait Kind: DeserializeOwned {
    /// The kind's description, as in "should be a text".
    const KIND: &'static str;
}

const NULL: &str = "null";
const OBJECT: &str = "an object";
const LIST: &str = "a list";

impl Kind for bool {
    const KIND: &'static str = "true or false";
}

impl Kind for Number {
    const KIND: &'static str = "a number";
}

impl Kind for String {
    const KIND: &'static str = "a text";
}

impl<T: Kind> Kind for List<T> {
    const KIND: &'static str = LIST;
}

impl<'de, T: Kind> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(GivenVisitor(PhantomData))
    }
}

/// Reads a value of any kind as a `T`, or notes which kind it is.
struct GivenVisitor<T>(PhantomData<T>);

impl<T: Kind> GivenVisitor<T> {
    fn read<'de, K: Kind, D: Deserializer<'de>>(deserializer: D) -> Result<Given<T>, D::Error> {
        if T::KIND == K::KIND {
            T::deserialize(deserializer).map(Given::Usable)
        } else {
            Ok(Given::Wrong(K::KIND))
        }
    }
}

impl<'de, T: Kind> Visitor<'de> for GivenVisitor<T> {
    type Value = Given<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::KIND)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Given::Wrong(NULL))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Self::read::<bool, _>(value.into_deserializer())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Self::read::<Number, _>(value.into_deserializer())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Self::read::<Number, _>(value.into_deserializer())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Self::read::<Number, _>(value.into_deserializer())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        Self::read::<String, _>(value.into_deserializer())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Self::Value, E> {
        Self::read::<String, _>(value.into_deserializer())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        if T::KIND == LIST {
            return T::deserialize(SeqAccessDeserializer::new(items)).map(Given::Usable);
        }
        IgnoredAny.visit_seq(items)?;
        Ok(Given::Wrong(LIST))
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Self::Value, A::Error> {
        if T::KIND == OBJECT {
            return T::deserialize(MapAccessDeserializer::new(fields)).map(Given::Usable);
        }
        IgnoredAny.visit_map(fields)?;
        Ok(Given::Wrong(OBJECT))
    }
}

/// A list. Items beyond [`List::ITEMS_MAX`] are counted but not read.
pub(in crate::routine) struct List<T> {
    pub(super) items: Vec<Given<T>>,
    /// How many items the document has.
    pub(super) length: usize,
}

impl<T> List<T> {
    /// The most items of any list in a valid document.
    const ITEMS_MAX: usize = 100;
}

impl<'de, T: Kind> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Kind> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(LIST)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while items.len() < Self::Value::ITEMS_MAX
            && let Some(item) = list.next_element()?
        {
            items.push(item);
        }
        let mut length = items.len();
        while list.next_element::<IgnoredAny>()?.is_some() {
            length += 1;
        }
        Ok(List { items, length })
    }
}

impl<T> Given<List<T>> {
    /// The items; none where there is no list.
    pub(super) fn items(&self) -> &[Given<T>] {
        self.usable().map_or(&[], |list| &list.items)
    }
}

/// Fields of an object that nothing here reads.
pub(super) type Unknown = BTreeMap<String, IgnoredAny>;

/// Numbers of references.
pub(super) type Citations = Given<List<Number>>;

macro_rules! objects {
    ($($draft:ident)*) => {
        $(impl Kind for $draft {
            const KIND: &'static str = OBJECT;
        })*
    };
}

objects! {
    RoutineDraft AuthorDraft TimesDraft SectionDraft ExerciseDraft VariationDraft DoseDraft RepeatsDraft NoteDraft
    MuscleDraft ReferenceDraft
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
    pub(super) cover: Given<String>,
    pub(super) times: Given<TimesDraft>,
    #[serde(rename = "side-name")]
    pub(super) side_name: Given<String>,
    pub(super) sections: Given<List<SectionDraft>>,
    pub(super) why: Given<List<NoteDraft>>,
    pub(super) anatomy: Given<String>,
    pub(super) muscles: Given<List<MuscleDraft>>,
    pub(super) benefits: Given<List<String>>,
    pub(super) safety: Given<List<String>>,
    pub(super) references: Given<List<ReferenceDraft>>,
    pub(super) author: Given<AuthorDraft>,
    #[serde(rename = "for")]
    pub(super) for_whom: Given<String>,
    #[serde(rename = "days-per-week")]
    pub(super) days_per_week: Given<Number>,
    pub(super) edited: Given<String>,
    /// What drawings share, in documents that claim to bring some. Nobody reads it.
    #[serde(rename = "bodies")]
    pub(super) _bodies: IgnoredAny,
    /// The picture of the muscles; the crate that draws figures reads it.
    #[serde(rename = "anatomy-picture")]
    pub(super) _anatomy_picture: IgnoredAny,
    #[serde(flatten)]
    pub(super) unknown: Unknown,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct AuthorDraft {
    pub(super) name: Given<String>,
    pub(super) url: Given<String>,
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
    pub(super) exercises: Given<List<ExerciseDraft>>,
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
    pub(super) equipment: Given<List<String>>,
    pub(super) posture: Given<String>,
    pub(super) dose: Given<DoseDraft>,
    pub(super) sides: Given<String>,
    #[serde(rename = "side-name")]
    pub(super) side_name: Given<String>,
    pub(super) setup: Given<String>,
    pub(super) steps: Given<List<String>>,
    pub(super) key: Given<String>,
    pub(super) mistake: Given<String>,
    pub(super) partner: Given<bool>,
    pub(super) substitute: Given<String>,
    pub(super) variation: Given<VariationDraft>,
    pub(super) easier: Given<VariationDraft>,
    pub(super) region: Given<String>,
    #[serde(rename = "make-easier")]
    pub(super) make_easier: Given<String>,
    #[serde(rename = "make-harder")]
    pub(super) make_harder: Given<String>,
    pub(super) caution: Given<String>,
    pub(super) avoid: Given<List<String>>,
    pub(super) muscles: Given<List<String>>,
    pub(super) references: Citations,
    /// Refers to an exercise of a library, which replaces this one before it is checked.
    #[serde(rename = "use")]
    pub(super) used: Given<String>,
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
    #[serde(rename = "side-name")]
    pub(super) side_name: Given<String>,
    pub(super) setup: Given<String>,
    pub(super) steps: Given<List<String>>,
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
