//! Hugo, for the tests of its shortcode.

use anyhow::{Context, Result, bail};

use super::apt;
use crate::project;

/// The program, and Debian's package of it.
const HUGO: &str = "hugo";

/// Whether it is here. The tests find it on the `PATH` by themselves.
pub(crate) fn is_here() -> bool {
    which::which(HUGO).is_ok()
}

/// Installs it where it is not.
pub(crate) fn install_if_missing() -> Result<()> {
    if is_here() {
        return Ok(());
    }
    let sh = project::shell()?;
    if !apt::may_install(&sh) {
        bail!(
            "Hugo is not on the PATH. Install its extended edition, 0.101 or newer; then run the command again."
        );
    }
    println!("  Installing Debian's hugo for the browser tests. It takes about a minute.");
    apt::install(&sh, &[HUGO])?;
    which::which(HUGO).map(drop).context("apt installed hugo, yet it is not on the PATH.")
}
