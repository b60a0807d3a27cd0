//! No file or module has a name that says nothing of what is in it.

use super::rust_code::{self, Tests};
use super::{Finding, Tree};

const EMPTY_NAMES: [&str; 8] = ["common", "helper", "helpers", "manager", "misc", "shared", "util", "utils"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.files.iter().flat_map(|file| in_path(file).into_iter().chain(in_modules(file))).collect()
}

fn in_path(file: &super::SourceFile) -> Option<Finding> {
    let stems = file.path.split('/').filter_map(|part| part.split('.').next());
    let empty = stems.into_iter().find(|stem| EMPTY_NAMES.contains(stem))?;
    Some(Finding::new(file, 1, says_nothing(empty)))
}

fn in_modules(file: &super::SourceFile) -> Vec<Finding> {
    if !file.is(&["rs"]) {
        return Vec::new();
    }
    // What can't be read is reported once, by another rule.
    let Ok(tokens) = rust_code::tokens(file, Tests::In) else { return Vec::new() };
    EMPTY_NAMES
        .iter()
        .flat_map(|name| {
            let lines = rust_code::lines_of(&tokens, &["mod", name]);
            lines.into_iter().map(|line| Finding::new(file, line, says_nothing(name)))
        })
        .collect()
}

fn says_nothing(name: &str) -> String {
    format!("the name “{name}” says nothing of what is in it; name it after what it knows")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_are_found() {
        for (path, text) in [
            ("src/utils.rs", ""),
            ("e2e/helpers/start.mjs", ""),
            ("style/common.css", ""),
            ("src/a.rs", "mod misc {}"),
        ] {
            assert_eq!(check(&Tree::of(path, text)).len(), 1, "{path} {text}");
        }
    }

    #[test]
    fn telling_names_pass() {
        for (path, text) in [("src/utility_room.rs", ""), ("src/a.rs", "// mod utils\nmod plan;")] {
            assert!(check(&Tree::of(path, text)).is_empty(), "{path} {text}");
        }
    }
}
