//! What is kept between visits, over a shelf that fails on demand.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod archive;
mod failing;
#[path = "../generators/mod.rs"]
mod generators;
mod kept;
mod shelf;
mod things;
mod two_tabs;
mod unreadable;
mod whatever_happens;
