//! typos, the spelling checker: the one on the PATH, or the prebuilt program that its Python package carries.

use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use super::cache;
use crate::project;

const VERSION: &str = "1.52.0";

/// The program; none where it is not installed and Python's pip, which could install it, isn't there either.
pub(crate) fn find_or_install() -> Result<Option<PathBuf>> {
    if let Ok(program) = which::which("typos") {
        return Ok(Some(program));
    }
    let sh = project::shell()?;
    let Some(python) = ["python3", "python"].into_iter().find(|python| {
        cmd!(sh, "{python} -m pip --version").quiet().ignore_stdout().ignore_stderr().run().is_ok()
    }) else {
        return Ok(None);
    };
    let proof = format!("bin/typos{}", std::env::consts::EXE_SUFFIX);
    let about =
        format!("Installing typos {VERSION} with pip, once for this machine. It takes about 5 seconds.");
    let program = cache::tool(&format!("typos-{VERSION}"), &proof, &about, |draft| {
        let options = "--quiet --disable-pip-version-check --no-deps --root-user-action=ignore".split(' ');
        Ok(cmd!(sh, "{python} -m pip install {options...} --target {draft} typos=={VERSION}")
            .quiet()
            .run()?)
    });
    program.map(Some)
}
