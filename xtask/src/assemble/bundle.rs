//! The files that a page loads: bundled, shrunk, and named by the hash of their final bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use supple_core::{Library, Routine};
use xshell::{Shell, cmd};

use super::modules::Module;
use super::{FRONT_ROUTINE, figure, markup, page, share};
use crate::setup::npm::BuildTools;
use crate::{files, project};

/// The module that imports wasm-bindgen's glue, as `supple-glue`, and is bundled with it.
const GLUE_ENTRY: &str = "element/bootstrap.js";

/// How many hexadecimal digits of its hash a file has in its name: enough that no two versions of one file share it, and
/// no more, because the loader has eleven such names.
const HASH_LENGTH: usize = 5;

/// In the site, but not for its visitors and so not kept on their devices: pictures for app stores.
const NOT_KEPT: &str = "screenshots/";

/// The addresses of the hashed files, seen from the root of the site.
pub(crate) struct Addresses {
    /// The style sheet.
    pub(crate) stylesheet: String,
    /// The JavaScript around the WebAssembly.
    pub(crate) glue: String,
    /// The widget.
    pub(crate) wasm: String,
    /// What other routines need.
    pub(crate) authoring: Module,
    /// What fills the Progress screen.
    pub(crate) progress: Module,
    /// What draws and moves figures.
    pub(crate) figures: String,
    /// The library that routines by other authors refer to.
    pub(crate) library: String,
    /// The folder of the built-in routines and their drawings.
    pub(crate) routines: String,
}

/// Bundles into the staging folder.
pub(crate) struct Bundler<'a> {
    /// Its current folder is the root of the checkout.
    pub(crate) sh: Shell,
    /// The tools that do the work.
    pub(crate) tools: BuildTools,
    /// Where trunk has left the widget.
    pub(crate) staging: &'a Path,
    /// Whether to shrink, which takes time and makes errors harder to read.
    pub(crate) release: bool,
}

impl Bundler<'_> {
    /// The one style sheet, made of one file a component.
    pub(crate) fn stylesheet(&self) -> Result<String> {
        let draft = self.staging.join("bundle.css");
        self.esbuild("style/index.css", &draft, &[])?;
        self.name_by_hash(&draft, "supple", "css")
    }

    /// The JavaScript around the WebAssembly: wasm-bindgen's and ours.
    pub(crate) fn glue(&self) -> Result<String> {
        let glue = self.staging.join("supple.js");
        let draft = self.staging.join("bundle.js");
        let flags = [module(), vec![format!("--alias:supple-glue={}", glue.display())]].concat();
        self.esbuild(GLUE_ENTRY, &draft, &flags)?;
        fs::remove_file(&glue)?;
        // The modules that the glue imports, which are now part of the bundle.
        let snippets = self.staging.join("snippets");
        if snippets.exists() {
            fs::remove_dir_all(snippets)?;
        }
        self.name_by_hash(&draft, "supple", "js")
    }

    /// The widget itself.
    pub(crate) fn wasm(&self) -> Result<String> {
        let wasm = self.staging.join("supple_bg.wasm");
        if self.release {
            markup::refuse(&fs::read(&wasm)?)?;
            self.shrink(&wasm)?;
        }
        self.name_by_hash(&wasm, "supple", "wasm")
    }

    /// What draws and moves figures. It loads after the widget.
    pub(crate) fn figures(&self) -> Result<String> {
        let draft = self.staging.join("figures.js");
        self.esbuild("element/figures/module.js", &draft, &module())?;
        self.name_by_hash(&draft, "figures", "js")
    }

    /// The library, for routines by other authors: exercises with their figures, muscles and sources.
    pub(crate) fn library(&self) -> Result<String> {
        let draft = self.staging.join("library.json");
        fs::write(&draft, Library::built_in().to_json())?;
        self.name_by_hash(&draft, "library", "json")
    }

    /// The folder with the built-in routines as the widget reads them, and their drawings: data, and so files of their own
    /// and no part of the WebAssembly. Each is called by its id, so the loader knows the addresses of all when it knows
    /// those of one. A hash of all of them is in the folder's name.
    pub(crate) fn routines(&self) -> Result<String> {
        let mut files = Vec::new();
        for id in Library::ROUTINES {
            let routine =
                Routine::built_in(id).with_context(|| format!("The routine “{id}” is not valid."))?;
            files.push((format!("{id}.json"), routine.to_checked()));
            files.push((format!("{id}-figures.json"), drawings(id)?));
        }
        let all: String = files.iter().map(|(name, json)| format!("{name}{json}")).collect();
        let folder = format!("assets/routines-{}", &files::short_hash(all.as_bytes())[..HASH_LENGTH]);
        fs::create_dir_all(self.staging.join(&folder))?;
        for (name, json) in files {
            fs::write(self.staging.join(&folder).join(name), json)?;
        }
        Ok(folder)
    }

    /// What a page loads first. Its address is stable, and it knows those of the other files.
    pub(crate) fn loader(&self, addresses: &Addresses, name: &str, length: &str) -> Result<()> {
        let mut flags = module();
        for (name, address) in [
            ("GLUE_URL", &addresses.glue),
            ("WASM_URL", &addresses.wasm),
            ("STYLE_URL", &addresses.stylesheet),
            ("AUTHORING_URL", &addresses.authoring.script),
            ("AUTHORING_WASM_URL", &addresses.authoring.wasm),
            ("LIBRARY_URL", &addresses.library),
            ("PROGRESS_URL", &addresses.progress.script),
            ("PROGRESS_WASM_URL", &addresses.progress.wasm),
            ("FIGURES_URL", &addresses.figures),
            ("ROUTINE_URL", &format!("{}/{FRONT_ROUTINE}.json", addresses.routines)),
            ("DRAWINGS_URL", &format!("{}/{FRONT_ROUTINE}-figures.json", addresses.routines)),
        ] {
            flags.push(format!("--define:{name}=\"../../{address}\""));
        }
        for (name, text) in [("FACADE_NAME", name), ("FACADE_LENGTH", length)] {
            flags.push(format!("--define:{name}={}", Value::from(text)));
        }
        self.esbuild("element/supple.js", &self.staging.join("embed/v1/supple.js"), &flags)
    }

    /// What the page for an iframe loads, and what a page around the iframe needs to give it its height.
    pub(crate) fn frame(&self) -> Result<()> {
        let folder = self.staging.join("embed/v1");
        self.esbuild("element/frame.js", &folder.join("frame.js"), &module())?;
        self.esbuild("element/iframe.js", &folder.join("iframe.js"), &module())?;
        self.esbuild("element/frame.css", &folder.join("frame.css"), &[])
    }

    /// What the page loads on which bloggers make their snippet.
    pub(crate) fn generator(&self) -> Result<()> {
        self.script_and_style("element/generator/generator", &self.staging.join("embed/generator"))
    }

    /// What a page beside the app loads: the script and the style sheet that have its name.
    pub(crate) fn own_page(&self, name: &str) -> Result<()> {
        self.script_and_style(&format!("app/{name}/{name}"), &self.staging.join(name).join(name))
    }

    /// A script and a style sheet that have one name.
    pub(crate) fn script_and_style(&self, from: &str, to: &Path) -> Result<()> {
        self.esbuild(format!("{from}.js"), &to.with_extension("js"), &module())?;
        self.esbuild(format!("{from}.css"), &to.with_extension("css"), &[])
    }

    /// What makes the page an app: its script, its manifest, and the pictures that the manifest names.
    pub(crate) fn app(&self) -> Result<()> {
        let splitting = ["--splitting", "--entry-names=app", "--chunk-names=assets/app-[hash]"];
        let mut flags = [module(), splitting.map(str::to_owned).to_vec()].concat();
        flags.push(format!("--outdir={}", self.staging.display()));
        self.esbuild_to("app/page.js", &flags)?;
        let root = project::root();
        fs::copy(root.join("app/manifest.webmanifest"), self.staging.join("manifest.webmanifest"))?;
        for picture in ["player-412-dark.png", "overview-1280-light.png"] {
            let taken = root.join("docs/screenshots").join(picture);
            files::copy(&taken, &self.staging.join("screenshots").join(picture))
                .context("A picture for the manifest is missing. `cargo xtask screenshots` takes it.")?;
        }
        Ok(())
    }

    /// The worker that keeps the site on the device. It is made last, because it lists every file.
    pub(crate) fn service_worker(&self) -> Result<()> {
        let site = kept_files(self.staging)?;
        let source = fs::read(project::root().join("app/service-worker.js"))?;
        let version = files::short_hash(&[site.as_bytes(), &source].concat());
        let flags = [
            format!("--define:FILES={site}"),
            format!("--define:VERSION=\"{}\"", &version[..8]),
            "--format=iife".to_owned(),
            "--target=es2022".to_owned(),
        ];
        self.esbuild("app/service-worker.js", &self.staging.join("service-worker.js"), &flags)
    }

    pub(super) fn esbuild(&self, from: impl AsRef<Path>, to: &Path, flags: &[String]) -> Result<()> {
        let to = [format!("--outfile={}", to.display())];
        self.esbuild_to(from, &[&to, flags].concat())
    }

    /// With the place to write to among the flags.
    fn esbuild_to(&self, from: impl AsRef<Path>, flags: &[String]) -> Result<()> {
        let Bundler { sh, tools: BuildTools { esbuild, libraries, .. }, .. } = self;
        let from = from.as_ref();
        let minify = if self.release { Some("--minify") } else { None };
        cmd!(sh, "{esbuild} {from} --bundle --log-level=warning --legal-comments=none {minify...} {flags...}")
            .env("NODE_PATH", libraries)
            .quiet()
            .run()
            .with_context(|| format!("{} can't be bundled.", from.display()))
    }

    /// Moves a finished file to its address, and returns that, seen from the root of the site.
    pub(super) fn name_by_hash(&self, file: &PathBuf, name: &str, extension: &str) -> Result<String> {
        let bytes = fs::read(file).with_context(|| format!("{} was not made.", file.display()))?;
        let address = format!("assets/{name}-{}.{extension}", &files::short_hash(&bytes)[..HASH_LENGTH]);
        fs::rename(file, self.staging.join(&address))?;
        Ok(address)
    }
}

/// The drawings of a built-in routine's figures, as JSON.
fn drawings(id: &str) -> Result<String> {
    drawn(id, figure::document(id)?)
}

/// The drawings of a document's figures, as JSON.
pub(super) fn drawn(name: &str, document: &str) -> Result<String> {
    let (drawings, problems) = supple_figures::draw(document);
    if let Some(problem) = problems.first() {
        bail!("A figure of “{name}” can't be drawn. {problem}");
    }
    drawings.with_context(|| format!("“{name}” has no figures."))
}

pub(super) fn module() -> Vec<String> {
    vec!["--format=esm".to_owned(), "--target=es2022".to_owned()]
}

/// The files that the service worker keeps, as JSON: the address of each, seen from the root, its `integrity`, and for a
/// page the addresses in it, by which one that a host has added to can still be recognised.
fn kept_files(site: &Path) -> Result<String> {
    let mut kept = Vec::new();
    let is_kept = |path: &&String| !path.starts_with(NOT_KEPT) && !share::is_for_others(path);
    for path in files::list(site)?.iter().filter(is_kept) {
        let bytes = fs::read(site.join(path)).with_context(|| format!("{path} can't be read."))?;
        // A page called index.html is asked for by its folder.
        let address = match path.strip_suffix("index.html") {
            Some("") => "./",
            Some(folder) if folder.ends_with('/') => folder,
            _ => path,
        };
        let mut file = vec![Value::from(address), Value::from(files::integrity(&bytes))];
        if path.ends_with(".html") {
            file.push(Value::from(page::own_addresses(&String::from_utf8_lossy(&bytes))));
        }
        kept.push(file);
    }
    Ok(serde_json::to_string(&kept)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_kept_by_the_address_that_people_ask_for() {
        let site = tempfile::tempdir().unwrap();
        for file in [
            "index.html",
            "embed/index.html",
            "embed/v1/supple.js",
            "assets/a.wasm",
            "screenshots/wide.png",
            "routines/hips/share.png",
            "sitemap.xml",
            "robots.txt",
        ] {
            let file = site.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        let kept: Vec<Vec<Value>> = serde_json::from_str(&kept_files(site.path()).unwrap()).unwrap();
        let addresses: Vec<&str> = kept.iter().map(|file| file[0].as_str().unwrap()).collect();
        assert_eq!(addresses, ["assets/a.wasm", "embed/", "embed/v1/supple.js", "./"]);
        // That of no bytes at all.
        let nothing = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert!(kept.iter().all(|file| file[1] == nothing));
        // Pages alone have a third part.
        let parts: Vec<usize> = kept.iter().map(Vec::len).collect();
        assert_eq!(parts, [2, 3, 2, 3]);
    }
}
