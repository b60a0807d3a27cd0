//! Nothing that ships panics without a word on why it can't.

use super::rust_code::{self, Tests};
use super::{Finding, SourceFile, Tree};

const PANICS: [&[&str]; 3] = [&[".", "unwrap", "("], &[".", "expect", "("], &["unreachable", "!"]];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let folders = ["core/src/", "src/", "xtask/src/"];
    folders.iter().flat_map(|folder| tree.below(folder, &["rs"])).flat_map(in_file).collect()
}

fn in_file(file: &SourceFile) -> Vec<Finding> {
    let tokens = match rust_code::tokens(file, Tests::Out) {
        Ok(tokens) => tokens,
        Err(unreadable) => return vec![unreadable],
    };
    let lines: Vec<&str> = file.text.lines().collect();
    // Line numbers count from 1: the line before `number` is at index `number - 2`.
    let says_why = |number: usize| {
        let here = lines.get(number - 1).is_some_and(|line| line.contains("//"));
        let before =
            number >= 2 && lines.get(number - 2).is_some_and(|line| line.trim_start().starts_with("//"));
        here || before
    };
    PANICS
        .iter()
        .flat_map(|pattern| {
            let found = rust_code::lines_of(&tokens, pattern).into_iter().filter(|line| !says_why(*line));
            found.map(|line| {
                let name = pattern.iter().find(|it| it.len() > 1).copied().unwrap_or_default();
                let what = format!("`{name}` takes down the page of a stranger; handle it, or say in a comment why it can't fail");
                Finding::new(file, line, what)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silent_panics_are_found() {
        for bad in ["fn a() { b.unwrap(); }", "fn a() { b\n.expect(\"c\"); }", "fn a() { unreachable!() }"] {
            assert_eq!(check(&Tree::of("src/a.rs", bad)).len(), 1, "{bad}");
        }
    }

    #[test]
    fn reasons_and_tests_pass() {
        for good in [
            "fn a() {\n// b holds one since c.\nb.unwrap();\n}",
            "fn a() { b.unwrap(); } // b holds one",
            "fn a() { b.unwrap_or(c); }",
            "#[cfg(test)] mod tests { fn a() { b.unwrap(); } }",
        ] {
            assert!(check(&Tree::of("src/a.rs", good)).is_empty(), "{good}");
        }
        assert!(check(&Tree::of("core/tests/a.rs", "fn a() { b.unwrap(); }")).is_empty());
    }
}
