//! What only routines by other authors need, as a WebAssembly module of its own that no other visit loads: it reads their
//! documents, says in words what is wrong with one, and draws the figures. The built-in routine is known to be right; it
//! is read, and its figures are drawn, when the site is built.
//!
//! `element/authoring` loads this module and calls [`read`].

use supple_core::{Completed, Library, Routine};
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

/// Whether a document refers to exercises or figures of the library, so that [`read`] takes it.
#[wasm_bindgen(js_name = needsLibrary)]
#[must_use]
pub fn needs_library(document: &str) -> bool {
    Library::is_needed_for(document)
}

/// Reads the document of a routine, JSON text. `library` is the file that the build writes of the library, for a document
/// that refers to it ([`needs_library`]).
///
/// # Errors
/// Where that file is another one; with a sentence of serde's, for whoever says so.
#[wasm_bindgen]
pub fn read(document: &str, library: Option<String>) -> Result<Outcome, String> {
    let library = library.map(|library| Library::from_json(&library)).transpose();
    let library = library.map_err(|error| error.to_string())?;
    let completed = match &library {
        Some(library) => library.read(document),
        None => Routine::parse(document).map(|routine| Completed { routine, document: document.to_owned() }),
    };
    let (routine, drawings, problems) = match completed {
        Ok(Completed { routine, document }) => {
            let (drawings, problems) = draw(&document);
            (Some(routine.to_checked()), drawings, problems)
        }
        Err(mut refused) => {
            refused.extend(problems(document));
            (None, None, refused)
        }
    };
    Ok(Outcome { routine, drawings, problems: problems.iter().map(ToString::to_string).collect() })
}
