//! What only routines by other authors need, as a WebAssembly module of its own that no other visit loads: it reads their
//! documents, says in words what is wrong with one, and draws the figures. The built-in routine is known to be right; it
//! is read, and its figures are drawn, when the site is built.
//!
//! `element/authoring` loads this module and calls [`read`].

use supple_core::Routine;
use supple_figures::{draw, problems};
use wasm_bindgen::prelude::wasm_bindgen;

/// What reading a document has brought.
#[wasm_bindgen(getter_with_clone)]
#[derive(Debug)]
pub struct Outcome {
    /// The routine in its checked form, which the widget reads. `None` (in JavaScript `undefined`) if it is refused.
    #[wasm_bindgen(readonly)]
    pub routine: Option<String>,
    /// The drawings of its figures, as JSON; a faulty figure is left out. `None` if the routine is refused, or nothing is
    /// drawn.
    #[wasm_bindgen(readonly)]
    pub drawings: Option<String>,
    /// Everything that is wrong with the routine and its figures, a sentence each, with the path of what is
    /// meant.
    #[wasm_bindgen(readonly)]
    pub problems: Vec<String>,
}

/// Reads the document of a routine, JSON text.
#[wasm_bindgen]
#[must_use]
pub fn read(document: &str) -> Outcome {
    let (routine, drawings, problems) = match Routine::parse(document) {
        Ok(routine) => {
            let (drawings, problems) = draw(document);
            (Some(routine.to_checked()), drawings, problems)
        }
        Err(mut refused) => {
            refused.extend(problems(document));
            (None, None, refused)
        }
    };
    Outcome { routine, drawings, problems: problems.iter().map(ToString::to_string).collect() }
}
