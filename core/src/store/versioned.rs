//! Values with a version: written with it, read only by it, and set aside where that fails.

use super::kept::{Read, Write};
use super::memory::WithMemory;
use super::notice::Notice;
use crate::json::{self, Value};

/// The version of everything that is written today.
const VERSION: u64 = 1;

/// The value under a key. What can't be read is moved, whole, to a key of its own, and the person is told.
pub(super) fn read<T: Read>(place: &WithMemory, key: &str, now_ms: u64) -> Option<T> {
    let text = place.get(key)?;
    let (version, value) = parse(&text);
    let fields = value.as_object().filter(|_| version == Some(VERSION));
    let read = fields.and_then(T::read);
    if read.is_none() {
        set_aside(place, key, &text, version.is_some_and(|version| version > VERSION), now_ms);
    }
    read
}

fn parse(text: &str) -> (Option<u64>, Value) {
    let value: Value = json::read(text).unwrap_or_default();
    let version = value.as_object().and_then(|fields| fields.get("version")?.as_u64());
    (version, value)
}

/// Writes a value with its version.
pub(super) fn write<T: Write>(place: &WithMemory, key: &str, value: &T) {
    place.set(key, &text(value));
}

/// A value with its version, as it is written.
pub(super) fn text<T: Write>(value: &T) -> String {
    let fields = value.write().put("version", VERSION.into());
    Value::Object(fields.0).to_string()
}

fn set_aside(place: &WithMemory, key: &str, text: &str, newer: bool, now_ms: u64) {
    let without_prefix = key.strip_prefix("supple:").unwrap_or(key);
    let prefix = format!("supple:set-aside:{without_prefix}:");
    let moved_to = place.move_aside(key, text, &prefix, now_ms);
    place.notice(Notice::SetAside { key: key.to_owned(), moved_to, newer });
}
