//! What rustup and cargo install: the wasm32 target, trunk and wasm-bindgen.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use toml::Table;
use xshell::cmd;

use super::cache;
use crate::project;

/// 0.22 needs a newer Rust.
const TRUNK: &str = "0.21.14";

/// Makes sure that cargo can build for wasm32. rustup installs the target by itself, because `rust-toolchain.toml`
/// names it, unless it was told to install nothing unasked.
pub(crate) fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sh = project::shell()?;
    let libraries = cmd!(sh, "rustc --print target-libdir --target {TARGET}").quiet().read();
    let libraries =
        libraries.context("rustc can't be run. Install Rust with rustup, see https://rustup.rs.")?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    if which::which("rustup").is_err() {
        bail!(
            "Rust's target {TARGET} is missing. Install it as you installed Rust; with rustup this is automatic."
        );
    }
    println!("  Adding Rust's target {TARGET}. It takes about 20 seconds.");
    cmd!(sh, "rustup target add {TARGET}").env("RUST_BACKTRACE", "0").quiet().run().with_context(|| {
        format!("Rust's target {TARGET} is missing. Run `rustup target add {TARGET}` with a connection.")
    })
}

/// Builds the site. Unoptimised and without its downloader it compiles in a third of the time.
pub(crate) fn trunk() -> Result<PathBuf> {
    install("trunk", TRUNK, "trunk", &["--locked", "--debug", "--no-default-features"], "3 to 8 minutes")
}

/// Writes the JavaScript around the WebAssembly. It must have the version of the crate.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    // With `--locked` it doesn't compile: its own lock file is out of date.
    install(
        "wasm-bindgen-cli",
        &version,
        "wasm-bindgen",
        &["--debug", "--no-default-features"],
        "1 to 3 minutes",
    )
}

fn install(package: &str, version: &str, binary: &str, flags: &[&str], duration: &str) -> Result<PathBuf> {
    let proof = format!("bin/{binary}{}", std::env::consts::EXE_SUFFIX);
    let about = format!("Compiling {package} {version}, once for this machine. It takes {duration}.");
    cache::tool(&format!("{package}-{version}"), &proof, &about, |draft| {
        let sh = project::shell()?;
        cmd!(sh, "cargo install --quiet {package} --version {version} {flags...} --root {draft}")
            // Without debug information it compiles faster, and nobody debugs these.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            // What was set for the widget is not meant for its tools.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("CARGO_TARGET_DIR")
            .quiet()
            .run()
            .with_context(|| {
                format!("{package} can't be installed. Check the connection to the package registry, then try again.")
            })
    })
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(project::root().join("Cargo.lock"));
    let lock = lock.context("Cargo.lock can't be read. `cargo metadata` makes it.")?;
    let lock: Table = lock.parse().context("Cargo.lock is not valid TOML.")?;
    lock.get("package")
        .and_then(|packages| packages.as_array())
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(|name| name.as_str()) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str().map(String::from))
        .with_context(|| format!("Cargo.lock does not name {package}."))
}
