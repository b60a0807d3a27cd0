//! Instants, as ISO 8601 writes them.

use crate::day::Day;

/// The instant of a date (`2026-11-30`), or of a date and a time with its zone (`2026-11-30T08:15:00.000+01:00`; without
/// seconds too), in milliseconds since 1970.
pub(crate) fn instant_ms(text: &str) -> Option<i64> {
    const MINUTE_MS: i64 = 60_000;
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let day_ms = i64::from(Day::from_iso(date)?.0) * 24 * 60 * MINUTE_MS;
    let Some(time) = time else { return Some(day_ms) };
    let zone = time.find(['Z', '+', '-'])?;
    let (time, zone) = (time.get(..zone)?, time.get(zone..)?);
    let offset_min = match zone.strip_prefix(['+', '-']) {
        Some(offset) => {
            let (hours, minutes) = offset.split_once(':')?;
            let offset = number(hours, 2, 23)? * 60 + number(minutes, 2, 59)?;
            if zone.starts_with('-') { -offset } else { offset }
        }
        None if zone == "Z" => 0,
        None => return None,
    };
    let mut parts = time.splitn(3, ':');
    let minutes = number(parts.next()?, 2, 23)? * 60 + number(parts.next()?, 2, 59)?;
    let (seconds, fraction) = parts.next().map_or(("00", "0"), |it| it.split_once('.').unwrap_or((it, "0")));
    if fraction.is_empty() || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths: String = fraction.chars().chain("00".chars()).take(3).collect();
    let ms = number(seconds, 2, 59)? * 1_000 + number(&thousandths, 3, 999)?;
    Some(day_ms + (minutes - offset_min) * MINUTE_MS + ms)
}

/// A number of so many digits, from 0 to `max`.
fn number(text: &str, digits: usize, max: i64) -> Option<i64> {
    let is_number = text.len() == digits && text.bytes().all(|digit| digit.is_ascii_digit());
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
            "2026-11-30T08:15",
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
