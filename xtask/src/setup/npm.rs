//! What comes from npm: wasm-opt and esbuild for the build; Playwright, linters and web frameworks for the tests;
//! Lighthouse.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::cache;
use crate::{files, project};

/// On Windows npm is a script, which is found only by its full name.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// What the build uses from npm.
pub(crate) struct BuildTools {
    /// Shrinks the WebAssembly; a script for node.
    pub(crate) wasm_opt: PathBuf,
    /// Bundles and minifies JavaScript and CSS; a program.
    pub(crate) esbuild: PathBuf,
    /// The folder of the libraries that the site's JavaScript imports.
    pub(crate) libraries: PathBuf,
}

/// wasm-opt, esbuild and the libraries, as pinned in `xtask/node`.
pub(crate) fn build_tools() -> Result<BuildTools> {
    let about = "Installing wasm-opt, esbuild and two libraries from npm, once for this machine. It takes about 10 seconds.";
    let wasm_opt = pinned("node", "node_modules/binaryen/bin/wasm-opt", about)?;
    let libraries =
        wasm_opt.ancestors().nth(3).context("wasm-opt is not where it was installed.")?.to_owned();
    // The program itself, in the one package for this platform: the script that npm would start it with answers each
    // mistake in a source file with a stack trace of its own.
    let name = if cfg!(windows) { "esbuild.exe" } else { "bin/esbuild" };
    let platforms = libraries.join("@esbuild").read_dir().into_iter().flatten().flatten();
    let esbuild = platforms.map(|platform| platform.path().join(name)).find(|program| program.is_file());
    Ok(BuildTools { esbuild: esbuild.context("npm has no esbuild for this platform.")?, libraries, wasm_opt })
}

/// Lighthouse, as pinned in `xtask/lighthouse`: a script for node.
pub(crate) fn lighthouse() -> Result<PathBuf> {
    let about = "Installing Lighthouse from npm, once for this machine: 185 MB. It takes about a minute.";
    pinned("lighthouse", "node_modules/lighthouse/cli/index.js", about)
}

/// The file `proof` of what the lock file in a folder of xtask pins, kept in the cache by the hash of that file.
fn pinned(folder: &str, proof: &str, about: &str) -> Result<PathBuf> {
    require_node()?;
    let source = project::root().join("xtask").join(folder);
    let key = hash_of(&source.join("package-lock.json"))?;
    cache::tool(&format!("{folder}-{key}"), proof, about, |draft| {
        for file in ["package.json", "package-lock.json"] {
            fs::copy(source.join(file), draft.join(file))?;
        }
        clean_install(draft, &["--ignore-scripts"])
    })
}

/// What the browser tests and the linters import, in `e2e/node_modules`; installed again when the lock file changes.
pub(crate) fn browser_tests() -> Result<()> {
    require_node()?;
    let e2e = project::root().join("e2e");
    let key = hash_of(&e2e.join("package-lock.json"))?;
    let stamp = e2e.join("node_modules/.supple-lock");
    let is_ready = || fs::read_to_string(&stamp).is_ok_and(|installed| installed == key);
    if is_ready() {
        return Ok(());
    }
    let _lock = cache::lock("e2e")?;
    if is_ready() {
        return Ok(());
    }
    println!("  Installing Playwright, linters and web frameworks from npm. It takes about 20 seconds.");
    clean_install(&e2e, &[])?;
    fs::write(&stamp, &key).context("e2e/node_modules can't be written.")
}

/// Packs a folder with a package.json into a tarball in another folder, and returns its path.
pub(crate) fn pack(package: &Path, destination: &Path) -> Result<PathBuf> {
    require_node()?;
    let sh = shell_in(package)?;
    let printed = cmd!(sh, "{NPM} pack --pack-destination {destination} --ignore-scripts --loglevel=error")
        .quiet()
        .read()
        .with_context(|| format!("npm can't pack {}; the reason is above.", package.display()))?;
    // The name of the tarball comes last.
    let name = printed.lines().last().map(str::trim).filter(|name| name.ends_with(".tgz"));
    Ok(destination
        .join(name.context("npm didn't print the name of the tarball. Its version may be too new.")?))
}

fn clean_install(folder: &Path, flags: &[&str]) -> Result<()> {
    let sh = shell_in(folder)?;
    cmd!(sh, "{NPM} ci --no-audit --no-fund --loglevel=error {flags...}")
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .quiet()
        .run()
        .context("npm can't install. Check the connection to the npm registry, then try again.")
}

fn require_node() -> Result<()> {
    for tool in ["node", NPM] {
        if which::which(tool).is_err() {
            bail!("{tool} is not on the PATH. Install Node 20.19 or newer, which brings it, then try again.");
        }
    }
    Ok(())
}

fn shell_in(folder: &Path) -> Result<Shell> {
    let sh = project::shell()?;
    sh.change_dir(folder);
    Ok(sh)
}

fn hash_of(lock: &Path) -> Result<String> {
    let bytes = fs::read(lock).with_context(|| format!("{} can't be read.", lock.display()))?;
    Ok(files::short_hash(&bytes))
}
