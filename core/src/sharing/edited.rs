//! When a routine was last changed, as its author's device wrote it: a date, or an instant, of ISO 8601.

use crate::day::Day;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// The instant that a text means, in milliseconds since 1970, UTC. A date alone is its first moment in UTC, and a time
/// without an offset is one in UTC. `None` for anything else.
pub(super) fn instant_ms(text: &str) -> Option<i64> {
    let (date, time) = text.split_once('T').unwrap_or((text, "00:00"));
    let midnight_ms = i64::from(Day::from_iso(date)?.0) * DAY_MS;
    let (clock, offset) = match time.find(['Z', '+', '-']) {
        Some(zone) => (&time[..zone], &time[zone..]),
        None => (time, "Z"),
    };
    Some(midnight_ms + of_day_ms(clock)? - offset_ms(offset)?)
}

/// Milliseconds since midnight, of `08:15`, `08:15:01` or `08:15:01.250`.
fn of_day_ms(clock: &str) -> Option<i64> {
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let seconds = whole.get(5..)?;
    let seconds = if seconds.is_empty() { 0 } else { two_digits(seconds.strip_prefix(':')?, 60)? };
    let milliseconds = format!("{fraction:0<3}").get(..3)?.parse::<i64>().ok()?;
    Some(minutes(whole.get(..5)?)? * MINUTE_MS + seconds * 1_000 + milliseconds)
}

/// Milliseconds by which a local time is ahead of UTC, of `Z`, `+02:00` or `-05:30`.
fn offset_ms(offset: &str) -> Option<i64> {
    let sign = match offset.chars().next()? {
        'Z' if offset.len() == 1 => return Some(0),
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    Some(sign * minutes(&offset[1..])? * MINUTE_MS)
}

/// The minutes of `08:15`.
fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':')?;
    Some(two_digits(hours, 23)? * 60 + two_digits(minutes, 59)?)
}

/// A number of two digits, up to a greatest one.
fn two_digits(text: &str, max: i64) -> Option<i64> {
    let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| is_number && *number <= max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_one_instant_are_one_number() {
        let utc = instant_ms("2026-11-30T08:15:00Z");
        assert_eq!(utc, Some(1_796_026_500_000));
        for text in [
            "2026-11-30T08:15",
            "2026-11-30T08:15Z",
            "2026-11-30T08:15:00.000Z",
            "2026-11-30T10:15:00+02:00",
            "2026-11-30T02:45-05:30",
            "2026-12-01T00:15+16:00",
        ] {
            assert_eq!(instant_ms(text), utc, "{text}");
        }
        assert_eq!(instant_ms("2026-11-30T08:15:00.25Z"), utc.map(|ms| ms + 250));
        assert_eq!(instant_ms("2026-11-30"), utc.map(|ms| ms - 8 * 3_600_000 - 15 * 60_000));
    }

    #[test]
    fn anything_else_is_no_instant() {
        for text in [
            "",
            "T",
            "2026",
            "2026-02-30",
            "2026-11-30T",
            "2026-11-30T8:15",
            "2026-11-30T08:15é",
            "2026-11-30T24:00Z",
            "2026-11-30T08:60Z",
            "2026-11-30T08:15:61Z",
            "2026-11-30T08:15:0",
            "2026-11-30T08:15:00.x",
            "2026-11-30T08:15Zulu",
            "2026-11-30T08:15+2",
            "2026-11-30T08:15+02:00:00",
            "2026-11-30T08:15+é1:00",
        ] {
            assert_eq!(instant_ms(text), None, "{text}");
        }
    }
}
