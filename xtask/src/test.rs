//! `cargo xtask test`: every check, in the order in which failures are cheapest to find.

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use xshell::cmd;

use crate::setup::{self, apt, browsers, npm, typos};
use crate::step::step;
use crate::{dist, project, size, tidy};

/// Which checks are run.
#[derive(Args)]
pub(crate) struct Options {
    /// Run one part only.
    #[arg(long)]
    only: Option<Part>,
    /// Install Firefox and WebKit if they are missing, so that their tests are run.
    #[arg(long)]
    all_browsers: bool,
    /// Test the widget in every host, also in those that take a large download or a program: WordPress, Hugo.
    #[arg(long)]
    all_hosts: bool,
    /// After `--`: arguments for the browser tests, such as a file or `--grep Pause`.
    #[arg(last = true)]
    browser_arguments: Vec<String>,
}

/// A part of the checks.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Formatting, spelling, lints and types.
    Lint,
    /// The tests that need no browser.
    Native,
    /// The release build, its size, and the tests in a browser.
    Browser,
}

/// Runs the checks; the first that fails ends the run.
pub(crate) fn run(options: &Options) -> Result<()> {
    let wanted = |part| options.only.is_none_or(|only| only == part);
    if wanted(Part::Lint) {
        lint()?;
    }
    if wanted(Part::Native) {
        native()?;
    }
    if wanted(Part::Browser) {
        step("Build tools", || setup::build_tools().map(drop))?;
        step("Release build", || dist::run(&dist::Options::default()))?;
        step("Size", size::run)?;
        step("Browser tests, about 40 minutes", || in_browser(options))?;
    }
    println!("All checks have passed.");
    Ok(())
}

fn lint() -> Result<()> {
    step("Formatting", || {
        cargo("fmt --all --check").context("Run `cargo fmt --all` to format the files named above.")
    })?;
    step("Tidy", tidy::run)?;
    step("Spelling", spelling)?;
    step("Linters for JavaScript", npm::browser_tests)?;
    step("ESLint", || node("e2e/node_modules/eslint/bin/eslint.js", ". --max-warnings 0"))?;
    for project in ["element", "app/tsconfig.service-worker.json"] {
        step(&format!("Types of JavaScript: {project}"), || {
            node("e2e/node_modules/typescript/bin/tsc", &format!("--project {project}"))
        })?;
    }
    setup::wasm_target()?;
    for (name, crates) in [
        ("core, figures and xtask", "-p supple-core -p supple-figures -p xtask --all-targets"),
        (
            "the widget",
            "-p supple -p supple-authoring -p supple-sharing --features supple/progress,supple/studio --lib --bins --target wasm32-unknown-unknown",
        ),
        ("the prerenderer", "-p supple --all-targets --no-default-features --features ssr"),
    ] {
        step(&format!("Clippy: {name}"), || cargo(&format!("clippy --quiet {crates} -- --deny warnings")))?;
    }
    if which::which("cargo-deny").is_ok() {
        step("Licences and advisories", || cargo("deny --log-level error check"))?;
    } else {
        println!("  cargo-deny is not on the PATH: licences and advisories are not checked.");
    }
    Ok(())
}

fn native() -> Result<()> {
    step("Tests: core, figures, authoring, sharing and xtask", || {
        cargo("test --quiet -p supple-core -p supple-figures -p supple-authoring -p supple-sharing -p xtask")
    })?;
    step("Tests: the widget on the host", || {
        cargo("test --quiet -p supple --no-default-features --features ssr")
    })
}

fn cargo(arguments: &str) -> Result<()> {
    let sh = project::shell()?;
    let arguments = arguments.split(' ');
    Ok(cmd!(sh, "cargo {arguments...}").quiet().run()?)
}

fn node(script: &str, arguments: &str) -> Result<()> {
    let sh = project::shell()?;
    let arguments = arguments.split(' ');
    Ok(cmd!(sh, "node {script} {arguments...}").quiet().run()?)
}

fn spelling() -> Result<()> {
    let Some(typos) = typos::find_or_install()? else {
        println!(
            "  typos is not on the PATH, nor is pip, which could install it: the spelling is not checked."
        );
        return Ok(());
    };
    let sh = project::shell()?;
    cmd!(sh, "{typos}").quiet().run().context("If a word is right as it is, add it to typos.toml.")
}

fn in_browser(options: &Options) -> Result<()> {
    npm::browser_tests()?;
    hosts(options.all_hosts)?;
    let chromium = browsers::chromium()?;
    println!("  The browser is {}.", chromium.display());
    let sh = project::shell()?;
    sh.change_dir("e2e");
    let playwright = "node_modules/@playwright/test/cli.js";
    let arguments = &options.browser_arguments;
    let mut tests =
        cmd!(sh, "node {playwright} test {arguments...}").env(browsers::CHROMIUM.variable, chromium);
    for (variable, program) in browsers::others(options.all_browsers)? {
        tests = match program {
            Some(program) => tests.env(variable, program),
            None => tests.env_remove(variable),
        };
    }
    if options.all_hosts {
        tests = tests.env("SUPPLE_WORDPRESS", "1");
    }
    tests
        .quiet()
        .run()
        .context("A browser test has failed. Run it alone with `cargo xtask test --only browser -- FILE`.")
}

/// Installs Hugo if all hosts are wanted, and otherwise says which ones are left out.
fn hosts(all: bool) -> Result<()> {
    let has_hugo = which::which("hugo").is_ok();
    if all && !has_hugo {
        return apt::install(
            &["hugo"],
            "Hugo is not on the PATH. Install its extended edition, 0.101 or newer, then try again.",
        );
    }
    if !all {
        println!("  WordPress is left out, a download of 160 MB; `cargo xtask test --all-hosts` tests it.");
    }
    if !all && !has_hugo {
        println!("  Hugo is missing: its tests are left out; `cargo xtask test --all-hosts` installs it.");
    }
    Ok(())
}
