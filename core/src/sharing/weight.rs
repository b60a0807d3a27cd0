//! What makes a link long.

use serde_json::Value;

use super::link::to_fragment;

/// A part of a routine, and how many characters of the link are there for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The part.
    pub of: WeightOf,
    /// By how many characters the link would be shorter without it. Parts that are alike share theirs, so the sum is less
    /// than the link.
    pub characters: usize,
}

/// A part of a routine that could be left out or said in fewer words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeightOf {
    /// A field of the document, by its name: `safety`, `summary`.
    Field(String),
    /// An exercise: which section it is in, and which of that it is, from 0.
    Exercise {
        /// Which section.
        section: usize,
        /// Which exercise of that.
        exercise: usize,
    },
}

/// What makes the link of this document long, biggest first. Empty where no link can hold it: then nobody knows.
#[must_use]
pub fn weights(document: &Value) -> Vec<Weight> {
    let Ok(all) = to_fragment(document) else { return Vec::new() };
    let mut found = Vec::new();
    let mut weigh = |of: WeightOf, without: &Value| {
        let rest = to_fragment(without).map_or(0, |link| link.len());
        found.push(Weight { of, characters: all.len().saturating_sub(rest) });
    };
    for name in document.as_object().into_iter().flatten().map(|(name, _)| name) {
        if name != "sections" {
            let mut without = document.clone();
            without.as_object_mut().and_then(|document| document.remove(name));
            weigh(WeightOf::Field(name.clone()), &without);
        }
    }
    let sections = document.get("sections").and_then(Value::as_array).into_iter().flatten();
    for (section, exercises) in sections.map(|section| section.get("exercises")).enumerate() {
        for exercise in 0..exercises.and_then(Value::as_array).map_or(0, Vec::len) {
            let mut without = document.clone();
            let list = without.pointer_mut(&format!("/sections/{section}/exercises"));
            if let Some(list) = list.and_then(Value::as_array_mut) {
                list.remove(exercise);
            }
            weigh(WeightOf::Exercise { section, exercise }, &without);
        }
    }
    found.retain(|weight| weight.characters > 0);
    found.sort_by_key(|weight| std::cmp::Reverse(weight.characters));
    found
}
