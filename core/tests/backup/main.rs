//! The log as a file: what is written is read, what is something else is refused, and whatever is added in whatever
//! order gives the same log.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

#[allow(dead_code, reason = "the tests of the store take more of it")]
#[path = "../store/fake_storage.rs"]
mod fake_storage;
#[path = "../generators/mod.rs"]
mod generators;
mod importing;
mod merging;
mod reading;
mod sessions;
