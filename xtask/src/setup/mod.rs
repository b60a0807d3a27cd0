//! `cargo xtask setup`: the tools that the other verbs need, each found or installed.
//!
//! They are kept outside the checkout (see [`cache`]), so that the next clone finds them.

pub(crate) mod apt;
pub(crate) mod browsers;
mod cache;
mod cargo;
pub(crate) mod npm;
pub(crate) mod typos;

use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::{Cmd, Shell};

pub(crate) use self::cargo::wasm_target;

/// trunk, and the `PATH` on which it finds wasm-bindgen.
pub(crate) struct Trunk {
    program: PathBuf,
    path: String,
}

impl Trunk {
    /// The command that runs it.
    pub(crate) fn command<'a>(&self, sh: &'a Shell) -> Cmd<'a> {
        sh.cmd(&self.program)
            .env("PATH", &self.path)
            // A failure is the build's own; a backtrace through trunk says nothing about it.
            .env("RUST_BACKTRACE", "0")
            // Trunk reads it as an option of its own, and rejects its value.
            .env_remove("NO_COLOR")
            .quiet()
    }
}

/// Installs everything that is missing, and says how to use the tools by hand.
pub(crate) fn run() -> Result<()> {
    build_tools()?;
    npm::browser_tests()?;
    let chromium = browsers::chromium()?;
    println!("All tools are ready, in {}.", cache::folder()?.display());
    println!("The browser for the tests is {}.", chromium.display());
    println!("For a plain `trunk serve`, put trunk and wasm-bindgen on the PATH of your shell:");
    let [trunk, wasm_bindgen] = [cargo::trunk()?, cargo::wasm_bindgen()?];
    let folders = std::env::join_paths([trunk, wasm_bindgen].iter().filter_map(|program| program.parent()))?;
    let folders = folders.to_string_lossy();
    if cfg!(windows) {
        println!("  set PATH={folders};%PATH%");
    } else {
        println!("  export PATH=\"{folders}:$PATH\"");
    }
    Ok(())
}

/// What a build needs: the wasm32 target, trunk, wasm-bindgen, wasm-opt and esbuild.
pub(crate) fn build_tools() -> Result<Trunk> {
    wasm_target()?;
    let program = cargo::trunk()?;
    let wasm_bindgen = cargo::wasm_bindgen()?;
    npm::build_tools()?;
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let own = wasm_bindgen.parent().map(PathBuf::from);
    let path = std::env::join_paths(own.into_iter().chain(std::env::split_paths(&inherited)));
    let path = path.context("The PATH of this shell holds a folder that can't be listed.")?;
    Ok(Trunk { program, path: path.to_string_lossy().into_owned() })
}
