//! Undo and redo.

use supple_core::studio::{Draft, Edit, HISTORY_STEPS, History, ItemField, RoutineField, TYPING_MS};

use crate::generators::good_draft;

fn name(text: &str) -> Edit {
    Edit::routine_text(RoutineField::Name, text)
}

#[test]
fn fifty_steps_are_undone_and_redone() {
    let mut history = History::new(good_draft());
    for n in 0..60_u64 {
        history.apply(name(&n.to_string()), n * 10_000);
    }
    let mut steps = 0;
    while history.undo() {
        steps += 1;
    }
    assert_eq!(steps, HISTORY_STEPS);
    assert_eq!(history.draft().name, "9");
    while history.redo() {
        steps -= 1;
    }
    assert_eq!((steps, history.draft().name.as_str()), (0, "59"));
    assert!(!history.can_redo());
}

#[test]
fn typing_without_a_pause_is_one_step() {
    let mut history = History::new(good_draft());
    for (n, text) in ["H", "Hi", "Hip", "Hips"].into_iter().enumerate() {
        history.apply(name(text), n as u64 * TYPING_MS);
    }
    history.apply(name("Hips!"), 4 * TYPING_MS + 1);
    assert!(history.undo());
    assert_eq!(history.draft().name, "Hips");
    assert!(history.undo());
    assert_eq!(history.draft().name, "Sam's hip");
    assert!(!history.can_undo());
}

#[test]
fn typing_in_two_fields_is_two_steps() {
    let mut history = History::new(good_draft());
    let item = history.draft().items().next().expect("has items").key;
    history.apply(name("A"), 0);
    history.apply(Edit::item_text(item, ItemField::Name, "B"), 10);
    history.apply(name("AB"), 20);
    assert!(history.undo() && history.undo() && history.undo());
    assert_eq!(*history.draft(), good_draft());
}

#[test]
fn bringing_back_steps_of_the_library_is_a_step_of_its_own() {
    let mut history = History::new(good_draft());
    let item = history.draft().items().find(|item| item.library().is_some()).expect("uses the library").key;
    let steps =
        |texts: &[&str]| Edit::SetSteps { item, steps: texts.iter().map(|&it| it.to_owned()).collect() };
    let written = |history: &History| history.draft().item(item).and_then(|item| item.words.steps.clone());
    history.apply(steps(&["Kneel"]), 0);
    history.apply(steps(&["Kneel."]), 10);
    history.apply(steps(&[]), 20);
    assert_eq!(written(&history), None);
    assert!(history.undo());
    assert_eq!(written(&history), Some(vec!["Kneel.".to_owned()]));
}

#[test]
fn two_presses_of_a_button_are_two_steps() {
    let mut history = History::new(good_draft());
    for now_ms in [0, 1] {
        history.apply(Edit::AddUse { of: "cobra".to_owned(), at: None }, now_ms);
    }
    history.undo();
    assert_eq!(history.draft().items().count(), 4);
}

#[test]
fn what_changes_nothing_is_no_step_and_keeps_what_can_be_redone() {
    let mut history = History::new(good_draft());
    history.apply(name("A"), 0);
    history.undo();
    history.apply(name("Sam's hip"), 5);
    history.apply(Edit::Remove(vec![12_345]), 6);
    assert!(!history.can_undo() && history.can_redo());
    history.apply(name("B"), 7);
    assert!(!history.can_redo());
}

#[test]
fn typing_after_an_undo_begins_a_step() {
    let mut history = History::new(good_draft());
    history.apply(name("A"), 0);
    history.apply(Edit::AddOwn { at: None }, 1);
    history.undo();
    history.apply(name("AB"), 2);
    history.undo();
    assert_eq!(history.draft().name, "A");
}

#[test]
fn undo_brings_ones_own_back_after_another_tab_has_changed_it() {
    let mut history = History::new(good_draft());
    history.apply(name("Mine"), 0);
    let theirs = Draft { name: "Theirs".to_owned(), ..good_draft() };
    history.take_over(theirs.clone());
    history.take_over(theirs);
    assert_eq!(history.draft().name, "Theirs");
    history.undo();
    assert_eq!(history.draft().name, "Mine");
    history.redo();
    assert_eq!(history.draft().name, "Theirs");
}

#[test]
fn undo_brings_theirs_after_both_have_changed_it() {
    let mut history = History::new(good_draft());
    history.apply(name("Mine"), 0);
    history.put_beneath(Draft { name: "Theirs".to_owned(), ..good_draft() });
    assert_eq!(history.draft().name, "Mine");
    history.undo();
    assert_eq!(history.draft().name, "Theirs");
    history.undo();
    assert_eq!(history.draft().name, "Sam's hip");
}
