//! Where things are in this checkout, and how commands are started in it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::Shell;

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable when it runs us. A binary that was started by hand uses the folder it was built in.
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or_else(|| xtask.clone(), PathBuf::from)
}

/// The finished site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// A shell whose current folder is the root of the checkout.
pub(crate) fn shell() -> Result<Shell> {
    let sh = Shell::new().context("The current directory can't be read.")?;
    sh.change_dir(root());
    Ok(sh)
}
