//! `core` has no clock, no randomness, no I/O and no web crate: the time is an argument.

use toml::Table;

use super::rust_code::{self, Tests, Token};
use super::{Finding, SourceFile, Tree};

/// Crates that bring a browser, a clock or chance.
const CRATES: [&str; 10] = [
    "chrono",
    "console_log",
    "getrandom",
    "js_sys",
    "leptos",
    "rand",
    "time",
    "wasm_bindgen",
    "web_sys",
    "web_time",
];

/// Modules of `std` that reach outside.
const MODULES: [&str; 6] = ["env", "fs", "io", "net", "process", "thread"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let code = tree.below("core/src/", &["rs"]).flat_map(in_code);
    let manifest = tree.files.iter().filter(|file| file.path == "core/Cargo.toml").flat_map(in_manifest);
    code.chain(manifest).collect()
}

fn in_code(file: &SourceFile) -> Vec<Finding> {
    let tokens = match rust_code::tokens(file, Tests::Out) {
        Ok(tokens) => tokens,
        Err(unreadable) => return vec![unreadable],
    };
    let tells_time = !rust_code::lines_of(&tokens, &["std", ":", ":", "time"]).is_empty();
    let clocks =
        tokens.iter().filter(|token| tells_time && ["Instant", "SystemTime"].contains(&token.text.as_str()));
    let crates = tokens.windows(2).filter(|pair| names_a_crate(pair)).map(|pair| &pair[0]);
    let words = clocks.chain(crates).map(|token| (token.line, token.text.clone()));
    let modules = MODULES.iter().flat_map(|module| {
        let lines = rust_code::lines_of(&tokens, &["std", ":", ":", module]);
        lines.into_iter().map(move |line| (line, format!("std::{module}")))
    });
    words.chain(modules).map(|(line, name)| Finding::new(file, line, impure(&name))).collect()
}

/// Whether the first of two tokens is a forbidden crate, at the start of a path.
fn names_a_crate(pair: &[Token]) -> bool {
    let name = pair[0].text.as_str();
    let starts_a_path = [":", ";"].contains(&pair[1].text.as_str());
    let is_common_word = ["time", "rand"].contains(&name);
    // `time: u64` is a field, so a common word counts only as `use time::`; Cargo.toml tells the rest.
    !is_common_word && starts_a_path && is_forbidden(name)
}

fn in_manifest(file: &SourceFile) -> Vec<Finding> {
    let Ok(manifest) = file.text.parse::<Table>() else {
        return vec![Finding::new(file, 1, "this is not valid TOML")];
    };
    let dependencies = manifest.get("dependencies").and_then(|it| it.as_table());
    let names = dependencies.into_iter().flat_map(|it| it.keys());
    names
        .filter(|name| is_forbidden(&name.replace('-', "_")))
        .map(|name| {
            let line =
                file.lines().find(|(_, text)| text.starts_with(name.as_str())).map_or(1, |(line, _)| line);
            Finding::new(file, line, impure(name))
        })
        .collect()
}

fn is_forbidden(name: &str) -> bool {
    CRATES.contains(&name) || name.starts_with("gloo")
}

fn impure(name: &str) -> String {
    format!(
        "core names {name}; it has no clock, no chance, no I/O and no browser, so that every run can be repeated"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_outside_is_found() {
        for bad in [
            "use web_sys::Window;",
            "fn a() { js_sys::Date::now(); }",
            "use gloo_timers::callback::Timeout;",
            "use std::time::Instant;",
            "use std::time::{Duration, SystemTime};",
            "fn a() { std::fs::read(b); }",
            "use leptos::prelude::*;",
        ] {
            assert!(!check(&Tree::of("core/src/a.rs", bad)).is_empty(), "{bad}");
        }
    }

    #[test]
    fn what_stays_inside_passes() {
        for good in [
            "use std::time::Duration;",
            "struct Instant(u64); // of web_sys",
            "fn a(time: u64, rand: u8) { time; \"leptos::\"; }",
            "#[cfg(test)] mod tests { use std::time::Instant; }",
        ] {
            let found = check(&Tree::of("core/src/a.rs", good));
            assert!(found.is_empty(), "{good}: {found:?}");
        }
        assert!(check(&Tree::of("src/a.rs", "use web_sys::Window;")).is_empty());
    }

    #[test]
    fn dependencies_are_looked_at_and_those_of_tests_are_not() {
        let manifest = "[dependencies]\nserde = '1'\nweb-sys = '0.3'\n[dev-dependencies]\nrand = '1'\n";
        let found = check(&Tree::of("core/Cargo.toml", manifest));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 3);
    }
}
