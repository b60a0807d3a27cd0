//! `cargo xtask package`: the site in dist/ as others install it, from npm and in WordPress.

mod for_npm;
mod for_wordpress;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::setup::npm;
use crate::{assemble, dist, project};

/// What a page loads first. It finds the other files at `../../assets/`, seen from here.
const LOADER: &str = "embed/v1/supple.js";

/// What the loader fetches.
const ASSETS: &str = "assets";

/// Both licences, in the root of the checkout.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// How the packages are made.
#[derive(Args)]
pub(crate) struct Options {
    /// Pack the site in dist/ without building.
    #[arg(long)]
    no_build: bool,
    /// The folder for the packages, instead of target/.
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

/// Makes both packages.
pub(crate) fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        dist::run(&dist::Options::default())?;
    }
    let dist = project::dist();
    if !dist.join("index.html").is_file() {
        bail!("There is no site in {}. Run `cargo xtask dist`, or leave out --no-build.", dist.display());
    }
    refuse_address(&dist)?;
    let to = std::path::absolute(options.to.clone().unwrap_or_else(|| project::root().join("target")))?;
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

/// Fails if the site was built for one address: in a package, every copy of it would pass for that one.
fn refuse_address(dist: &Path) -> Result<()> {
    if dist.join(assemble::SITEMAP).exists() {
        bail!(
            "The site in {} was built for one address, but a package is for any. Run `cargo xtask dist` without --site, \
             or leave out --no-build.",
            dist.display()
        );
    }
    Ok(())
}

fn kilobytes(file: &Path) -> Result<u64> {
    let size = fs::metadata(file).with_context(|| format!("{} was not made.", file.display()))?.len();
    Ok(size.div_ceil(1000))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::files;

    #[test]
    fn a_site_for_one_address_is_not_packed() {
        let site = site("", &[]);
        refuse_address(site.path()).unwrap();
        fs::write(site.path().join("sitemap.xml"), "").unwrap();
        let error = refuse_address(site.path()).unwrap_err().to_string();
        assert!(error.contains("without --site"), "{error}");
    }

    /// A loader that needs one file.
    pub(super) const LOADER_TEXT: &str = r#"let a=new URL("../../assets/supple-1.css",import.meta.url).href,c=await import(b),d=new URL("../../",import.meta.url).href;"#;

    /// A site with this loader and these assets.
    pub(super) fn site(loader: &str, assets: &[&str]) -> TempDir {
        let dist = tempfile::tempdir().unwrap();
        files::copy(&project::root().join("element/frame.html"), &dist.path().join("embed/v1/frame.html"))
            .unwrap();
        fs::create_dir(dist.path().join(ASSETS)).unwrap();
        let embed = ["supple.js", "cover.svg", "frame.css", "frame.js", "iframe.js"]
            .map(|name| format!("embed/v1/{name}"));
        let assets = assets.iter().map(|name| format!("{ASSETS}/{name}"));
        for file in embed.into_iter().chain(assets).chain(["index.html".to_owned()]) {
            fs::write(dist.path().join(file), loader).unwrap();
        }
        dist
    }
}
