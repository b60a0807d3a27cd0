//! The widget as an npm package: for bundlers, and for people who copy its folders to a site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::{ASSETS, LICENSES, LOADER};
use crate::{files, project};

/// The package.json, but for what the workspace says.
const MANIFEST: &str = include_str!("package.json");

/// The page for an iframe.
const FRAME: &str = "embed/v1/frame.html";

/// What lies beside the loader: its picture, what that page loads, and what a page with that iframe loads.
const BESIDE_LOADER: [&str; 4] =
    ["embed/v1/cover.svg", "embed/v1/frame.css", "embed/v1/frame.js", "embed/v1/iframe.js"];

/// Types, the element's description for editors, and what npm shows of the package.
const ABOUT: [&str; 3] = ["supple.d.ts", "custom-elements.json", "README.md"];

/// Where the page for an iframe links to the page of the site, which the package doesn't have: how the link begins,
/// how it ends, and what replaces it.
const LINK: (&str, &str, &str) = (
    r#"<a href="../../" target="_top">"#,
    "</a>",
    "A guided routine for your hamstrings. It needs JavaScript.",
);

/// Where the loader imports a module, whose address is known only in the browser, and the note for bundlers not to look
/// for it. Minifying would drop the note, so it is added last.
const IMPORT: (&str, &str) = ("await import(", "await import(/* webpackIgnore: true */ /* @vite-ignore */ ");

/// Where the loader says that progress can be handed to the app, which is a page of the site, and what replaces that.
const APP: (&str, &str) = (r#"new URL("../../",import.meta.url).href"#, "void 0");

/// Writes the package of the site in `dist`.
pub(super) fn write(dist: &Path, package: &Path) -> Result<()> {
    if package.exists() {
        // The names of assets change with their content, and old ones would be packed as well.
        fs::remove_dir_all(package)
            .with_context(|| format!("{} can't be removed. Is it open somewhere?", package.display()))?;
    }
    let root = project::root();
    let assets = files::list(&dist.join(ASSETS))?.into_iter().map(|name| format!("{ASSETS}/{name}"));
    // The page has some of its own.
    let assets = assets.filter(|path| !path.starts_with("assets/app-"));
    for path in assets.chain(BESIDE_LOADER.map(String::from)) {
        files::copy(&dist.join(&path), &package.join(&path))?;
    }
    for name in ABOUT {
        files::copy(&root.join("element").join(name), &package.join(name))?;
    }
    for name in LICENSES {
        files::copy(&root.join(name), &package.join(name))?;
    }
    let loader = read(dist, LOADER)?;
    if !loader.contains(IMPORT.0) {
        bail!("{LOADER} of the site has no {}, which the package changes. See {}.", IMPORT.0, file!());
    }
    let loader = loader.replace(IMPORT.0, IMPORT.1);
    fs::write(package.join(LOADER), replaced(&loader, LOADER, APP.0, "", APP.1)?)?;
    fs::write(package.join(FRAME), replaced(&read(dist, FRAME)?, FRAME, LINK.0, LINK.1, LINK.2)?)?;
    fs::write(package.join("package.json"), serde_json::to_string_pretty(&manifest()?)? + "\n")?;
    Ok(())
}

fn manifest() -> Result<Map<String, Value>> {
    let mut manifest: Map<String, Value> = serde_json::from_str(MANIFEST)?;
    // Cargo passes the workspace's on to us.
    manifest.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    manifest.insert("license".to_owned(), env!("CARGO_PKG_LICENSE").into());
    Ok(manifest)
}

fn read(dist: &Path, file: &str) -> Result<String> {
    fs::read_to_string(dist.join(file)).with_context(|| format!("{file} can't be read."))
}

/// Replaces the one part of a text that begins with `from` and ends with `to`.
fn replaced(text: &str, file: &str, from: &str, to: &str, with: &str) -> Result<String> {
    let parts = text.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
    match parts {
        Some((before, after)) if !after.contains(from) => Ok(format!("{before}{with}{after}")),
        _ => bail!(
            "{file} of the site has not one {from}, which the package changes. See xtask/src/package/for_npm.rs."
        ),
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::super::tests::{LOADER_TEXT, site};
    use super::*;

    /// The package of a complete site, and its manifest.
    fn packaged() -> (TempDir, Value) {
        let package = tempfile::tempdir().unwrap();
        let assets = ["supple-1.css", "supple-2.wasm", "authoring-3.js", "figures-4.json", "app-5.js"];
        write(site(LOADER_TEXT, &assets).path(), package.path()).unwrap();
        let manifest = serde_json::from_str(&read(package.path(), "package.json").unwrap()).unwrap();
        (package, manifest)
    }

    #[test]
    fn what_the_manifest_names_exists_and_is_packed() {
        let (package, manifest) = packaged();
        let exports = manifest["exports"].as_object().unwrap();
        let exported = exports.values().chain(exports["."].as_object().unwrap().values());
        let named = exported.chain([&manifest["types"], &manifest["customElements"]]);
        let named = named.filter_map(Value::as_str).map(|name| name.trim_start_matches("./"));
        let packed: Vec<&str> =
            manifest["files"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        for name in named.chain(packed.iter().copied()) {
            assert!(package.path().join(name).exists(), "{name}");
            // npm packs its own file in any case.
            assert!(name == "package.json" || packed.contains(&name), "{name}");
        }
        assert_eq!(
            files::list(&package.path().join(ASSETS)).unwrap(),
            ["authoring-3.js", "figures-4.json", "supple-1.css", "supple-2.wasm"]
        );
    }

    #[test]
    fn version_and_license_are_the_workspaces() {
        let (_package, manifest) = packaged();
        let workspace: toml::Table = read(&project::root(), "Cargo.toml").unwrap().parse().unwrap();
        for field in ["version", "license"] {
            assert_eq!(
                manifest[field].as_str(),
                workspace["workspace"]["package"][field].as_str(),
                "{field}"
            );
        }
    }

    #[test]
    fn a_new_package_replaces_the_old_one() {
        let package = tempfile::tempdir().unwrap();
        for style in ["supple-1.css", "supple-2.css"] {
            write(site(LOADER_TEXT, &[style]).path(), package.path()).unwrap();
        }
        assert_eq!(files::list(&package.path().join(ASSETS)).unwrap(), ["supple-2.css"]);
    }

    #[test]
    fn what_depends_on_the_site_is_replaced_or_refused() {
        let (package, _) = packaged();
        let loader = read(package.path(), LOADER).unwrap();
        assert!(
            loader.contains("await import(/* webpackIgnore: true */ /* @vite-ignore */ b),d=void 0;"),
            "{loader}"
        );
        assert!(!read(package.path(), FRAME).unwrap().contains("../"));
        let error = write(site("import(here)", &[]).path(), package.path()).unwrap_err().to_string();
        assert!(error.starts_with(LOADER), "{error}");
    }
}
