//! What is wanted of a report of Lighthouse.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// A report, as Lighthouse writes it in JSON.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Report {
    lighthouse_version: String,
    environment: Environment,
    config_settings: Settings,
    categories: HashMap<String, Category>,
    audits: HashMap<String, Audit>,
    run_warnings: Vec<String>,
    runtime_error: Option<RuntimeError>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Environment {
    host_user_agent: String,
    benchmark_index: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Settings {
    form_factor: String,
    throttling_method: String,
    throttling: Throttling,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Throttling {
    rtt_ms: f64,
    throughput_kbps: f64,
    cpu_slowdown_multiplier: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Category {
    score: Option<f64>,
    audit_refs: Vec<AuditRef>,
}

#[derive(Deserialize)]
struct AuditRef {
    id: String,
    weight: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Audit {
    title: String,
    score: Option<f64>,
    numeric_value: Option<f64>,
}

#[derive(Deserialize)]
struct RuntimeError {
    message: String,
}

impl Report {
    /// Reads a report; fails where it says that it is no judgement of the whole page.
    pub(crate) fn read(file: &Path) -> Result<Report> {
        let text = fs::read(file).with_context(|| format!("{} was not written.", file.display()))?;
        let report: Report = serde_json::from_slice(&text)
            .with_context(|| format!("{} is not as Lighthouse 12 writes it.", file.display()))?;
        if let Some(RuntimeError { message }) = &report.runtime_error {
            bail!("Lighthouse could not judge the page: {message}");
        }
        // Such as that the page was not loaded to its end: what is missing would cost no points.
        if !report.run_warnings.is_empty() {
            bail!("Lighthouse doesn't trust its own result: {}", report.run_warnings.join(" "));
        }
        Ok(report)
    }

    /// The score of a category, of 100; none is 0.
    pub(crate) fn score(&self, category: &str) -> f64 {
        of_100(self.categories.get(category).and_then(|it| it.score))
    }

    /// The points of an audit, of 100; none is 0.
    pub(crate) fn points(&self, audit: &str) -> f64 {
        of_100(self.audits.get(audit).and_then(|it| it.score))
    }

    /// What an audit has measured, in its own unit.
    pub(crate) fn value(&self, audit: &str) -> f64 {
        self.audits.get(audit).and_then(|it| it.numeric_value).unwrap_or(f64::NAN)
    }

    /// What costs points in a category.
    pub(crate) fn findings(&self, category: &str) -> impl Iterator<Item = &str> {
        let weighed = self.categories.get(category).into_iter().flat_map(|it| &it.audit_refs);
        weighed
            .filter(|it| it.weight > 0.0)
            .filter_map(|it| self.audits.get(&it.id))
            .filter(|it| it.score.is_some_and(|score| score < 1.0))
            .map(|it| it.title.as_str())
    }

    /// With what, and as what, it was measured.
    pub(crate) fn conditions(&self) -> String {
        let Environment { host_user_agent, benchmark_index } = &self.environment;
        let Settings { form_factor, throttling_method, throttling } = &self.config_settings;
        let Throttling { rtt_ms, throughput_kbps, cpu_slowdown_multiplier } = throttling;
        let browser = host_user_agent.split(' ').find(|it| it.contains("Chrome/")).unwrap_or(host_user_agent);
        format!(
            "Lighthouse {} in {browser}; form factor {form_factor}; throttling by {throttling_method}: \
             {rtt_ms:.0} ms a round trip, {throughput_kbps:.0} Kbit/s, processor slowed \
             {cpu_slowdown_multiplier} times; benchmark index of this machine {benchmark_index:.0}",
            self.lighthouse_version
        )
    }
}

/// Lighthouse rounds scores to hundredths, which binary fractions miss.
fn of_100(score: Option<f64>) -> f64 {
    (score.unwrap_or(0.0) * 100.0).round()
}

/// The median of what `of` says of each report.
pub(crate) fn median(reports: &[Report], of: impl Fn(&Report) -> f64) -> f64 {
    let mut values: Vec<f64> = reports.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(performance: f64, warnings: Value, error: Value) -> Result<Report> {
        let report = json!({
            "lighthouseVersion": "12.8.2",
            "environment": { "hostUserAgent": "Mozilla/5.0 (X11) HeadlessChrome/156.0.0.0", "benchmarkIndex": 2000.5 },
            "configSettings": {
                "formFactor": "mobile",
                "throttlingMethod": "simulate",
                "throttling": { "rttMs": 150, "throughputKbps": 1638.4, "cpuSlowdownMultiplier": 4 },
            },
            "categories": { "performance": {
                "score": performance,
                "auditRefs": [{ "id": "heavy", "weight": 1 }, { "id": "light", "weight": 0 }],
            } },
            "audits": {
                "heavy": { "title": "It is heavy", "score": 0.5, "numericValue": 12.5 },
                "light": { "title": "It is light", "score": 0 },
            },
            "runWarnings": warnings,
            "runtimeError": error,
        });
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.json");
        fs::write(&file, report.to_string()).unwrap();
        Report::read(&file)
    }

    #[test]
    fn a_report_is_read() {
        let report = read(0.57, json!([]), Value::Null).unwrap();
        assert_eq!((report.score("performance"), report.score("seo")), (57.0, 0.0));
        assert_eq!((report.points("heavy"), report.value("heavy")), (50.0, 12.5));
        assert_eq!(report.findings("performance").collect::<Vec<_>>(), ["It is heavy"]);
        assert!(
            report
                .conditions()
                .contains("HeadlessChrome/156.0.0.0; form factor mobile; throttling by simulate")
        );
    }

    #[test]
    fn a_page_that_was_not_loaded_to_its_end_has_no_score() {
        assert!(read(1.0, json!(["The page loaded too slowly."]), Value::Null).is_err());
        assert!(
            read(1.0, json!([]), json!({ "code": "NO_FCP", "message": "Nothing was painted." })).is_err()
        );
    }

    #[test]
    fn the_median_counts() {
        let reports = [0.9, 1.0, 0.98].map(|score| read(score, json!([]), Value::Null).unwrap());
        assert_eq!(median(&reports, |it| it.score("performance")), 98.0);
    }
}
