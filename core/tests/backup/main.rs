//! The log as a file: what is written is read, anything else is refused, and files imported in any order give
//! the same log.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod everything;
#[allow(dead_code, reason = "the tests of the store take more of it")]
#[path = "../store/fake_storage.rs"]
mod fake_storage;
#[path = "../generators/mod.rs"]
mod generators;
mod importing;
mod merging;
mod reading;
mod sessions;
