//! The Supple widget: mount it into an element, get a handle back.
//!
//! Two doors, of which a build has one: [`door`] for the browser, where JavaScript (`element/`) calls
//! `mount` and holds the handle, and [`prerender`] for the first paint. Everything else is private. The way
//! of the data and the rooms are in `docs/ARCHITECTURE.md`.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "so a test fails"))]
#![cfg_attr(not(feature = "csr"), expect(dead_code, reason = "what only the door for the browser calls"))]

mod backup;
mod browser;
mod carry;
mod conduct;
mod markup;
mod outside;
mod parts;
mod pocket;
mod screens;
mod text;
mod widget;

#[cfg(feature = "csr")]
pub mod door;
#[cfg(feature = "ssr")]
pub mod prerender;
#[cfg(feature = "ssr")]
mod structured_data;

/// As quick as the standard one for what happens here, and smaller.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();
