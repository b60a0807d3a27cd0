//! Figures: bones keep their lengths, feet stand on the floor, nothing jumps, and faulty figures are refused
//! with a reason.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod bodies;
mod drawn;
mod faulty;
mod fields;
mod lights;
mod moving;
mod poses;
