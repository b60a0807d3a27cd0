//! Values that two tabs or two devices may both have set: the one set last counts, on both of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A value and when it was set. It is stored as a list of the two, the time first: milliseconds since 1970, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dated<T>(u64, T);

impl<T: Ord> Dated<T> {
    /// A value that is set now (milliseconds since 1970, UTC) in place of another. It is dated later than that one even where
    /// the clock was set back in between, since whoever sets a value wants it to count.
    #[must_use]
    pub fn new(value: T, before: Option<&Self>, now_ms: u64) -> Self {
        Self(before.map_or(now_ms, |before| now_ms.max(before.0.saturating_add(1))), value)
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &T {
        &self.1
    }

    /// When it was set: milliseconds since 1970, UTC.
    #[must_use]
    pub fn set_ms(&self) -> u64 {
        self.0
    }
}

/// Of two values the one that was set later, or the greater one where both were set in the same millisecond: a total order,
/// so any number of them may be merged in any order. Something counts more than nothing.
pub(crate) fn later<T: Ord>(one: Option<Dated<T>>, other: Option<Dated<T>>) -> Option<Dated<T>> {
    one.max(other)
}

/// For each id the value that was set last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LatestById<T>(BTreeMap<String, Dated<T>>);

impl<T> Default for LatestById<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Ord> LatestById<T> {
    /// The value of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.get(id).map(Dated::value)
    }

    /// Each id with its value and when that was set, in alphabetical order.
    #[cfg(feature = "sharing")]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Dated<T>)> {
        self.0.iter().map(|(id, dated)| (id.as_str(), dated))
    }

    /// Sets the value of an id, now: milliseconds since 1970, UTC.
    pub fn set(&mut self, id: &str, value: T, now_ms: u64) {
        let dated = Dated::new(value, self.0.get(id), now_ms);
        self.0.insert(id.to_owned(), dated);
    }

    /// Whether no id has a value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was set last on either of two devices. It is the same whichever comes first, and however often they are merged.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (id, dated) in other.0 {
            let mine = self.0.remove(&id);
            self.0.extend(later(mine, Some(dated)).map(|dated| (id, dated)));
        }
        self
    }

    /// When a value was last set: milliseconds since 1970, UTC; 0 if there is none.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.0.values().map(Dated::set_ms).max().unwrap_or_default()
    }
}
