//! `cargo xtask screenshots`: the pictures of the README, taken from the page as it is.

use anyhow::Result;

use crate::bench::run_script;

/// Takes the pictures again, so that they stay true.
pub(crate) fn run() -> Result<()> {
    run_script("e2e/screenshots.mjs")
}
