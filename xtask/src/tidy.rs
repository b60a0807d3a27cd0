//! `cargo xtask tidy`: what rustfmt, clippy, ESLint and typos can't see. A function for each rule.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use anyhow::{Context, Result, bail};
use pulldown_cmark::{Event, Options, Parser, Tag};
use toml::Table;
use xshell::cmd;

use crate::project;

/// The longest file of code, in lines. A longer one holds more than one thought.
const LONGEST: usize = 400;

/// Names that say nothing about what is in a file.
const EMPTY_NAMES: [&str; 8] = ["common", "helper", "helpers", "manager", "misc", "shared", "util", "utils"];

/// Hosts of registries, which each machine reaches in its own way, in halves so that this file passes its own rule.
const HOSTS: [&str; 4] = [
    concat!("crates", ".io/"),
    concat!("registry.", "npmjs"),
    concat!("registry.", "yarnpkg"),
    concat!("static.rust", "-lang.org"),
];

/// The page with the invariants.
const ARCHITECTURE: &str = "docs/ARCHITECTURE.md";

/// Prints what is not in order, and fails if anything is.
pub(crate) fn run() -> Result<()> {
    let tree = Tree::read()?;
    let rules = [code, hosts, links, named_paths, invariants, versions];
    let findings: BTreeSet<String> = rules.iter().flat_map(|rule| rule(&tree)).collect();
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => println!("  {} files are in order.", tree.0.len()),
        many => bail!("{many} findings; they are listed above."),
    }
    Ok(())
}

/// The files that git has or would take: their paths from the root, and their texts, which are empty for binary files.
struct Tree(Vec<(String, String)>);

impl Tree {
    fn read() -> Result<Tree> {
        let sh = project::shell()?;
        let listed = cmd!(sh, "git ls-files -z --cached --others --exclude-standard").quiet().read();
        let listed = listed.context("git can't list the files. Is this a checkout?")?;
        let mut files = Vec::new();
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            // A file whose removal is not committed yet is still listed.
            let Ok(bytes) = std::fs::read(project::root().join(path)) else { continue };
            files.push((path.to_owned(), String::from_utf8(bytes).unwrap_or_default()));
        }
        Ok(Tree(files))
    }

    fn with_extension(&self, extensions: &[&str]) -> impl Iterator<Item = (&str, &str)> {
        let files = self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        files.filter(|(path, _)| path.rsplit_once('.').is_some_and(|(_, it)| extensions.contains(&it)))
    }

    fn text(&self, wanted: &str) -> Option<&str> {
        self.0.iter().find(|(path, _)| path == wanted).map(|(_, text)| text.as_str())
    }

    /// Whether there is such a file, or a folder with files in it.
    fn has(&self, wanted: &str) -> bool {
        let folder = format!("{}/", wanted.trim_end_matches('/'));
        wanted.is_empty() || self.0.iter().any(|(path, _)| path == wanted || path.starts_with(&folder))
    }
}

/// Files of code are short, and their names tell what is inside.
fn code(tree: &Tree) -> Vec<String> {
    let mut findings = Vec::new();
    for (path, text) in tree.with_extension(&["rs", "js", "mjs", "ts", "css"]) {
        let lines = text.lines().count();
        if lines > LONGEST {
            findings.push(format!("{path}: {lines} lines; split it, {LONGEST} is the limit"));
        }
        if path.split(['/', '.']).any(|part| EMPTY_NAMES.contains(&part)) {
            findings.push(format!("{path}: the name says nothing about what is inside"));
        }
    }
    findings
}

/// No file, such as a lock file, names the host of a package registry.
fn hosts(tree: &Tree) -> Vec<String> {
    let named =
        tree.0.iter().filter_map(|(path, text)| Some((path, HOSTS.iter().find(|it| text.contains(**it))?)));
    named.map(|(path, host)| format!("{path}: names the host {host}")).collect()
}

/// Links lead to something that exists, and every document is linked from another one.
fn links(tree: &Tree) -> Vec<String> {
    let documents = || tree.with_extension(&["md"]);
    let mut findings = Vec::new();
    let mut linked = BTreeSet::new();
    for (path, text) in documents() {
        for target in links_in(path, text) {
            if !tree.has(&target) {
                findings.push(format!("{path}: the link to {target} leads nowhere"));
            } else if target != path {
                linked.insert(target);
            }
        }
    }
    let lost = documents().filter(|(path, _)| path.starts_with("docs/") && !linked.contains(*path));
    findings.extend(
        lost.map(|(path, _)| format!("{path}: no other document links here, so nobody will find it")),
    );
    findings
}

/// The targets of a document's links inside the checkout, as paths from its root.
fn links_in(path: &str, text: &str) -> Vec<String> {
    let folder = Path::new(path).parent().unwrap_or(Path::new(""));
    let targets = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| {
        let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else {
            return None;
        };
        Some(dest_url.to_string())
    });
    let paths = targets.map(|target| target.split(['#', '?']).next().unwrap_or_default().to_owned());
    let inside = paths.filter(|it| !it.is_empty() && !it.contains(':') && !it.starts_with("//"));
    inside.map(|target| normal(&folder.join(target))).collect()
}

/// `docs/a.md` of `docs/guide/../a.md`. A way out of the checkout stays visible, and so leads nowhere.
fn normal(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::ParentDir if parts.pop().is_none() => parts.push("..".to_owned()),
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::ParentDir | Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    parts.join("/")
}

/// Paths that documents name as code exist. Decisions and the changelog may name what is gone.
fn named_paths(tree: &Tree) -> Vec<String> {
    let is_history = |path: &str| path.starts_with("docs/decisions/") || path == "CHANGELOG.md";
    let mut findings = Vec::new();
    for (path, text) in tree.with_extension(&["md"]).filter(|(path, _)| !is_history(path)) {
        let missing = paths_in(tree, text).into_iter().filter(|named| !tree.has(named));
        findings.extend(missing.map(|named| format!("{path}: there is no {named}")));
    }
    findings
}

/// The inline code of a document that looks like a path from the root of the checkout.
fn paths_in(tree: &Tree, text: &str) -> Vec<String> {
    let codes = Parser::new_ext(text, Options::ENABLE_TABLES)
        .filter_map(|event| if let Event::Code(code) = event { Some(code.to_string()) } else { None });
    let is_plain = |code: &str| code.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
    let is_inside =
        |code: &str| code.split_once('/').is_some_and(|(top, _)| !top.is_empty() && tree.has(top));
    codes.filter(|code| is_plain(code) && is_inside(code)).collect()
}

/// Each invariant names the test or the check that holds it.
fn invariants(tree: &Tree) -> Vec<String> {
    let page = tree.text(ARCHITECTURE).unwrap_or_default();
    let section = page.split("\n## ").find(|section| section.starts_with("Invariants"));
    let Some(section) = section else { return vec![format!("{ARCHITECTURE}: where are the invariants?")] };
    let mut items: Vec<String> = Vec::new();
    for line in section.lines() {
        if line.starts_with(|c: char| c.is_ascii_digit()) {
            items.push(String::new());
        }
        if let Some(item) = items.last_mut() {
            *item += line;
            *item += "\n";
        }
    }
    let is_held =
        |item: &str| item.contains("`cargo xtask") || paths_in(tree, item).iter().any(|it| tree.has(it));
    let loose = items.iter().filter(|item| !is_held(item)).filter_map(|item| item.lines().next());
    loose.map(|item| format!("{ARCHITECTURE}: “{item}” names no test that holds it")).collect()
}

/// Versions that must agree do. wasm-bindgen's command line must have the version of the crate; it is taken from
/// Cargo.lock, which `cargo update` must therefore not move on its own.
fn versions(tree: &Tree) -> Vec<String> {
    let table = |path| tree.text(path).and_then(|text| text.parse::<Table>().ok()).unwrap_or_default();
    let (manifest, toolchain) = (table("Cargo.toml"), table("rust-toolchain.toml"));
    let at = |keys: &[&str]| keys[1..].iter().try_fold(manifest.get(keys[0])?, |value, key| value.get(key));
    let shared = at(&["workspace", "dependencies", "wasm-bindgen"]);
    let wanted = shared.or_else(|| at(&["dependencies", "wasm-bindgen"]));
    let wanted =
        wanted.and_then(|it| it.as_str().or_else(|| it.get("version")?.as_str())).unwrap_or_default();
    let oldest = at(&["workspace", "package", "rust-version"]).and_then(|it| it.as_str()).unwrap_or_default();
    let pinned = toolchain.get("toolchain").and_then(|it| it.get("channel")?.as_str()).unwrap_or_default();
    let mut findings = Vec::new();
    if !wanted.starts_with('=') {
        findings
            .push(format!("Cargo.toml: wasm-bindgen is required as “{wanted}”; pin it with an equals sign"));
    }
    if oldest.is_empty() || !pinned.starts_with(oldest) {
        findings
            .push(format!("rust-toolchain.toml: the channel {pinned} is not the rust-version “{oldest}”"));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        Tree(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn long_code_and_empty_names_are_found() {
        let long = "\n".repeat(401);
        let tree = tree(&[
            ("a.rs", &long),
            ("b.rs", &long[1..]),
            ("a.md", &long),
            ("src/utils.rs", ""),
            ("src/utility.rs", ""),
        ]);
        let expected = [
            "a.rs: 401 lines; split it, 400 is the limit",
            "src/utils.rs: the name says nothing about what is inside",
        ];
        assert_eq!(code(&tree), expected);
    }

    #[test]
    fn links_that_lead_nowhere_and_lost_documents_are_found() {
        let readme =
            "[a](docs/a.md#b) [f](src/) [w](https://example.org) [h](#h)\n\n```\n[code](none.md)\n```\n";
        let a = "[b](none.md) ![](../../a.png) [up](../README.md)";
        let tree = tree(&[
            ("README.md", readme),
            ("docs/a.md", a),
            ("docs/lost.md", "[me](lost.md)"),
            ("src/lib.rs", ""),
        ]);
        let expected = [
            "docs/a.md: the link to docs/none.md leads nowhere",
            "docs/a.md: the link to ../a.png leads nowhere",
            "docs/lost.md: no other document links here, so nobody will find it",
        ];
        assert_eq!(links(&tree), expected);
    }

    #[test]
    fn missing_paths_and_invariants_without_tests_are_found() {
        let page = "`core/src`, `core/none`, `a/b`, `cargo test`\n## Invariants\n1. **A.** `core/src`.\n2. **B.**\n   `c`.\n## C";
        let tree = tree(&[(ARCHITECTURE, page), ("core/src/lib.rs", ""), ("CHANGELOG.md", "`core/gone`")]);
        assert_eq!(named_paths(&tree), ["docs/ARCHITECTURE.md: there is no core/none"]);
        assert_eq!(invariants(&tree), ["docs/ARCHITECTURE.md: “2. **B.**” names no test that holds it"]);
    }

    #[test]
    fn only_versions_that_agree_pass() {
        let found = |requirement: &str, channel: &str| {
            let manifest = "[workspace.package]\nrust-version = '1.95'\n[dependencies]\nwasm-bindgen = ";
            let toolchain = format!("[toolchain]\nchannel = '{channel}'");
            let manifest = format!("{manifest}{requirement}");
            versions(&tree(&[("Cargo.toml", &manifest), ("rust-toolchain.toml", &toolchain)])).len()
        };
        assert_eq!(found("'=0.2.130'", "1.95.0"), 0);
        assert_eq!(found("{ version = '=0.2.130' }", "1.95.0"), 0);
        assert_eq!(found("'0.2.130'", "1.96.0"), 2);
    }
}
