//! Nothing that ships prints for developers: `cargo xtask assemble` takes out what `{:?}` would need.

use super::{Finding, Tree};

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let ours = tree.below("core/src/", &["rs"]).chain(tree.below("src/", &["rs"]));
    ours.flat_map(|file| {
        let ships =
            file.lines().take_while(|(_, line)| !line.starts_with("#[cfg(") || !line.contains("test"));
        let found = ships.filter(|(_, line)| line.contains(":?}") || line.contains(":#?}"));
        found.map(move |(number, _)| {
            Finding::new(file, number, "`{:?}` is a trap in the widget; print it with `{}`")
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_is_found_but_in_tests() {
        assert_eq!(check(&Tree::of("src/a.rs", "let b = format!(\"{c:?}\");")).len(), 1);
        assert_eq!(check(&Tree::of("core/src/a.rs", "write!(f, \"{:#?}\", c)")).len(), 1);
        assert!(check(&Tree::of("src/a.rs", "#[cfg(test)]\nmod tests { format!(\"{c:?}\") }")).is_empty());
        assert!(check(&Tree::of("xtask/src/a.rs", "let b = format!(\"{c:?}\");")).is_empty());
    }
}
