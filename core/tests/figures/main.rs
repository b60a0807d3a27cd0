//! Figures: bodies that keep their lengths, stand where they stand, move without jumps, and are refused with a reason.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod bodies;
mod faulty;
mod moving;
