//! A step of a longer run: announced by name, timed, and named again when it fails.

use std::time::Instant;

use anyhow::{Context, Result};

/// Does `work`, saying before what it is and after how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let start = Instant::now();
    let done = work().with_context(|| format!("“{name}” failed."))?;
    println!("  {name}: done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(done)
}
