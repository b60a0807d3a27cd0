//! What is stored between visits, over a storage that fails on demand.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod archive;
mod changed_plan;
mod corrections;
mod documents;
mod failing;
mod fake_storage;
mod fixtures;
#[path = "../generators/mod.rs"]
mod generators;
mod personal;
mod properties;
mod saved;
mod two_stores;
mod two_tabs;
mod unreadable;
mod week;
