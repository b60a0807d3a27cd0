//! Values with a version: written with it, read only by it, and set aside where that fails.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::memory::WithMemory;
use super::notice::Notice;

/// The version of everything that is written today.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Versioned<'a, T> {
    version: u32,
    #[serde(flatten)]
    value: &'a T,
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// The value under a key. What can't be read is moved, whole, to a key of its own, and the person is told.
pub(super) fn read<T: DeserializeOwned>(place: &WithMemory, key: &str, now_ms: u64) -> Option<T> {
    let text = place.get(key)?;
    let version = serde_json::from_str::<Version>(&text).ok().map(|version| version.version);
    if version == Some(VERSION)
        && let Ok(value) = serde_json::from_str(&text)
    {
        return Some(value);
    }
    set_aside(place, key, &text, version.is_some_and(|version| version > VERSION), now_ms);
    None
}

/// Writes a value with its version.
pub(super) fn write<T: Serialize>(place: &WithMemory, key: &str, value: &T) {
    // Plain data with text keys, which serde_json always writes.
    if let Ok(text) = serde_json::to_string(&Versioned { version: VERSION, value }) {
        place.set(key, &text);
    }
}

fn set_aside(place: &WithMemory, key: &str, text: &str, newer: bool, now_ms: u64) {
    let without_prefix = key.strip_prefix("supple:").unwrap_or(key);
    let prefix = format!("supple:set-aside:{without_prefix}:");
    let moved_to = place.move_aside(key, text, &prefix, now_ms);
    place.notice(Notice::SetAside { key: key.to_owned(), moved_to, newer });
}
