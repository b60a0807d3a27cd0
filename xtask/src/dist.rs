//! `cargo xtask dist`: the finished site, in `dist/`.

use anyhow::{Context, Result};
use clap::Args;
use xshell::cmd;

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
    let tools = setup::build_tools()?;
    let sh = project::shell()?;
    let trunk = &tools.trunk;
    let profile = if options.dev { None } else { Some("--release") };
    cmd!(sh, "{trunk} --quiet build --offline {profile...}")
        .env("PATH", &tools.path)
        // Whatever goes wrong is the build's; the way through trunk's own code is noise.
        .env("RUST_BACKTRACE", "0")
        // Trunk takes it for an option of its own, and dies of its value.
        .env_remove("NO_COLOR")
        .quiet()
        .run()
        .context(
            "The site was not built; what trunk, cargo or `cargo xtask assemble` said above tells why.",
        )?;
    println!("The site is in {}.", project::dist().display());
    Ok(())
}

/// Builds the site where there is none; says so where there is one.
pub(crate) fn build_if_missing() -> Result<()> {
    if !project::dist().join("index.html").is_file() {
        return run(&Options { dev: false });
    }
    println!("Using the site that is in dist/. Run `cargo xtask dist` first if it is old.");
    Ok(())
}
