//! What a person can do to a draft.

use supple_core::studio::{DoseKind, Draft, Edit, ItemField, NewSection, RoutineField, Spot, Typed};
use supple_core::{Library, Routine, Sides};

use crate::generators::good_draft;

/// The ids of all exercises in order.
fn ids(draft: &Draft) -> Vec<&str> {
    draft.items().map(|item| item.document_id()).collect()
}

fn number(text: &str) -> Option<Typed> {
    Typed::of(text)
}

#[test]
fn a_draft_from_nothing_becomes_a_routine() {
    let draft = good_draft();
    let document =
        Library::built_in().complete(&draft.to_document("").to_string()).expect("refers to the library");
    let routine = Routine::parse(&document).expect("is a routine");
    assert_eq!(routine.name, "Sam's hip");
    assert_eq!(routine.exercises().count(), 3);
}

#[test]
fn the_same_exercise_can_stand_in_a_draft_twice() {
    let mut draft = good_draft();
    let first = draft.items().next().expect("has items").key;
    let added = draft.apply(Edit::Duplicate(vec![first])).added;
    assert_eq!(added.len(), 1);
    assert_eq!(ids(&draft), ["cat-cow", "cat-cow-1", "kneeling-hip-flexor", "butterfly"]);
    draft.apply(Edit::AddUse { of: "cat-cow".to_owned(), at: None });
    assert_eq!(ids(&draft), ["cat-cow", "cat-cow-1", "kneeling-hip-flexor", "butterfly", "cat-cow-2"]);
}

#[test]
fn several_exercises_are_changed_at_once() {
    let mut draft = good_draft();
    let all: Vec<u32> = draft.items().map(|item| item.key).collect();
    draft.apply(Edit::SetSeconds { items: all.clone(), seconds: number("45") });
    draft.apply(Edit::SetRepeats { items: all, repeats: number("3") });
    let doses: Vec<_> = draft.items().map(|item| (item.seconds(), item.repeats.clone())).collect();
    let three = Some(Typed::Number(3));
    // The first is a move, which isn't repeated.
    assert_eq!(doses, [(Some(45), None), (Some(45), three.clone()), (Some(45), three)]);
}

#[test]
fn exercises_go_up_and_down_and_across_sections() {
    let mut draft = good_draft();
    let section = draft.apply(Edit::AddSection { name: "Legs".to_owned() }).section.expect("is new");
    let last = draft.items().last().expect("has items").key;
    draft.apply(Edit::MoveDown(last));
    assert_eq!(draft.position(last), Some((1, 0)));
    draft.apply(Edit::MoveUp(last));
    assert_eq!(draft.position(last), Some((0, 2)));
    draft.apply(Edit::MoveUp(last));
    assert_eq!(draft.position(last), Some((0, 1)));
    draft.apply(Edit::Move { item: last, to: Spot { section, index: 99 } });
    assert_eq!(draft.position(last), Some((1, 0)));
    draft.apply(Edit::MoveSection { section, to: 0 });
    assert_eq!(draft.position(last), Some((0, 0)));
    assert!(!draft.apply(Edit::MoveUp(last)).changed);
    draft.apply(Edit::RemoveSection(section));
    assert_eq!(draft.position(last), None);
    assert!(!draft.apply(Edit::MoveUp(last)).changed);
}

#[test]
fn what_is_added_goes_where_one_says() {
    let mut draft = good_draft();
    let section = draft.sections[0].key;
    let spot = Spot { section, index: 1 };
    let added = draft.apply(Edit::AddUse { of: "cobra".to_owned(), at: Some(spot) }).added;
    assert_eq!(draft.position(added[0]), Some((0, 1)));
    let nowhere = Spot { section: 9_999, index: 0 };
    let added = draft.apply(Edit::AddOwn { at: Some(nowhere) }).added;
    assert_eq!(draft.position(added[0]), Some((0, 4)));
}

#[test]
fn an_emptied_text_of_the_librarys_is_the_librarys_again() {
    let mut draft = good_draft();
    let item = draft.items().next().expect("has items").key;
    draft.apply(Edit::item_text(item, ItemField::Name, "Cat"));
    assert_eq!(draft.item(item).map(|item| item.name()), Some("Cat"));
    draft.apply(Edit::item_text(item, ItemField::Name, ""));
    assert_eq!(draft.item(item).map(|item| item.name()), Some("Cat and cow"));
}

#[test]
fn steps_are_left_out_and_taken_back() {
    let mut draft = good_draft();
    let item = draft.items().next().expect("has items").key;
    let all = draft.item(item).expect("is there").steps().len();
    draft.apply(Edit::LeaveOutStep { item, step: 2, left_out: true });
    assert!(!draft.apply(Edit::LeaveOutStep { item, step: 99, left_out: true }).changed);
    assert_eq!(draft.item(item).expect("is there").steps().len(), all - 1);
    let document = draft.to_document("");
    assert_eq!(document["sections"][0]["exercises"][0]["leave-out-steps"], serde_json::json!([2]));
    draft.apply(Edit::LeaveOutStep { item, step: 2, left_out: false });
    assert_eq!(draft.item(item).expect("is there").steps().len(), all);
}

#[test]
fn the_left_or_the_right_side_alone_is_for_exercises_that_have_sides() {
    let mut draft = good_draft();
    let all: Vec<u32> = draft.items().map(|item| item.key).collect();
    draft.apply(Edit::SetSides { items: all, sides: Some(Sides::Left) });
    let sides: Vec<_> = draft.items().map(|item| item.sides()).collect();
    assert_eq!(sides, [Some(Sides::None), Some(Sides::Left), Some(Sides::Together)]);
}

#[test]
fn a_move_of_ones_own_is_not_repeated_and_its_repeats_come_back_with_the_hold() {
    let mut draft = good_draft();
    let item = draft.apply(Edit::AddOwn { at: None }).added[0];
    draft.apply(Edit::SetRepeats { items: vec![item], repeats: number("3") });
    let dose = |draft: &Draft| draft.to_document("")["sections"][0]["exercises"][3]["dose"].clone();
    assert_eq!(dose(&draft)["repeats"]["default"], 3);
    draft.apply(Edit::SetKind { item, kind: DoseKind::Move });
    assert!(dose(&draft).get("repeats").is_none());
    draft.apply(Edit::SetKind { item, kind: DoseKind::Hold });
    assert_eq!(dose(&draft)["repeats"]["default"], 3);
}

#[test]
fn sections_that_are_imported_take_the_place_of_an_empty_one() {
    let mut draft = Draft::new("new", "en", "Exercises");
    let items = good_draft().sections[0].items.clone();
    let section = NewSection { name: "Morning".to_owned(), summary: String::new(), items };
    draft.apply(Edit::AddSections(vec![section.clone()]));
    draft.apply(Edit::AddSections(vec![section]));
    let names: Vec<_> =
        draft.sections.iter().map(|section| (section.name.as_str(), section.id.as_str())).collect();
    assert_eq!(names, [("Morning", "section-1"), ("Morning", "section-2")]);
    assert_eq!(ids(&draft).len(), 6);
    let routine = draft.to_document("").to_string();
    assert!(Library::built_in().complete(&routine).is_ok(), "each has an id of its own");
}

#[test]
fn a_draft_that_takes_anothers_place_keeps_its_id() {
    let mut draft = Draft::new("mine", "en", "Exercises");
    draft.apply(Edit::Replace(Box::new(good_draft())));
    assert_eq!((draft.id.as_str(), draft.name.as_str()), ("mine", "Sam's hip"));
}

#[test]
fn a_number_is_what_was_typed_until_it_is_one() {
    assert_eq!(Typed::of(" 30 "), Some(Typed::Number(30)));
    assert_eq!(Typed::of("  "), None);
    assert_eq!(Typed::of("+3").map(|typed| typed.number()), Some(None));
    let mut draft = good_draft();
    let item = draft.items().next().expect("has items").key;
    draft.apply(Edit::SetSeconds { items: vec![item], seconds: Typed::of("3o") });
    assert_eq!(
        draft.item(item).and_then(|item| item.seconds.clone()).map(|typed| typed.text()).as_deref(),
        Some("3o")
    );
}

#[test]
fn a_text_in_a_field_that_has_none_changes_nothing() {
    let mut draft = good_draft();
    let item = draft.items().next().expect("has items").key;
    assert!(!draft.apply(Edit::routine_text(RoutineField::DaysPerWeek, "x")).changed);
    assert!(!draft.apply(Edit::item_text(item, ItemField::Sides, "x")).changed);
}
