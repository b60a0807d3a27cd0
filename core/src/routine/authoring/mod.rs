//! The document an author writes: read as a whole, and with everything that is wrong with it. The widget doesn't
//! contain this; it reads the checked form.

mod authorship;
mod checks;
mod cross_references;
mod draft;
mod parse;
mod problem;
mod validate;

pub use authorship::{Author, Authorship};
pub(super) use checks::Validator;
pub(super) use draft::{Given, List};
pub(super) use parse::read_json;
pub use problem::Problem;
pub(super) use problem::{Path, shorten};
pub(super) use validate::{DOSE_SECONDS, REPEATS};
