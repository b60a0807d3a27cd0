//! The browsers beside Chromium in which the main cases are tested: Firefox and WebKit, as they are delivered.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use xshell::Cmd;

use super::apt;
use super::program::Program;
use crate::project;

/// A browser that isn't Chromium.
struct OtherBrowser {
    name: &'static str,
    /// What our tests start.
    program: Program,
    /// What must be on the PATH beside it.
    company: &'static [&'static str],
    /// Debian's packages of all of that.
    packages: &'static [&'static str],
}

const ALL: [OtherBrowser; 2] = [
    OtherBrowser {
        name: "Firefox",
        program: Program {
            choice: "SUPPLE_FIREFOX",
            names: &["firefox-esr", "firefox"],
            places: &[
                "/Applications/Firefox.app/Contents/MacOS/firefox",
                r"C:\Program Files\Mozilla Firefox\firefox.exe",
            ],
        },
        company: &[],
        packages: &["firefox-esr"],
    },
    OtherBrowser {
        name: "WebKit",
        // It knows where its browser is.
        program: Program { choice: "SUPPLE_WEBKIT", names: &["WebKitWebDriver"], places: &[] },
        // A screen for a browser that can't do without.
        company: &["Xvfb"],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

/// Which of them the tests run in: the variable of each, and its program if it takes part.
pub(crate) struct OtherBrowsers(Vec<(&'static str, Option<PathBuf>)>);

impl OtherBrowsers {
    /// The command, told which of them to use.
    pub(crate) fn tell<'a>(&self, command: Cmd<'a>) -> Cmd<'a> {
        self.0.iter().fold(command, |command, (choice, program)| match program {
            Some(program) => command.env(choice, program),
            None => command.env_remove(choice),
        })
    }
}

/// Those that are here; of each, a line says whether it takes part.
pub(crate) fn find() -> Result<OtherBrowsers> {
    let mut found = Vec::new();
    for browser in &ALL {
        let program = browser.find()?;
        println!("  {}", browser.line(program.as_ref()));
        found.push((browser.program.choice, program));
    }
    Ok(OtherBrowsers(found))
}

/// All of them; installs those that are missing.
pub(crate) fn find_or_install() -> Result<OtherBrowsers> {
    let mut missing = Vec::new();
    for browser in &ALL {
        if browser.find()?.is_none() {
            missing.push(browser);
        }
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    find()
}

fn install(missing: &[&OtherBrowser]) -> Result<()> {
    let names: Vec<&str> = missing.iter().map(|browser| browser.name).collect();
    let names = names.join(" and ");
    let packages: Vec<&str> = missing.iter().flat_map(|browser| browser.packages).copied().collect();
    let sh = project::shell()?;
    if !apt::may_install(&sh) {
        bail!("{}", by_hand(missing));
    }
    println!("  Installing Debian's {names} for the browser tests. It takes about a minute.");
    apt::install(&sh, &packages).with_context(|| by_hand(missing))?;
    for browser in missing {
        if browser.find()?.is_none() {
            bail!("apt installed {}, yet it is not on the PATH.", browser.name);
        }
    }
    Ok(())
}

/// What a person can do about browsers that we can't install.
fn by_hand(missing: &[&OtherBrowser]) -> String {
    let each = missing.iter().map(|browser| {
        let OtherBrowser { name, program, company, packages } = browser;
        let programs: Vec<&str> = program.names.iter().take(1).chain(*company).copied().collect();
        format!(
            "{name} is not here. Install it (Debian has it as {}) so that {} can be found on the PATH, or set {}.",
            packages.join(" and "),
            programs.join(" and "),
            program.choice,
        )
    });
    each.collect::<Vec<_>>().join(" ")
}

impl OtherBrowser {
    fn find(&self) -> Result<Option<PathBuf>> {
        let program = self.program.find()?;
        Ok(program.filter(|_| self.company.iter().all(|name| which::which(name).is_ok())))
    }

    fn line(&self, program: Option<&PathBuf>) -> String {
        let name = self.name;
        match program {
            Some(program) => format!("{name} is {}.", program.display()),
            None => format!(
                "{name} is not here: its tests are left out; `cargo xtask test --all-browsers` installs it."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program that is on every machine that runs this, in the company of others.
    fn beside(company: &'static [&'static str]) -> OtherBrowser {
        let program = Program { choice: "SUPPLE_NOTHING", names: &["cargo"], places: &[] };
        OtherBrowser { name: "Nothing", program, company, packages: &["nothing-esr"] }
    }

    #[test]
    fn a_browser_is_here_with_all_of_its_company_only() {
        assert!(beside(&[]).find().unwrap().is_some());
        assert!(beside(&["cargo"]).find().unwrap().is_some());
        assert!(beside(&["cargo", "supple-nothing"]).find().unwrap().is_none());
    }

    #[test]
    fn a_missing_browser_says_what_to_do() {
        assert_eq!(
            ALL[0].line(None),
            "Firefox is not here: its tests are left out; `cargo xtask test --all-browsers` installs it."
        );
        assert_eq!(
            by_hand(&[&ALL[1]]),
            "WebKit is not here. Install it (Debian has it as webkit2gtk-driver and xvfb) so that WebKitWebDriver and \
             Xvfb can be found on the PATH, or set SUPPLE_WEBKIT."
        );
    }
}
