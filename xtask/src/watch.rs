//! `cargo xtask watch`: rebuilds and reloads the page while you edit it.

use anyhow::{Context, Result};
use clap::Args;
use xshell::cmd;

use crate::{project, setup};

/// Where the page is shown.
#[derive(Args)]
pub(crate) struct Options {
    /// The port.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Runs `trunk serve` with the pinned tools on its path, until it is interrupted.
pub(crate) fn run(options: &Options) -> Result<()> {
    let tools = setup::build_tools()?;
    let sh = project::shell()?;
    let trunk = &tools.trunk;
    let port = options.port.to_string();
    cmd!(sh, "{trunk} serve --offline --port {port}")
        .env("PATH", &tools.path)
        // Whatever goes wrong is the build's; the way through trunk's own code is noise.
        .env("RUST_BACKTRACE", "0")
        // Trunk takes it for an option of its own, and dies of its value.
        .env_remove("NO_COLOR")
        .quiet()
        .run()
        .context("trunk has stopped; what it said above tells why. Where a port is taken, choose another with --port.")
}
