//! One run through a plan, on a virtual clock.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod audio;
mod clocks;
mod commands;
mod courses;
mod cues;
mod english;
#[path = "../generators/mod.rs"]
mod generators;
mod going_through;
mod model;
mod own_pace;
mod properties;
mod restored;
mod resuming;
mod run;
mod too_much;
