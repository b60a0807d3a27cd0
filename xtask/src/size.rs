//! `cargo xtask size`: what a first visit weighs, against the budgets of docs/ARCHITECTURE.md.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::CompressorWriter;

use crate::assemble::FRONT_ROUTINE;
use crate::{files, project};

/// What counts towards which budget.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// HTML and CSS.
    Looks,
    /// What an embedding page loads first. It is needed for the first paint, and it is JavaScript.
    Loader,
    /// Other JavaScript, and the WebAssembly.
    Code,
    /// The routine.
    Data,
}

/// A part of a first visit, in bytes of brotli.
struct Budget {
    name: &'static str,
    kinds: &'static [Kind],
    /// What it should weigh at most.
    budget: usize,
    /// Above this the check fails.
    limit: usize,
}

const BUDGETS: [Budget; 3] = [
    Budget { name: "loader", kinds: &[Kind::Loader], budget: 4_000, limit: 4_000 },
    Budget {
        name: "HTML + CSS + loader",
        kinds: &[Kind::Looks, Kind::Loader],
        budget: 30_000,
        limit: 30_000,
    },
    // The limit is a ratchet until more is loaded later and the budget is kept. Lower it with every step; a commit that
    // raises it says what for.
    Budget {
        name: "JavaScript + WebAssembly",
        kinds: &[Kind::Loader, Kind::Code],
        budget: 200_000,
        limit: 322_500,
    },
];

/// Prints the table, and fails above a limit.
pub(crate) fn run() -> Result<()> {
    let dist = project::dist();
    if !dist.join("index.html").is_file() {
        bail!("There is no site in {}. Run `cargo xtask dist` first.", dist.display());
    }
    let mut files = vec![
        (dist.join("index.html"), Kind::Looks),
        (only_asset(&dist, "css")?, Kind::Looks),
        (dist.join("embed/v1/supple.js"), Kind::Loader),
        (dist.join("app.js"), Kind::Code),
        (only_asset(&dist, "js")?, Kind::Code),
        (only_asset(&dist, "wasm")?, Kind::Code),
        (front_routine(&dist)?, Kind::Data),
    ];
    files.extend(imported_by_app(&dist)?.into_iter().map(|file| (file, Kind::Code)));
    println!("{:<32} {:>10} {:>10}", "a first visit", "raw", "brotli");
    let mut weights = Vec::new();
    for (file, kind) in files {
        let bytes = fs::read(&file).with_context(|| format!("{} is missing.", file.display()))?;
        let name = file.strip_prefix(&dist).unwrap_or(&file).display().to_string().replace('\\', "/");
        let weight = brotli_length(&bytes)?;
        println!("{name:<32} {:>10} {:>10}", grouped(bytes.len()), grouped(weight));
        weights.push((kind, weight));
    }
    println!();
    let mut over = Vec::new();
    for Budget { name, kinds, budget, limit } in BUDGETS {
        let weight = weights.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, weight)| weight).sum();
        let verdict = if weight <= budget { "within" } else { "OVER" };
        println!("{name:<32} {:>10} of {:>10} bytes of brotli: {verdict}", grouped(weight), grouped(budget));
        if weight > limit {
            over.push(format!("{name}, which may weigh {} bytes", grouped(limit)));
        }
    }
    if !over.is_empty() {
        bail!("Too heavy: {}.", over.join("; "));
    }
    Ok(())
}

/// The routine of the front page, in the folder of all of them.
fn front_routine(dist: &Path) -> Result<PathBuf> {
    let routine = format!("/{FRONT_ROUTINE}.json");
    let found = files::list(&dist.join("assets"))?.into_iter().find(|path| path.ends_with(&routine));
    found.map(|path| dist.join("assets").join(path)).context("The front page's routine is missing.")
}

/// What the page's own script imports at once; what it loads later is no part of a first visit.
fn imported_by_app(dist: &Path) -> Result<Vec<PathBuf>> {
    let script = fs::read_to_string(dist.join("app.js")).context("app.js is missing.")?;
    let after = script.split("from\"./").skip(1).filter_map(|rest| rest.split_once('"'));
    Ok(after.map(|(address, _)| dist.join(address)).collect())
}

/// The length at the best quality, with the window that servers use.
fn brotli_length(bytes: &[u8]) -> Result<usize> {
    let mut writer = CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

/// The one asset of a first visit with this extension. Assets with another name are loaded later.
fn only_asset(dist: &Path, extension: &str) -> Result<PathBuf> {
    let folder = dist.join("assets");
    let entries = fs::read_dir(&folder).with_context(|| format!("{} is missing.", folder.display()))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_wanted = |name: &String| name.starts_with("supple-") && name.ends_with(&format!(".{extension}"));
    match names.filter(is_wanted).collect::<Vec<String>>().as_slice() {
        [name] => Ok(folder.join(name)),
        names => bail!(
            "{} should hold one supple-*.{extension}, not {}. Run `cargo xtask dist` again.",
            folder.display(),
            names.len()
        ),
    }
}

/// `12,345` of 12345.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn brotli_is_measured_to_the_end() {
        let text = "stretch ".repeat(1000);
        let length = brotli_length(text.as_bytes()).unwrap();
        assert!((10..100).contains(&length), "{length}");
    }
}
