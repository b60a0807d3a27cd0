//! A step of a longer run: announced by name, timed, and named again when it fails.

use std::time::Instant;

use anyhow::{Context, Result};

/// Runs `work`. Prints its name before, and how long it took after.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let start = Instant::now();
    let done = work().with_context(|| format!("“{name}” failed."))?;
    println!("  {name}: done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(done)
}
