//! The widget as an npm package: for bundlers, and for whoever copies its folders to a site.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Serialize;

use super::{ASSETS, LICENSES, LOADER};
use crate::project;

/// The page for an iframe.
const FRAME: &str = "embed/v1/frame.html";

/// What the page for an iframe loads beside the loader.
const FRAMES_OWN: [&str; 2] = ["embed/v1/frame.css", "embed/v1/frame.js"];

/// What a page with that iframe loads.
const AROUND_FRAME: &str = "embed/v1/iframe.js";

/// In the page for an iframe: where the site has a page of its own, which the package hasn't.
const LINK: &str = r#"<a href="../../" target="_top">Open the hamstring routine</a>"#;

/// What stands there in the package.
const INSTEAD_OF_LINK: &str = "A guided routine for your hamstrings. It needs JavaScript.";

/// Where the loader loads the widget, whose address is known only in the browser.
const IMPORT: &str = "await import(";

/// Says so to bundlers, which would look for a module to bundle there. Minifying drops such words, so they come last.
const LEFT_TO_THE_BROWSER: &str = "/* webpackIgnore: true */ /* @vite-ignore */ ";

/// Where the loader says that progress can be handed to the app, which is a page of the site.
const APP: &str = r#"new URL("../../",import.meta.url).href"#;

/// What stands there in the package.
const NO_APP: &str = "void 0";

/// The types of the element.
const TYPES: &str = "supple.d.ts";

/// The element's description for editors and documentation tools.
const ELEMENTS: &str = "custom-elements.json";

/// What npm shows of the package. It takes it along by its name, unasked.
const README: &str = "README.md";

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
    #[serde(rename = "./frame.html")]
    frame: String,
    #[serde(rename = "./iframe.js")]
    around_frame: String,
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
        let mut files = vec![ASSETS, LOADER, FRAME, AROUND_FRAME, TYPES, ELEMENTS];
        files.extend(FRAMES_OWN);
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
                frame: within(FRAME),
                around_frame: within(AROUND_FRAME),
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

/// Writes the package anew, of the site in `dist`.
pub(super) fn write(dist: &Path, package: &Path) -> Result<()> {
    if package.exists() {
        // Names of assets change with their content: old ones would be packed with the new.
        fs::remove_dir_all(package)
            .with_context(|| format!("{} can't be removed. Is it open somewhere?", package.display()))?;
    }
    for file in [AROUND_FRAME].into_iter().chain(FRAMES_OWN) {
        copy(&dist.join(file), &package.join(file))?;
    }
    let import = format!("{IMPORT}{LEFT_TO_THE_BROWSER}");
    change(LOADER, &[(IMPORT, &import), (APP, NO_APP)], dist, package)?;
    change(FRAME, &[(LINK, INSTEAD_OF_LINK)], dist, package)?;
    for asset in fs::read_dir(dist.join(ASSETS)).context("The site has no assets.")? {
        // The others are the page's own.
        let name = asset?.file_name();
        if name.to_string_lossy().starts_with("supple-") {
            copy(&dist.join(ASSETS).join(&name), &package.join(ASSETS).join(&name))?;
        }
    }
    for file in [TYPES, ELEMENTS, README] {
        copy(&project::root().join("element").join(file), &package.join(file))?;
    }
    for file in LICENSES {
        copy(&project::root().join(file), &package.join(file))?;
    }
    let manifest = serde_json::to_string_pretty(&Manifest::new())?;
    fs::write(package.join("package.json"), manifest + "\n").context("package.json can't be written.")
}

/// Copies a file of the site, with texts that stand in it once changed to others.
fn change(file: &str, changes: &[(&str, &str)], dist: &Path, package: &Path) -> Result<()> {
    let mut text = fs::read_to_string(dist.join(file)).with_context(|| format!("{file} can't be read."))?;
    for (from, to) in changes {
        if text.matches(from).count() != 1 {
            bail!(
                "{file} of the site has not one {from}, which the package changes. See xtask/src/package/for_npm.rs."
            );
        }
        text = text.replace(from, to);
    }
    fs::write(package.join(file), text)
        .with_context(|| format!("{} can't be written.", package.join(file).display()))
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

    use super::super::tests::{LOADER_TEXT, site};
    use super::*;

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
    fn the_frame_needs_nothing_but_the_package() {
        let (package, _) = packaged();
        let frame = fs::read_to_string(package.path().join(FRAME)).unwrap();
        let needed: Vec<&str> = frame
            .split(['"', ' '])
            .scan("", |before, word| Some((std::mem::replace(before, word), word)))
            .filter(|(before, _)| ["href=", "src="].contains(before))
            .map(|(_, address)| address)
            .collect();
        assert_eq!(needed.len(), 3, "{needed:?}");
        for address in needed {
            assert!(package.path().join("embed/v1").join(address).is_file(), "{address}");
        }
    }

    #[test]
    fn what_has_to_be_changed_and_is_not_there_is_refused() {
        for (file, text) in [(FRAME, r#"<a href="/elsewhere">Open</a>"#), (LOADER, "import(here)")] {
            let dist = site(LOADER_TEXT, &["supple-1.css"]);
            fs::write(dist.path().join(file), text).unwrap();
            let package = tempfile::tempdir().unwrap();
            let error = write(dist.path(), package.path()).unwrap_err().to_string();
            assert!(error.starts_with(file), "{error}");
        }
    }

    #[test]
    fn bundlers_leave_the_widget_to_the_browser() {
        let (package, _) = packaged();
        let loader = fs::read_to_string(package.path().join(LOADER)).unwrap();
        assert!(loader.contains("await import(/* webpackIgnore: true */ /* @vite-ignore */ b)"), "{loader}");
    }
}
