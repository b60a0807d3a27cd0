//! The files that a page loads: bundled, shrunk, and named by the hash of their final bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use supple_core::Routine;
use xshell::{Shell, cmd};

use super::{files, names, order, panics};
use crate::project;
use crate::setup::npm::{self, NodeTools};

/// What rustc emits for wasm32 and every browser of the last years can run. Not all that wasm-opt
/// knows: with `--all-features` it writes modules that Chromium refuses.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Structured control flow is undone and made anew between rounds: it takes seconds and saves 2 %.
const SMALL: [&str; 10] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--converge",
    "-Oz",
    "--low-memory-unused",
    "--zero-filled-memory",
    // A function that is called often is better called than copied.
    "-aimfs",
    "4",
];

/// The addresses of the hashed files, seen from the root of the site.
pub(crate) struct Addresses {
    /// What everything looks like.
    pub(crate) stylesheet: String,
    /// The JavaScript around the WebAssembly.
    pub(crate) glue: String,
    /// The widget.
    pub(crate) wasm: String,
    /// What other routines need.
    pub(crate) authoring: String,
    /// The built-in routine.
    pub(crate) routine: String,
}

/// Bundles into the staging folder.
pub(crate) struct Bundler<'a> {
    /// Stands in the root of the checkout.
    pub(crate) sh: Shell,
    /// The tools that do the work.
    pub(crate) tools: NodeTools,
    /// Where trunk has left the widget.
    pub(crate) staging: &'a Path,
    /// Whether to shrink; it takes time and makes errors harder to read.
    pub(crate) release: bool,
}

impl Bundler<'_> {
    /// The one stylesheet, of one file a component.
    pub(crate) fn stylesheet(&self) -> Result<String> {
        let draft = self.staging.join("bundle.css");
        self.esbuild(Path::new("style/index.css"), &draft, &[])?;
        self.name_by_hash(&draft, "supple", "css")
    }

    /// The JavaScript that wasm-bindgen wrote around the WebAssembly.
    pub(crate) fn glue(&self) -> Result<String> {
        let glue = self.staging.join("supple.js");
        let draft = self.staging.join("bundle.js");
        let mut flags = module();
        flags.push(format!("--alias:supple-glue={}", glue.display()));
        // What wasm-bindgen's JavaScript provides for and nobody here needs.
        for unused in ["global", "Symbol.dispose"] {
            flags.push(format!("--define:{unused}=undefined"));
        }
        flags.push("--drop:console".to_owned());
        self.esbuild(Path::new("element/mounting.js"), &draft, &flags)?;
        fs::remove_file(&glue)?;
        // The glue imports these, and now holds them.
        let snippets = self.staging.join("snippets");
        if snippets.exists() {
            fs::remove_dir_all(snippets)?;
        }
        self.name_by_hash(&draft, "supple", "js")
    }

    /// The widget itself. Comes before its JavaScript, which it changes.
    pub(crate) fn wasm(&self) -> Result<String> {
        let wasm = self.staging.join("supple_bg.wasm");
        if self.release {
            self.shrink(&wasm)?;
            let glue = self.staging.join("supple.js");
            let (short, short_glue) = names::shorten(&fs::read(&wasm)?, &fs::read_to_string(&glue)?)?;
            fs::write(&wasm, order::by_likeness(&short)?)?;
            fs::write(&glue, short_glue)?;
        }
        self.name_by_hash(&wasm, "supple", "wasm")
    }

    /// Takes all from a module that it can do without.
    fn shrink(&self, wasm: &PathBuf) -> Result<()> {
        let Bundler { sh, tools, .. } = self;
        let wasm_opt = &tools.wasm_opt;
        fs::write(wasm, panics::silence(&fs::read(wasm)?)?)?;
        let strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
        cmd!(sh, "node {wasm_opt} {SMALL...} {WASM_FEATURES...} {strip...} {wasm} -o {wasm}")
            .quiet()
            .run()
            .context(
                "wasm-opt can't read what rustc made; a newer Rust may use features that it isn't told of.",
            )
    }

    /// What only routines by other authors need: one script with its WebAssembly in it.
    pub(crate) fn authoring(&self) -> Result<String> {
        let sh = &self.sh;
        let build = "--quiet --release --package supple-authoring --target wasm32-unknown-unknown";
        let build = build.split(' ');
        cmd!(sh, "cargo build {build...} --target-dir target")
            .quiet()
            .run()
            .context("The module for other routines was not built.")?;
        let compiled = "target/wasm32-unknown-unknown/release/supple_authoring.wasm";
        let folder = self.staging.join("authoring");
        // It is on the PATH: trunk, which calls this verb, needs it too.
        cmd!(sh, "wasm-bindgen --target web --no-typescript --out-dir {folder} {compiled}")
            .quiet()
            .run()
            .context(
                "wasm-bindgen is missing or not the version in Cargo.lock. `cargo xtask setup` installs it.",
            )?;
        let (glue, wasm) = (folder.join("supple_authoring.js"), folder.join("supple_authoring_bg.wasm"));
        if self.release {
            self.shrink(&wasm)?;
        }
        let draft = self.staging.join("authoring.js");
        let mut flags = module();
        flags.push(format!("--alias:supple-authoring={}", glue.display()));
        flags.push(format!("--alias:supple-authoring-wasm={}", wasm.display()));
        flags.push("--loader:.wasm=binary".to_owned());
        self.esbuild(Path::new("element/authoring/module.js"), &draft, &flags)?;
        fs::remove_dir_all(&folder)?;
        self.name_by_hash(&draft, "authoring", "js")
    }

    /// The built-in routine: data, and so a file of its own and no part of the WebAssembly. Its figures are drawn already.
    pub(crate) fn routine(&self) -> Result<String> {
        let (document, problems) = supple_figures::draw(Routine::HAMSTRING);
        if let Some(problem) = problems.first() {
            bail!("A figure of the built-in routine can't be drawn. {problem}");
        }
        let draft = self.staging.join("routine.json");
        fs::write(&draft, document)?;
        self.name_by_hash(&draft, "supple", "json")
    }

    /// What a page loads first: it has a stable address, and knows those of the other files.
    pub(crate) fn loader(&self, addresses: &Addresses, name: &str, length: &str) -> Result<()> {
        let mut flags = module();
        for (name, address) in [
            ("GLUE_URL", &addresses.glue),
            ("WASM_URL", &addresses.wasm),
            ("STYLE_URL", &addresses.stylesheet),
            ("AUTHORING_URL", &addresses.authoring),
            ("ROUTINE_URL", &addresses.routine),
        ] {
            flags.push(format!("--define:{name}=\"../../{address}\""));
        }
        for (word, said) in [("FACADE_NAME", name), ("FACADE_LENGTH", length)] {
            flags.push(format!("--define:{word}={}", serde_json::Value::from(said)));
        }
        self.esbuild(Path::new("element/supple.js"), &self.staging.join("embed/v1/supple.js"), &flags)
    }

    /// What an iframe shows, and what the page around it needs to give it its height.
    pub(crate) fn frame(&self) -> Result<()> {
        let folder = self.staging.join("embed/v1");
        for name in ["frame.js", "iframe.js"] {
            self.esbuild(&Path::new("element").join(name), &folder.join(name), &module())?;
        }
        fs::copy(project::root().join("element/frame.html"), folder.join("frame.html"))?;
        let style = self.staging.join("embed/v1/frame.css");
        self.esbuild(Path::new("element/frame.css"), &style, &[])
    }

    /// The page on which bloggers choose and copy, but for its HTML.
    pub(crate) fn generator(&self) -> Result<()> {
        let (from, to) = (Path::new("element/generator"), self.staging.join("embed"));
        self.esbuild(&from.join("generator.js"), &to.join("generator.js"), &module())?;
        self.esbuild(&from.join("generator.css"), &to.join("generator.css"), &[])
    }

    /// A page beside the app, but for its HTML: the script and the style sheet that have its name.
    pub(crate) fn own_page(&self, name: &str) -> Result<()> {
        let (from, to) = (Path::new("app").join(name), self.staging.join(name));
        let (script, style) = (format!("{name}.js"), format!("{name}.css"));
        self.esbuild(&from.join(&script), &to.join(&script), &module())?;
        self.esbuild(&from.join(&style), &to.join(&style), &[])
    }

    /// What makes the page an app: its script, its manifest, and the pictures that the manifest names.
    pub(crate) fn app(&self) -> Result<()> {
        let mut flags = module();
        // What only some visits need is a file of its own.
        flags.extend(
            ["--splitting", "--entry-names=app", "--chunk-names=assets/app-[hash]"].map(str::to_owned),
        );
        flags.push(format!("--outdir={}", self.staging.display()));
        self.esbuild_to(Path::new("app/page.js"), &flags)?;
        let root = project::root();
        fs::copy(root.join("app/manifest.webmanifest"), self.staging.join("manifest.webmanifest"))?;
        fs::create_dir_all(self.staging.join("screenshots"))?;
        for picture in ["player-412-dark.png", "overview-1280-light.png"] {
            let kept = root.join("docs/screenshots").join(picture);
            fs::copy(&kept, self.staging.join("screenshots").join(picture)).with_context(|| {
                format!("{} is missing. `cargo xtask screenshots` takes it.", kept.display())
            })?;
        }
        Ok(())
    }

    /// The worker that keeps the site on the device. Comes last: it knows every file.
    pub(crate) fn service_worker(&self) -> Result<()> {
        let site = files::of(self.staging)?;
        let source = fs::read(project::root().join("app/service-worker.js"))?;
        let version = npm::hash(&[site.as_bytes(), &source].concat());
        let flags = [
            format!("--define:FILES={site}"),
            format!("--define:VERSION=\"{}\"", &version[..8]),
            "--format=iife".to_owned(),
            "--target=es2022".to_owned(),
        ];
        let to = self.staging.join("service-worker.js");
        self.esbuild(Path::new("app/service-worker.js"), &to, &flags)
    }

    fn esbuild(&self, from: &Path, to: &Path, flags: &[String]) -> Result<()> {
        let to = [format!("--outfile={}", to.display())];
        self.esbuild_to(from, &[&to, flags].concat())
    }

    /// With the place to write to among the flags.
    fn esbuild_to(&self, from: &Path, flags: &[String]) -> Result<()> {
        let Bundler { sh, tools, .. } = self;
        let NodeTools { esbuild, libraries, .. } = tools;
        let minify = if self.release { Some("--minify") } else { None };
        cmd!(sh, "{esbuild} {from} --bundle --log-level=warning --legal-comments=none {minify...} {flags...}")
            .env("NODE_PATH", libraries)
            .quiet()
            .run()
            .with_context(|| format!("{} can't be bundled.", from.display()))
    }

    /// Moves a finished file to its address, and gives that, seen from the root of the site.
    fn name_by_hash(&self, file: &PathBuf, name: &str, extension: &str) -> Result<String> {
        let bytes = fs::read(file).with_context(|| format!("{} was not made.", file.display()))?;
        let address = format!("assets/{name}-{}.{extension}", &npm::hash(&bytes)[..8]);
        fs::rename(file, self.staging.join(&address))?;
        Ok(address)
    }
}

fn module() -> Vec<String> {
    vec!["--format=esm".to_owned(), "--target=es2022".to_owned()]
}
