//! `cargo xtask dist`: the finished site, in `dist/`.

use anyhow::{Context, Result};
use clap::Args;

use crate::site_address::SiteAddress;
use crate::{project, setup};

/// The environment variable by which the site's address comes through trunk to `cargo xtask assemble`.
pub(crate) const SITE_VARIABLE: &str = "SUPPLE_SITE";

/// How the site is built.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Build quickly, unoptimised.
    #[arg(long)]
    pub(crate) dev: bool,
    /// Where the site will be published, such as https://example.org/supple/. Cards with pictures, canonical addresses and
    /// the sitemap need it; everything else works at any address.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) site: Option<SiteAddress>,
}

/// Builds the site. Trunk compiles the widget and then calls `cargo xtask assemble` for the rest.
pub(crate) fn run(options: &Options) -> Result<()> {
    let trunk = setup::build_tools()?;
    let (profile, duration) = if options.dev { (None, "a minute") } else { (Some("--release"), "7 minutes") };
    println!("  Building the site. From nothing it takes about {duration}; afterwards less.");
    let sh = project::shell()?;
    let command = trunk.command(&sh);
    let command = match &options.site {
        Some(site) => command.env(SITE_VARIABLE, site.to_string()),
        // Only what was asked for here counts.
        None => command.env_remove(SITE_VARIABLE),
    };
    command
        .args(["--quiet", "build", "--offline"])
        .args(profile)
        .env("CARGO_TERM_QUIET", "true")
        .run()
        .context("The site was not built; trunk, cargo or `cargo xtask assemble` gave the reason above.")?;
    println!("The site is in {}.", project::dist().display());
    match &options.site {
        Some(site) => println!("Its cards, canonical addresses and sitemap are for {site}."),
        None => println!(
            "For cards with pictures, canonical addresses and a sitemap, say where it will be: \
             `cargo xtask dist --site https://example.org/supple/`."
        ),
    }
    Ok(())
}

/// Builds the site if there is none, and says so if there is one.
pub(crate) fn build_if_missing() -> Result<()> {
    if !project::dist().join("index.html").is_file() {
        return run(&Options::default());
    }
    println!("Using the site in dist/. Run `cargo xtask dist` first if it is out of date.");
    Ok(())
}
