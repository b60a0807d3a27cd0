//! `cargo xtask assemble`: what trunk has staged becomes the finished site.
//!
//! Trunk calls it when the widget is compiled (see Trunk.toml), so a plain `trunk serve` shows the same page as
//! `cargo xtask serve`. Every address that it writes is relative.

mod bundle;
mod cover;
mod figure;
mod markup;
mod modules;
mod page;
mod routines;
mod share;
mod studio;

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use supple_core::Library;

use self::bundle::{Addresses, Bundler};
pub(crate) use self::share::{SITEMAP, is_for_others};
use crate::setup::npm;
use crate::site_address::SiteAddress;
use crate::{dist, files, project};

/// The id of the routine that the front page shows.
pub(crate) const FRONT_ROUTINE: &str = Library::ROUTINES[0];

/// Pages for something that few visitors need, so that nobody else loads it: folders of `app/`, and of the site.
const OWN_PAGES: [&str; 2] = ["hand-off", "reminder"];

/// Where people receive a routine of another author.
const RECEIVED: &str = "routines/shared";

/// Finishes the site in the folder that trunk names in `TRUNK_STAGING_DIR`.
pub(crate) fn run() -> Result<()> {
    let staging = PathBuf::from(from_trunk("TRUNK_STAGING_DIR")?);
    let release = from_trunk("TRUNK_PROFILE")? == "release";
    let site = site_address()?;
    fs::create_dir_all(staging.join("assets"))?;
    fs::create_dir_all(staging.join("embed/v1"))?;

    let bundler = Bundler { sh: project::shell()?, tools: npm::build_tools()?, staging: &staging, release };
    let addresses = Addresses {
        stylesheet: bundler.stylesheet()?,
        wasm: bundler.wasm()?,
        glue: bundler.glue()?,
        authoring: bundler.authoring()?,
        progress: bundler.progress()?,
        figures: bundler.figures()?,
        library: bundler.library()?,
        routines: bundler.routines()?,
    };
    let all = routines::prerender()?;
    let front = all.first().context("No routine was prerendered.")?;
    bundler.loader(&addresses, &front.name, &front.length)?;
    bundler.frame()?;
    bundler.generator()?;
    for name in OWN_PAGES {
        bundler.own_page(name)?;
    }
    bundler.received(RECEIVED)?;
    studio::write(&bundler)?;
    bundler.app()?;
    fs::write(staging.join("embed/v1/exercise-plan.json"), &front.structured_data)?;
    fs::write(staging.join("embed/v1/cover.svg"), cover::svg(&front.id, &front.cover)?)?;

    let mut values = page::messages()?;
    values.insert("stylesheet".to_owned(), addresses.stylesheet.clone());
    values.insert("structured-data".to_owned(), front.structured_data.clone());
    values
        .insert("more-routines".to_owned(), routines::row(&all, front, routines::FOLDER, "studio/", &values));
    values.insert("sharing".to_owned(), share::tags_of_front(front, &values, site.as_ref())?);
    let index = staging.join("index.html");
    let skeleton = fs::read_to_string(&index).context("Trunk has staged no index.html.")?;
    let finished = front.shown_in(&skeleton, &values)?;
    if release {
        page::write(&finished, &index)?;
    } else {
        // `trunk serve` adds an inline script for reloading, which a release must not have.
        fs::write(&index, finished)?;
    }

    routines::write(&bundler, &all, &addresses, &values, site.as_ref())?;
    share::write_images(&staging, &all)?;
    if let Some(site) = &site {
        share::write_sitemap(&staging, site, &all)?;
        share::write_embeds(&staging, site, &all)?;
    }

    values.insert("stylesheet".to_owned(), format!("../../{}", addresses.stylesheet));
    page::finish("app/received/index.html", &values, &staging.join(RECEIVED).join("index.html"))?;
    values.insert("stylesheet".to_owned(), format!("../{}", addresses.stylesheet));
    for name in OWN_PAGES {
        page::finish(&format!("app/{name}/index.html"), &values, &staging.join(name).join("index.html"))?;
    }
    page::finish("app/studio/index.html", &values, &staging.join("studio/index.html"))?;
    values.insert("routine-options".to_owned(), routines::options(&all));
    page::finish("element/generator/index.html", &values, &staging.join("embed/index.html"))?;
    page::finish("element/frame.html", &values, &staging.join("embed/v1/frame.html"))?;
    let fixed = project::root().join("static");
    for file in files::list(&fixed)? {
        files::copy(&fixed.join(&file), &staging.join(&file))?;
    }
    // While the site is being worked on, it must not come from yesterday's cache.
    if release { bundler.service_worker() } else { Ok(()) }
}

/// Where the site will be published, if `cargo xtask dist` was told; trunk passes the variable on.
fn site_address() -> Result<Option<SiteAddress>> {
    let Some(typed) = std::env::var_os(dist::SITE_VARIABLE) else { return Ok(None) };
    typed.to_string_lossy().parse().map(Some)
}

fn from_trunk(variable: &str) -> Result<OsString> {
    std::env::var_os(variable).with_context(|| {
        format!(
            "{variable} is not set: only trunk calls this verb. Run `cargo xtask dist` to build the site."
        )
    })
}
