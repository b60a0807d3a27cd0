//! A test runs, every time, and waits for what it wants to see.

use super::rust_code::{self, Tests};
use super::{Finding, SourceFile, Tree};

/// What is forbidden in browser tests, and why.
const IN_BROWSER: [(&str, &str); 6] = [
    (".skip(", "a test that is skipped holds nothing"),
    (".only(", "the other tests would not run"),
    (".fixme(", "a test that is skipped holds nothing"),
    (".slow(", "find out what is slow"),
    ("waitForTimeout", "wait for what should be seen; a fixed time is too long or too short"),
    ("networkidle", "wait for what should be seen"),
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let browser = tree.below("e2e/", &["js", "mjs", "ts"]).flat_map(in_browser);
    let rust = tree.below("", &["rs"]).flat_map(in_rust);
    browser.chain(rust).collect()
}

fn in_browser(file: &SourceFile) -> Vec<Finding> {
    let code = file.lines().filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.filter_map(|(number, line)| {
        if let Some((what, why)) = IN_BROWSER.iter().find(|(what, _)| line.contains(what)) {
            return Some(Finding::new(file, number, format!("{what}: {why}")));
        }
        let retries = line.split_once("retries:")?.1.trim_start();
        let none =
            retries.strip_prefix('0').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        let why = "retries: a test that passes only the second time has found something";
        (!none).then(|| Finding::new(file, number, why))
    })
    .collect()
}

fn in_rust(file: &SourceFile) -> Vec<Finding> {
    // What can't be read is reported by other rules.
    let Ok(tokens) = rust_code::tokens(file, Tests::In) else { return Vec::new() };
    let ignored = rust_code::lines_of(&tokens, &["#", "[", "ignore"]);
    ignored
        .into_iter()
        .map(|line| Finding::new(file, line, "#[ignore]: a test that is skipped holds nothing"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_tests_and_fixed_waits_are_found() {
        for bad in [
            "test.skip('a', b);",
            "test.describe.only('a', b);",
            "test.fixme('a', b);",
            "await page.waitForTimeout(100);",
            "  retries: 2,",
            "  retries: process.env.CI ? 1 : 0,",
        ] {
            assert_eq!(check(&Tree::of("e2e/a.test.mjs", bad)).len(), 1, "{bad}");
        }
        assert_eq!(check(&Tree::of("core/tests/a.rs", "#[test]\n#[ignore = \"slow\"]\nfn a() {}")).len(), 1);
    }

    #[test]
    fn ordinary_tests_pass() {
        for good in ["test('a', b);", "  retries: 0,", "// never waitForTimeout", "list.skipped()"] {
            assert!(check(&Tree::of("e2e/a.test.mjs", good)).is_empty(), "{good}");
        }
        assert!(check(&Tree::of("src/a.rs", "fn a() { iter.skip(1); \"#[ignore]\"; }")).is_empty());
    }
}
