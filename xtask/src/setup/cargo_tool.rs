//! The tools that cargo installs: trunk and wasm-bindgen.

use std::path::PathBuf;

use anyhow::{Context, Result};
use toml::Table;
use xshell::cmd;

use super::cache;
use crate::project;

/// 0.22 needs a newer Rust.
const TRUNK: &str = "0.21.14";

/// Builds the page. Unoptimised and without its downloader it compiles in a third of the time.
pub(crate) fn trunk() -> Result<PathBuf> {
    install("trunk", TRUNK, "trunk", &["--locked", "--debug", "--no-default-features"], "6 minutes")
}

/// Writes the JavaScript around the WebAssembly. It must have the version of the crate.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    // With `--locked` it doesn't compile: its own lock file is of another time.
    install("wasm-bindgen-cli", &version, "wasm-bindgen", &[], "2 minutes")
}

fn install(package: &str, version: &str, binary: &str, flags: &[&str], duration: &str) -> Result<PathBuf> {
    let proof = format!("bin/{binary}{}", std::env::consts::EXE_SUFFIX);
    let about = format!("Compiling {package} {version}, once for this machine. It takes about {duration}.");
    cache::tool(&format!("{package}-{version}"), &proof, &about, |draft| {
        let sh = project::shell()?;
        cmd!(sh, "cargo install --quiet {package} --version {version} {flags...} --root {draft}")
            // What is measured for the widget is not meant for its tools.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("CARGO_TARGET_DIR")
            .quiet()
            .run()
            .with_context(|| {
                format!("{package} can't be installed. Check the connection to the package registry; then run the command again.")
            })
    })
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let lock = project::root().join("Cargo.lock");
    let lock =
        std::fs::read_to_string(lock).context("Cargo.lock can't be read. `cargo metadata` makes it.")?;
    version_in(&lock, package)
}

fn version_in(lock: &str, package: &str) -> Result<String> {
    let lock: Table = lock.parse().context("Cargo.lock is not valid TOML.")?;
    lock.get("package")
        .and_then(|packages| packages.as_array())
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(|name| name.as_str()) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str().map(String::from))
        .with_context(|| format!("Cargo.lock does not name {package}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_one_of_the_very_package() {
        let lock = "[[package]]\nname = 'wasm-bindgen-macro'\nversion = '1.0.0'\n\
                    [[package]]\nname = 'wasm-bindgen'\nversion = '0.2.130'\n";
        assert_eq!(version_in(lock, "wasm-bindgen").unwrap(), "0.2.130");
        assert!(version_in(lock, "wasm").is_err());
    }
}
