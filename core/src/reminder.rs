//! A reminder that needs no server: an event for the calendar that the person has anyway, as iCalendar (RFC 5545).

use crate::Day;

/// The longest line of a file, in bytes, without its end.
const LINE_BYTES: usize = 75;

/// Names of days, from Monday.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// What a reminder says, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Unique among all events of the world.
    pub uid: String,
    /// When it was made: milliseconds since 1970, UTC.
    pub made_ms: u64,
    /// The day from which on it reminds.
    pub from: Day,
    /// Minutes since midnight, by the local time of wherever the person is then; from 0 to 1439.
    pub time: u32,
    /// On which days: one bit each, the lowest for Monday.
    pub days: u8,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// What it is for, such as the routine's name.
    pub title: String,
    /// The address of the page.
    pub link: String,
}

impl Reminder {
    /// The time of a text such as "18:00", in minutes since midnight.
    #[must_use]
    pub fn time(text: &str) -> Option<u32> {
        let number = |from, to| text.get(from..to)?.parse::<u64>().ok();
        let (hour, minute) = (number(0, 2)?, number(3, 5)?);
        let time = hour * 60 + minute;
        (hour < 24 && minute < 60 && text.get(2..3) == Some(":")).then_some(time.try_into().ok()?)
    }

    /// The text of the calendar file; `None` if no day is chosen.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        let on = |weekday: i32| self.days >> weekday & 1 == 1;
        // A calendar counts the first moment as one of them, so it must fall on a chosen day.
        let first = (self.from.0..).map(Day).take(7).find(|day| on(day.weekday()))?;
        let mut rule = "DAILY".to_owned();
        if self.days & 0x7f != 0x7f {
            rule = "WEEKLY;BYDAY".to_owned();
            for (weekday, name) in (0..).zip(DAYS) {
                if on(weekday) {
                    rule.push(if rule.ends_with('Y') { '=' } else { ',' });
                    rule.push_str(name);
                }
            }
        }
        // What plans with the person may still have the time: transparent.
        let text = format!(
            "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Supple//Reminder 1//EN
BEGIN:VEVENT
UID:{uid}
DTSTAMP:{made}Z
DTSTART:{first}
DURATION:PT{minutes}M
RRULE:FREQ={rule}
SUMMARY:{title}
DESCRIPTION:Begin here: {link_text}
URL:{link}
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:{title}
TRIGGER:PT0S
END:VALARM
END:VEVENT
END:VCALENDAR
",
            uid = escaped(&self.uid, true),
            made = moment(crate::local_day(self.made_ms, 0), self.made_ms / 1_000),
            first = moment(first, u64::from(self.time) * 60),
            minutes = self.minutes,
            title = escaped(&self.title, true),
            link_text = escaped(&self.link, true),
            link = escaped(&self.link, false),
        );
        Some(folded(&text))
    }
}

/// "20261122T180500", the time in seconds since some midnight.
fn moment(day: Day, seconds: u64) -> String {
    let (year, month, day) = day.civil();
    let (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}")
}

/// A text as a value, in which nothing ends the line; or, where it is one of `texts`, divides it.
fn escaped(text: &str, texts: bool) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' if texts => out.extend(['\\', c]),
            '\n' if texts => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines with their ends. A long one goes on in the next, behind a space.
fn folded(lines: &str) -> String {
    let mut out = String::new();
    let mut bytes = 0;
    for c in lines.chars() {
        if c == '\n' {
            out.push('\r');
            bytes = 0;
        } else if bytes + c.len_utf8() > LINE_BYTES {
            out.push_str("\r\n ");
            bytes = 1 + c.len_utf8();
        } else {
            bytes += c.len_utf8();
        }
        out.push(c);
    }
    out
}
