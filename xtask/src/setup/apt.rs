//! Debian's packages, on machines that have apt and for users who may install.

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::project;

/// Whether packages can be installed without asking for a password.
pub(crate) fn may_install(sh: &Shell) -> bool {
    which::which("apt-get").is_ok() && cmd!(sh, "id -u").quiet().read().is_ok_and(|user| user == "0")
}

/// Installs packages, without those they only recommend. `by_hand` is the error where that isn't possible.
pub(crate) fn install(packages: &[&str], by_hand: &str) -> Result<()> {
    let sh = project::shell()?;
    if !may_install(&sh) {
        bail!("{by_hand}");
    }
    println!("  Installing {} with apt. It takes about a minute.", packages.join(" and "));
    sh.set_var("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get -qq update").quiet().run().context("apt can't update its lists.")?;
    cmd!(sh, "apt-get -qq install -y --no-install-recommends {packages...}")
        .quiet()
        .ignore_stdout()
        .run()
        .with_context(|| by_hand.to_owned())
}
