//! `cargo xtask icons`: the app's icons in the sizes that phones want, from the one drawing.

use anyhow::Result;

use crate::bench::run_script;

/// Draws them again.
pub(crate) fn run() -> Result<()> {
    run_script("e2e/icons.mjs")
}
