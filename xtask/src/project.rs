//! Where things are in this checkout, and how commands are started in it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::Shell;

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    // Cargo says where the package is when it runs us; a binary that was started by hand falls
    // back on where it was built.
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or_else(|| xtask.clone(), PathBuf::from)
}

/// The finished site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// A shell that stands in the root of the checkout.
pub(crate) fn shell() -> Result<Shell> {
    let sh = Shell::new().context("The current directory can't be read.")?;
    sh.change_dir(root());
    Ok(sh)
}
