//! The fallback where rustup's server is out of reach: the standard library of wasm32, compiled from
//! Debian's `rust-src` package of the very version that rustc has.
//!
//! Debian keeps one version of Rust a suite, and seldom the right one in the suite of this machine.
//! So the lists of other suites are fetched, into a folder of their own: the machine's own lists and
//! sources stay as they are. Its package mirror and cargo's registry have to be in reach.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::wasm_target::{TARGET, library_folder};

/// Where a version of Rust may be found; the likeliest first, for each costs a download of its list.
const SUITES: [&str; 6] =
    ["trixie-backports", "forky", "sid", "trixie", "bookworm-backports", "experimental"];

const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Compiles the target's standard library and puts it into the toolchain at `sysroot`.
pub(crate) fn install(sh: &Shell, sysroot: &Path) -> Result<()> {
    for tool in ["apt-get", "apt-cache", "dpkg"] {
        if which::which(tool).is_err() {
            bail!("Debian's source needs {tool}, which is not on this machine.");
        }
    }
    let version = rustc_version(sh)?;
    let work = tempfile::Builder::new().prefix("supple-std-").tempdir()?;
    let source = fetch_source(sh, &version, work.path())?;
    let libraries = compile(sh, sysroot, &source, work.path())?;
    put_in_place(&libraries, sysroot)
}

/// `1.95.0` of `rustc 1.95.0 (59807616e 2026-04-14)`.
fn rustc_version(sh: &Shell) -> Result<String> {
    let said = cmd!(sh, "rustc --version").quiet().read()?;
    said.split_whitespace().nth(1).map(String::from).with_context(|| format!("“{said}” names no version."))
}

/// Downloads and unpacks the source; gives the folder that holds `library/`.
fn fetch_source(sh: &Shell, version: &str, work: &Path) -> Result<PathBuf> {
    for mirror in mirrors(sh)? {
        for suite in SUITES {
            let apt = Apt::prepare(work, &mirror, suite)?;
            let Some(package) = apt.find(sh, version) else { continue };
            println!("  Fetching rust-src {package} of {suite}.");
            apt.download(sh, &package, work)?;
            let unpacked = work.join("unpacked");
            let archive = first_file(work, "deb").context("The package was not downloaded.")?;
            cmd!(sh, "dpkg -x {archive} {unpacked}").quiet().run()?;
            let source = unpacked.join(format!("usr/src/rustc-{version}"));
            if !source.join("library/std").is_dir() {
                bail!("rust-src {package} has no library/std where it was expected.");
            }
            return Ok(source);
        }
    }
    bail!("No suite of Debian has rust-src {version}.")
}

/// The addresses of the package mirrors that this machine uses.
fn mirrors(sh: &Shell) -> Result<Vec<String>> {
    let format = "$(REPO_URI)";
    let said = cmd!(sh, "apt-get indextargets --format {format} 'Created-By: Packages'").quiet().read()?;
    let mut mirrors = Vec::new();
    for mirror in said.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains("security")) {
        if !mirrors.iter().any(|known| known == mirror) {
            mirrors.push(mirror.to_owned());
        }
    }
    if mirrors.is_empty() {
        bail!("apt knows no package mirror. Run `apt-get update` once.");
    }
    Ok(mirrors)
}

/// apt, looking at one suite through a folder of its own.
struct Apt {
    options: Vec<String>,
}

impl Apt {
    fn prepare(work: &Path, mirror: &str, suite: &str) -> Result<Apt> {
        let home = work.join(suite);
        let lists = home.join("lists");
        fs::create_dir_all(lists.join("partial"))?;
        let sources = home.join("sources.list");
        fs::write(&sources, format!("deb [signed-by={KEYRING}] {mirror} {suite} main\n"))?;
        let options = [
            format!("Dir::Etc::sourcelist={}", sources.display()),
            "Dir::Etc::sourceparts=-".to_owned(),
            format!("Dir::State::lists={}", lists.display()),
            "Dir::Cache::pkgcache=".to_owned(),
            "Dir::Cache::srcpkgcache=".to_owned(),
            "APT::Sandbox::User=root".to_owned(),
        ];
        let options = options.into_iter().flat_map(|option| ["-o".to_owned(), option]).collect();
        Ok(Apt { options })
    }

    /// The version of the package that has Rust's `version`, if the suite has one.
    fn find(&self, sh: &Shell, version: &str) -> Option<String> {
        let options = &self.options;
        // A suite that this mirror doesn't have is no error: the next one is tried.
        cmd!(sh, "apt-get {options...} -qq update").quiet().ignore_stderr().run().ok()?;
        let offered = cmd!(sh, "apt-cache {options...} madison rust-src").quiet().read().ok()?;
        package_version(&offered, version)
    }

    fn download(&self, sh: &Shell, package: &str, into: &Path) -> Result<()> {
        let options = &self.options;
        let _there = sh.push_dir(into);
        cmd!(sh, "apt-get {options...} -qq download rust-src={package}")
            .quiet()
            .run()
            .context("The package mirror did not give the package.")
    }
}

/// Finds `1.95.0+dfsg1-2~bpo13+1` for `1.95.0` in what `apt-cache madison` prints.
fn package_version(madison: &str, version: &str) -> Option<String> {
    madison
        .lines()
        .filter_map(|line| line.split('|').nth(1).map(str::trim))
        .find(|offered| offered.strip_prefix(version).is_some_and(|rest| rest.starts_with(['+', '-', '~'])))
        .map(String::from)
}

/// Compiles `std` for the target with an empty crate; gives the folder of the libraries.
fn compile(sh: &Shell, sysroot: &Path, source: &Path, work: &Path) -> Result<PathBuf> {
    let _link = SourceLink::make(sysroot, source)?;
    let crate_at = work.join("nothing");
    fs::create_dir_all(crate_at.join("src"))?;
    fs::write(
        crate_at.join("Cargo.toml"),
        "[package]\nname = \"nothing\"\nedition = \"2024\"\n\n[workspace]\n",
    )?;
    fs::write(crate_at.join("src/lib.rs"), "#![no_std]\n")?;
    let _there = sh.push_dir(&crate_at);
    cmd!(sh, "cargo build --quiet --release -Zbuild-std=std,panic_abort --target {TARGET}")
        // Stable cargo builds its own standard library only so.
        .env("RUSTC_BOOTSTRAP", "1")
        // Fat LTO of the widget needs the bitcode.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("CARGO_TARGET_DIR", crate_at.join("target"))
        .quiet()
        .run()
        .context("The standard library does not compile.")?;
    Ok(crate_at.join("target").join(TARGET).join("release/deps"))
}

/// The source where cargo looks for it in the toolchain, taken away again when done.
struct SourceLink {
    made: Option<PathBuf>,
}

impl SourceLink {
    fn make(sysroot: &Path, source: &Path) -> Result<SourceLink> {
        let at = sysroot.join("lib/rustlib/src/rust");
        if at.join("library/std").is_dir() {
            return Ok(SourceLink { made: None });
        }
        let folder = sysroot.join("lib/rustlib/src");
        let no_write = || format!("The toolchain in {} can't be written to.", sysroot.display());
        fs::create_dir_all(&folder).with_context(no_write)?;
        // What an earlier, interrupted run left behind points nowhere.
        if at.is_symlink() {
            fs::remove_file(&at)?;
        }
        link(source, &at).with_context(no_write)?;
        Ok(SourceLink { made: Some(at) })
    }
}

#[cfg(unix)]
fn link(source: &Path, at: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(source, at)
}

/// Never reached: there is no apt on such a system.
#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// The toolchain may be shared, while a temporary folder is its maker's alone.
#[cfg(unix)]
fn open_to_all(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

/// Never reached, like [`link`].
#[cfg(not(unix))]
fn open_to_all(_: &Path) -> std::io::Result<()> {
    Ok(())
}

impl Drop for SourceLink {
    fn drop(&mut self) {
        if let Some(link) = &self.made {
            // A link that stays is replaced by the next run.
            fs::remove_file(link).ok();
        }
    }
}

/// Copies the libraries next to their place, then gives them their name in one move.
fn put_in_place(libraries: &Path, sysroot: &Path) -> Result<()> {
    let folder = library_folder(sysroot);
    let parent = folder.parent().context("The toolchain has no folder for its targets.")?;
    fs::create_dir_all(parent)
        .with_context(|| format!("The toolchain in {} can't be written to.", sysroot.display()))?;
    let draft = tempfile::Builder::new().prefix("draft-").tempdir_in(parent)?;
    for library in fs::read_dir(libraries)? {
        let library = library?.path();
        let name = library.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libnothing-") {
            fs::copy(&library, draft.path().join(name))?;
        }
    }
    open_to_all(draft.path())?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::rename(draft.keep(), &folder)?;
    Ok(())
}

fn first_file(folder: &Path, extension: &str) -> Option<PathBuf> {
    let files = folder.read_dir().ok()?;
    files.flatten().map(|file| file.path()).find(|path| path.extension().is_some_and(|it| it == extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_of_the_very_version_is_found() {
        let madison = "  rust-src | 1.95.0+dfsg1-2~bpo13+1 | mirror trixie-backports/main amd64 Packages\n\
                       \x20 rust-src | 1.85.0+dfsg3-1 | mirror trixie/main amd64 Packages\n";
        assert_eq!(package_version(madison, "1.95.0").as_deref(), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(package_version(madison, "1.85.0").as_deref(), Some("1.85.0+dfsg3-1"));
        assert_eq!(package_version(madison, "1.95"), None);
        assert_eq!(package_version("", "1.95.0"), None);
    }
}
