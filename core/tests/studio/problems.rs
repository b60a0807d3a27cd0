//! What isn't right yet, at the field where it is put right.

use serde_json::json;
use supple_core::studio::{
    Draft, Edit, FieldProblem, ItemField, Place, RoutineField, SectionField, Typed, durations, problems,
};
use supple_core::{Library, Options, Plan, Routine};

use crate::generators::good_draft;

fn after(edits: impl IntoIterator<Item = Edit>) -> (Draft, Vec<FieldProblem>) {
    let mut draft = good_draft();
    for edit in edits {
        draft.apply(edit);
    }
    let found = problems(&draft);
    (draft, found)
}

fn places(found: &[FieldProblem]) -> Vec<Place> {
    found.iter().map(|problem| problem.place).collect()
}

fn first_item() -> u32 {
    good_draft().items().next().expect("has items").key
}

#[test]
fn what_is_missing_is_told_from_what_is_wrong() {
    let mut draft = good_draft();
    let added = draft.apply(Edit::AddOwn { at: None }).added;
    let [item] = added.as_slice() else { panic!("one was added") };
    let found = problems(&draft);
    let own = [ItemField::Name, ItemField::Steps(None), ItemField::Seconds];
    assert_eq!(places(&found), own.map(|field| Place::Item(*item, field)));
    assert!(found.iter().all(FieldProblem::is_missing));
    draft.apply(Edit::SetSeconds { items: vec![*item], seconds: Typed::of("0") });
    draft.apply(Edit::item_text(*item, ItemField::Name, " "));
    let of_steps = |problem: &FieldProblem| problem.place == Place::Item(*item, ItemField::Steps(None));
    assert!(problems(&draft).iter().all(|problem| problem.is_missing() == of_steps(problem)));
}

#[test]
fn each_problem_is_at_its_field() {
    let item = first_item();
    let long = "x".repeat(10_000);
    let cases = [
        (Edit::routine_text(RoutineField::Name, ""), Place::Routine(RoutineField::Name)),
        (Edit::routine_text(RoutineField::Name, long.as_str()), Place::Routine(RoutineField::Name)),
        (Edit::routine_text(RoutineField::ForWhom, " "), Place::Routine(RoutineField::ForWhom)),
        (Edit::routine_text(RoutineField::Introduction, " "), Place::Routine(RoutineField::Introduction)),
        (Edit::routine_text(RoutineField::Lang, ""), Place::Routine(RoutineField::Lang)),
        (Edit::SetDaysPerWeek(Typed::of("8")), Place::Routine(RoutineField::DaysPerWeek)),
        (Edit::SetDaysPerWeek(Typed::of("often")), Place::Routine(RoutineField::DaysPerWeek)),
        (Edit::SetSafety(Vec::new()), Place::Routine(RoutineField::Safety(None))),
        (
            Edit::SetSafety(vec!["Stop.".to_owned(), " ".to_owned()]),
            Place::Routine(RoutineField::Safety(Some(1))),
        ),
        (Edit::item_text(item, ItemField::Name, long.as_str()), Place::Item(item, ItemField::Name)),
        (Edit::item_text(item, ItemField::Key, " "), Place::Item(item, ItemField::Key)),
        (
            Edit::SetSteps { item, steps: vec!["Kneel.".to_owned(), String::new()] },
            Place::Item(item, ItemField::Steps(Some(1))),
        ),
        (
            Edit::SetSeconds { items: vec![item], seconds: Typed::of("0") },
            Place::Item(item, ItemField::Seconds),
        ),
        (
            Edit::SetSeconds { items: vec![item], seconds: Typed::of("1m") },
            Place::Item(item, ItemField::Seconds),
        ),
        // A move isn't repeated.
        (
            Edit::SetRepeats { items: vec![item], repeats: Typed::of("2") },
            Place::Item(item, ItemField::Repeats),
        ),
    ];
    for (edit, place) in cases {
        let (_, found) = after([edit.clone()]);
        assert_eq!(places(&found), [place], "{edit:?}: {found:?}");
        assert!(found[0].sentence.ends_with('.'), "{found:?}");
    }
}

#[test]
fn an_address_that_runs_a_script_is_a_problem_of_its_field() {
    for url in ["javascript:alert(1)", "data:text/html,x", " JavaScript:alert(1)"] {
        let author = Edit::routine_text(RoutineField::AuthorName, "Ada");
        let (_, found) = after([author, Edit::routine_text(RoutineField::AuthorUrl, url)]);
        assert_eq!(places(&found), [Place::Routine(RoutineField::AuthorUrl)], "{url}");
    }
}

#[test]
fn an_exercise_of_ones_own_says_what_is_missing() {
    let (draft, found) = after([Edit::AddOwn { at: None }]);
    let own = draft.items().last().expect("was added").key;
    let missing = [ItemField::Name, ItemField::Steps(None), ItemField::Seconds];
    assert_eq!(places(&found), missing.map(|field| Place::Item(own, field)));
}

#[test]
fn a_figure_and_a_kind_of_ones_own_are_right() {
    let mut draft = good_draft();
    let item = draft.apply(Edit::AddOwn { at: None }).added[0];
    for edit in [
        Edit::item_text(item, ItemField::Name, "Bear"),
        Edit::SetSteps { item, steps: vec!["Crawl.".to_owned()] },
        Edit::SetSeconds { items: vec![item], seconds: Typed::of("20") },
        Edit::SetFigure { item, figure: Some("cat-cow".to_owned()) },
    ] {
        draft.apply(edit);
    }
    assert_eq!(problems(&draft), []);
    draft.apply(Edit::SetFigure { item, figure: Some("no-such-figure".to_owned()) });
    assert_eq!(places(&problems(&draft)), [Place::Item(item, ItemField::Figure)]);
}

#[test]
fn problems_of_the_library_and_others_are_told_together_and_in_order() {
    let item = first_item();
    let (draft, found) = after([
        Edit::AddUse { of: "no-such-exercise".to_owned(), at: None },
        Edit::SetRepeats { items: vec![item], repeats: Typed::of("2") },
        Edit::item_text(item, ItemField::Name, " "),
        Edit::routine_text(RoutineField::Name, ""),
    ]);
    let unknown = draft.items().last().expect("was added").key;
    assert_eq!(
        places(&found),
        [
            Place::Routine(RoutineField::Name),
            Place::Item(item, ItemField::Name),
            Place::Item(item, ItemField::Repeats),
            Place::Item(unknown, ItemField::Whole),
        ]
    );
    assert!(found[3].sentence.contains("no-such-exercise"), "{found:?}");
}

#[test]
fn an_empty_section_and_an_empty_routine_are_problems() {
    let draft = Draft::new("new", "en", "Exercises");
    let section = draft.sections[0].key;
    assert!(places(&problems(&draft)).contains(&Place::Section(section, SectionField::Items)));
    let mut draft = draft;
    draft.apply(Edit::RemoveSection(section));
    assert!(problems(&draft).iter().any(|problem| problem.sentence.starts_with("sections: ")));
}

#[test]
fn what_no_field_shows_is_told_with_its_place() {
    let mut document = good_draft().to_document("");
    document["times"] = json!({ "prepare": -1 });
    document["sections"][0]["exercises"][0]["posture"] = json!("upside down");
    document["sections"][0]["typo"] = json!(1);
    let (draft, _) = Draft::from_document(&document.to_string()).expect("is a routine");
    let found = problems(&draft);
    let (item, section) = (draft.sections[0].items[0].key, draft.sections[0].key);
    let sentence = |place| {
        let of_place = found.iter().filter(|problem| problem.place == place);
        of_place.map(|problem| problem.sentence.as_str()).collect::<Vec<_>>().join("\n")
    };
    assert!(sentence(Place::Routine(RoutineField::Whole)).starts_with("times.prepare: "));
    assert!(sentence(Place::Item(item, ItemField::Whole)).starts_with("posture: "));
    assert!(sentence(Place::Section(section, SectionField::Whole)).starts_with("typo: "));
}

#[test]
fn the_total_is_the_plans() {
    let draft = good_draft();
    let complete =
        Library::built_in().complete(&draft.to_document("").to_string()).expect("refers to the library");
    let plan = Plan::new(&Routine::parse(&complete).expect("is a routine"), &Options::default());
    let durations = durations(&draft);
    assert_eq!(durations.total_ms, plan.total_ms());
    assert_eq!(durations.items.values().sum::<u64>(), durations.total_ms);
    assert_eq!(durations.items.len(), 3);
}

#[test]
fn the_total_is_there_while_something_is_wrong() {
    let whole = durations(&good_draft());
    let (draft, _) = after([Edit::routine_text(RoutineField::Name, "")]);
    assert_eq!(durations(&draft), whole);
    let item = first_item();
    let (draft, _) = after([Edit::item_text(item, ItemField::Name, " "), Edit::AddOwn { at: None }]);
    assert_eq!(durations(&draft), whole, "one without seconds takes no time yet");
    let own = draft.items().last().expect("was added").key;
    let mut draft = draft;
    draft.apply(Edit::SetSeconds { items: vec![own], seconds: Typed::of("30") });
    assert!(durations(&draft).total_ms >= whole.total_ms + 30_000);
    assert_eq!(durations(&Draft::new("new", "en", "Exercises")).total_ms, 0);
}
