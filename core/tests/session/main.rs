//! One run through a plan, on a virtual clock.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod clocks;
mod commands;
mod courses;
mod cues;
#[path = "../generators/mod.rs"]
mod generators;
mod going_through;
mod model;
mod own_pace;
mod run;
mod taken_up;
mod too_much;
mod track;
mod whatever_comes;
