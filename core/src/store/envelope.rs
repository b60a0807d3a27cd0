//! Every stored value is a JSON object with a `version` beside its own fields. Only the present version is
//! read; anything else is quarantined, whole.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::fallback::FallbackStorage;
use super::notice::Notice;

/// The version of everything written today.
const VERSION: u64 = 1;

#[derive(Serialize)]
struct Envelope<'a, T> {
    #[serde(flatten)]
    value: &'a T,
    version: u64,
}

/// Looks for the version alone, since the rest may have any shape in another one.
#[derive(Deserialize)]
struct VersionProbe {
    version: u64,
}

/// Why a stored text can't be read.
pub(super) struct Unreadable {
    /// Whether a newer version of Supple wrote it.
    newer: bool,
}

/// The value under a key. One that can't be read is quarantined, and the person is told.
pub(super) fn read<T: DeserializeOwned>(storage: &FallbackStorage, key: &str, now_ms: u64) -> Option<T> {
    let text = storage.get(key)?;
    match decode(&text) {
        Ok(value) => Some(value),
        Err(Unreadable { newer }) => {
            quarantine(storage, key, &text, newer, now_ms);
            None
        }
    }
}

/// Stores a value under a key.
pub(super) fn write<T: Serialize>(storage: &FallbackStorage, key: &str, value: &T) {
    if let Some(text) = encode(value) {
        storage.set(key, &text);
    }
}

/// The text of a value. Never `None` for what the store writes: serde_json fails on maps whose keys aren't
/// texts, and there are none.
pub(super) fn encode<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(&Envelope { value, version: VERSION }).ok()
}

/// The value of a text, of the present version.
pub(super) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    // serde would also read a struct from a list.
    let is_object = text.trim_start().starts_with('{');
    let probe = serde_json::from_str::<VersionProbe>(text).ok().filter(|_| is_object);
    match probe {
        Some(VersionProbe { version: VERSION }) => {
            serde_json::from_str(text).map_err(|_| Unreadable { newer: false })
        }
        Some(VersionProbe { version }) => Err(Unreadable { newer: version > VERSION }),
        None => Err(Unreadable { newer: false }),
    }
}

/// Moves a text to a key of its own, where it stays whole.
fn quarantine(storage: &FallbackStorage, key: &str, text: &str, newer: bool, now_ms: u64) {
    let without_prefix = key.strip_prefix("supple:").unwrap_or(key);
    let prefix = format!("supple:set-aside:{without_prefix}:");
    let moved_to = storage.move_aside(key, text, &prefix, now_ms);
    storage.notify(Notice::SetAside { key: key.to_owned(), moved_to, newer });
}
