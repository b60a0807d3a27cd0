//! The tools that come from npm: wasm-opt and esbuild for the build; Playwright, puppeteer and frameworks for the tests;
//! Lighthouse.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use super::cache;
use crate::project;

/// On Windows npm is a script, which is only found by its full name.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// What the build uses from npm.
pub(crate) struct NodeTools {
    /// Shrinks the WebAssembly; a script for node.
    pub(crate) wasm_opt: PathBuf,
    /// Bundles and minifies JavaScript and CSS; a program.
    pub(crate) esbuild: PathBuf,
    /// Where the libraries are that the site's JavaScript imports.
    pub(crate) libraries: PathBuf,
}

/// wasm-opt, esbuild and the libraries, as pinned in `xtask/node`, kept in the cache by the hash of their lock file.
pub(crate) fn build_tools() -> Result<NodeTools> {
    let about = "Installing wasm-opt, esbuild and lean-qr from npm, once for this machine. It takes about 10 seconds.";
    let wasm_opt = kept_outside("node", "node_modules/binaryen/bin/wasm-opt", about)?;
    let modules = wasm_opt.ancestors().nth(3).context("wasm-opt has left its folder.")?;
    let esbuild = esbuild_program(modules)?;
    Ok(NodeTools { esbuild, libraries: modules.to_owned(), wasm_opt })
}

/// The program in the one package of esbuild that is for this platform. The script that would start
/// it is left out: it answers each typing error with a page of its own troubles.
fn esbuild_program(modules: &Path) -> Result<PathBuf> {
    let name = if cfg!(windows) { "esbuild.exe" } else { "bin/esbuild" };
    let platforms = modules.join("@esbuild").read_dir().into_iter().flatten().flatten();
    platforms
        .map(|platform| platform.path().join(name))
        .find(|program| program.is_file())
        .context("npm has no esbuild for this platform.")
}

/// Lighthouse, as pinned in `xtask/lighthouse`, kept likewise: a script for node.
pub(crate) fn lighthouse() -> Result<PathBuf> {
    let about = "Installing Lighthouse from npm, once for this machine: 185 MB. It takes about a minute.";
    kept_outside("lighthouse", "node_modules/lighthouse/cli/index.js", about)
}

/// The file `proof` of what is pinned in a folder of xtask, which is installed in the cache first if it isn't there.
fn kept_outside(folder: &str, proof: &str, about: &str) -> Result<PathBuf> {
    require_node()?;
    let pinned = project::root().join("xtask").join(folder);
    let key = lock_key(&pinned.join("package-lock.json"))?;
    cache::tool(&format!("{folder}-{key}"), proof, about, |draft| {
        for file in ["package.json", "package-lock.json"] {
            fs::copy(pinned.join(file), draft.join(file))?;
        }
        let sh = project::shell()?;
        sh.change_dir(draft);
        clean_install(&sh, &["--ignore-scripts"])
    })
}

/// What the browser tests import, in `e2e/node_modules`; installed again when its lock file changes.
pub(crate) fn browser_tests() -> Result<()> {
    require_node()?;
    let e2e = project::root().join("e2e");
    let key = lock_key(&e2e.join("package-lock.json"))?;
    let stamp = e2e.join("node_modules/.supple-lock");
    let is_ready = || fs::read_to_string(&stamp).is_ok_and(|installed| installed == key);
    if is_ready() {
        return Ok(());
    }
    let _lock = cache::alone("e2e")?;
    if is_ready() {
        return Ok(());
    }
    println!(
        "  Installing Playwright, puppeteer, axe and web frameworks from npm. It takes about 20 seconds."
    );
    let sh = project::shell()?;
    sh.change_dir(&e2e);
    clean_install(&sh, &[])?;
    fs::write(&stamp, &key).context("e2e/node_modules can't be written.")
}

/// Packs a folder with a package.json into a tarball in another folder, and gives its path.
pub(crate) fn pack(package: &Path, destination: &Path) -> Result<PathBuf> {
    require_node()?;
    let sh = project::shell()?;
    sh.change_dir(package);
    let said = cmd!(sh, "{NPM} pack --pack-destination {destination} --ignore-scripts --loglevel=error")
        .quiet()
        .read()
        .with_context(|| format!("npm can't pack {}; what it said above tells why.", package.display()))?;
    // It says the tarball's name last.
    let name = said.lines().last().map(str::trim).filter(|name| name.ends_with(".tgz"));
    let name = name.context("npm didn't say where the tarball is. Its version may be too new.")?;
    Ok(destination.join(name))
}

fn clean_install(sh: &Shell, flags: &[&str]) -> Result<()> {
    cmd!(sh, "{NPM} ci --no-audit --no-fund --loglevel=error {flags...}")
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .quiet()
        .run()
        .context("npm can't install. Check the connection to the npm registry; then run the command again.")
}

fn require_node() -> Result<()> {
    for tool in ["node", NPM] {
        if which::which(tool).is_err() {
            bail!(
                "{tool} is not on the PATH. Install Node 20 or newer, which brings it; then run the command again."
            );
        }
    }
    Ok(())
}

fn lock_key(lock: &Path) -> Result<String> {
    let lock = fs::read(lock).with_context(|| format!("{} can't be read.", lock.display()))?;
    Ok(hash(&lock)[..12].to_owned())
}

/// The SHA-256 of the bytes, in hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
