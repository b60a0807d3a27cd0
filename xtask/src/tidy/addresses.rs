//! No file names a package registry's host or a folder of somebody's machine.

use super::{Finding, SourceFile, Tree};

/// Registries, in halves: this file must pass its own rule.
const HOSTS: [&str; 5] = [
    concat!("crates", ".io/"),
    concat!("registry.", "npmjs"),
    concat!("registry.", "yarnpkg"),
    concat!("deb.", "debian"),
    concat!("static.rust", "-lang.org"),
];

/// Folders at the root of a machine.
const FOLDERS: [&str; 4] =
    [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.files.iter().flat_map(in_file).collect()
}

fn in_file(file: &SourceFile) -> Vec<Finding> {
    file.lines()
        .filter_map(|(number, line)| {
            if let Some(host) = HOSTS.iter().find(|host| line.contains(*host)) {
                let what = format!("names the host {host}; each machine has its own way to its registry");
                return Some(Finding::new(file, number, what));
            }
            let folder = FOLDERS.iter().find(|folder| starts_a_path(line, folder))?;
            Some(Finding::new(file, number, format!("names {folder}, which is of one machine only")))
        })
        .collect()
}

/// Whether the folder stands at the start of a path, and not in the middle of another.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|it| it.is_alphanumeric() || "./_-*})".contains(it))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_folders_are_found() {
        for bad in
            [HOSTS[0], HOSTS[1], HOSTS[3], &format!("see {}a", FOLDERS[0]), &format!("\"{}b\"", FOLDERS[1])]
        {
            assert_eq!(check(&Tree::of("docs/a.md", bad)).len(), 1, "{bad}");
        }
    }

    #[test]
    fn names_of_registries_and_inner_folders_pass() {
        for good in
            [&format!("source{}", FOLDERS[1]), "crates.io-index", "https://example.org/a", "npm registry"]
        {
            assert!(check(&Tree::of("docs/a.md", good)).is_empty(), "{good}");
        }
    }
}
