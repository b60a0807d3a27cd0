//! Dates in the reader's language and habits.

use supple_core::{Day, Month, SessionRecord};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/dates.js")]
extern "C" {
    /// Days are numbers and moments are local already: both are formatted as if they were UTC.
    fn format(ms: f64, lang: &str, options: &str) -> String;
}

/// "November 2026".
pub(crate) fn month(month: Month, lang: &str) -> String {
    day_with(month.first_day(), lang, r#"{"month":"long","year":"numeric"}"#)
}

/// "Sunday, 22 November".
pub(crate) fn day(day: Day, lang: &str) -> String {
    day_with(day, lang, r#"{"weekday":"long","day":"numeric","month":"long"}"#)
}

/// "22 November 2026".
pub(crate) fn date(day: Day, lang: &str) -> String {
    day_with(day, lang, r#"{"dateStyle":"long"}"#)
}

/// "Mon", from 0 for Monday.
pub(crate) fn weekday(weekday: i32, lang: &str) -> String {
    // The first days of 2024 began with a Monday.
    let monday = Month { year: 2024, month: 1 }.first_day();
    day_with(Day(monday.0 + weekday), lang, r#"{"weekday":"short"}"#)
}

/// "22 Nov 2026, 07:30", by the local time of then and there.
pub(crate) fn moment(session: &SessionRecord, lang: &str) -> String {
    let local_ms = session.started_ms as f64 + f64::from(session.offset_min) * 60_000.0;
    format(local_ms, lang, r#"{"dateStyle":"medium","timeStyle":"short"}"#)
}

fn day_with(day: Day, lang: &str, options: &str) -> String {
    format(f64::from(day.0) * 86_400_000.0, lang, options)
}
