//! `cargo xtask lighthouse`: what Lighthouse says to the page, served as web hosts do.

mod report;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use self::report::{Report, median};
use crate::setup::{browser, npm};
use crate::{dist, project, serve};

/// Times differ from run to run; the median counts.
const RUNS: usize = 5;

/// The categories, as reports call them, and how we do.
const CATEGORIES: [(&str, &str); 4] = [
    ("performance", "performance"),
    ("accessibility", "accessibility"),
    ("best-practices", "best practices"),
    ("seo", "SEO"),
];

/// What the performance is made of.
const METRICS: [(&str, &str, f64); 5] = [
    ("first-contentful-paint", "ms", 1.0),
    ("largest-contentful-paint", "ms", 1.0),
    ("speed-index", "ms", 1.0),
    ("total-blocking-time", "ms", 1.0),
    ("cumulative-layout-shift", "thousandths", 1000.0),
];

/// Lets it look at what is in dist/, which is built first where it's missing; fails when a score is below 100.
pub(crate) fn run() -> Result<()> {
    dist::build_if_missing()?;
    let lighthouse = npm::lighthouse()?;
    let browser = browser::find_or_install()?.program()?;
    let server = serve::in_background()?;
    let address = server.address();
    let load_before = load_average()?;
    println!("Looking at {address} {RUNS} times. It takes about two minutes.");
    let mut reports = Vec::new();
    for turn in 1..=RUNS {
        let report = look(&lighthouse, &browser, address, turn)?;
        let scores: Vec<String> =
            CATEGORIES.iter().map(|(id, name)| format!("{name} {:.0}", report.score(id))).collect();
        println!("  {turn}: {}", scores.join(", "));
        reports.push(report);
    }
    print_metrics(&reports);
    print_findings(&reports);
    println!("\nConditions: {}.", reports[0].conditions());
    println!("Served by this program: brotli for text, HTTP 1.1, hashed files for a year.");
    println!("Load average {load_before} at the start, {} at the end.", load_average()?);
    println!("The reports, for people and for programs, are in {}.", folder().display());
    verdict(&reports)
}

/// One run of Lighthouse, and what it reported.
fn look(lighthouse: &Path, browser: &Path, address: &str, turn: usize) -> Result<Report> {
    let folder = folder();
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made.", folder.display()))?;
    let name = folder.join(format!("run-{turn}"));
    let sh = project::shell()?;
    cmd!(sh, "node {lighthouse} {address} --quiet --no-enable-error-reporting")
        .args(["--output=json", "--output=html"])
        .arg(format!("--output-path={}", name.display()))
        // Chromium's sandbox refuses to run as root, which containers often are; the page is our own.
        .arg("--chrome-flags=--headless=new --no-sandbox")
        .env("CHROME_PATH", browser)
        .quiet()
        .run()
        .context("Lighthouse has failed; what it said is above.")?;
    let report = folder.join(format!("run-{turn}.report.json"));
    Report::read(&report)
}

fn print_metrics(reports: &[Report]) {
    println!("\n{:<28} {:>8} {:>14} {:>10}", format!("median of {RUNS}"), "", "", "of 100");
    for (id, unit, factor) in METRICS {
        let value = factor * median(reports, |it| it.value(id));
        let points = median(reports, |it| it.points(id));
        println!("{:<28} {value:>8.0} {unit:<14} {points:>10.0}", id.replace('-', " "));
    }
    for (id, name) in CATEGORIES {
        println!("{name:<52} {:>10.0}", median(reports, |it| it.score(id)));
    }
}

/// What costs points, but for the times.
fn print_findings(reports: &[Report]) {
    for (id, name) in CATEGORIES.iter().filter(|(id, _)| *id != "performance") {
        for finding in reports[0].findings(id) {
            println!("  {name}: {finding}");
        }
    }
}

fn verdict(reports: &[Report]) -> Result<()> {
    let below: Vec<&str> = CATEGORIES
        .iter()
        .filter(|(id, _)| median(reports, |it| it.score(id)) < 100.0)
        .map(|(_, name)| *name)
        .collect();
    if !below.is_empty() {
        bail!("Below 100: {}.", below.join(", "));
    }
    println!("All scores are 100.");
    Ok(())
}

fn folder() -> PathBuf {
    project::root().join("target/lighthouse")
}

/// Of the last minute; Node knows it on every platform that has one.
fn load_average() -> Result<String> {
    let sh = project::shell()?;
    let ask = "os.loadavg()[0].toFixed(1)";
    Ok(cmd!(sh, "node --print {ask}").quiet().read()?)
}
