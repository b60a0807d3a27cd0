//! The browser for tests: one that is installed, else Debian's package, else Playwright's own.

use std::fmt;
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use super::program::Program;
use super::{apt, npm};
use crate::project;

/// Chromium, or one that is made of it.
const CHROMIUM: Program = Program {
    choice: "SUPPLE_BROWSER",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
    places: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ],
};

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
            Browser::Installed(path) => command.env(CHROMIUM.choice, path),
            Browser::Playwrights => command.env_remove(CHROMIUM.choice),
        }
    }

    /// Its program, for what doesn't know where Playwright keeps its own.
    pub(crate) fn program(&self) -> Result<PathBuf> {
        if let Browser::Installed(path) = self {
            return Ok(path.clone());
        }
        npm::browser_tests()?;
        let sh = project::shell()?;
        sh.change_dir("e2e");
        let ask = "require('@playwright/test').chromium.executablePath()";
        let said = cmd!(sh, "node --print {ask}").quiet().read();
        Ok(PathBuf::from(said.context("Playwright doesn't say where its Chromium is.")?))
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
    if let Some(found) = CHROMIUM.find()? {
        return Ok(Browser::Installed(found));
    }
    let sh = project::shell()?;
    if apt::may_install(&sh) {
        println!("  Installing Debian's chromium for the browser tests. It takes about a minute.");
        match apt::install(&sh, &["chromium"]) {
            Ok(()) => {
                let found = CHROMIUM.find()?.context("apt installed chromium, yet it is not on the PATH.")?;
                return Ok(Browser::Installed(found));
            }
            Err(error) => println!("  {error:#} Trying Playwright's own."),
        }
    }
    install_with_playwright(&sh)?;
    Ok(Browser::Playwrights)
}

fn install_with_playwright(sh: &Shell) -> Result<()> {
    println!("  Installing Playwright's Chromium for the browser tests. It takes about a minute.");
    npm::browser_tests()?;
    let _there = sh.push_dir("e2e");
    let playwright = "node_modules/@playwright/test/cli.js";
    cmd!(sh, "node {playwright} install chromium").quiet().run().with_context(|| {
        format!(
            "There is no browser for the tests. Install Chromium or Chrome, or set {} to its program.",
            CHROMIUM.choice
        )
    })
}
