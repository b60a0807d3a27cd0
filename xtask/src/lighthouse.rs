//! `cargo xtask lighthouse`: what Lighthouse says about the page, served as web hosts do it.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::setup::{browsers, npm};
use crate::{dist, project, serve};

/// Audits what is in dist/, which is built first where it is missing. Fails if a score is below 100.
pub(crate) fn run() -> Result<()> {
    dist::build_if_missing()?;
    let lighthouse = npm::lighthouse()?;
    let chromium = browsers::chromium()?;
    let server = serve::in_background()?;
    let address = format!("{}/", server.origin);
    let reports = project::root().join("target/lighthouse");
    println!("Auditing {address} five times. It takes about two minutes.");
    let sh = project::shell()?;
    cmd!(sh, "node xtask/lighthouse/run.mjs {lighthouse} {address} {reports}")
        .env("CHROME_PATH", chromium)
        .quiet()
        .run()
        .context("The page doesn't have all scores, or could not be audited; the reason is above.")
}
