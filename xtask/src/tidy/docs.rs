//! Links between documents lead somewhere, and every document can be found.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{Finding, SourceFile, Tree};

/// Where a reader begins.
const ENTRANCES: [&str; 2] = ["README.md", "docs/ARCHITECTURE.md"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = dead_links(tree);
    findings.extend(unreachable(tree));
    findings
}

fn dead_links(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.below("", &["md"]) {
        for (line, target) in links(file) {
            if !exists(tree, &target) {
                findings.push(Finding::new(file, line, format!("the link to {target} leads nowhere")));
            }
        }
    }
    findings
}

/// Whether git has the file, or files in the folder.
fn exists(tree: &Tree, target: &str) -> bool {
    let folder = format!("{}/", target.trim_end_matches('/'));
    target.is_empty()
        || tree.paths.contains(target)
        || tree.paths.iter().any(|path| path.starts_with(&folder))
}

fn unreachable(tree: &Tree) -> Vec<Finding> {
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<String> = ENTRANCES.iter().map(|&entrance| entrance.to_owned()).collect();
    while let Some(path) = ahead.pop() {
        if let Some(file) = tree.files.iter().find(|file| file.path == path)
            && reached.insert(path)
        {
            ahead.extend(links(file).into_iter().map(|(_, target)| target));
        }
    }
    let what = "no link leads here from README.md or docs/ARCHITECTURE.md, so nobody will find it";
    tree.below("docs/", &["md"])
        .filter(|file| !reached.contains(&file.path))
        .map(|file| Finding::new(file, 1, what))
        .collect()
}

/// The links of a document to files of the checkout, as paths from its root, with their lines.
fn links(file: &SourceFile) -> Vec<(usize, String)> {
    let folder = Path::new(&file.path).parent().unwrap_or(Path::new(""));
    Parser::new_ext(&file.text, Options::ENABLE_TABLES)
        .into_offset_iter()
        .filter_map(|(event, range)| {
            let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) =
                event
            else {
                return None;
            };
            let target = dest_url.split(['#', '?']).next().unwrap_or_default();
            let leads_out = target.is_empty() || target.contains(':') || target.starts_with("//");
            let line = file.text[..range.start].lines().count().max(1);
            (!leads_out).then(|| (line, normal(&folder.join(target))))
        })
        .collect()
}

/// `docs/a.md` of `docs/guide/../a.md`.
fn normal(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                // A way out of the checkout stays visible, and so leads nowhere.
                if parts.pop().is_none() {
                    parts.push("..".to_owned());
                }
            }
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dead_links_are_found_at_their_line() {
        let found = check(&Tree::of("README.md", "Hello,\n\nsee [this](docs/none.md#there) ![](a.png)."));
        let places: Vec<(usize, bool)> =
            found.iter().map(|it| (it.line, it.what.contains("nowhere"))).collect();
        assert_eq!(places, [(3, true), (3, true)]);
    }

    #[test]
    fn living_links_pass() {
        let readme = "[a](docs/guide/a.md) [f](src/) [w](https://example.org) [m](mailto:a@example.org) [h](#here)\n\n\
                      ```\n[code](none.md)\n```\n";
        let tree = Tree::with(&[
            ("README.md", readme),
            ("docs/guide/a.md", "[up](../../README.md)"),
            ("src/lib.rs", ""),
        ]);
        assert!(check(&tree).is_empty(), "{:?}", check(&tree));
    }

    #[test]
    fn lost_documents_are_found() {
        let tree = Tree::with(&[
            ("README.md", "[a](docs/a.md)"),
            ("docs/a.md", "[b](b.md)"),
            ("docs/b.md", ""),
            ("docs/lost.md", "[self](lost.md)"),
        ]);
        let found = check(&tree);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "docs/lost.md");
    }
}
