//! From the routine and a person's options to phases in time.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod choices;
mod fit;
#[path = "../generators/mod.rs"]
mod generators;
mod getting_ready;
mod one_side;
mod personal;
mod properties;
