//! What no field shows: it is kept, and can be put right all the same.

use proptest::prelude::*;
use serde_json::{Value, json};
use supple_core::studio::{Draft, Edit, ItemField, Place, RoutineField, SectionField, problems};
use supple_core::{Library, Routine};

use crate::any_json::{cases, mutated, mutated_document};
use crate::generators::good_draft;

fn draft_of(document: &Value) -> Draft {
    Draft::from_document(&document.to_string()).expect("is a routine").0
}

/// Mends as long as there is something to mend.
fn mended(mut draft: Draft) -> Draft {
    for _ in 0..100 {
        let found = problems(&draft);
        let Some(edit) = found.iter().find_map(|problem| draft.mend(problem)) else { break };
        assert!(draft.apply(edit.clone()).changed, "{edit:?} mends nothing of {found:?}");
    }
    draft
}

#[test]
fn what_is_wrong_and_has_no_field_can_be_forgotten() {
    let mut document = good_draft().to_document("");
    document["times"] = json!({ "prepare": -1 });
    document["typo"] = json!(1);
    document["format"] = json!(2);
    document["sections"][0]["typo"] = json!(1);
    document["sections"][0]["id"] = json!("Not an id");
    document["sections"][0]["exercises"][0]["posture"] = json!("upside down");
    document["sections"][0]["exercises"][1]["id"] = json!("cat cow");
    let draft = draft_of(&document);
    assert_eq!(problems(&draft).len(), 9, "{:?}", problems(&draft));
    assert_eq!(draft.to_document(""), document);
    let draft = mended(draft);
    assert_eq!(problems(&draft), []);
    assert_eq!(draft.kept(), []);
}

#[test]
fn what_has_a_field_is_not_mended_for_the_person() {
    let mut draft = good_draft();
    draft.apply(Edit::routine_text(RoutineField::Name, ""));
    draft.apply(Edit::AddUse { of: "no-such-exercise".to_owned(), at: None });
    let found = problems(&draft);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|problem| draft.mend(problem).is_none()), "{found:?}");
}

#[test]
fn what_is_no_exercise_stays_in_the_list_of_those_that_are() {
    let mut document = good_draft().to_document("");
    document["sections"][0]["exercises"].as_array_mut().expect("is a list").insert(1, json!("bow"));
    document["sections"].as_array_mut().expect("is a list").insert(0, json!(7));
    let draft = draft_of(&document);
    assert_eq!(draft.items().count(), 3);
    let again = draft.to_document("");
    assert_eq!(again["sections"][1], json!(7));
    assert_eq!(again["sections"][0]["exercises"][3], json!("bow"));
    let places: Vec<_> = problems(&draft).iter().map(|problem| problem.place).collect();
    let section = draft.sections[0].key;
    assert_eq!(places, [Place::Routine(RoutineField::Whole), Place::Section(section, SectionField::Whole)]);
    assert_eq!(problems(&mended(draft)), []);
}

#[test]
fn an_exercise_that_is_removed_is_no_cover_and_no_substitute_any_more() {
    for id in Library::ROUTINES {
        let written: Value =
            serde_json::from_str(Library::written(id).expect("is built in")).expect("is JSON");
        let complete: Value =
            serde_json::from_str(Library::document(id).expect("is built in")).expect("is JSON");
        for document in [written, complete] {
            let whole = draft_of(&document);
            let items: Vec<u32> = whole.items().map(|item| item.key).collect();
            for item in &items {
                let mut draft = whole.clone();
                draft.apply(Edit::Remove(vec![*item]));
                let found = problems(&draft);
                // Nothing is wrong but that the section may be empty now.
                let is_empty = |place| matches!(place, Place::Section(_, SectionField::Items));
                assert!(found.iter().all(|problem| is_empty(problem.place)), "{id}: {found:?}");
            }
        }
    }
}

#[test]
fn a_copy_of_a_complete_exercise_has_ways_of_its_own() {
    let complete: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    let mut draft = draft_of(&complete);
    let all: Vec<u32> = draft.items().map(|item| item.key).collect();
    let added = draft.apply(Edit::Duplicate(all.clone())).added;
    assert_eq!(added.len(), all.len());
    assert_eq!(problems(&draft), []);
}

#[test]
fn a_built_in_routine_begins_a_draft_under_another_id() {
    let draft = Draft::of_built_in("hips", "mine").expect("is built in");
    assert_eq!(draft.id, "mine");
    assert_eq!(problems(&draft), []);
    assert_eq!(Draft::of_built_in("no-such-routine", "mine"), None);
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn whatever_is_wrong_with_a_document_can_be_put_right(
        document in prop_oneof![mutated(good_draft().to_document("2026-11-30")), mutated_document()]
    ) {
        let Ok((draft, _)) = Draft::from_document(&document.to_string()) else { return Ok(()) };
        let draft = mended(draft);
        for problem in problems(&draft) {
            let has_field = match problem.place {
                // Its id is new where it is read; and there may be no section, or too many.
                Place::Routine(RoutineField::Whole) => {
                    ["id: ", "sections: ", "There are "].iter().any(|start| problem.sentence.starts_with(start))
                }
                Place::Section(_, SectionField::Whole) => false,
                // There is no such exercise: it can be removed.
                Place::Item(_, ItemField::Whole) => problem.sentence.starts_with("use: "),
                Place::Routine(_) | Place::Section(..) | Place::Item(..) => true,
            };
            prop_assert!(has_field, "{:?}", problem);
        }
    }
}
