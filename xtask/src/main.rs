//! Supple's own commands. `cargo xtask` lists them; most verbs have a file of their own.
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a panic is how a test fails"))]

mod assemble;
mod bench;
mod dist;
mod files;
mod lighthouse;
mod package;
mod project;
mod script;
mod serve;
mod setup;
mod site_address;
mod size;
mod step;
mod test;
mod tidy;
mod watch;

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};

/// Supple's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Build the site and serve it on this machine.
    Serve(serve::Options),
    /// Run every check: formatting, lints, tests, sizes, the browser.
    Test(test::Options),
    /// Leave the finished site in dist/.
    Dist(dist::Options),
    /// Make the npm package and the WordPress plugin, in target/.
    Package(package::Options),
    /// Rebuild and reload the page while you edit it.
    Watch(watch::Options),
    /// Weigh a first visit against the budgets.
    Size,
    /// Check what no other tool does: links, paths and versions in the docs, names and lengths of files.
    Tidy,
    /// Measure first paint, taking over, a running minute, cues and more in a browser, against version 0.1.
    Bench(bench::Options),
    /// Audit the page with Lighthouse, served as a web host serves it.
    Lighthouse,
    /// Take the pictures in the README again.
    Screenshots,
    /// Draw the icons of the app again, from static/icon.svg.
    Icons,
    /// Draw every figure in every pose on one sheet, in target/figures/, and the picture of their stills in docs/.
    Figures,
    /// Install the tools that the other verbs need, outside the checkout.
    Setup,
    /// Show this list.
    Help,
    /// Trunk's last step: bundle, hash and prerender what it has staged.
    #[command(hide = true)]
    Assemble,
}

fn main() -> ExitCode {
    let Err(error) = run(Cli::parse().verb.unwrap_or(Verb::Help)) else { return ExitCode::SUCCESS };
    eprintln!("error: {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
    ExitCode::FAILURE
}

fn run(verb: Verb) -> Result<()> {
    match verb {
        Verb::Serve(options) => serve::run(&options),
        Verb::Test(options) => test::run(&options),
        Verb::Dist(options) => dist::run(&options),
        Verb::Package(options) => package::run(&options),
        Verb::Watch(options) => watch::run(&options),
        Verb::Size => size::run(),
        Verb::Tidy => tidy::run(),
        Verb::Bench(options) => bench::run(&options),
        Verb::Lighthouse => lighthouse::run(),
        Verb::Screenshots => script::run("e2e/screenshots.mjs"),
        Verb::Icons => script::run("e2e/icons.mjs"),
        Verb::Figures => script::figures(),
        Verb::Setup => setup::run(),
        Verb::Help => Ok(Cli::command().print_help()?),
        Verb::Assemble => assemble::run(),
    }
}
