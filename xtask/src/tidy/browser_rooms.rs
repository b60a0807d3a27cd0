//! Only `src/browser/` names the browser; the door to the page may too.

use super::rust_code::{self, Tests};
use super::{Finding, Tree};

/// The folder of the browser's abilities, and the door by which the page comes in.
const ROOMS: [&str; 2] = ["src/browser/", "src/door.rs"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let elsewhere = |path: &str| !ROOMS.iter().any(|room| path.starts_with(room));
    let mut findings = Vec::new();
    for file in tree.below("src/", &["rs"]).filter(|file| elsewhere(&file.path)) {
        match rust_code::tokens(file, Tests::In) {
            Err(unreadable) => findings.push(unreadable),
            Ok(tokens) => {
                let named =
                    tokens.iter().filter(|token| ["web_sys", "js_sys"].contains(&token.text.as_str()));
                findings.extend(named.map(|token| {
                    let what = format!(
                        "{} outside src/browser/; there each ability has its fallback, and one place to look",
                        token.text
                    );
                    Finding::new(file, token.line, what)
                }));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_named_in_its_rooms_only() {
        let code = "use web_sys::Window;\nfn a() { js_sys::Date::now(); }";
        assert_eq!(check(&Tree::of("src/parts/card.rs", code)).len(), 2);
        assert!(check(&Tree::of("src/browser/clock.rs", code)).is_empty());
        assert!(check(&Tree::of("src/door.rs", code)).is_empty());
        assert!(check(&Tree::of("src/parts/card.rs", "// web_sys::Window")).is_empty());
    }
}
