//! `cargo xtask dist`: the finished site, in `dist/`.

use anyhow::{Context, Result};
use clap::Args;

use crate::{project, setup};

/// How the site is built.
#[derive(Args)]
pub(crate) struct Options {
    /// Build quickly, unoptimised.
    #[arg(long)]
    pub(crate) dev: bool,
}

/// Builds the site. Trunk compiles the widget and then calls `cargo xtask assemble` for the rest.
pub(crate) fn run(options: &Options) -> Result<()> {
    let trunk = setup::build_tools()?;
    let (profile, duration) = if options.dev { (None, "a minute") } else { (Some("--release"), "3 minutes") };
    println!("  Building the site. From nothing it takes about {duration}; afterwards less.");
    let sh = project::shell()?;
    trunk
        .command(&sh)
        .args(["--quiet", "build", "--offline"])
        .args(profile)
        .env("CARGO_TERM_QUIET", "true")
        .run()
        .context("The site was not built; trunk, cargo or `cargo xtask assemble` gave the reason above.")?;
    println!("The site is in {}.", project::dist().display());
    Ok(())
}

/// Builds the site if there is none, and says so if there is one.
pub(crate) fn build_if_missing() -> Result<()> {
    if !project::dist().join("index.html").is_file() {
        return run(&Options { dev: false });
    }
    println!("Using the site in dist/. Run `cargo xtask dist` first if it is out of date.");
    Ok(())
}
