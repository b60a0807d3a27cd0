//! `cargo xtask assemble`: what trunk has staged becomes the finished site.
//!
//! Trunk calls it when the widget is compiled (see Trunk.toml), so a plain `trunk serve` shows the
//! same page as `cargo xtask serve`. Every address that it writes is relative.

mod bundle;
mod files;
mod names;
mod order;
mod page;
mod panics;
mod wasm;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use self::bundle::{Addresses, Bundler};
use crate::project;
use crate::setup::npm;

/// What is seldom used has a page of its own, so that nobody else loads it: folders of `app/`, and of the site.
const OWN_PAGES: [&str; 2] = ["hand-off", "reminder"];

/// Finishes the folder that trunk names in `TRUNK_STAGING_DIR`.
pub(crate) fn run() -> Result<()> {
    let staging = PathBuf::from(told_by_trunk("TRUNK_STAGING_DIR")?);
    let release = told_by_trunk("TRUNK_PROFILE")? == "release";
    fs::create_dir_all(staging.join("assets"))?;
    fs::create_dir_all(staging.join("embed/v1"))?;

    let bundler = Bundler { sh: project::shell()?, tools: npm::build_tools()?, staging: &staging, release };
    let addresses = Addresses {
        stylesheet: bundler.stylesheet()?,
        wasm: bundler.wasm()?,
        glue: bundler.glue()?,
        authoring: bundler.authoring()?,
        routine: bundler.routine()?,
    };
    let drawn = prerender()?;
    let mut parts = drawn.splitn(4, '\n');
    let (Some(name), Some(length), Some(plan), Some(overview)) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        bail!("The prerenderer printed less than there should be. See src/bin/prerender.rs.");
    };
    bundler.loader(&addresses, name, length)?;
    bundler.frame()?;
    bundler.generator()?;
    for name in OWN_PAGES {
        bundler.own_page(name)?;
    }
    bundler.app()?;
    fs::write(staging.join("embed/v1/exercise-plan.json"), plan)?;

    let index = staging.join("index.html");
    let skeleton = fs::read_to_string(&index).context("Trunk has staged no index.html.")?;
    let Addresses { stylesheet, glue, wasm, routine, .. } = &addresses;
    let values = [
        ("stylesheet", stylesheet.as_str()),
        ("glue", glue),
        ("wasm", wasm),
        ("routine", routine),
        ("structured-data", plan),
    ];
    let filled = page::fill(&skeleton, &values)?;
    let finished = page::with_overview(&filled, stylesheet, overview)?;
    // `trunk serve` adds its inline script for reloading, which a release must not have.
    if release {
        page::refuse_inline_code(&finished)?;
    }
    fs::write(&index, finished)?;
    let own_pages = OWN_PAGES.map(|name| (format!("app/{name}"), name));
    for (source, place) in own_pages.into_iter().chain([("element/generator".to_owned(), "embed")]) {
        let page = fs::read_to_string(project::root().join(source).join("index.html"))?;
        let page = page::fill(&page, &[("stylesheet", &format!("../{stylesheet}"))])?;
        page::refuse_inline_code(&page)?;
        fs::write(staging.join(place).join("index.html"), page)?;
    }
    copy_folder(&project::root().join("static"), &staging)?;
    // A page that is being worked on must not come from yesterday's cache.
    if release { bundler.service_worker() } else { Ok(()) }
}

fn told_by_trunk(variable: &str) -> Result<OsString> {
    std::env::var_os(variable).with_context(|| {
        format!("{variable} is not set: trunk calls this verb. Run `cargo xtask dist` to build the site.")
    })
}

/// What src/bin/prerender.rs prints, drawn on the host by the components that draw it in the browser.
fn prerender() -> Result<String> {
    let sh = project::shell()?;
    let arguments = "--quiet --package supple --bin prerender --no-default-features --features ssr";
    let arguments = arguments.split(' ');
    cmd!(sh, "cargo run {arguments...}").quiet().read().context("The overview was not prerendered.")
}

/// Copies what is in a folder, with its folders, into another.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    if !from.exists() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), copy)?;
        }
    }
    Ok(())
}
