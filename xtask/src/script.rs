//! The verbs that are scripts of the browser tests' folder: screenshots, icons, figures, and what the bench runs.

use std::path::Path;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::setup::{browsers, npm};
use crate::{dist, project};

/// Draws the sheet of all figures, and takes a picture of it.
pub(crate) fn figures() -> Result<()> {
    let sh = project::shell()?;
    cmd!(sh, "cargo run --quiet --package supple-figures --example sheet").quiet().run()?;
    run("e2e/figures.mjs")
}

/// Runs a script on the site in dist/, which is built first where it is missing.
pub(crate) fn run(script: &str) -> Result<()> {
    run_with(script, &[], &[])
}

/// The same, with arguments and more variables.
pub(crate) fn run_with(script: &str, arguments: &[String], variables: &[(&str, &Path)]) -> Result<()> {
    dist::build_if_missing()?;
    npm::browser_tests()?;
    let chromium = browsers::chromium()?;
    let sh = project::shell()?;
    cmd!(sh, "node {script} {arguments...}")
        .envs(variables.iter().copied())
        .env(browsers::CHROMIUM.variable, chromium)
        .quiet()
        .run()
        .with_context(|| format!("{script} has failed; the reason is above."))
}
