//! The Supple widget: mount it into an element, get a handle back.
//!
//! There are four ways in, of which a build has one: `bindings` for the browser, where JavaScript (`element/`) mounts the widget
//! and holds its handle; `progress::bindings` for what fills the Progress screen, a module of its own that loads later;
//! `studio::bindings` for the page on which people write routines; and `prerender` for the first paint. `docs/ARCHITECTURE.md` has the map.

// Each nested view is a type within a type, and the prerenderer keeps them all.
#![recursion_limit = "256"]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "so a test fails"))]
#![cfg_attr(not(feature = "widget"), expect(dead_code, reason = "what only the bindings of the widget call"))]

mod app;
mod background_audio;
mod browser;
mod components;
mod cue_dispatch;
mod durations;
mod events;
mod host;
mod messages;
mod outcome_wording;
#[cfg(any(feature = "progress", feature = "ssr"))]
pub mod progress;
mod screens;
mod session_controller;
mod speech;
mod state;
#[cfg(feature = "studio")]
pub mod studio;
mod today_wording;
mod unfinished;
mod wording;

#[cfg(feature = "widget")]
pub mod bindings;
#[cfg(feature = "widget")]
mod page;
#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(feature = "ssr")]
mod structured_data;
