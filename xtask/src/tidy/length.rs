//! No file is longer than what one reads in one sitting.

use super::{Finding, Tree};

/// In lines.
const LIMIT: usize = 400;

/// Files that may be longer, each with its reason.
const EXCEPTIONS: [(&str, &str); 0] = [];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.below("", &["rs", "js", "mjs", "ts", "css"])
        .filter(|file| EXCEPTIONS.iter().all(|(path, _)| *path != file.path))
        .filter_map(|file| {
            let lines = file.text.lines().count();
            (lines > LIMIT).then(|| {
                let what =
                    format!("{lines} lines; above {LIMIT} a file holds more than one thought: split it");
                Finding::new(file, lines, what)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_code_is_found() {
        assert!(check(&Tree::of("src/a.rs", &"\n".repeat(400))).is_empty());
        assert_eq!(check(&Tree::of("src/a.rs", &"\n".repeat(401))).len(), 1);
        assert!(check(&Tree::of("docs/a.md", &"\n".repeat(401))).is_empty());
    }
}
