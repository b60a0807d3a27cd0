//! `cargo xtask setup`: the tools that the other verbs need, each found or installed.
//!
//! They live outside the checkout (see [`cache`]), so that the next clone finds them ready.

mod apt;
pub(crate) mod browser;
mod cache;
mod cargo_tool;
pub(crate) mod hugo;
pub(crate) mod npm;
pub(crate) mod other_browsers;
mod program;
mod std_from_debian;
mod wasm_target;

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// What `trunk build` needs, ready to run.
pub(crate) struct BuildTools {
    /// The trunk to call.
    pub(crate) trunk: PathBuf,
    /// `PATH` with wasm-bindgen in front, for trunk looks for it there.
    pub(crate) path: OsString,
}

/// Prepares everything, and says how to use the tools by hand.
pub(crate) fn run() -> Result<()> {
    let tools = build_tools()?;
    npm::browser_tests()?;
    let browser = browser::find_or_install()?;
    println!("All tools are ready, in {}.", cache::folder()?.display());
    println!("The browser for the tests is {browser}.");
    println!("For a plain `trunk serve`, put trunk and wasm-bindgen on the PATH of your shell:");
    println!("  {}", path_line(&tools)?);
    Ok(())
}

/// What a build needs: the wasm32 target, trunk, wasm-bindgen, wasm-opt and esbuild.
pub(crate) fn build_tools() -> Result<BuildTools> {
    wasm_target::ensure()?;
    let trunk = cargo_tool::trunk()?;
    let wasm_bindgen = cargo_tool::wasm_bindgen()?;
    npm::build_tools()?;
    let mut folders: Vec<PathBuf> =
        [&trunk, &wasm_bindgen].into_iter().filter_map(|tool| tool.parent().map(PathBuf::from)).collect();
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&inherited));
    let path = std::env::join_paths(folders)
        .context("The PATH of this shell holds a folder that can't be listed.")?;
    Ok(BuildTools { trunk, path })
}

/// The line that puts the two tools of [`BuildTools`] on the PATH of the person's shell.
fn path_line(tools: &BuildTools) -> Result<String> {
    let ours: Vec<PathBuf> = std::env::split_paths(&tools.path).take(2).collect();
    let ours = std::env::join_paths(ours).context("The folder of the tools can't be put on a PATH.")?;
    let ours = ours.to_string_lossy();
    Ok(if cfg!(windows) {
        format!("set PATH={ours};%PATH%")
    } else {
        format!("export PATH=\"{ours}:$PATH\"")
    })
}
