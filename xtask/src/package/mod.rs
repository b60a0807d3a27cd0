//! `cargo xtask package`: the site in dist/ as others install it, from npm and in WordPress.

mod for_npm;
mod for_wordpress;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::setup::npm;
use crate::{dist, project};

/// What a page loads first. It looks for the other files at `../../assets/`, seen from here.
const LOADER: &str = "embed/v1/supple.js";

/// What the loader fetches.
const ASSETS: &str = "assets";

/// Both licences, as they are in the root of the checkout.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// How the packages are made.
#[derive(Args)]
pub(crate) struct Options {
    /// Pack the site that is in dist/ without building.
    #[arg(long)]
    no_build: bool,
    /// The folder that the packages are left in, instead of target/.
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

/// Makes the packages of the site in dist/.
pub(crate) fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        dist::run(&dist::Options { dev: false })?;
    }
    let dist = project::dist();
    check(&dist)?;
    let to = options.to.clone().unwrap_or_else(|| project::root().join("target"));
    let to = std::path::absolute(to)?;
    fs::create_dir_all(&to).with_context(|| format!("{} can't be made.", to.display()))?;

    let package = to.join("package");
    for_npm::write(&dist, &package)?;
    let tarball = npm::pack(&package, &to)?;
    let plugin = to.join("supple-routine-wordpress.zip");
    for_wordpress::write(&dist, &plugin)?;
    println!("The npm package is in {}.", package.display());
    println!("It is packed in {}, of {} KB.", tarball.display(), kilobytes(&tarball)?);
    println!("The WordPress plugin is in {}, of {} KB.", plugin.display(), kilobytes(&plugin)?);
    Ok(())
}

fn kilobytes(file: &Path) -> Result<u64> {
    let size = fs::metadata(file).with_context(|| format!("{} was not made.", file.display()))?.len();
    Ok(size.div_ceil(1000))
}

/// Fails where the site is not whole: what was published can't be taken back.
fn check(dist: &Path) -> Result<()> {
    let loader = fs::read_to_string(dist.join(LOADER)).with_context(|| {
        format!("There is no site in {}. Run `cargo xtask dist`, or leave out --no-build.", dist.display())
    })?;
    let mut needed = needed_assets(&loader).peekable();
    if needed.peek().is_none() {
        bail!(
            "{LOADER} of the site names nothing in {ASSETS}/. Run `cargo xtask dist`; if that doesn't help, see \
             xtask/src/assemble/bundle.rs for how it writes addresses."
        );
    }
    match needed.find(|address| !dist.join(address).is_file()) {
        Some(address) => bail!(
            "{LOADER} of the site needs {address}, which is not there: the site is half built. Run `cargo xtask dist` \
             again."
        ),
        None => Ok(()),
    }
}

/// The addresses of the assets that the loader names, seen from the root of the site.
fn needed_assets(loader: &str) -> impl Iterator<Item = &str> {
    let words = loader.split(['"', '\'', '`']);
    words.filter_map(|word| word.strip_prefix("../../")).filter(|address| address.starts_with(ASSETS))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A loader that needs one file.
    pub(super) const LOADER_TEXT: &str = r#"let a=new URL("../../assets/supple-1.css",import.meta.url).href,c=await import(b),d=new URL("../../",import.meta.url).href;"#;

    /// A site with this loader and these assets.
    pub(super) fn site(loader: &str, assets: &[&str]) -> TempDir {
        let dist = tempfile::tempdir().unwrap();
        let embed = ["supple.js", "frame.css", "frame.js", "iframe.js"];
        for (folder, files) in [("embed/v1", &embed[..]), ("assets", assets)] {
            fs::create_dir_all(dist.path().join(folder)).unwrap();
            for file in files {
                fs::write(dist.path().join(folder).join(file), loader).unwrap();
            }
        }
        let frame = project::root().join("element/frame.html");
        fs::copy(frame, dist.path().join("embed/v1/frame.html")).unwrap();
        fs::write(dist.path().join("index.html"), "The page.").unwrap();
        dist
    }

    #[test]
    fn a_whole_site_passes() {
        check(site(LOADER_TEXT, &["supple-1.css"]).path()).unwrap();
    }

    #[test]
    fn what_is_no_whole_site_is_refused_with_the_way_out() {
        let nothing = tempfile::tempdir().unwrap();
        let half = site(LOADER_TEXT, &["supple-2.css"]);
        let strange = site("export {};", &["supple-1.css"]);
        for (dist, said) in
            [(&nothing, "no site"), (&half, "assets/supple-1.css"), (&strange, "names nothing")]
        {
            let error = check(dist.path()).unwrap_err().to_string();
            assert!(error.contains(said) && error.contains("cargo xtask dist"), "{error}");
        }
    }
}
