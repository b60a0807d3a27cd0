//! `cargo xtask serve`: builds the page and serves it on this machine.

mod compression;
mod server;
mod site;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};
use clap::Args;

use self::server::Server;
use self::site::Site;
use crate::{dist, project};

/// How many ports are tried when the wanted one is taken.
const PORTS: u16 = 20;

/// How the page is served.
#[derive(Args)]
pub(crate) struct Options {
    /// The port; when it is taken, the next free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The path below which the site is served, as on a project page.
    #[arg(long, default_value = "/", value_parser = site::parse_base)]
    base: String,
    /// Serve what is in dist/ without building.
    #[arg(long)]
    no_build: bool,
    /// Open no browser.
    #[arg(long)]
    no_open: bool,
    /// Build quickly, unoptimised.
    #[arg(long)]
    dev: bool,
}

/// Builds, serves until it is interrupted.
pub(crate) fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        dist::run(&dist::Options { dev: options.dev })?;
    }
    let root = project::dist();
    if !root.join("index.html").is_file() {
        bail!("There is no site in {}. Run `cargo xtask dist`, or leave out --no-build.", root.display());
    }
    let server = Server::start(listen(options.port)?, Site { root, base: options.base.clone() })?;
    let address = server.address();
    println!("Supple is at {address}  (Ctrl-C ends it)");
    if !options.no_open && has_display() && open::that_detached(address).is_err() {
        println!("No browser could be opened; open the address yourself.");
    }
    server.wait()
}

/// Serves what is in dist/ on a free port, for as long as the server is kept.
pub(crate) fn in_background() -> Result<Server> {
    Server::start(listen(0)?, Site { root: project::dist(), base: "/".to_owned() })
}

/// The first free port from the wanted one on.
fn listen(wanted: u16) -> Result<TcpListener> {
    for port in wanted..=wanted.saturating_add(PORTS) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                println!("Port {port} is taken; trying the next one.");
            }
            Err(error) => return Err(error).with_context(|| format!("Port {port} can't be used.")),
        }
    }
    bail!("All ports from {wanted} on are taken. Choose another with --port.")
}

fn has_display() -> bool {
    if std::env::var_os("CI").is_some() {
        return false;
    }
    let unix_desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|it| std::env::var_os(it).is_some());
    cfg!(any(windows, target_os = "macos")) || unix_desktop
}
