//! `cargo xtask size`: what a first visit weighs, against the budgets of docs/ARCHITECTURE.md.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::CompressorWriter;

use crate::project;

/// A kilobyte of the budgets: the stricter one.
const KB: usize = 1_000;

/// JavaScript and WebAssembly together.
const CODE_BUDGET: usize = 90 * KB;

/// Everything on a first visit.
const TOTAL_BUDGET: usize = 120 * KB;

/// What an embedding page loads before it has decided to load the widget.
const LOADER_BUDGET: usize = 3 * KB;

/// A file of a first visit.
struct Weight {
    name: String,
    is_code: bool,
    raw: usize,
    brotli: usize,
}

/// Prints the table, and fails above a budget.
pub(crate) fn run() -> Result<()> {
    let dist = project::dist();
    if !dist.join("index.html").is_file() {
        bail!("There is no site in {}. Run `cargo xtask dist` first.", dist.display());
    }
    let files = [
        (dist.join("index.html"), false),
        (only_file(&dist.join("assets"), "css")?, false),
        (only_file(&dist.join("assets"), "json")?, false),
        (dist.join("embed/v1/supple.js"), true),
        (dist.join("app.js"), true),
        (only_file(&dist.join("assets"), "js")?, true),
        (only_file(&dist.join("assets"), "wasm")?, true),
    ];
    let weights =
        files.iter().map(|(file, is_code)| weigh(&dist, file, *is_code)).collect::<Result<Vec<Weight>>>()?;
    print(&weights);
    let loader = weights.iter().filter(|it| it.name.starts_with("embed/")).map(|it| it.brotli).sum();
    let code = weights.iter().filter(|it| it.is_code).map(|it| it.brotli).sum();
    let total = weights.iter().map(|it| it.brotli).sum();
    println!();
    let over: Vec<&str> = [
        ("loader", loader, LOADER_BUDGET),
        ("JavaScript + WebAssembly", code, CODE_BUDGET),
        ("everything", total, TOTAL_BUDGET),
    ]
    .into_iter()
    .filter(|(what, brotli, budget)| !within(what, *brotli, *budget))
    .map(|(what, ..)| what)
    .collect();
    if !over.is_empty() {
        bail!("Over the budget: {}.", over.join(", "));
    }
    Ok(())
}

fn print(weights: &[Weight]) {
    println!("{:<32} {:>10} {:>10}", "a first visit", "raw", "brotli");
    for Weight { name, raw, brotli, .. } in weights {
        println!("{name:<32} {:>10} {:>10}", grouped(*raw), grouped(*brotli));
    }
}

/// Prints one line of the budgets; whether it is kept.
fn within(what: &str, brotli: usize, budget: usize) -> bool {
    let kept = brotli <= budget;
    let verdict = if kept { "within" } else { "OVER" };
    println!("{what:<32} {:>10} of {:>10} bytes of brotli: {verdict}", grouped(brotli), grouped(budget));
    kept
}

fn weigh(dist: &Path, file: &Path, is_code: bool) -> Result<Weight> {
    let bytes = fs::read(file).with_context(|| format!("{} is missing from the site.", file.display()))?;
    let name = file.strip_prefix(dist).unwrap_or(file).display().to_string().replace('\\', "/");
    Ok(Weight { name, is_code, raw: bytes.len(), brotli: brotli_length(&bytes)? })
}

/// The length at the best quality, with the window that servers use.
fn brotli_length(bytes: &[u8]) -> Result<usize> {
    let mut writer = CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

/// The one file in a folder that has the extension.
fn only_file(folder: &Path, extension: &str) -> Result<PathBuf> {
    let files = fs::read_dir(folder).with_context(|| format!("{} is missing.", folder.display()))?;
    let mut found: Vec<PathBuf> = files
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|it| it == extension))
        // What is called otherwise is loaded when it is needed.
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("supple-")))
        .collect();
    match (found.pop(), found.pop()) {
        (Some(file), None) => Ok(file),
        (None, _) => bail!("{} holds no .{extension} file. Run `cargo xtask dist` again.", folder.display()),
        _ => bail!("{} holds more than one .{extension} file: this table counts one.", folder.display()),
    }
}

/// `12,345` of 12345.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn brotli_is_measured_whole() {
        let text = "stretch ".repeat(1000);
        let length = brotli_length(text.as_bytes()).unwrap();
        assert!((10..100).contains(&length), "{length}");
    }
}
