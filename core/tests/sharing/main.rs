//! Tests of what people give each other.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

#[path = "../generators/mod.rs"]
mod generators;
mod kept;
mod link;
mod summary;
