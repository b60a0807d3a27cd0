//! WebAssembly: the widget's own, and modules that load later or on one page alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use super::bundle::{Bundler, drawn, module};
use super::markup;
use crate::project;

/// The addresses of a module that loads later: its script and its WebAssembly.
pub(crate) struct Module {
    pub(super) script: String,
    pub(super) wasm: String,
}

/// A module of WebAssembly that is in its place already.
struct Compiled {
    /// What lies there besides, for the time of the build.
    folder: PathBuf,
    /// The flag by which a script imports its glue.
    alias: String,
    /// Its address.
    wasm: String,
}

impl Bundler<'_> {
    /// Makes a module as small as wasm-opt can.
    pub(super) fn shrink(&self, wasm: &PathBuf) -> Result<()> {
        let Bundler { sh, tools, .. } = self;
        let wasm_opt = &tools.wasm_opt;
        // It reads from the module which features of WebAssembly rustc used.
        cmd!(sh, "node {wasm_opt} -Oz {wasm} -o {wasm}").quiet().run().context(
            "wasm-opt can't read what rustc made. A newer Rust may need a newer binaryen in xtask/node.",
        )
    }

    /// What only routines by other authors need.
    pub(crate) fn authoring(&self) -> Result<Module> {
        self.later("authoring", "supple_authoring", "--package supple-authoring", &[])
    }

    /// What fills the Progress screen.
    pub(crate) fn progress(&self) -> Result<Module> {
        let build = "--bin progress --no-default-features --features progress";
        let style = self.staging.join("progress-style.css");
        self.esbuild("style/progress.css", &style, &[])?;
        let figures = self.staging.join("progress-figures.txt");
        let document = project::root().join("library/measuring.json");
        fs::write(&figures, drawn("measuring", &fs::read_to_string(document)?)?)?;
        let module =
            self.later("progress", "progress", build, &[("style", &style), ("figures", &figures)])?;
        fs::remove_file(style)?;
        fs::remove_file(figures)?;
        Ok(module)
    }

    /// A module with WebAssembly of its own, which loads later: `build` says what cargo compiles, as `compiled`, and
    /// `element/<name>/module.js` imports wasm-bindgen's glue as `supple-<name>`. Files that belong to it are texts in the
    /// script, each imported as `supple-<name>-<file>`: they are there when the script is, and the loader need not know their
    /// addresses.
    fn later(&self, name: &str, compiled: &str, build: &str, texts: &[(&str, &Path)]) -> Result<Module> {
        let Compiled { folder, alias, wasm } = self.compile(name, compiled, build)?;
        let draft = self.staging.join("module.js");
        let mut flags = [module(), vec![alias, "--loader:.css=text".to_owned()]].concat();
        flags.extend(
            texts.iter().map(|(text, path)| format!("--alias:supple-{name}-{text}={}", path.display())),
        );
        self.esbuild(format!("element/{name}/module.js"), &draft, &flags)?;
        let script = self.name_by_hash(&draft, name, "js")?;
        fs::remove_dir_all(&folder)?;
        Ok(Module { script, wasm })
    }

    /// A module of WebAssembly, and wasm-bindgen's glue for it.
    fn compile(&self, name: &str, compiled: &str, build: &str) -> Result<Compiled> {
        let sh = &self.sh;
        let build = build.split(' ');
        let (profile, built) = if self.release { (Some("--release"), "release") } else { (None, "debug") };
        cmd!(
            sh,
            "cargo build --quiet {profile...} --target wasm32-unknown-unknown --target-dir target {build...}"
        )
        .quiet()
        .run()
        .with_context(|| format!("The module \"{name}\" was not built."))?;
        let compiled_wasm = format!("target/wasm32-unknown-unknown/{built}/{compiled}.wasm");
        let folder = self.staging.join(format!("{name}-module"));
        // It is on the PATH: trunk, which calls this verb, needs it too.
        cmd!(sh, "wasm-bindgen --target web --no-typescript --out-dir {folder} {compiled_wasm}")
            .quiet()
            .run()
            .context(
                "wasm-bindgen is missing or not the version in Cargo.lock. `cargo xtask setup` installs it.",
            )?;
        let wasm = folder.join(format!("{compiled}_bg.wasm"));
        if self.release {
            markup::refuse(&fs::read(&wasm)?)?;
            self.shrink(&wasm)?;
        }
        let wasm = self.name_by_hash(&wasm, name, "wasm")?;
        let glue = folder.join(format!("{compiled}.js"));
        Ok(Compiled { alias: format!("--alias:supple-{name}={}", glue.display()), folder, wasm })
    }

    /// What the studio's page loads: an app in WebAssembly, as the Progress screen is, but nobody else's.
    pub(crate) fn studio(&self) -> Result<()> {
        let compiled =
            self.compile("studio", "studio", "--bin studio --no-default-features --features studio")?;
        let address = format!("--define:STUDIO_WASM_URL=\"../{}\"", compiled.wasm);
        self.page_of(compiled, address, "app/studio/studio", &self.staging.join("studio/studio"))
    }

    /// What the page of received routines loads, which has WebAssembly of its own. It is two folders below the site's root.
    pub(crate) fn received(&self, folder: &str) -> Result<()> {
        let compiled = self.compile("sharing", "supple_sharing", "--package supple-sharing")?;
        let address = format!("--define:SHARING_WASM_URL=\"../../{}\"", compiled.wasm);
        self.page_of(compiled, address, "app/received/received", &self.staging.join(folder).join("received"))
    }

    /// Script and style sheet of a page with WebAssembly of its own. `address` tells the script where that is.
    fn page_of(&self, compiled: Compiled, address: String, from: &str, to: &Path) -> Result<()> {
        let Compiled { folder, alias, .. } = compiled;
        let flags = [module(), vec![alias, address]].concat();
        self.esbuild(format!("{from}.js"), &to.with_extension("js"), &flags)?;
        self.esbuild(format!("{from}.css"), &to.with_extension("css"), &[])?;
        Ok(fs::remove_dir_all(folder)?)
    }
}
