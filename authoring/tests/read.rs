//! Reading documents of other authors.

#![allow(clippy::expect_used, reason = "so a test fails")]

use serde_json::{Value, json};
use supple_authoring::{Outcome, needs_library};
use supple_core::{Library, Routine};

/// The built-in routine with one value replaced or added, as text.
fn with(parent: &str, field: &str, value: Value) -> String {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    document.pointer_mut(parent).expect("is in the document")[field] = value;
    document.to_string()
}

/// Reads a document that refers to nothing.
fn read(document: &str) -> Outcome {
    assert!(!needs_library(document));
    supple_authoring::read(document, None).expect("takes no library")
}

/// Reads a document that refers to the library.
fn read_with_library(document: &Value) -> Outcome {
    let document = document.to_string();
    assert!(needs_library(&document));
    supple_authoring::read(&document, Some(Library::built_in().to_json())).expect("is the library")
}

fn mine(exercises: Value) -> Value {
    json!({
        "format": 1, "id": "mine", "lang": "en", "name": "Mine", "safety": ["Stop if it hurts."],
        "sections": [{ "id": "all", "name": "All", "exercises": exercises }],
    })
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

#[test]
fn what_refers_to_the_library_is_completed_and_drawn() {
    let own = json!({
        "id": "own", "name": "My own", "dose": { "kind": "move", "seconds": 20 }, "sides": "none", "steps": ["Move."],
        "figure": "cobra",
    });
    let outcome = read_with_library(&mine(json!([
        { "use": "cat-cow", "id": "cat-cow-2", "seconds": 20 }, { "use": "leg-lunges", "id": "lunges" }, own,
    ])));
    assert_eq!(outcome.problems, [""; 0]);
    assert_eq!(drawn(&outcome), ["cat-cow-2", "lunges", "lunges-easier", "own"]);
    let routine = Routine::from_checked(&outcome.routine.expect("is accepted")).expect("is checked");
    assert_eq!(routine.exercise("cat-cow-2").map(|exercise| exercise.dose.seconds()), Some(20));
}

#[test]
fn a_faulty_figure_beside_a_reference_is_reported_and_left_out() {
    let outcome = read_with_library(&mine(json!([{ "use": "cat-cow", "figure": { "step": 1 } }])));
    assert!(outcome.routine.is_some());
    assert!(outcome.problems.iter().all(|problem| problem.starts_with("sections[0].exercises[0].figure")));
    assert!(!outcome.problems.is_empty());
}

#[test]
fn a_reference_that_leads_nowhere_is_reported_once() {
    let outcome =
        read_with_library(&mine(json!([{ "use": "cat-cwo" }, { "use": "cobra", "figure": "cat-cwo" }])));
    assert!(outcome.routine.is_none());
    assert_eq!(
        outcome.problems,
        [
            "sections[0].exercises[0].use: there is no exercise \"cat-cwo\" in the library.",
            "sections[0].exercises[1].figure: there is no figure of an exercise \"cat-cwo\" in the library.",
        ]
    );
}

#[test]
fn another_file_in_place_of_the_library_is_an_error() {
    for library in ["", "<html>", "{}"] {
        let refused = supple_authoring::read("{}", Some(library.to_owned()));
        assert!(refused.is_err(), "{library}");
    }
}
