//! The pages of the built-in routines: one each, a page of all of them, and the row that leads from each to others.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use xshell::cmd;

use super::bundle::{Addresses, Bundler};
use super::page::{self, Values, escaped};
use super::share;
use super::{FRONT_ROUTINE, cover};
use crate::site_address::SiteAddress;
use crate::{files, project};

/// Where a routine's page is: two folders below the site's root.
const ROOT: &str = "../../";
/// The folder of all routines, seen from the site's root.
pub(super) const FOLDER: &str = "routines/";
/// How many minutes a short routine takes at most.
const SHORT_MINUTES: u64 = 8;

/// What src/bin/prerender.rs prints for one routine, drawn on the host by the components that draw it in the browser. Its
/// fields are described there.
#[derive(Deserialize)]
pub(super) struct Prerendered {
    pub(super) id: String,
    pub(super) name: String,
    tagline: String,
    pub(super) summary: String,
    pub(super) length: String,
    minutes: u64,
    equipment: Vec<String>,
    places: Vec<String>,
    regions: Vec<String>,
    pub(super) exercises: Vec<ListedExercise>,
    pub(super) cover: String,
    pub(super) structured_data: String,
    pub(super) outline: String,
    pub(super) overview: String,
}

/// An exercise as people look for it.
#[derive(Deserialize)]
pub(super) struct ListedExercise {
    pub(super) id: String,
    name: String,
    region: Option<String>,
    muscles: Vec<String>,
}

impl Prerendered {
    /// A page that shows this routine: its values filled in, and its overview in its place.
    pub(super) fn shown_in(&self, skeleton: &str, values: &Values) -> Result<String> {
        let stylesheet = values.get("stylesheet").context("A page has no style sheet.")?;
        page::with_overview(&page::fill(skeleton, values)?, stylesheet, &self.overview, &self.outline)
    }
}

/// All built-in routines; the front page's is the first.
pub(super) fn prerender() -> Result<Vec<Prerendered>> {
    let sh = project::shell()?;
    let options = "--quiet --package supple --bin prerender --no-default-features --features ssr".split(' ');
    let printed =
        cmd!(sh, "cargo run {options...}").quiet().read().context("The routines were not prerendered.")?;
    serde_json::from_str(&printed)
        .context("The prerenderer printed something else. See src/bin/prerender.rs.")
}

/// Writes a page and a picture for each routine, and the page of all of them. The front page shows the first, which has a
/// page of its own all the same: its address is made like those of the others.
pub(super) fn write(
    bundler: &Bundler,
    all: &[Prerendered],
    addresses: &Addresses,
    messages: &Values,
    site: Option<&SiteAddress>,
) -> Result<()> {
    let folder = bundler.staging.join(FOLDER);
    for routine in all {
        let own = folder.join(&routine.id);
        fs::create_dir_all(&own)?;
        fs::write(own.join("cover.svg"), cover::svg(&routine.id, &routine.cover)?)?;
        fs::write(own.join("exercise-plan.json"), &routine.structured_data)?;
    }
    for schema in ["exercise.schema.json", "routine.schema.json"] {
        files::copy(
            &project::root().join("library").join(schema),
            &bundler.staging.join("embed/v1").join(schema),
        )?;
    }
    // For plugins of other systems, so that all of them offer the same routines.
    let list: Vec<Value> = all
        .iter()
        .map(|Prerendered { id, name, minutes, .. }| json!({ "id": id, "name": name, "minutes": minutes }))
        .collect();
    fs::write(bundler.staging.join("embed/v1/routines.json"), Value::from(list).to_string())?;
    let skeleton = page::source("app/routines/routine.html")?;
    for routine in all {
        let mut values = messages.clone();
        for (name, value) in [
            ("stylesheet", format!("{ROOT}{}", addresses.stylesheet)),
            ("structured-data", routine.structured_data.clone()),
            ("sharing", share::tags_of_routine(routine, site)?),
            ("routine-id", routine.id.clone()),
            ("routine-name", escaped(&routine.name)),
            ("routine-summary", escaped(&routine.summary)),
            ("more-routines", row(all, routine, "../", "../../studio/", messages)),
        ] {
            values.insert(name.to_owned(), value);
        }
        let finished = routine.shown_in(&skeleton, &values)?;
        page::write(&finished, &folder.join(&routine.id).join("index.html"))?;
    }
    bundler.script_and_style("app/routines/routines", &folder.join("routines"))?;
    let mut values = messages.clone();
    values.insert("stylesheet".to_owned(), format!("../{}", addresses.stylesheet));
    values.insert("routines".to_owned(), all.iter().map(|routine| item(routine, "", messages)).collect());
    values.insert("exercises".to_owned(), exercises(all, messages));
    values.insert("sharing".to_owned(), share::tags_of_all(all, messages, site)?);
    page::finish("app/routines/index.html", &values, &folder.join("index.html"))?;

    // Where hosts answer with it, most often in the place of a routine's page. Its addresses count from there.
    values.insert("stylesheet".to_owned(), format!("{ROOT}{}", addresses.stylesheet));
    values.insert("routines".to_owned(), all.iter().map(|routine| item(routine, "../", messages)).collect());
    page::finish("app/routines/not-found.html", &values, &bundler.staging.join("404.html"))
}

/// The routines to choose from, as options of a form.
pub(super) fn options(all: &[Prerendered]) -> String {
    all.iter()
        .map(|Prerendered { id, name, .. }| format!("<option value=\"{id}\">{}</option>", escaped(name)))
        .collect()
}

/// Links to the other routines, those that come after this one first; the style sheet shows a row of them. `folder` is that of
/// all routines, and `studio` that of the studio, seen from the page.
pub(super) fn row(
    all: &[Prerendered],
    after: &Prerendered,
    folder: &str,
    studio: &str,
    messages: &Values,
) -> String {
    let own = all.iter().position(|routine| routine.id == after.id).unwrap_or_default();
    let others = (1..all.len()).filter_map(|step| all.get((own + step) % all.len()));
    let links: String = others.map(|routine| link(routine, folder, "h3", "", "")).collect();
    let message = |name: &str| messages.get(name).cloned().unwrap_or_default();
    format!(
        "<nav class=\"supple-page-more\" aria-labelledby=\"more-routines\"><h2 id=\"more-routines\">{}</h2><ul>{links}</ul>\
         <p><a href=\"{folder}\">{}</a> · <a href=\"{studio}\">{}</a></p></nav>",
        message("app_more_routines"),
        message("app_all_routines"),
        message("studio_title"),
    )
}

/// A routine as an item of a list: picture, name, length and what it does. `attributes` are more of them for the item, with
/// a space before each; `after` is HTML that comes last, inside the link, so that the whole card is one target.
fn link(routine: &Prerendered, folder: &str, heading: &str, attributes: &str, after: &str) -> String {
    let Prerendered { id, name, tagline, minutes, .. } = routine;
    let page = page_of(id, folder);
    format!(
        "<li{attributes} data-routine=\"{id}\"><a href=\"{page}\">\
         <img src=\"{folder}{id}/cover.svg\" alt=\"\" loading=\"lazy\">\
         <{heading}>{}</{heading}><p>{minutes} min</p><p>{}</p>{after}</a></li>",
        escaped(name),
        escaped(tagline),
    )
}

/// A routine on the page of all of them, with what its filters go by.
fn item(routine: &Prerendered, folder: &str, messages: &Values) -> String {
    let needs = if routine.equipment.is_empty() {
        messages.get("routines_needs_nothing").cloned().unwrap_or_default()
    } else {
        // As the start panel says it.
        let things = match routine.equipment.as_slice() {
            [first @ .., second_last, last] => {
                [first, &[format!("{second_last} and {last}")]].concat().join(", ")
            }
            things => things.concat(),
        };
        format!("{}{}", messages.get("card_needs").cloned().unwrap_or_default(), escaped(&things))
    };
    let attributes = format!(" data-tags=\"{}\"", tags(routine).join(" "));
    link(routine, folder, "h2", &attributes, &format!("<p class=\"needs\">{needs}</p>"))
}

/// What the filters of app/routines/index.html find a routine by.
fn tags(routine: &Prerendered) -> Vec<&'static str> {
    let has = |regions: &[&str]| routine.regions.iter().any(|region| regions.contains(&region.as_str()));
    let floor = "floor".to_owned();
    [
        ("back", has(&["lower-back", "upper-back"])),
        ("neck", has(&["neck", "shoulders", "chest"])),
        ("legs", has(&["hips", "glutes", "inner-thigh", "quads", "hamstrings"])),
        ("feet", has(&["calves", "ankles"])),
        ("short", routine.minutes <= SHORT_MINUTES),
        ("upright", !routine.places.contains(&floor)),
        ("lying", routine.places == [floor]),
    ]
    .into_iter()
    .filter_map(|(tag, fits)| fits.then_some(tag))
    .collect()
}

/// Every exercise once, in alphabetical order, with the way to its card in the first routine that has it.
fn exercises(all: &[Prerendered], messages: &Values) -> String {
    let mut first = BTreeMap::new();
    for routine in all {
        for exercise in &routine.exercises {
            first.entry((exercise.name.as_str(), exercise.id.as_str())).or_insert((routine, exercise));
        }
    }
    let mut items = String::new();
    for (routine, ListedExercise { id, name, region, muscles }) in first.into_values() {
        let region =
            region.as_ref().and_then(|region| messages.get(&format!("region_{}", region.replace('-', "_"))));
        let about: Vec<String> =
            region.cloned().into_iter().chain(muscles.iter().map(|muscle| escaped(muscle))).collect();
        let _ = write!(
            items,
            "<li><a href=\"{}#exercise={id}\"><span>{}</span> <small>{}</small></a></li>",
            page_of(&routine.id, ""),
            escaped(name),
            about.join(", "),
        );
    }
    items
}

/// The path of a routine's page from the root of the site; the front page is its routine's own.
pub(super) fn own_page(id: &str) -> String {
    if id == FRONT_ROUTINE { String::new() } else { format!("{FOLDER}{id}/") }
}

/// The same as a link. `folder` is that of all routines, seen from the page.
fn page_of(id: &str, folder: &str) -> String {
    if id == FRONT_ROUTINE { format!("{folder}../") } else { format!("{folder}{id}/") }
}
