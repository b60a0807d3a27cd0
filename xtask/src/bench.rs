//! `cargo xtask bench`: first paint, start-up, a running minute and the cues, measured in a browser.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::setup::{browser, npm};
use crate::{dist, project};

/// Measures what is in dist/, which is built first where it's missing.
pub(crate) fn run() -> Result<()> {
    run_script("e2e/bench/run.mjs")
}

/// Runs a script of the browser tests' folder on the site, told which browser to use.
pub(crate) fn run_script(script: &str) -> Result<()> {
    dist::build_if_missing()?;
    npm::browser_tests()?;
    let browser = browser::find_or_install()?;
    let sh = project::shell()?;
    browser
        .tell(cmd!(sh, "node {script}"))
        .quiet()
        .run()
        .with_context(|| format!("{script} has failed; what it said is above."))
}
