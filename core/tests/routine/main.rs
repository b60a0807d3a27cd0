//! Parsing a routine's document: the built-in one, and everything that can be wrong with others.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod authorship;
mod built_in;
mod checked;
mod faulty;
#[path = "../generators/mod.rs"]
mod generators;
mod library;
mod one_side;
mod properties;
mod references;
mod texts;
