//! Reading documents of other authors.

#![allow(clippy::expect_used, reason = "so a test fails")]

use serde_json::{Value, json};
use supple_authoring::{Outcome, read};
use supple_core::Routine;

/// The built-in routine with one value replaced or added, as text.
fn with(parent: &str, field: &str, value: Value) -> String {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    document.pointer_mut(parent).expect("is in the document")[field] = value;
    document.to_string()
}

/// The ids of what is drawn.
fn drawn(outcome: &Outcome) -> Vec<String> {
    let drawings: Value =
        serde_json::from_str(outcome.drawings.as_ref().expect("is drawn")).expect("is JSON");
    drawings["drawings"].as_object().expect("is an object").keys().cloned().collect()
}

#[test]
fn a_good_routine_is_checked_and_drawn() {
    let outcome = read(Routine::hamstring_document());
    assert_eq!(outcome.problems, [""; 0]);
    assert_eq!(drawn(&outcome).len(), 13);
    let routine = Routine::from_checked(&outcome.routine.expect("is accepted")).expect("is checked");
    assert_eq!(routine, Routine::hamstring());
}

#[test]
fn a_routine_without_figures_has_no_drawings() {
    let outcome = read(include_str!("../../core/tests/routines/smallest.json"));
    assert_eq!(outcome.problems, [""; 0]);
    assert_eq!(outcome.drawings, None);
    assert!(outcome.routine.is_some());
}

#[test]
fn a_faulty_figure_is_reported_and_left_out() {
    let document = with("/sections/2/exercises/0/figure", "step", json!(1));
    let outcome = read(&document);
    assert_eq!(
        outcome.problems,
        ["sections[2].exercises[0].figure.step: should be a whole number from 100 to 10000, but is 1."]
    );
    let drawn = drawn(&outcome);
    assert_eq!(drawn.len(), 12);
    assert!(!drawn.contains(&"anchor".to_owned()));
    assert!(outcome.routine.is_some(), "its card works without it");
}

#[test]
fn a_refused_routine_is_reported_with_its_figures() {
    let mut document: Value = serde_json::from_str(&with("/sections/0", "name", json!(""))).expect("is JSON");
    document["sections"][2]["exercises"][0]["figure"]["step"] = json!(1);
    let outcome = read(&document.to_string());
    assert_eq!((outcome.routine, outcome.drawings), (None, None));
    let paths: Vec<_> = outcome.problems.iter().filter_map(|problem| problem.split(": ").next()).collect();
    assert_eq!(paths, ["sections[0].name", "sections[2].exercises[0].figure.step"]);
}

#[test]
fn text_that_is_no_document_is_refused() {
    for text in ["", "[", "12"] {
        let outcome = read(text);
        assert_eq!(outcome.routine, None, "{text}");
        assert_eq!(outcome.problems.len(), 1, "{text}");
    }
}
