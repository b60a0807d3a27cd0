//! The studio's logic: drafts, what is done to them, what is wrong with them, and where they come from.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

#[path = "../generators/mod.rs"]
mod any_json;
mod documents;
mod drafts;
mod edits;
#[path = "../store/fake_storage.rs"]
#[allow(dead_code, reason = "every test file takes what it needs")]
mod fake_storage;
mod free_exercise_db;
mod generators;
mod history;
mod kinds;
mod mending;
mod notes;
mod problems;
mod properties;
mod search;
mod text;
mod wger;
