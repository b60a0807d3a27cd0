//! The browsers for the tests: Chromium, which is installed where it is missing, and Firefox and WebKit, which are
//! installed only on request.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use super::{apt, npm};
use crate::project;

/// A browser that the tests can drive.
pub(crate) struct Browser {
    name: &'static str,
    /// The variable by which a person chooses its program, and by which our scripts are told.
    pub(crate) variable: &'static str,
    /// What the program is called on the PATH.
    programs: &'static [&'static str],
    /// Where it usually is on systems that don't put it on the PATH.
    places: &'static [&'static str],
    /// What must be on the PATH as well.
    company: &'static [&'static str],
    /// Debian's packages of all of that.
    packages: &'static [&'static str],
}

/// Chromium, or a browser based on it.
pub(crate) const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "SUPPLE_BROWSER",
    // The first has no window to draw, and runs the same tests in half the time; it is what Playwright would install.
    programs: &[
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
    ],
    places: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ],
    company: &[],
    packages: &["chromium-headless-shell"],
};

/// The others.
const OTHERS: [Browser; 2] = [
    Browser {
        name: "Firefox",
        variable: "SUPPLE_FIREFOX",
        programs: &["firefox-esr", "firefox"],
        places: &[
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            r"C:\Program Files\Mozilla Firefox\firefox.exe",
        ],
        company: &[],
        packages: &["firefox-esr"],
    },
    Browser {
        name: "WebKit",
        variable: "SUPPLE_WEBKIT",
        // The driver finds its browser by itself; that browser needs a screen.
        programs: &["WebKitWebDriver"],
        places: &[],
        company: &["Xvfb"],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

/// The program of Chromium: an installed one, or else Debian's package, or else Playwright's own build.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(found) = CHROMIUM.find()? {
        return Ok(found);
    }
    let sh = project::shell()?;
    if apt::may_install(&sh) {
        match CHROMIUM.install() {
            Ok(found) => return Ok(found),
            Err(error) => println!("  {error:#} Trying Playwright's own build."),
        }
    }
    npm::browser_tests()?;
    sh.change_dir("e2e");
    let path_of_its_own = "require('@playwright/test').chromium.executablePath()";
    let program = PathBuf::from(cmd!(sh, "node --print {path_of_its_own}").quiet().read()?);
    if !program.is_file() {
        println!("  Installing Playwright's Chromium for the browser tests. It takes about a minute.");
        let playwright = "node_modules/@playwright/test/cli.js";
        cmd!(sh, "node {playwright} install chromium").quiet().run().with_context(|| CHROMIUM.by_hand())?;
    }
    Ok(program)
}

/// The variables that tell the tests which other browsers to use: each with its program, or none where it is missing.
pub(crate) fn others(install: bool) -> Result<Vec<(&'static str, Option<PathBuf>)>> {
    let mut others = Vec::new();
    for browser in &OTHERS {
        let mut program = browser.find()?;
        if program.is_none() && install {
            program = Some(browser.install()?);
        }
        println!("  {}", browser.status(program.as_deref()));
        others.push((browser.variable, program));
    }
    Ok(others)
}

impl Browser {
    fn find(&self) -> Result<Option<PathBuf>> {
        self.find_or(std::env::var_os(self.variable).map(PathBuf::from))
    }

    fn find_or(&self, chosen: Option<PathBuf>) -> Result<Option<PathBuf>> {
        if let Some(chosen) = chosen.filter(|it| !it.as_os_str().is_empty()) {
            if !chosen.is_file() {
                bail!("{} is set to {}, which is not a file.", self.variable, chosen.display());
            }
            return Ok(Some(chosen));
        }
        if self.company.iter().any(|program| which::which(program).is_err()) {
            return Ok(None);
        }
        let on_path = self.programs.iter().find_map(|name| which::which(name).ok());
        Ok(on_path.or_else(|| self.places.iter().map(PathBuf::from).find(|place| place.is_file())))
    }

    fn install(&self) -> Result<PathBuf> {
        apt::install(self.packages, &self.by_hand())?;
        self.find()?.with_context(|| format!("apt installed {}, but it is not on the PATH.", self.name))
    }

    fn by_hand(&self) -> String {
        let programs: Vec<&str> = self.programs.iter().take(1).chain(self.company).copied().collect();
        format!(
            "{} is missing. Install it (on Debian: {}), with {} on the PATH, or set {} to its program.",
            self.name,
            self.packages.join(" and "),
            programs.join(" and "),
            self.variable,
        )
    }

    fn status(&self, program: Option<&Path>) -> String {
        match program {
            Some(program) => format!("{} is {}.", self.name, program.display()),
            None => {
                format!(
                    "{} is missing: its tests are left out; `cargo xtask test --all-browsers` installs it.",
                    self.name
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A "browser" that is on every machine that runs this, if its company is.
    fn with_company(company: &'static [&'static str]) -> Browser {
        Browser {
            variable: "SUPPLE_NOTHING",
            programs: &["nothing", "cargo"],
            places: &[],
            company,
            ..CHROMIUM
        }
    }

    #[test]
    fn a_browser_is_found_only_with_its_company() {
        assert!(with_company(&["cargo"]).find_or(None).unwrap().is_some());
        assert!(with_company(&["cargo", "supple-nothing"]).find_or(None).unwrap().is_none());
    }

    #[test]
    fn a_chosen_program_counts_if_it_is_a_file() {
        let chosen = std::env::current_exe().unwrap();
        assert_eq!(CHROMIUM.find_or(Some(chosen.clone())).unwrap(), Some(chosen));
        let error = CHROMIUM.find_or(Some("/supple/nothing".into())).unwrap_err().to_string();
        assert_eq!(error, "SUPPLE_BROWSER is set to /supple/nothing, which is not a file.");
    }
}
