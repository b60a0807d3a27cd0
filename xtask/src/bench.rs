//! `cargo xtask bench`: times against their budgets, and against version 0.1 in the same run.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use xshell::cmd;

use crate::{project, script};

/// Version 0.1.
const COMMIT: &str = "75ae771e41bbbecfafc213948edbf749f110900b";

/// Tells the script where version 0.1's site is; a person may set it to a folder of theirs.
const VARIABLE: &str = "SUPPLE_BASELINE";

/// What is measured.
#[derive(Args)]
pub(crate) struct Options {
    /// Only these parts, such as `takeover move`; the script knows their names. By default all.
    parts: Vec<String>,
}

/// Measures the site in dist/, which is built first where it is missing. Fails if a budget is exceeded.
pub(crate) fn run(options: &Options) -> Result<()> {
    let baseline = match std::env::var_os(VARIABLE) {
        Some(chosen) => Some(std::path::absolute(chosen).context("SUPPLE_BASELINE does not name a folder.")?),
        None => build_baseline_if_missing().map_or_else(|error| without_baseline(&error), Some),
    };
    let variables: Vec<(&str, &Path)> = baseline.iter().map(|site| (VARIABLE, site.as_path())).collect();
    script::run_with("e2e/bench/run.mjs", &options.parts, &variables)
}

/// Version 0.1's site, which its own `cargo xtask dist` builds once in a checkout of its own, in target/.
fn build_baseline_if_missing() -> Result<PathBuf> {
    let checkout = project::root().join("target/baseline");
    let site = checkout.join("dist");
    if site.join("index.html").is_file() {
        return Ok(site);
    }
    println!("Building version 0.1 in {}, once. It takes about ten minutes.", checkout.display());
    let sh = project::shell()?;
    let has_commit = || cmd!(sh, "git cat-file -e {COMMIT}").quiet().ignore_stderr().run().is_ok();
    if !has_commit() {
        println!("  This clone doesn't go back that far. Fetching the commit.");
        cmd!(sh, "git fetch --quiet --depth 1 origin {COMMIT}")
            .quiet()
            .run()
            .context("The commit of version 0.1 can't be fetched.")?;
    }
    // A checkout of an earlier attempt is used again: what it has compiled so far stays.
    if !checkout.join("Cargo.toml").is_file() {
        let root = project::root();
        cmd!(sh, "git init --quiet {checkout}").quiet().run()?;
        cmd!(sh, "git -C {checkout} fetch --quiet --depth 1 {root} {COMMIT}").quiet().run()?;
        cmd!(sh, "git -C {checkout} checkout --quiet --detach {COMMIT}").quiet().run()?;
    }
    sh.change_dir(&checkout);
    cmd!(sh, "cargo xtask dist")
        // Ours are for this checkout. Cargo would add the flags of the folders above, which 0.1 was built without; an
        // empty variable takes their place.
        .env("CARGO_ENCODED_RUSTFLAGS", "")
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("CARGO_MANIFEST_DIR")
        .quiet()
        .run()
        .context("Version 0.1's own `cargo xtask dist` has failed; the reason is above.")?;
    Ok(site)
}

/// Says that the comparison is left out, and why.
fn without_baseline(error: &anyhow::Error) -> Option<PathBuf> {
    println!("Version 0.1 can't be built, so nothing is compared with it. {error}");
    println!("Set {VARIABLE} to a folder with its finished site, and the comparison is made.");
    None
}
