//! `cargo xtask test`: every check, in the order in which failures are cheapest to find.

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use xshell::cmd;

use crate::setup::{self, browser, hugo, npm, other_browsers};
use crate::step::step;
use crate::{dist, project, size, tidy};

/// Which checks are run.
#[derive(Args)]
pub(crate) struct Options {
    /// Run one part alone.
    #[arg(long)]
    only: Option<Part>,
    /// Install Firefox and WebKit if they are missing, so that their tests are run for sure.
    #[arg(long)]
    all_browsers: bool,
    /// Try the widget in every host, also in those that take a large download or a program: WordPress, Hugo.
    #[arg(long)]
    all_hosts: bool,
    /// After `--`: what the browser tests are called with, such as a file or `--grep Pause`.
    #[arg(last = true)]
    browser_arguments: Vec<String>,
}

/// A part of the checks.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Formatting, tidy and clippy.
    Lint,
    /// The tests that need no browser.
    Native,
    /// The release build, its size, and the tests in a browser.
    Browser,
}

/// Runs the checks; the first that fails ends the run.
pub(crate) fn run(options: &Options) -> Result<()> {
    let wanted = |part| options.only.is_none_or(|only| only == part);
    if options.only != Some(Part::Native) {
        step("Set-up", || setup::build_tools().map(drop))?;
    }
    if wanted(Part::Lint) {
        lint()?;
    }
    if wanted(Part::Native) {
        native()?;
    }
    if wanted(Part::Browser) {
        step("Release build", || dist::run(&dist::Options { dev: false }))?;
        step("Size", size::run)?;
        step("Browser tests", || in_browser(options))?;
    }
    println!("All checks have passed.");
    Ok(())
}

fn lint() -> Result<()> {
    step("Formatting", || {
        cargo("fmt --all --check").context("Run `cargo fmt --all` to format the files named above.")
    })?;
    step("Tidy", tidy::run)?;
    for (what, arguments) in [
        ("core and xtask", "-p supple-core -p xtask --all-targets"),
        ("the widget", "-p supple --lib --bins --target wasm32-unknown-unknown"),
        ("the prerenderer", "-p supple --all-targets --no-default-features --features ssr"),
    ] {
        step(&format!("Clippy: {what}"), || {
            cargo(&format!("clippy --quiet {arguments} -- --deny warnings"))
        })?;
    }
    Ok(())
}

fn native() -> Result<()> {
    step("Tests: core and xtask", || cargo("test --quiet -p supple-core -p xtask"))?;
    step("Tests: the widget on the host", || {
        cargo("test --quiet -p supple --no-default-features --features ssr")
    })
}

fn cargo(arguments: &str) -> Result<()> {
    let sh = project::shell()?;
    let arguments = arguments.split(' ');
    Ok(cmd!(sh, "cargo {arguments...}").quiet().run()?)
}

/// Installs what the hosts need that are to be tried, or says which ones are not.
fn hosts(all: bool) -> Result<()> {
    if all {
        return hugo::install_if_missing();
    }
    println!("  WordPress is left out, a download of 160 MB; `cargo xtask test --all-hosts` tries it.");
    if !hugo::is_here() {
        println!("  Hugo is not here: its tests are left out; `cargo xtask test --all-hosts` installs it.");
    }
    Ok(())
}

fn in_browser(options: &Options) -> Result<()> {
    npm::browser_tests()?;
    hosts(options.all_hosts)?;
    let browser = browser::find_or_install()?;
    println!("  The browser is {browser}.");
    let others =
        if options.all_browsers { other_browsers::find_or_install()? } else { other_browsers::find()? };
    let sh = project::shell()?;
    sh.change_dir("e2e");
    if options.all_hosts {
        sh.set_var("SUPPLE_WORDPRESS", "1");
    }
    let playwright = "node_modules/@playwright/test/cli.js";
    let arguments = &options.browser_arguments;
    others
        .tell(browser.tell(cmd!(sh, "node {playwright} test {arguments...}")))
        .quiet()
        .run()
        .context("A browser test has failed. Run it alone with `cargo xtask test --only browser -- FILE`.")
}
