//! Texts of every alphabet, with markup, and far too long ones, in every place of a document that holds a text.

use serde_json::{Value, json};
use supple_core::{Library, Problem, Routine};

use crate::generators::{path, pointers};

/// A document with every kind of part, those that only authors write among them.
fn document() -> Value {
    let document = r#"{
        "format": 1, "id": "mine", "lang": "en", "name": "Mine", "tagline": "Short.", "summary": "All of it.",
        "anatomy": "Where it is.", "cover": "own",
        "author": { "name": "Ada", "url": "https://example.org" }, "for": "Sam", "edited": "2026-11-30",
        "sections": [{ "id": "all", "name": "All", "summary": "Everything.", "exercises": [
            { "use": "cat-cow", "id": "cat-cow-2", "name": "Cat", "summary": "Slowly.", "steps": ["Move."],
              "key": "Breathe.", "mistake": "Hurry.", "caution": "Wrists.", "setup": "Kneel." },
            { "id": "own", "name": "Own", "dose": { "kind": "hold", "seconds": 20 }, "sides": "each", "side-name": "arm",
              "posture": "lying", "region": "hips", "needs": "A wall.", "equipment": ["a wall"], "steps": ["Hold."],
              "make-easier": "Less.", "make-harder": "More.", "avoid": ["knee"], "muscles": ["thigh"], "figure": "cobra",
              "easier": { "id": "own-easier", "name": "Easier", "label": "Easier", "sides": "none", "steps": ["Sit."],
                          "setup": "Sit.", "key": "Sit." } }
        ] }],
        "why": [{ "text": "Because.", "references": [1] }],
        "muscles": [{ "id": "thigh", "name": "Thigh", "text": "Above the knee." }],
        "benefits": ["It is good."], "safety": ["Stop at pain."],
        "references": [{ "title": "Title", "source": "Source", "date": "2020", "url": "https://example.org" }]
    }"#;
    serde_json::from_str(document).expect("is JSON")
}

/// Every place with a text, and what reading the document says with another one there.
fn with_each(text: &str) -> Vec<(String, Result<Routine, Vec<Problem>>)> {
    let places = pointers(&document());
    let places = places.into_iter().filter(|place| document().pointer(place).is_some_and(Value::is_string));
    let read = |place: String| {
        let mut document = document();
        *document.pointer_mut(&place).expect("is in the document") = json!(text);
        let read = Library::built_in().read(&document.to_string());
        (path(&place), read.map(|completed| completed.routine))
    };
    places.map(read).collect()
}

#[test]
fn the_document_is_a_routine() {
    assert!(Library::built_in().read(&document().to_string()).is_ok());
    assert!(with_each("x").len() > 50);
}

#[test]
fn a_text_stays_what_it_is_or_is_refused_where_it_stands() {
    for text in [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "javascript:alert(1)",
        "قف إذا شعرت بألم",
        "\u{202e}txet\u{202c}",
        "🧘🏽‍♀️👩‍⚕️",
        "{{name}} ${name} &amp; \0 \u{7}",
    ] {
        let mut shown = 0;
        for (place, read) in with_each(text) {
            match read {
                // What the widget doesn't show is in no checked form.
                Ok(_) if ["author.name", "for"].contains(&place.as_str()) => {}
                Ok(routine) => {
                    let written = serde_json::to_string(text).expect("is a text");
                    assert!(routine.to_checked().contains(&written), "{place}: {text}");
                    shown += 1;
                }
                Err(problems) => {
                    let is_there = problems.iter().any(|problem| problem.path == place);
                    assert!(is_there, "{place}: {problems:#?}");
                }
            }
        }
        assert!(shown > 25, "{text}: {shown}");
    }
}

#[test]
fn ten_thousand_letters_are_refused_in_every_place_in_a_short_sentence() {
    for letter in ["x", "ж", "🧘", "ש"] {
        for (place, read) in with_each(&letter.repeat(10_000)) {
            let problems = read.expect_err("is too long");
            assert!(problems.iter().any(|problem| problem.path == place), "{place}: {problems:#?}");
            assert!(problems.iter().all(|problem| problem.message.len() < 400), "{place}: {problems:#?}");
        }
    }
}

#[test]
fn no_address_but_a_web_address_ever_becomes_a_link() {
    for (place, read) in with_each("javascript:alert(1)//https://example.org") {
        let Ok(routine) = read else { continue };
        assert!(!place.ends_with("url"), "{place}");
        assert!(routine.references.iter().all(|reference| reference.url.starts_with("https://")), "{place}");
    }
}
