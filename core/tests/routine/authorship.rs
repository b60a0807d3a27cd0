//! Who wrote a routine, for whom and when: read from the document, and from nothing that is wrong.

use std::cmp::Ordering;

use proptest::prelude::*;
use serde_json::{Value, json};
use supple_core::{Author, Authorship, Routine};

use crate::generators::{cases, json, mutated};

fn document(fields: Value) -> Value {
    let mut document: Value =
        serde_json::from_str(include_str!("../routines/smallest.json")).expect("is JSON");
    let Value::Object(fields) = fields else { panic!("is an object") };
    document.as_object_mut().expect("is an object").extend(fields);
    document
}

fn problems(fields: Value) -> Vec<String> {
    let refused = Routine::parse(&document(fields).to_string()).err().unwrap_or_default();
    refused.iter().map(ToString::to_string).collect()
}

fn of(fields: Value) -> Authorship {
    Authorship::of(&document(fields).to_string())
}

fn everything() -> Value {
    json!({
        "author": { "name": "Dr Ada Wells", "url": "https://example.org/ada" },
        "for": "Sam, left hip",
        "days-per-week": 3,
        "edited": "2026-11-30T08:15:00Z",
    })
}

#[test]
fn it_is_read_and_written_as_it_stands_in_the_document() {
    let read = of(everything());
    let author = Author { name: "Dr Ada Wells".to_owned(), url: Some("https://example.org/ada".to_owned()) };
    assert_eq!(read.author, Some(author));
    assert_eq!(read.for_whom.as_deref(), Some("Sam, left hip"));
    assert_eq!(read.days_per_week, Some(3));
    assert_eq!(read.edited_ms(), Some(1_796_026_500_000));
    assert_eq!(serde_json::to_value(&read).expect("can be written"), everything());
    assert_eq!(problems(everything()), [""; 0]);
}

#[test]
fn all_of_it_may_be_absent() {
    assert_eq!(of(json!({})), Authorship::default());
    assert_eq!(problems(json!({})), [""; 0]);
    let name_alone = json!({ "author": { "name": "Ada", "_note": "a friend" } });
    assert_eq!(problems(name_alone.clone()), [""; 0]);
    assert_eq!(of(name_alone).author, Some(Author { name: "Ada".to_owned(), url: None }));
}

#[test]
fn the_checked_form_is_that_of_the_routine_without_it() {
    let with = Routine::parse(&document(everything()).to_string()).expect("is valid");
    let without = Routine::parse(&document(json!({})).to_string()).expect("is valid");
    assert_eq!(with.to_checked(), without.to_checked());
}

#[test]
fn each_thing_that_is_wrong_is_said_at_its_place() {
    assert_eq!(
        problems(json!({
            "author": { "url": "javascript:alert(1)", "mail": "ada@example.org" },
            "for": 7,
            "days-per-week": 8,
            "edited": "yesterday",
        })),
        [
            "author.name: is missing.",
            "author.url: should begin with https://, http:// or mailto:, without spaces. Other addresses aren't linked to.",
            "author.mail: is not a field that is known here.",
            "for: should be a text, but is a number.",
            "days-per-week: should be a whole number from 1 to 7, but is 8.",
            "edited: should be a date, such as 2026-11-30, or a date and a time, such as 2026-11-30T08:15:00Z.",
        ]
    );
    assert_eq!(problems(json!({ "author": "Ada" })), ["author: should be an object, but is a text."]);
    for days in [json!(0), json!(1.5), json!("3"), json!(null), json!(-1), json!([])] {
        assert_eq!(problems(json!({ "days-per-week": days })).len(), 1, "{days}");
    }
}

#[test]
fn an_author_is_linked_to_by_https_http_and_mailto_alone() {
    let with = |url: &str| json!({ "author": { "name": "Ada", "url": url } });
    for url in ["https://example.org", "http://example.org/ä?b#c", "mailto:ada@example.org?subject=Sam"] {
        assert_eq!(problems(with(url)), [""; 0], "{url}");
        assert_eq!(of(with(url)).author.and_then(|author| author.url).as_deref(), Some(url));
    }
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        " https://example.org",
        "https://example.org/\u{a0}x",
        "https://",
        "https:example.org",
        "//example.org",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        "mailto:",
        "mailto:ada",
        "mailto:a@b c",
        "MAILTO:\tjavascript:alert(1)",
        "example.org",
        " ",
        "",
    ] {
        assert_eq!(problems(with(url)).len(), 1, "{url:?}");
        assert_eq!(of(with(url)).author, None, "{url:?}");
    }
}

#[test]
fn html_emoji_and_letters_from_right_to_left_stay_the_text_they_are() {
    for name in [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "👩‍⚕️ Ada 🧘🏽‍♀️",
        "د. آدا ويلز",
        "\u{202e}slleW adA",
        "ד״ר עדה",
        "{{name}} ${name} %s",
    ] {
        let fields = json!({ "author": { "name": name }, "for": name, "name": name, "safety": [name] });
        assert_eq!(problems(fields.clone()), [""; 0], "{name}");
        let read = of(fields.clone());
        assert_eq!(read.author.map(|author| author.name).as_deref(), Some(name));
        assert_eq!(read.for_whom.as_deref(), Some(name));
        let routine = Routine::parse(&document(fields).to_string()).expect("is valid");
        let shown = Routine::from_checked(&routine.to_checked()).expect("is checked");
        assert_eq!((shown.name.as_str(), shown.safety.as_slice()), (name, [name.to_owned()].as_slice()));
    }
}

#[test]
fn ten_thousand_letters_are_too_many_and_nothing_of_them_is_repeated() {
    for letters in ["x", "ö", "👩🏽", "א", "<b>"] {
        let long = letters.repeat(10_000);
        let said = problems(json!({ "author": { "name": long }, "for": long, "name": long }));
        assert_eq!(
            said,
            ["name", "author.name", "for"].map(|at| format!("{at}: should have at most 2000 characters."))
        );
        assert_eq!(of(json!({ "author": { "name": long }, "for": long })), Authorship::default());
    }
}

#[test]
fn instants_are_compared_whatever_their_zone() {
    let ms = |edited: &str| of(json!({ "edited": edited })).edited_ms();
    assert_eq!(ms("1970-01-01"), Some(0));
    assert_eq!(ms("1970-01-01T00:00:00.5Z"), Some(500));
    assert_eq!(ms("1970-01-01T01:30+01:30"), Some(0));
    assert_eq!(ms("1969-12-31T22:00:00.000-02:00"), Some(0));
    assert_eq!(ms("2026-11-30T08:15:00.123456Z"), Some(1_796_026_500_123));
    for wrong in [
        "2026-02-30",
        "2026-11-30T24:00Z",
        "2026-11-30T08:15",
        "2026-11-30 08:15Z",
        "2026-11-30T08:15:60Z",
        "2026-11-30T08:15:00.Z",
        "2026-11-30T08:15:00+1:00",
        "2026-11-30T08:15:00+0100",
        "2026-11-30T08Z",
        "30.11.2026",
        "2026",
        "T08:15Z",
        "2026-11-30T",
        "2026-11-30T08:15:00z",
        "2026-11-30TéZ",
    ] {
        assert_eq!(ms(wrong), None, "{wrong}");
        assert_eq!(problems(json!({ "edited": wrong })).len(), 1, "{wrong}");
    }
}

#[test]
fn the_later_version_is_newer_and_one_that_says_nothing_is_older_than_any() {
    let edited = |edited: &str| of(json!({ "edited": edited }));
    let older = edited("2026-11-30T08:15:00+02:00");
    assert_eq!(older.compare_age(&edited("2026-11-30T08:00:00Z")), Ordering::Less);
    assert_eq!(older.compare_age(&edited("2026-11-30T06:15:00Z")), Ordering::Equal);
    assert_eq!(older.compare_age(&edited("2026-11-30")), Ordering::Greater);
    assert_eq!(older.compare_age(&of(json!({}))), Ordering::Greater);
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn nothing_makes_it_panic_and_no_link_becomes_another(
        fields in mutated(everything()),
        other in json(),
        text: String,
        url in "(java|https?:|mailto:|//|\\PC|\u{1}){0,12}",
    ) {
        let documents = [fields.to_string(), other.to_string(), text, json!({ "author": { "name": "A", "url": url } }).to_string()];
        for document in documents {
            let read = Authorship::of(&document);
            let _ = read.edited_ms();
            if let Some(url) = read.author.and_then(|author| author.url) {
                prop_assert!(["https://", "http://", "mailto:"].iter().any(|start| url.starts_with(start)), "{}", url);
            }
        }
    }

    #[test]
    fn what_is_read_is_just_what_is_right(fields in mutated(everything())) {
        prop_assume!(fields.is_object());
        let read = serde_json::to_value(of(fields.clone())).expect("can be written");
        for field in ["author", "for", "days-per-week", "edited"] {
            let Some(value) = fields.get(field) else { continue };
            let is_right = problems(json!({ field: value })).is_empty();
            prop_assert_eq!(read.get(field).is_some(), is_right, "{}: {}", field, value);
        }
    }
}
