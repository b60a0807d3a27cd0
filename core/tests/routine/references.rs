//! Documents of other authors that refer to the library, and what they say beside the reference.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use supple_core::{Authorship, Completed, Dose, Exercise, Library, Problem, Repeats, Routine, Sides};

use crate::generators::{cases, mutated};

/// The library as a page has it: read from a file.
static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::from_json(&Library::built_in().to_json()).expect("was just written"));

fn document(exercises: Value) -> Value {
    json!({
        "format": 1, "id": "mine", "lang": "en", "name": "Mine", "safety": ["Stop if it hurts."],
        "sections": [{ "id": "all", "name": "All", "exercises": exercises }],
    })
}

fn read(exercises: Value) -> Result<Completed, Vec<Problem>> {
    LIBRARY.read(&document(exercises).to_string())
}

fn routine(exercises: Value) -> Routine {
    read(exercises).unwrap_or_else(|problems| panic!("{problems:#?}")).routine
}

fn one(exercise: Value) -> Exercise {
    routine(json!([exercise])).exercises().next().expect("there is one").clone()
}

fn problems(exercises: Value) -> Vec<String> {
    let problems = read(exercises).err().unwrap_or_default();
    problems.iter().map(|problem| problem.to_string().replace("sections[0].exercises", "")).collect()
}

fn of_library(id: &str) -> Exercise {
    one(json!({ "use": id }))
}

#[test]
fn a_library_read_from_a_file_is_the_built_in_one() {
    assert_eq!(&*LIBRARY, Library::built_in());
    for wrong in ["", "[]", "{}", "{\"exercises\":{}}", "<html>"] {
        assert!(Library::from_json(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_built_in_routines_are_read_from_what_was_written() {
    for id in Library::ROUTINES {
        let read = LIBRARY.read(Library::written(id).expect("is built in")).expect("is valid");
        assert_eq!(Some(read.routine), Routine::built_in(id), "{id}");
    }
}

#[test]
fn the_example_of_the_documentation_is_a_routine() {
    let guide = include_str!("../../../docs/ROUTINES.md");
    let example =
        guide.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("is there");
    let routine = LIBRARY.read(example).unwrap_or_else(|problems| panic!("{problems:#?}")).routine;
    assert_eq!(routine.exercises().count(), 5);
    let authorship = Authorship::of(example);
    assert!(authorship.author.is_some() && authorship.edited_ms().is_some());
    assert_eq!(authorship.days_per_week, Some(3));
}

#[test]
fn an_exercise_may_stand_in_a_routine_twice() {
    let routine = routine(json!([
        { "use": "cobra", "seconds": 20 },
        { "use": "cobra", "id": "cobra-2", "seconds": 40 },
        { "use": "cobra", "id": "cobra-3" },
    ]));
    let seconds = routine.exercises().map(|exercise| (exercise.id.as_str(), exercise.dose.seconds()));
    let Dose::Hold { seconds: usual, .. } = of_library("cobra").dose else { panic!("is held") };
    assert_eq!(seconds.collect::<Vec<_>>(), [("cobra", 20), ("cobra-2", 40), ("cobra-3", usual)]);
    assert_eq!(
        problems(json!([{ "use": "cobra" }, { "use": "cobra", "id": "cobra" }])),
        ["[1].id: \"cobra\" is used before; each exercise and each variation needs an id of its own."]
    );
    assert_eq!(
        problems(json!([{ "use": "cobra", "id": "Cobra 2" }])),
        ["[0].id: should be 1 to 40 lower-case letters, digits and hyphens, such as \"leg-swings\"."]
    );
}

#[test]
fn other_ways_of_doing_it_are_named_after_it() {
    let routine = routine(json!([
        { "use": "seated" }, { "use": "seated", "id": "seated-2" },
        { "use": "leg-lunges", "id": "lunges" },
    ]));
    let ways = |id: &str| {
        let exercise = routine.exercise(id).expect("is there");
        exercise.variations().map(|way| way.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ways("seated"), ["seated-one-leg"]);
    assert_eq!(ways("seated-2"), ["seated-2-variation"]);
    assert_eq!(ways("lunges"), ["lunges-easier"]);
    assert_eq!(
        problems(json!([{ "use": "seated", "id": "x".repeat(31) }])),
        ["[0].id: should have at most 30 characters, since other ways of doing it are named after it."]
    );
    assert_eq!(problems(json!([{ "use": "cobra", "id": "x".repeat(40) }])), [""; 0]);
}

#[test]
fn steps_are_left_out_by_their_numbers() {
    let all = of_library("cat-cow");
    let some = one(json!({ "use": "cat-cow", "leave-out-steps": [2, 4, 2] }));
    assert_eq!(some.steps, [all.steps[0].clone(), all.steps[2].clone()]);
    assert_eq!(some.setup, all.setup);
    assert_eq!(one(json!({ "use": "cat-cow", "leave-out-steps": [] })), all);
    // The setup is the first step in a few words.
    let without_first = one(json!({ "use": "cat-cow", "leave-out-steps": [1] }));
    assert_eq!((without_first.setup.as_str(), without_first.steps.len()), ("", 3));
    let routine = routine(json!([{ "use": "cat-cow", "leave-out-steps": [1] }]));
    assert_eq!(routine.guide_to("cat-cow"), all.steps[1..]);
}

#[test]
fn steps_of_the_authors_own_are_what_the_person_reads() {
    let steps = json!(["Sit on the bed.", "Lift your foot.", "Hold it there.", "Lower it."]);
    let guide = |exercise: Value| routine(json!([exercise])).guide_to("calf-wall");
    let own = one(json!({ "use": "calf-wall", "steps": steps }));
    assert_eq!((own.setup.as_str(), json!(own.steps)), ("", steps.clone()));
    assert_eq!(json!(guide(json!({ "use": "calf-wall", "steps": steps }))), steps);
    // A setup beside them is the author's as well.
    let with_setup = json!({ "use": "calf-wall", "setup": "Sit down.", "steps": steps });
    assert_eq!(guide(with_setup), ["Sit down.", "Lift your foot.", "Hold it there."]);
}

#[test]
fn steps_that_are_not_there_and_all_of_them_cannot_be_left_out() {
    let left_out = |numbers: Value| problems(json!([{ "use": "cat-cow", "leave-out-steps": numbers }]));
    assert_eq!(left_out(json!([1, 2, 3, 4])), ["[0].leave-out-steps: should leave at least one step."]);
    let range = "should be a whole number from 1 to 4, but is";
    assert_eq!(
        left_out(json!([0, 5, "1"])),
        [
            format!("[0].leave-out-steps[0]: {range} 0."),
            format!("[0].leave-out-steps[1]: {range} 5."),
            format!("[0].leave-out-steps[2]: {range} a text."),
        ]
    );
    assert_eq!(left_out(json!(2)), ["[0].leave-out-steps: should be a list, but is a number."]);
    assert_eq!(
        problems(json!([{ "use": "cat-cow", "leave-out-steps": [1], "steps": ["Move."] }])),
        ["[0].leave-out-steps: only makes sense where the steps are the library's, and here are \"steps\"."]
    );
}

#[test]
fn repeats_beyond_the_range_of_the_library_widen_it() {
    let repeats = |repeats: u16| one(json!({ "use": "cobra", "repeats": repeats })).dose;
    let of = |min, max, default| Repeats { min, max, default };
    let Dose::Hold { seconds, repeats: usual } = of_library("cobra").dose else { panic!("is held") };
    assert_eq!((usual.min, usual.max), (1, 3));
    assert_eq!(repeats(2), Dose::Hold { seconds, repeats: of(1, 3, 2) });
    assert_eq!(repeats(20), Dose::Hold { seconds, repeats: of(1, 20, 20) });
    // The library wants at least three of it.
    let Dose::Hold { repeats, .. } = one(json!({ "use": "seated", "repeats": 1 })).dose else {
        panic!("is held")
    };
    assert_eq!(repeats, of(1, 5, 1));
}

#[test]
fn an_exercise_may_be_for_one_side_and_so_are_its_other_ways() {
    let exercise = one(json!({ "use": "seated", "sides": "left" }));
    let way = exercise.variation.expect("has another way");
    assert_eq!((exercise.sides, way.sides), (Sides::Left, Sides::Left));
    // What isn't for each side in turn stays what it is.
    let exercise = one(json!({ "use": "leg-lunges", "sides": "right" }));
    let way = exercise.easier.expect("has another way");
    assert_eq!((exercise.sides, way.sides), (Sides::Right, Sides::Alternating));
    let both = routine(json!([
        { "use": "anchor", "sides": "left", "repeats": 3 },
        { "use": "anchor", "id": "anchor-right", "sides": "right", "repeats": 1 },
    ]));
    assert_eq!(both.exercises().map(|it| it.sides).collect::<Vec<_>>(), [Sides::Left, Sides::Right]);
}

#[test]
fn what_is_wrong_beside_a_reference_is_said_with_everything_else() {
    assert_eq!(
        problems(json!([
            { "use": "cat-cow", "seconds": 0, "key": 7, "note": "?" },
            { "use": "cat-cwo", "seconds": 0 },
            { "use": "cobra", "name": "", "sides": "up", "dose": 3, "repeats": 2 },
            { "id": "own", "name": "My own" },
        ])),
        [
            "[0].seconds: should be a whole number from 1 to 3600, but is 0.",
            "[1].use: there is no exercise \"cat-cwo\" in the library.",
            "[0].key: should be a text, but is a number.",
            "[0].note: is not a field that is known here.",
            "[2].dose: should be an object, but is a number.",
            "[2].name: should not be empty.",
            "[2].sides: should be \"none\", \"together\", \"alternating\", \"each\", \"left\" or \"right\".",
            "[3].dose: is missing.",
            "[3].sides: is missing.",
            "[3].steps: is missing.",
        ]
    );
}

#[test]
fn a_document_may_begin_with_a_mark_and_fail_to_be_json() {
    let marked = format!("\u{feff}{}", document(json!([{ "use": "cobra" }])));
    assert!(LIBRARY.read(&marked).is_ok());
    assert!(LIBRARY.complete(&marked).is_ok_and(|complete| complete.contains("steps")));
    for text in ["", " ", "{", "[]", "7", "<html>", "null"] {
        let said = LIBRARY.read(text).expect_err("is no routine");
        assert_eq!(Some(said), Routine::parse(text).err(), "{text}");
    }
}

#[test]
fn a_reference_that_nobody_completed_is_a_field_that_is_not_known() {
    let refused = Routine::parse(&document(json!([{ "use": "cobra" }])).to_string()).expect_err("is unknown");
    assert_eq!(refused[0].to_string(), "sections[0].exercises[0].use: is not a field that is known here.");
}

#[test]
fn an_exercise_of_ones_own_has_the_figure_of_another() {
    let own = |figure: Value| {
        json!({
            "id": "own", "name": "My own", "dose": { "kind": "move", "seconds": 20 }, "sides": "none",
            "steps": ["Move."], "figure": figure,
        })
    };
    let completed = read(json!([own(json!("cat-cow"))])).expect("has a figure");
    let document: Value = serde_json::from_str(&completed.document).expect("is JSON");
    let figure = &document["sections"][0]["exercises"][0]["figure"];
    assert_eq!(figure, &LIBRARY.exercise("cat-cow").expect("is there")["figure"]);
    assert_eq!(
        problems(json!([own(json!("cat-cwo")), own(json!("arch-stretch"))])).get(..2),
        Some(
            [
                "[0].figure: there is no figure of an exercise \"cat-cwo\" in the library.".to_owned(),
                "[1].figure: there is no figure of an exercise \"arch-stretch\" in the library.".to_owned(),
            ]
            .as_slice()
        )
    );
    // A figure of one's own, beside a reference or not, stays what it is.
    let completed = read(json!([{ "use": "cobra", "figure": { "poses": [] } }])).expect("is complete");
    assert!(completed.document.contains(r#""figure":{"poses":[]}"#));
}

#[test]
fn it_is_known_whether_reading_takes_a_library() {
    let needs = |exercises: Value| Library::is_needed_for(&document(exercises).to_string());
    assert!(needs(json!([{ "id": "own" }, { "use": "cobra" }])));
    assert!(needs(json!([{ "id": "own", "figure": "cobra" }])));
    assert!(needs(json!([{ "id": "own", "easier": { "figure": "cobra" } }])));
    assert!(!needs(json!([{ "id": "own", "name": "\"use\"", "figure": {} }])));
    for document in ["", "[]", "{\"sections\":{}}", "{\"sections\":[7]}", Routine::hamstring_document()] {
        assert!(!Library::is_needed_for(document));
    }
}

#[test]
fn a_substitute_that_the_library_chose_is_none_where_the_routine_does_not_have_it() {
    let substitute = |exercises: Value| {
        let substitute = routine(exercises).exercise("assisted").expect("is there").substitute.clone();
        substitute.unwrap_or_default()
    };
    assert_eq!(substitute(json!([{ "use": "assisted" }, { "use": "lying" }])), "lying");
    assert_eq!(substitute(json!([{ "use": "assisted" }])), "");
    assert_eq!(
        problems(json!([{ "use": "assisted", "substitute": "lying" }])),
        ["[0].substitute: \"lying\" should be another exercise of this routine, without a partner."]
    );
}

#[test]
fn references_of_the_author_replace_those_of_the_library_and_keep_their_numbers() {
    let mut document = document(json!([{ "use": "cat-cow", "references": [1] }, { "use": "knee-to-chest" }]));
    document["references"] =
        json!([{ "title": "My book", "source": "Me", "url": "https://example.org/book" }]);
    let routine = LIBRARY.read(&document.to_string()).expect("is valid").routine;
    assert_eq!(routine.references[0].title, "My book");
    assert_eq!(routine.exercise("cat-cow").expect("is there").references, [1]);
    assert!(!routine.exercise("knee-to-chest").expect("is there").references.contains(&1));
}

#[test]
fn a_long_routine_is_read_though_its_completed_document_is_larger_than_any_that_is() {
    let section = |n: usize| {
        let exercises = (0..40).map(|e| json!({ "use": "cat-cow", "id": format!("cat-cow-{n}-{e}") }));
        json!({ "id": format!("s{n}"), "name": "Part", "exercises": exercises.collect::<Vec<_>>() })
    };
    let mut document = document(json!([]));
    document["sections"] = (0..20).map(section).collect();
    let completed = LIBRARY.read(&document.to_string()).expect("is valid");
    assert!(completed.document.len() > 1_000_000);
    assert_eq!(completed.routine.exercises().count(), 800);
}

#[test]
fn five_hundred_references_that_lead_nowhere_are_one_problem_each() {
    let many: Vec<_> = (0..30).map(|n| json!({ "use": format!("no-{n}") })).collect();
    assert_eq!(problems(Value::from(many)).len(), 30);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn nothing_makes_completing_panic_and_every_problem_is_a_sentence(
        document in mutated(document(json!([
            { "use": "seated", "id": "one", "seconds": 20, "repeats": 4, "sides": "each", "leave-out-steps": [2] },
            { "id": "own", "name": "Own", "dose": { "kind": "hold", "seconds": 5 }, "sides": "each", "steps": ["Hold."],
              "figure": "cat-cow", "easier": { "id": "own-easier", "name": "Easier", "label": "Easier", "sides": "none",
              "steps": ["Sit."], "figure": "cobra" } },
        ])))
    ) {
        let text = document.to_string();
        let _ = LIBRARY.complete(&text);
        match LIBRARY.read(&text) {
            Ok(completed) => {
                prop_assert_eq!(Routine::parse(&completed.document).ok(), Some(completed.routine));
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(problem.message.ends_with('.'), "{}", problem);
                    prop_assert!(problem.message.len() < 500, "{}", problem);
                }
            }
        }
    }

    #[test]
    fn any_steps_but_all_can_be_left_out_of_any_exercise(
        id in select(Library::built_in().exercise_ids().collect::<Vec<_>>()),
        kept in prop::collection::vec(any::<bool>(), 20),
    ) {
        let all = of_library(id).steps;
        let left_out: Vec<usize> = (1..=all.len()).filter(|number| !kept[number - 1]).collect();
        let document = json!([{ "use": id, "leave-out-steps": left_out }]);
        if left_out.len() == all.len() {
            prop_assert_eq!(problems(document), ["[0].leave-out-steps: should leave at least one step."]);
        } else {
            let expected: Vec<_> = all.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(step, _)| step).collect();
            prop_assert_eq!(one(document[0].clone()).steps, expected);
        }
    }

    #[test]
    fn any_repeats_from_1_to_20_are_a_valid_range(
        id in select(Library::built_in().exercise_ids().collect::<Vec<_>>()),
        wanted in 1..=20_u16,
    ) {
        let document = json!([{ "use": id, "repeats": wanted }]);
        if let Dose::Hold { .. } = of_library(id).dose {
            let Dose::Hold { repeats, .. } = one(document[0].clone()).dose else { panic!("is held") };
            prop_assert_eq!(repeats.default, wanted);
            prop_assert!(repeats.min <= wanted && wanted <= repeats.max);
        } else {
            prop_assert_eq!(problems(document), ["[0].repeats: only a hold is repeated, and this is a move."]);
        }
    }
}
