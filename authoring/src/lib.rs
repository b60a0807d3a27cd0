//! What only routines by other authors need, as a WebAssembly module of its own that no other visit loads:
//! what is wrong with a document, in words, and drawings of its figures. The built-in routine is known to be
//! right, and its figures are drawn when the site is built.
//!
//! `element/authoring` loads this module and calls [`read`].

use supple_core::Routine;
use supple_figures::{draw, problems};
use wasm_bindgen::prelude::wasm_bindgen;

/// What reading a document has brought.
#[wasm_bindgen(getter_with_clone)]
#[derive(Debug)]
pub struct Outcome {
    /// The document with a drawing in place of each figure; a faulty figure is left out. `None` (in
    /// JavaScript `undefined`) if the routine is refused.
    #[wasm_bindgen(readonly)]
    pub drawn: Option<String>,
    /// Everything that is wrong with the routine and its figures, a sentence each, with the path of what is
    /// meant.
    #[wasm_bindgen(readonly)]
    pub problems: Vec<String>,
}

/// Reads the document of a routine, JSON text.
#[wasm_bindgen]
#[must_use]
pub fn read(document: &str) -> Outcome {
    let (drawn, problems) = match Routine::parse(document) {
        Ok(_) => {
            let (drawn, problems) = draw(document);
            (Some(drawn), problems)
        }
        Err(mut refused) => {
            refused.extend(problems(document));
            (None, refused)
        }
    };
    Outcome { drawn, problems: problems.iter().map(ToString::to_string).collect() }
}
