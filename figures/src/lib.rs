//! The figure engine as a module of its own: only a routine that brings figures needs it, so nobody else loads it.
//!
//! Its door is as low as WebAssembly's own, without wasm-bindgen, whose JavaScript would weigh on everybody: a document is
//! written into the module's memory, and what is drawn is read from it (`element/figures/engine.js`).

// The names of the exports are the module's contract; there is no other unsafe code, and no other crate to collide with.
#![allow(unsafe_code)]

use std::sync::{Mutex, PoisonError};

use supple_core::figure;

/// As quick as the standard one for what happens here, and smaller.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

/// The document before it is drawn, and what comes of it.
static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes room for a document of so many bytes, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    let mut text = TEXT.lock().unwrap_or_else(PoisonError::into_inner);
    *text = vec![0; length];
    text.as_mut_ptr()
}

/// Draws the document that was written there, and says where the outcome is: the document with drawings, on one line;
/// after it what is wrong with its figures, a line each.
#[unsafe(no_mangle)]
pub extern "C" fn draw() -> *const u8 {
    let mut text = TEXT.lock().unwrap_or_else(PoisonError::into_inner);
    let (mut drawn, problems) = figure::draw(&String::from_utf8_lossy(&text));
    for problem in problems {
        drawn += &format!("\n{problem}");
    }
    *text = drawn.into_bytes();
    text.as_ptr()
}

/// How many bytes that is.
#[unsafe(no_mangle)]
pub extern "C" fn length() -> usize {
    TEXT.lock().unwrap_or_else(PoisonError::into_inner).len()
}
