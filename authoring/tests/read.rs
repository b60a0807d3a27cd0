//! Reading documents of other authors.

#![allow(clippy::expect_used, reason = "so a test fails")]

use serde_json::{Value, json};
use supple_authoring::read;
use supple_core::Routine;

/// The built-in routine with one value replaced or added, as text.
fn with(parent: &str, field: &str, value: Value) -> String {
    let mut document: Value = serde_json::from_str(Routine::HAMSTRING).expect("is JSON");
    document.pointer_mut(parent).expect("is in the document")[field] = value;
    document.to_string()
}

#[test]
fn a_good_routine_is_drawn() {
    let outcome = read(Routine::HAMSTRING);
    assert_eq!(outcome.problems, [""; 0]);
    let drawn: Value = serde_json::from_str(&outcome.drawn.expect("is drawn")).expect("is JSON");
    assert!(drawn["bodies"]["side"]["bones"].is_array());
}

#[test]
fn a_faulty_figure_is_reported_and_left_out() {
    let document = with("/sections/2/exercises/0/figure", "step", json!(1));
    let outcome = read(&document);
    assert_eq!(
        outcome.problems,
        ["sections[2].exercises[0].figure.step: should be a whole number from 100 to 10000, but is 1."]
    );
    let drawn: Value = serde_json::from_str(&outcome.drawn.expect("is drawn")).expect("is JSON");
    assert!(drawn.pointer("/sections/2/exercises/0/figure").is_none());
}

#[test]
fn a_refused_routine_is_reported_with_its_figures() {
    let mut document: Value = serde_json::from_str(&with("/sections/0", "name", json!(""))).expect("is JSON");
    document["sections"][2]["exercises"][0]["figure"]["step"] = json!(1);
    let outcome = read(&document.to_string());
    assert_eq!(outcome.drawn, None);
    let paths: Vec<_> = outcome.problems.iter().filter_map(|problem| problem.split(": ").next()).collect();
    assert_eq!(paths, ["sections[0].name", "sections[2].exercises[0].figure.step"]);
}

#[test]
fn text_that_is_no_document_is_refused() {
    for text in ["", "[", "12"] {
        let outcome = read(text);
        assert_eq!(outcome.drawn, None, "{text}");
        assert_eq!(outcome.problems.len(), 1, "{text}");
    }
}
