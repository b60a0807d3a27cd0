//! From a draft to a document and back.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use supple_core::studio::{
    Draft, Edit, ItemField, NotARoutine, RoutineField, Typed, library_exercises, problems,
};
use supple_core::{Library, Routine};

use crate::generators::good_draft;

/// A built-in routine as it is written, referring to the library.
fn written(id: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../library/routines/{id}.json"));
    fs::read_to_string(file).expect("is in the library")
}

fn routine(document: &str) -> Routine {
    let complete = Library::built_in().complete(document).expect("refers to the library");
    Routine::parse(&complete).expect("is a routine")
}

fn draft_of(document: &str) -> Draft {
    Draft::from_document(document).expect("is a routine").0
}

#[test]
fn every_built_in_routine_is_the_same_after_it_was_a_draft() {
    for id in Library::ROUTINES {
        for document in [written(id).as_str(), Library::document(id).expect("is built in")] {
            let draft = draft_of(document);
            assert_eq!(problems(&draft), [], "{id}");
            let again = draft.to_document("2026-11-30T08:15:00Z").to_string();
            assert_eq!(routine(&again), routine(document), "{id}");
        }
    }
}

#[test]
fn a_built_in_routine_is_written_as_before() {
    for id in Library::ROUTINES {
        let mut before: Value = serde_json::from_str(&written(id)).expect("is JSON");
        before.as_object_mut().expect("is an object").remove("$schema");
        let again = draft_of(&written(id)).to_document("");
        let exercises = |document: &Value| document["sections"].as_array().map_or(0, Vec::len);
        assert_eq!(exercises(&again), exercises(&before));
        assert!(again.to_string().len() <= before.to_string().len(), "{id}: as short as by hand");
    }
}

#[test]
fn the_steps_that_the_studio_shows_are_those_of_the_routine() {
    let exercises = json!([
        { "use": "calf-wall" },
        { "use": "calf-wall", "id": "left", "sides": "left" },
        { "use": "calf-wall", "id": "right", "sides": "right", "leave-out-steps": [2] },
        { "use": "calf-wall", "id": "own", "sides": "left", "steps": ["Step in. Then the other leg."] },
        { "use": "calf-wall", "id": "setup", "setup": "Face a wall, hands on it.", "steps": ["Lean in."] },
    ]);
    let mut document = good_draft().to_document("");
    document["sections"] = json!([{ "id": "all", "name": "All", "exercises": exercises }]);
    let draft = draft_of(&document.to_string());
    let again = draft.to_document("");
    assert_eq!(again["sections"][0]["exercises"], exercises);
    let routine = routine(&again.to_string());
    assert_eq!(draft.items().count(), 5);
    for (item, exercise) in draft.items().zip(routine.exercises()) {
        assert_eq!(item.steps(), exercise.steps, "{}", exercise.id);
    }
    assert_eq!(routine.guide_to("left").len(), 3);
    assert_eq!(routine.guide_to("setup"), ["Face a wall, hands on it."]);
}

#[test]
fn what_no_field_shows_is_kept_and_named() {
    let (draft, kept) = Draft::from_document(&written("desk-break")).expect("is a routine");
    let fields: Vec<_> = kept.iter().map(|kept| kept.field.as_str()).collect();
    assert_eq!(fields, ["benefits", "cover", "tagline", "times"]);
    let document = draft.to_document("");
    assert_eq!(document["times"], json!({ "prepare": 5, "switch": 3, "recover": 3 }));
}

#[test]
fn only_what_is_different_from_the_library_is_written() {
    let mut draft = good_draft();
    let item = draft.items().next().expect("has items").key;
    for edit in [
        Edit::SetSeconds { items: vec![item], seconds: Typed::of("45") },
        Edit::item_text(item, ItemField::Name, "Cat and cow"),
    ] {
        draft.apply(edit);
    }
    let exercise = draft.to_document("")["sections"][0]["exercises"][0].clone();
    assert_eq!(exercise, json!({ "use": "cat-cow" }));
}

#[test]
fn all_fields_are_written_as_the_format_has_them() {
    let mut draft = good_draft();
    for edit in [
        Edit::routine_text(RoutineField::ForWhom, "Sam, left hip"),
        Edit::routine_text(RoutineField::Introduction, "Every morning."),
        Edit::routine_text(RoutineField::AuthorName, "Dr Ada Wells"),
        Edit::routine_text(RoutineField::AuthorUrl, "mailto:ada@example.org"),
        Edit::SetDaysPerWeek(Typed::of("5")),
    ] {
        draft.apply(edit);
    }
    let document = draft.to_document("2026-11-30");
    assert_eq!(document["for"], "Sam, left hip");
    assert_eq!(document["summary"], "Every morning.");
    assert_eq!(document["author"], json!({ "name": "Dr Ada Wells", "url": "mailto:ada@example.org" }));
    assert_eq!(document["days-per-week"], 5);
    assert_eq!(document["edited"], "2026-11-30");
    assert_eq!(document["format"], 1);
    assert_eq!(problems(&draft), []);
    let again = draft_of(&document.to_string());
    assert_eq!(again.to_document("2026-11-30"), document);
}

#[test]
fn what_a_draft_cannot_hold_stays_as_it_is_and_keeps_its_problem() {
    let mut document = good_draft().to_document("");
    document["days-per-week"] = json!([1, 3]);
    document["author"] = json!({ "name": "Ada", "phone": "12" });
    document["sections"][0]["exercises"][1]["seconds"] = json!(20.5);
    document["sections"][0]["exercises"][1]["sides"] = json!("inside");
    let draft = draft_of(&document.to_string());
    assert_eq!(draft.to_document(""), document);
    let found = problems(&draft);
    assert!(found.len() >= 4, "{found:?}");
    // Setting the field replaces it.
    let mut draft = draft;
    let item = draft.sections[0].items[1].key;
    draft.apply(Edit::SetSeconds { items: vec![item], seconds: Typed::of("20") });
    assert_eq!(draft.to_document("")["sections"][0]["exercises"][1]["seconds"], 20);
}

#[test]
fn what_is_no_routine_is_refused_with_the_reason() {
    assert_eq!(Draft::from_document(" \n"), Err(NotARoutine::Empty));
    assert_eq!(Draft::from_document("[]"), Err(NotARoutine::SomethingElse));
    assert_eq!(Draft::from_document("{\"name\": 1}"), Err(NotARoutine::SomethingElse));
    assert!(matches!(Draft::from_document("{"), Err(NotARoutine::NotJson(_))));
    let large = format!("{{\"sections\": [], \"a\": \"{}\"}}", "x".repeat(1_000_000));
    assert!(matches!(Draft::from_document(&large), Err(NotARoutine::TooLarge(_))));
    for error in [NotARoutine::Empty, NotARoutine::TooLarge(2_000_000), NotARoutine::SomethingElse] {
        assert!(error.to_string().ends_with('.'), "{error}");
    }
}

#[test]
fn the_library_has_all_its_exercises_for_those_who_choose() {
    let ids = Library::built_in().exercise_ids().count();
    assert_eq!(library_exercises().count(), ids);
    assert!(ids > 50);
}
