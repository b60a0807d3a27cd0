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
pub use problem::Problem;
#[cfg(feature = "library")]
pub(super) use problem::{Path, Problems, shorten};
