//! The Supple widget: mount it into an element, get a handle back.
//!
//! There are two ways in, of which a build has one: [`bindings`] for the browser, where JavaScript (`element/`) calls `mount` and
//! holds the handle, and [`prerender`] for the first paint. `docs/ARCHITECTURE.md` has the map.

// Each nested view is a type within a type, and the prerenderer keeps them all.
#![recursion_limit = "256"]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "so a test fails"))]
#![cfg_attr(not(feature = "csr"), expect(dead_code, reason = "what only the bindings for the browser call"))]

mod app;
mod background_audio;
mod backup;
mod browser;
mod components;
mod cue_dispatch;
mod durations;
mod events;
mod host;
mod messages;
mod screens;
mod session_controller;
mod speech;
mod state;
mod unfinished;
mod wording;

#[cfg(feature = "csr")]
pub mod bindings;
#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(feature = "ssr")]
mod structured_data;
