//! `cargo xtask package`: the widget as an npm package, packed and ready to publish.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::Serialize;

use crate::assemble::copy_folder;
use crate::setup::npm;
use crate::{dist, project};

/// What importing the package loads. It looks for the other files at `../../assets/`, seen from here.
const LOADER: &str = "embed/v1/supple.js";

/// What the loader fetches, in a folder of the same name in the site and in the package.
const ASSETS: &str = "assets";

/// The types of the element.
const TYPES: &str = "supple.d.ts";

/// The element's description for editors and documentation tools.
const ELEMENTS: &str = "custom-elements.json";

/// What npm shows of the package. It takes it along by its name, unasked.
const README: &str = "README.md";

/// Both licences, as they are in the root of the checkout.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// How the package is made.
#[derive(Args)]
pub(crate) struct Options {
    /// Pack the site that is in dist/ without building.
    #[arg(long)]
    no_build: bool,
}

/// The package.json.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    name: &'static str,
    version: &'static str,
    description: &'static str,
    keywords: [&'static str; 5],
    license: &'static str,
    #[serde(rename = "type")]
    module_kind: &'static str,
    exports: Exports,
    types: String,
    custom_elements: &'static str,
    files: Vec<&'static str>,
    /// Importing the loader defines the element: a bundler that drops unused imports must not drop it.
    side_effects: bool,
}

/// What the package lets others import; the assets are the loader's own.
#[derive(Serialize)]
struct Exports {
    #[serde(rename = ".")]
    loader: Conditions,
    #[serde(rename = "./custom-elements.json")]
    elements: String,
    #[serde(rename = "./package.json")]
    manifest: &'static str,
}

/// Where an import leads, by who asks. The first that fits counts, so the order matters.
#[derive(Serialize)]
struct Conditions {
    types: String,
    default: String,
}

impl Manifest {
    fn new() -> Manifest {
        let within = |path: &str| format!("./{path}");
        let mut files = vec![ASSETS, LOADER, TYPES, ELEMENTS];
        files.extend(LICENSES);
        Manifest {
            name: "supple-routine",
            // Cargo passes the workspace's on to us.
            version: env!("CARGO_PKG_VERSION"),
            description: "A guided stretching routine as a custom element: small, private, works offline.",
            keywords: ["custom-element", "web-component", "stretching", "timer", "webassembly"],
            license: env!("CARGO_PKG_LICENSE"),
            module_kind: "module",
            exports: Exports {
                loader: Conditions { types: within(TYPES), default: within(LOADER) },
                elements: within(ELEMENTS),
                manifest: "./package.json",
            },
            types: within(TYPES),
            custom_elements: ELEMENTS,
            files,
            side_effects: true,
        }
    }
}

/// Makes the package of the site in dist/, and packs it.
pub(crate) fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        dist::run(&dist::Options { dev: false })?;
    }
    let target = project::root().join("target");
    let package = target.join("package");
    write(&project::dist(), &package)?;
    let tarball = npm::pack(&package, &target)?;
    let size = fs::metadata(&tarball).with_context(|| format!("{} was not made.", tarball.display()))?.len();
    println!("The package is in {}.", package.display());
    println!("It is packed in {}, of {} KB.", tarball.display(), size.div_ceil(1000));
    Ok(())
}

/// Writes the package anew, of the site in `dist`.
fn write(dist: &Path, package: &Path) -> Result<()> {
    check(dist)?;
    if package.exists() {
        // Names of assets change with their content: old ones would be packed with the new.
        fs::remove_dir_all(package)
            .with_context(|| format!("{} can't be removed. Is it open somewhere?", package.display()))?;
    }
    copy(&dist.join(LOADER), &package.join(LOADER))?;
    copy_folder(&dist.join(ASSETS), &package.join(ASSETS))?;
    for file in [TYPES, ELEMENTS, README] {
        copy(&project::root().join("element").join(file), &package.join(file))?;
    }
    for file in LICENSES {
        copy(&project::root().join(file), &package.join(file))?;
    }
    let manifest = serde_json::to_string_pretty(&Manifest::new())?;
    fs::write(package.join("package.json"), manifest + "\n").context("package.json can't be written.")
}

/// Fails where the site is not whole: a package can't be taken back.
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

/// Copies a file, and makes the folder that it goes to.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} can't be made.", folder.display()))?;
    }
    fs::copy(from, to)
        .with_context(|| format!("{} can't be copied to {}.", from.display(), to.display()))
        .map(drop)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use tempfile::TempDir;

    use super::*;

    const LOADER_TEXT: &str = r#"var a=r=>new URL(r,import.meta.url).href;a("../../assets/supple-1.css");"#;

    /// A site with this loader and these assets.
    fn site(loader: &str, assets: &[&str]) -> TempDir {
        let dist = tempfile::tempdir().unwrap();
        for (folder, files) in [("embed/v1", &["supple.js"][..]), ("assets", assets)] {
            fs::create_dir_all(dist.path().join(folder)).unwrap();
            for file in files {
                fs::write(dist.path().join(folder).join(file), loader).unwrap();
            }
        }
        dist
    }

    /// The package of a whole site, and its manifest.
    fn packaged() -> (TempDir, Value) {
        let package = tempfile::tempdir().unwrap();
        write(site(LOADER_TEXT, &["supple-1.css", "supple-2.wasm"]).path(), package.path()).unwrap();
        let manifest = read(&package.path().join("package.json"));
        (package, manifest)
    }

    fn read(file: &Path) -> Value {
        serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
    }

    /// All texts in a value, however deep.
    fn texts(value: &Value) -> Vec<&str> {
        match value {
            Value::String(text) => vec![text],
            Value::Array(items) => items.iter().flat_map(texts).collect(),
            Value::Object(fields) => fields.values().flat_map(texts).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
        }
    }

    #[test]
    fn every_file_that_is_named_is_there() {
        let (package, manifest) = packaged();
        let elements = read(&package.path().join(ELEMENTS));
        let module = &elements["modules"][0];
        assert_eq!(module["exports"][0]["declaration"]["module"], module["path"]);
        for (field, named) in [
            ("exports", &manifest["exports"]),
            ("types", &manifest["types"]),
            ("customElements", &manifest["customElements"]),
            ("files", &manifest["files"]),
            ("readme", &elements["readme"]),
            ("path", &module["path"]),
        ] {
            assert!(!texts(named).is_empty(), "{field}");
            for name in texts(named) {
                assert!(package.path().join(name).exists(), "{field}: {name}");
            }
        }
        for asset in ["supple-1.css", "supple-2.wasm"] {
            assert!(package.path().join(ASSETS).join(asset).is_file(), "{asset}");
        }
    }

    #[test]
    fn every_file_that_is_exported_is_packed() {
        let (_package, manifest) = packaged();
        let packed = texts(&manifest["files"]);
        for name in texts(&manifest["exports"]) {
            let name = name.trim_start_matches("./");
            // npm packs this one unasked.
            assert!(name == "package.json" || packed.contains(&name), "{name}");
        }
    }

    #[test]
    fn version_and_license_are_the_workspaces() {
        let (_package, manifest) = packaged();
        let workspace = fs::read_to_string(project::root().join("Cargo.toml")).unwrap();
        let workspace: toml::Table = workspace.parse().unwrap();
        for field in ["version", "license"] {
            assert_eq!(
                manifest[field].as_str(),
                workspace["workspace"]["package"][field].as_str(),
                "{field}"
            );
        }
    }

    #[test]
    fn types_come_before_the_default() {
        let (_package, manifest) = packaged();
        let conditions = manifest["exports"]["."].as_object().unwrap();
        assert_eq!(conditions.keys().collect::<Vec<_>>(), ["types", "default"]);
    }

    #[test]
    fn the_package_before_leaves_nothing() {
        let package = tempfile::tempdir().unwrap();
        for style in ["supple-1.css", "supple-2.css"] {
            let loader = LOADER_TEXT.replace("supple-1.css", style);
            write(site(&loader, &[style]).path(), package.path()).unwrap();
        }
        let assets = fs::read_dir(package.path().join(ASSETS)).unwrap();
        let names: Vec<_> = assets.map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["supple-2.css"]);
    }

    #[test]
    fn what_is_no_whole_site_is_refused_with_the_way_out() {
        let nothing = tempfile::tempdir().unwrap();
        let half = site(LOADER_TEXT, &["supple-2.css"]);
        let strange = site("export {};", &["supple-1.css"]);
        for (dist, said) in
            [(&nothing, "no site"), (&half, "assets/supple-1.css"), (&strange, "names nothing")]
        {
            let package = tempfile::tempdir().unwrap();
            let error = write(dist.path(), package.path()).unwrap_err().to_string();
            assert!(error.contains(said) && error.contains("cargo xtask dist"), "{error}");
        }
    }
}
