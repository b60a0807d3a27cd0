//! The standard library for wasm32-unknown-unknown: from rustup, or else compiled from Debian's source.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::std_from_debian;
use crate::project;

/// What the widget is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Rustup retries in silence where there is no way to its server.
const PATIENCE: Duration = Duration::from_secs(180);

/// Makes sure that cargo can build for the target.
pub(crate) fn ensure() -> Result<()> {
    let sh = project::shell()?;
    let sysroot = sysroot(&sh)?;
    if has_std(&sysroot) {
        return Ok(());
    }
    println!("  Adding the target {TARGET}. With rustup it takes about 20 seconds.");
    let Err(no_rustup) = add_with_rustup() else { return Ok(()) };
    println!("  {no_rustup} Compiling its standard library instead, from Debian's source; about 2 minutes.");
    std_from_debian::install(&sh, &sysroot).with_context(|| {
        format!(
            "The target {TARGET} is missing, and neither rustup nor Debian's source gave it. \
             Run `rustup target add {TARGET}` where there is a connection; then run the command again."
        )
    })
}

fn sysroot(sh: &Shell) -> Result<PathBuf> {
    let sysroot = cmd!(sh, "rustc --print sysroot")
        .quiet()
        .read()
        .context("rustc can't be run. Install Rust with rustup, see https://rustup.rs.")?;
    Ok(PathBuf::from(sysroot))
}

/// Where the toolchain keeps the target's libraries.
pub(crate) fn library_folder(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn has_std(sysroot: &Path) -> bool {
    let Ok(files) = library_folder(sysroot).read_dir() else { return false };
    files.flatten().any(|file| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// `rustup target add`, given up after [`PATIENCE`].
fn add_with_rustup() -> Result<()> {
    let mut rustup = Command::new("rustup")
        .args(["target", "add", TARGET])
        // Its refusal is expected here; the way through its code is noise.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .spawn()
        .context("There is no rustup here.")?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match rustup.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(_) => bail!("rustup can't deliver it."),
            None => sleep(Duration::from_millis(100)),
        }
    }
    rustup.kill()?;
    rustup.wait()?;
    bail!("rustup gave no answer within {} minutes.", PATIENCE.as_secs() / 60)
}
