//! The folder of the tools: outside the checkout, with one folder for each tool and version.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// `$SUPPLE_TOOLS`, or `supple` in the platform's cache folder.
pub(crate) fn folder() -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("SUPPLE_TOOLS") {
        return std::path::absolute(chosen).context("SUPPLE_TOOLS does not name a folder.");
    }
    let cache = dirs::cache_dir();
    let cache =
        cache.context("This user has no cache folder. Set SUPPLE_TOOLS to a folder for the tools.")?;
    Ok(cache.join("supple"))
}

/// The file `proof` in the folder of the tool `name`. If it is missing, `install` fills the folder, after `about` was
/// printed.
///
/// `install` works on a draft, which is renamed when it is complete: an interrupted installation leaves nothing that
/// looks finished. If two run at once, the second waits for the first.
pub(crate) fn tool(
    name: &str,
    proof: &str,
    about: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    tool_in(&folder()?, name, proof, about, install)
}

fn tool_in(
    home: &Path,
    name: &str,
    proof: &str,
    about: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let ready = home.join(name);
    let proof_at = ready.join(proof);
    if proof_at.exists() {
        return Ok(proof_at);
    }
    let _lock = lock_in(home, name)?;
    if proof_at.exists() {
        return Ok(proof_at);
    }
    println!("  {about}");
    let draft = tempfile::Builder::new().prefix(&format!("draft-{name}-")).tempdir_in(home)?;
    install(draft.path())?;
    if !draft.path().join(proof).exists() {
        bail!("{name} was installed but has no {proof}. Its version may have changed its layout.");
    }
    if ready.exists() {
        fs::remove_dir_all(&ready)?;
    }
    fs::rename(draft.keep(), &ready)?;
    Ok(proof_at)
}

/// Keeps this user's other set-ups from installing the same thing, until it is dropped.
pub(crate) fn lock(name: &str) -> Result<File> {
    lock_in(&folder()?, name)
}

fn lock_in(home: &Path, name: &str) -> Result<File> {
    let file = fs::create_dir_all(home).and_then(|()| File::create(home.join(format!("{name}.lock"))));
    let file = file.with_context(|| {
        format!("{} can't be written. Set SUPPLE_TOOLS to a folder that you may write to.", home.display())
    })?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("  Another process is installing {name}; waiting for it.");
            file.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_installation_leaves_nothing_that_looks_finished() {
        let home = tempfile::tempdir().unwrap();
        assert!(tool_in(home.path(), "it-1", "it", "", |_| bail!("no network")).is_err());
        assert!(tool_in(home.path(), "it-1", "it", "", |_| Ok(())).is_err());
        assert!(!home.path().join("it-1").exists());
    }

    #[test]
    fn a_tool_is_installed_once_and_replaces_a_broken_one() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("it-1")).unwrap();
        let install = |draft: &Path| Ok(fs::write(draft.join("it"), "")?);
        let first = tool_in(home.path(), "it-1", "it", "", install).unwrap();
        assert_eq!(first, home.path().join("it-1/it"));
        assert_eq!(tool_in(home.path(), "it-1", "it", "", |_| bail!("installed twice")).unwrap(), first);
    }
}
