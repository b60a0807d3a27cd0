//! What the page of received routines needs, as a WebAssembly module of its own that no other page loads: it reads links,
//! keeps the routines in them, and sums up what was done of one.
//!
//! `app/received/` loads this module. Each call looks at the storage anew, so another tab may change it in between, and what
//! the storage refuses is told each time.

mod local_storage;
mod page;

pub use page::{Asked, Page, Received, Told, Trouble};

use local_storage::LocalStorage;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a link holds, as JSON: [`Received`].
#[wasm_bindgen]
#[must_use]
pub fn read(link: &str, now_ms: f64) -> String {
    json(&page(now_ms).read(link))
}

/// Keeps the routine of a link. Returns what went wrong, as JSON: [`Trouble`], or null.
#[wasm_bindgen]
#[must_use]
pub fn keep(link: &str, now_ms: f64) -> String {
    json(&page(now_ms).keep(link))
}

/// Forgets a routine. Returns what went wrong, as JSON: [`Trouble`], or null.
#[wasm_bindgen]
#[must_use]
pub fn forget(id: &str, now_ms: f64) -> String {
    json(&page(now_ms).forget(id))
}

/// Sums up what was done of the routine in a document, as JSON: [`Told`]. `offset_min` is how many minutes the local time is
/// ahead of UTC.
#[wasm_bindgen]
#[must_use]
pub fn summary(document: &str, with_measurements: bool, now_ms: f64, offset_min: i32) -> String {
    json(&page(now_ms).summary(Asked { document, with_measurements, offset_min }))
}

fn page(now_ms: f64) -> Page {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates, and NaN becomes 0"
    )]
    let now_ms = now_ms as u64;
    Page::new(|| Box::new(LocalStorage), now_ms)
}

/// Never empty for what is sent here: serde_json fails on maps whose keys aren't texts, and there are none.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
