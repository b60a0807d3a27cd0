//! What people measure themselves: what they type, what a sensor says, and when a difference says anything.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod change;
#[path = "../generators/mod.rs"]
mod generators;
mod reading;
mod series;
mod tilt;
