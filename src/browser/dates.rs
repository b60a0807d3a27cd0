//! Dates as readers of a language write them.

use js_sys::Intl::{DateTimeFormatOptions, DateTimeStyle, DayFormat, MonthFormat, WeekdayFormat, YearFormat};
use supple_core::{Day, Month, SessionRecord};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Date`, because js-sys declares that `toLocaleString` can't fail. It throws if a language tag is
    /// malformed.
    #[wasm_bindgen(js_name = Date)]
    type LocaleDate;
    #[wasm_bindgen(constructor, js_class = "Date")]
    fn new(ms: f64) -> LocaleDate;
    #[wasm_bindgen(catch, method, js_class = "Date", js_name = toLocaleString)]
    fn to_locale_string(
        this: &LocaleDate,
        lang: Option<&str>,
        options: &DateTimeFormatOptions,
    ) -> Result<String, JsValue>;
}

/// "November 2026".
pub(crate) fn month(month: Month, lang: &str) -> String {
    let options = DateTimeFormatOptions::new();
    options.set_month(MonthFormat::Long);
    options.set_year(YearFormat::Numeric);
    format_day(month.first_day(), lang, &options)
}

/// "Nov".
pub(crate) fn short_month(month: Month, lang: &str) -> String {
    let options = DateTimeFormatOptions::new();
    options.set_month(MonthFormat::Short);
    format_day(month.first_day(), lang, &options)
}

/// "Sunday, 22 November".
pub(crate) fn day(day: Day, lang: &str) -> String {
    let options = DateTimeFormatOptions::new();
    options.set_weekday(WeekdayFormat::Long);
    options.set_day(DayFormat::Numeric);
    options.set_month(MonthFormat::Long);
    format_day(day, lang, &options)
}

/// "22 November 2026".
pub(crate) fn date(day: Day, lang: &str) -> String {
    let options = DateTimeFormatOptions::new();
    options.set_date_style(DateTimeStyle::Long);
    format_day(day, lang, &options)
}

/// "Mon". Weekdays count from 0 for Monday to 6 for Sunday.
pub(crate) fn weekday(weekday: i32, lang: &str) -> String {
    // 1 January 2024 was a Monday.
    let monday = Month { year: 2024, month: 1 }.first_day();
    let options = DateTimeFormatOptions::new();
    options.set_weekday(WeekdayFormat::Short);
    format_day(Day(monday.0 + weekday), lang, &options)
}

/// "Fri 20 Nov", for days not long ago.
pub(crate) fn short_day(day: Day, lang: &str) -> String {
    let options = DateTimeFormatOptions::new();
    options.set_weekday(WeekdayFormat::Short);
    options.set_day(DayFormat::Numeric);
    options.set_month(MonthFormat::Short);
    format_day(day, lang, &options)
}

/// "22 Nov 2026".
pub(crate) fn medium_date(day: Day, lang: &str) -> String {
    let options = DateTimeFormatOptions::new();
    options.set_date_style(DateTimeStyle::Medium);
    format_day(day, lang, &options)
}

/// "07:30": when a session started, in the local time of the place where it was done.
pub(crate) fn time(session: &SessionRecord, lang: &str) -> String {
    let local_ms = session.started_ms as f64 + f64::from(session.offset_min) * 60_000.0;
    let options = DateTimeFormatOptions::new();
    options.set_time_style(DateTimeStyle::Short);
    format(local_ms, lang, &options)
}

fn format_day(day: Day, lang: &str, options: &DateTimeFormatOptions) -> String {
    format(f64::from(day.0) * 86_400_000.0, lang, options)
}

/// Formats local time given in milliseconds as if it were UTC, so that the browser converts nothing. Falls
/// back to the browser's own language if it doesn't accept `lang`.
fn format(local_ms: f64, lang: &str, options: &DateTimeFormatOptions) -> String {
    options.set_time_zone("UTC");
    let date = LocaleDate::new(local_ms);
    let formatted = date.to_locale_string(Some(lang), options);
    formatted.or_else(|_| date.to_locale_string(None, options)).unwrap_or_default()
}

/// "2026-11-30T08:15:00Z" of a time in milliseconds since 1970. Empty where it is no time at all.
#[cfg(feature = "studio")]
pub(crate) fn iso_time(wall_ms: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "browsers give times in this type")]
    let date = js_sys::Date::new(&JsValue::from_f64(wall_ms as f64));
    if date.get_time().is_nan() {
        return String::new();
    }
    let text: String = date.to_iso_string().into();
    text.split_once('.').map(|(until_seconds, _)| format!("{until_seconds}Z")).unwrap_or(text)
}
