//! The folder where tools are kept: outside the checkout, one folder for each tool and version.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// `$SUPPLE_TOOLS`, or `supple` in the platform's cache folder.
pub(crate) fn folder() -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("SUPPLE_TOOLS") {
        return std::path::absolute(chosen).context("SUPPLE_TOOLS does not name a folder.");
    }
    let cache = dirs::cache_dir().context(
        "No cache folder is known for this user. Set SUPPLE_TOOLS to a folder for Supple's tools.",
    )?;
    Ok(cache.join("supple"))
}

/// The file `proof` in the tool's folder `name`, which `install` fills first if it isn't there.
///
/// `install` works on a draft that gets its name when it is whole. A set-up that is interrupted
/// leaves nothing that looks finished, and of two at once the second waits for the first.
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
    let _lock = lock(home, name)?;
    if proof_at.exists() {
        return Ok(proof_at);
    }
    println!("  {about}");
    let draft = tempfile::Builder::new().prefix(&format!("draft-{name}-")).tempdir_in(home)?;
    install(draft.path())?;
    if !draft.path().join(proof).exists() {
        bail!("{name} was installed, yet has no {proof}. Its version may have changed its layout.");
    }
    if ready.exists() {
        fs::remove_dir_all(&ready)?;
    }
    fs::rename(draft.keep(), &ready)?;
    Ok(proof_at)
}

/// Keeps other set-ups of this user from installing the same, until it is dropped.
pub(crate) fn alone(name: &str) -> Result<File> {
    lock(&folder()?, name)
}

fn lock(home: &Path, name: &str) -> Result<File> {
    let file = fs::create_dir_all(home).and_then(|()| File::create(home.join(format!("{name}.lock"))));
    let file = file.with_context(|| {
        format!("{} can't be written. Set SUPPLE_TOOLS to a folder that you may write to.", home.display())
    })?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("  Another set-up is at work on the same tool; waiting for it.");
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
        let ready = home.path().join("it-1");

        let failed = tool_in(home.path(), "it-1", "bin/it", "", |_| bail!("no network"));
        assert!(failed.is_err());
        assert!(!ready.exists());

        let without_proof = tool_in(home.path(), "it-1", "bin/it", "", |_| Ok(()));
        assert!(without_proof.is_err());
        assert!(!ready.exists());
    }

    #[test]
    fn a_tool_is_installed_once() {
        let home = tempfile::tempdir().unwrap();
        let install = |draft: &Path| Ok(fs::write(draft.join("it"), "")?);
        let first = tool_in(home.path(), "it-1", "it", "", install).unwrap();
        assert_eq!(first, home.path().join("it-1/it"));
        let again = tool_in(home.path(), "it-1", "it", "", |_| bail!("installed twice")).unwrap();
        assert_eq!(again, first);
    }

    #[test]
    fn a_folder_without_the_proof_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("it-1")).unwrap();
        let install = |draft: &Path| Ok(fs::write(draft.join("it"), "")?);
        assert!(tool_in(home.path(), "it-1", "it", "", install).unwrap().exists());
    }
}
