//! `cargo xtask watch`: rebuilds and reloads the page while you edit it.

use anyhow::{Context, Result};
use clap::Args;

use crate::{project, setup};

/// Where the page is served.
#[derive(Args)]
pub(crate) struct Options {
    /// The port.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Runs `trunk serve` with the pinned tools on its path, until it is interrupted.
pub(crate) fn run(options: &Options) -> Result<()> {
    let trunk = setup::build_tools()?;
    let sh = project::shell()?;
    trunk
        .command(&sh)
        .args(["serve", "--offline", "--port", &options.port.to_string()])
        .run()
        .context("trunk has stopped; the reason is above. If the port is taken, choose another with --port.")
}
