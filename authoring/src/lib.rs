//! What only routines of other authors need, as a module of its own that nobody else loads: what is wrong with a document,
//! in words, and its figures drawn. The built-in routine is known to be right, and drawn when the site is built.
//!
//! Its door is WebAssembly's own, without wasm-bindgen: a document is written into the module's memory, and the outcome is read
//! from there (`element/authoring/module.js`).

// The names of the exports are the module's contract; there is no other unsafe code, and no other crate to collide with.
#![allow(unsafe_code)]

use std::sync::{Mutex, PoisonError};

use supple_core::{Routine, figure};

/// As quick as the standard one for what happens here, and smaller.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

/// The document, and then what comes of it.
static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes room for a document of so many bytes, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    let mut text = TEXT.lock().unwrap_or_else(PoisonError::into_inner);
    *text = vec![0; length];
    text.as_mut_ptr()
}

/// Reads the document that was written there, and says where the outcome is: the document with drawings, on one line, or an empty
/// line where it is refused; after it what is wrong with it and its figures, a line each.
#[unsafe(no_mangle)]
pub extern "C" fn read() -> *const u8 {
    let mut text = TEXT.lock().unwrap_or_else(PoisonError::into_inner);
    let document = String::from_utf8_lossy(&text);
    let problems = Routine::parse(&document).err().unwrap_or_default();
    let (mut outcome, of_figures) = if problems.is_empty() {
        figure::draw(&document)
    } else {
        (String::new(), figure::problems(&document))
    };
    for problem in problems.iter().chain(&of_figures) {
        outcome += &format!("\n{problem}");
    }
    *text = outcome.into_bytes();
    text.as_ptr()
}

/// How many bytes that is.
#[unsafe(no_mangle)]
pub extern "C" fn length() -> usize {
    TEXT.lock().unwrap_or_else(PoisonError::into_inner).len()
}
