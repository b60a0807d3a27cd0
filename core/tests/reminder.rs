//! The calendar file: as RFC 5545 wants it, word for word, and read back by a library that others keep.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use proptest::prelude::*;
use supple_core::{Day, Reminder};

/// 22 November 2026, a Sunday.
const SUNDAY: Day = Day(20_779);

fn reminder() -> Reminder {
    Reminder {
        uid: "0badcafe@supple".to_owned(),
        made_ms: 1_795_339_805_999,
        from: SUNDAY,
        time: 18 * 60 + 5,
        days: 0b111_1111,
        minutes: 8,
        title: "Hamstring routine; legs, slowly".to_owned(),
        link: "https://example.org/stretch/".to_owned(),
    }
}

fn text(reminder: &Reminder) -> String {
    reminder.to_text().expect("a day is chosen")
}

/// The lines as they were before they were folded.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn value(text: &str, name: &str) -> String {
    let line = unfolded(text).into_iter().find(|line| line.starts_with(&format!("{name}:")));
    line.and_then(|line| line.strip_prefix(&format!("{name}:")).map(str::to_owned))
        .expect("the line is there")
}

#[test]
fn each_day_at_five_past_six() {
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Supple//Reminder 1//EN",
        "BEGIN:VEVENT",
        "UID:0badcafe@supple",
        "DTSTAMP:20261122T093005Z",
        "DTSTART:20261122T180500",
        "DURATION:PT8M",
        "RRULE:FREQ=DAILY",
        "SUMMARY:Hamstring routine\\; legs\\, slowly",
        "DESCRIPTION:Begin here: https://example.org/stretch/",
        "URL:https://example.org/stretch/",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Hamstring routine\\; legs\\, slowly",
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(text(&reminder()), lines.join("\r\n"));
}

#[test]
fn on_some_days_it_begins_with_the_first_of_them() {
    let text = text(&Reminder { days: 0b000_0101, ..reminder() });
    assert_eq!(value(&text, "RRULE"), "FREQ=WEEKLY;BYDAY=MO,WE");
    assert_eq!(value(&text, "DTSTART"), "20261123T180500");
}

#[test]
fn without_a_day_there_is_none() {
    assert_eq!(Reminder { days: 0, ..reminder() }.to_text(), None);
}

#[test]
fn a_line_is_folded_after_75_bytes_and_never_within_a_letter() {
    let link = format!("https://example.org/{}", "x".repeat(200));
    let title = "ä🦵".repeat(40);
    let text = text(&Reminder { link: link.clone(), title: title.clone(), ..reminder() });
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75), "{text}");
    assert_eq!(lines.iter().find(|line| line.starts_with("URL:")).map(|line| line.len()), Some(75));
    assert_eq!((value(&text, "URL"), value(&text, "SUMMARY")), (link, title));
}

#[test]
fn nothing_in_a_text_ends_its_line() {
    let title = "a\r\nEND:VEVENT\u{85}b\\n".to_owned();
    let link = "https://example.org/\r\nEND:VEVENT".to_owned();
    let text = text(&Reminder { title, link, ..reminder() });
    assert_eq!(value(&text, "SUMMARY"), "a\\nEND:VEVENTb\\\\n");
    assert_eq!(value(&text, "URL"), "https://example.org/END:VEVENT");
    assert_eq!(unfolded(&text).iter().filter(|line| *line == "END:VEVENT").count(), 1);
}

#[test]
fn times_are_read_as_an_input_gives_them() {
    assert_eq!(Reminder::time("18:05"), Some(18 * 60 + 5));
    assert_eq!(Reminder::time("00:00"), Some(0));
    assert_eq!(Reminder::time("23:59:30"), Some(23 * 60 + 59));
    for text in ["", "18", "24:00", "12:60", "a:b", "-1:00", "18:", "18-05", "ä:00"] {
        assert_eq!(Reminder::time(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_time_and_any_days_are_read_by_a_library_as_they_were_meant(
        made_ms in 0_u64..4_000_000_000_000,
        from in 0..40_000_i32,
        (hour, minute) in (0_u32..24, 0_u32..60),
        days in 0_u8..128,
        minutes in 1_u32..200,
        title in "[ -~äß🦵\n]{0,120}",
        path in "[a-z/]{0,200}",
    ) {
        let link = format!("https://example.org/{path}");
        let reminder = Reminder {
            uid: "1@supple".to_owned(), made_ms, from: Day(from), time: hour * 60 + minute, days, minutes, title, link: link.clone(),
        };
        let Some(text) = reminder.to_text() else {
            prop_assert_eq!(days, 0);
            return Ok(());
        };
        prop_assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));

        let calendar: Calendar = text.parse().expect("the library reads it");
        let [CalendarComponent::Event(event)] = calendar.components.as_slice() else { panic!("one event") };
        prop_assert_eq!(event.get_uid(), Some("1@supple"));
        prop_assert_eq!(event.get_url(), Some(link.as_str()));
        let Some(DatePerhapsTime::DateTime(icalendar::CalendarDateTime::Floating(start))) = event.get_start() else {
            panic!("local time, wherever that is")
        };
        let first = (from..).map(Day).find(|day| days & (1 << day.weekday()) != 0).expect("a day is chosen");
        let expected = format!("{} {hour:02}:{minute:02}:00", first.iso());
        prop_assert_eq!(start.to_string(), expected);
        let rule = event.property_value("RRULE").expect("it repeats");
        let names = (0..).zip(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]).filter(|(i, _)| days & (1 << i) != 0);
        let names: Vec<_> = names.map(|(_, name)| name).collect();
        if names.len() == 7 {
            prop_assert_eq!(rule, "FREQ=DAILY");
        } else {
            prop_assert_eq!(rule, format!("FREQ=WEEKLY;BYDAY={}", names.join(",")));
        }
        prop_assert_eq!(text.matches("BEGIN:VALARM\r\nACTION:DISPLAY\r\n").count(), 1);
    }
}
