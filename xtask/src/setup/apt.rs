//! Debian's packages, where this machine has apt and the person may use it.

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// Whether packages can be installed without asking anybody.
pub(super) fn may_install(sh: &Shell) -> bool {
    which::which("apt-get").is_ok() && cmd!(sh, "id -u").quiet().read().is_ok_and(|user| user == "0")
}

/// Installs packages, and nothing that they merely recommend.
pub(super) fn install(sh: &Shell, packages: &[&str]) -> Result<()> {
    let sh = sh.clone();
    sh.set_var("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get -qq update").quiet().run().context("apt can't update its lists.")?;
    cmd!(sh, "apt-get -qq install -y --no-install-recommends {packages...}")
        .quiet()
        .ignore_stdout()
        .run()
        .with_context(|| format!("apt can't install {}.", packages.join(" and ")))
}
