//! No string becomes HTML: a routine may hold anything, and is shown as text.

use super::{Finding, Tree};

const WAYS: [&str; 6] =
    ["innerHTML", "inner_html", "outerHTML", "set_outer_html", "insertAdjacentHTML", "document.write"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let ours = tree.below("src/", &["rs"]).chain(tree.below("element/", &["js", "mjs"]));
    ours.flat_map(|file| {
        file.lines().filter(|(_, line)| !line.trim_start().starts_with("//")).filter_map(
            move |(number, line)| {
                let way = WAYS.iter().find(|way| line.contains(*way))?;
                Some(Finding::new(
                    file,
                    number,
                    format!("{way} makes HTML of a string; build nodes, or set text"),
                ))
            },
        )
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_that_become_html_are_found() {
        assert_eq!(check(&Tree::of("element/supple.js", "this.innerHTML = x;")).len(), 1);
        assert_eq!(check(&Tree::of("src/a.rs", "view! { <p inner_html=x/> }")).len(), 1);
        assert!(check(&Tree::of("src/a.rs", "// never innerHTML\nlet p = 1;")).is_empty());
        assert!(check(&Tree::of("e2e/a.test.mjs", "body.innerHTML = x;")).is_empty());
    }
}
