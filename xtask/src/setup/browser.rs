//! The browser for tests: one that is installed, else Debian's package, else Playwright's own.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Cmd, Shell, cmd};

use super::npm;
use crate::project;

/// The variable by which a person chooses the browser, and by which we tell our scripts.
const CHOICE: &str = "SUPPLE_BROWSER";

/// What a browser is called on the PATH.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/// Where it usually is on systems that don't put programs on the PATH.
const PLACES: [&str; 5] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// A browser that Playwright can drive.
pub(crate) enum Browser {
    /// A program on this machine.
    Installed(PathBuf),
    /// The build that Playwright downloads and finds by itself.
    Playwrights,
}

impl Browser {
    /// The command, told which browser to use.
    pub(crate) fn tell<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        match self {
            Browser::Installed(path) => command.env(CHOICE, path),
            Browser::Playwrights => command.env_remove(CHOICE),
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Browser::Installed(path) => path.display().fmt(f),
            Browser::Playwrights => f.write_str("Playwright's own"),
        }
    }
}

/// The browser of the tests; installs one where there is none.
pub(crate) fn find_or_install() -> Result<Browser> {
    if let Some(chosen) = std::env::var_os(CHOICE).filter(|chosen| !chosen.is_empty()) {
        let chosen = PathBuf::from(chosen);
        if !chosen.is_file() {
            bail!("{CHOICE} names {}, which is no file.", chosen.display());
        }
        return Ok(Browser::Installed(chosen));
    }
    if let Some(found) = find() {
        return Ok(Browser::Installed(found));
    }
    let sh = project::shell()?;
    if may_use_apt(&sh) {
        match install_with_apt(&sh) {
            Ok(()) => {
                let found = find().context("apt installed chromium, yet it is not on the PATH.")?;
                return Ok(Browser::Installed(found));
            }
            Err(error) => println!("  {error:#} Trying Playwright's own."),
        }
    }
    install_with_playwright(&sh)?;
    Ok(Browser::Playwrights)
}

fn find() -> Option<PathBuf> {
    let on_path = NAMES.iter().find_map(|name| which::which(name).ok());
    on_path.or_else(|| PLACES.iter().map(PathBuf::from).find(|place| Path::is_file(place)))
}

fn may_use_apt(sh: &Shell) -> bool {
    which::which("apt-get").is_ok() && cmd!(sh, "id -u").quiet().read().is_ok_and(|user| user == "0")
}

fn install_with_apt(sh: &Shell) -> Result<()> {
    println!("  Installing Debian's chromium for the browser tests. It takes about a minute.");
    let sh = sh.clone();
    sh.set_var("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get -qq update").quiet().run().context("apt can't update its lists.")?;
    cmd!(sh, "apt-get -qq install -y --no-install-recommends chromium")
        .quiet()
        .ignore_stdout()
        .run()
        .context("apt can't install chromium.")
}

fn install_with_playwright(sh: &Shell) -> Result<()> {
    println!("  Installing Playwright's Chromium for the browser tests. It takes about a minute.");
    npm::browser_tests()?;
    let _there = sh.push_dir("e2e");
    let playwright = "node_modules/@playwright/test/cli.js";
    cmd!(sh, "node {playwright} install chromium").quiet().run().with_context(|| {
        format!(
            "There is no browser for the tests. Install Chromium or Chrome, or set {CHOICE} to its program."
        )
    })
}
