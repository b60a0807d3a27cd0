//! `cargo xtask tidy`: what a script can see. One file a rule.

mod addresses;
mod browser_rooms;
mod core_purity;
mod debug_output;
mod docs;
mod html_strings;
mod length;
mod names;
mod panics;
mod rust_code;
mod skipped_tests;
mod versions;

use std::collections::BTreeSet;
use std::fmt;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project;

/// The rules, each a function of the whole tree.
const RULES: [fn(&Tree) -> Vec<Finding>; 11] = [
    length::check,
    names::check,
    core_purity::check,
    browser_rooms::check,
    html_strings::check,
    panics::check,
    debug_output::check,
    skipped_tests::check,
    addresses::check,
    docs::check,
    versions::check,
];

/// Prints what is not in order, and fails if anything is.
pub(crate) fn run() -> Result<()> {
    let tree = Tree::read()?;
    let findings: BTreeSet<Finding> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => println!("  {} files are in order.", tree.files.len()),
        1 => bail!("One place is not in order; it is named above."),
        many => bail!("{many} places are not in order; they are named above."),
    }
    Ok(())
}

/// A place that is not in order: what, and why it matters.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    line: usize,
    what: String,
}

impl Finding {
    fn new(file: &SourceFile, line: usize, what: impl Into<String>) -> Finding {
        Finding { path: file.path.clone(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// A text file, by its path from the root of the checkout, with slashes.
#[derive(Debug)]
struct SourceFile {
    path: String,
    text: String,
}

impl SourceFile {
    /// Whether the path ends in a dot and one of the extensions.
    fn is(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// The lines with their numbers, from 1 on.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

/// What git has, or would take: files that it ignores are nobody's business.
#[derive(Debug, Default)]
struct Tree {
    /// Those that are text.
    files: Vec<SourceFile>,
    /// All, pictures too.
    paths: BTreeSet<String>,
}

impl Tree {
    fn read() -> Result<Tree> {
        let sh = project::shell()?;
        let listed = cmd!(sh, "git ls-files -z --cached --others --exclude-standard")
            .quiet()
            .read()
            .context("git can't list the files. Is this a checkout?")?;
        let mut tree = Tree::default();
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            // A file that was just deleted is still listed.
            let Ok(bytes) = std::fs::read(project::root().join(path)) else { continue };
            tree.paths.insert(path.to_owned());
            if let Ok(text) = String::from_utf8(bytes) {
                tree.files.push(SourceFile { path: path.to_owned(), text });
            }
        }
        Ok(tree)
    }

    /// The text files below a folder that have one of the extensions.
    fn below<'a>(&'a self, folder: &'a str, extensions: &'a [&str]) -> impl Iterator<Item = &'a SourceFile> {
        self.files.iter().filter(move |file| file.path.starts_with(folder) && file.is(extensions))
    }

    /// A tree of one file, for the tests of the rules.
    #[cfg(test)]
    fn of(path: &str, text: &str) -> Tree {
        Tree::with(&[(path, text)])
    }

    /// A tree of several files, for the tests of the rules.
    #[cfg(test)]
    fn with(files: &[(&str, &str)]) -> Tree {
        Tree {
            files: files
                .iter()
                .map(|&(path, text)| SourceFile { path: path.to_owned(), text: text.to_owned() })
                .collect(),
            paths: files.iter().map(|(path, _)| (*path).to_owned()).collect(),
        }
    }
}
