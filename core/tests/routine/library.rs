//! The library: every exercise and routine is complete, and routines refer to it as they should.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use supple_core::{
    Avoid, Dose, Exercise, Library, Options, Phase, PhaseKind, Plan, Posture, Problem, Region, Routine, Side,
    Sides, exercise_name, routine_name,
};

fn routines() -> Vec<Routine> {
    Library::ROUTINES.map(|id| Routine::built_in(id).unwrap_or_else(|| panic!("{id} is refused"))).to_vec()
}

fn all_exercises() -> Routine {
    let document = Library::built_in().all_exercises();
    Routine::parse(&document).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// A routine of these exercises, completed from the built-in library.
fn complete(exercises: Value) -> Result<String, Vec<Problem>> {
    let document = json!({
        "format": 1, "id": "mine", "lang": "en", "name": "Mine", "safety": ["Stop if it hurts."],
        "sections": [{ "id": "all", "name": "All", "exercises": exercises }],
    });
    Library::built_in().complete(&document.to_string())
}

fn problems(exercises: Value) -> Vec<String> {
    complete(exercises).expect_err("something is wrong").iter().map(ToString::to_string).collect()
}

fn mine(exercises: Value) -> Routine {
    Routine::parse(&complete(exercises).expect("refers to what there is")).expect("is valid")
}

fn exercise<'a>(routine: &'a Routine, id: &str) -> &'a Exercise {
    routine.exercise(id).expect("is in the routine")
}

#[test]
fn every_built_in_routine_is_valid_and_has_its_own_id() {
    for (routine, id) in routines().iter().zip(Library::ROUTINES) {
        assert_eq!(routine.id, id);
        assert!(
            !routine.tagline.is_empty() && !routine.summary.is_empty() && !routine.benefits.is_empty(),
            "{id}"
        );
        let safety = routine.safety.join(" ");
        for word in ["gentle pull", "If it hurts, stop", "not medical advice"] {
            assert!(safety.contains(word), "{id}: {word}");
        }
    }
}

#[test]
fn every_exercise_of_the_library_can_be_read_and_is_used_by_its_file_name() {
    let routine = all_exercises();
    let ids: Vec<_> = routine.exercises().map(|exercise| exercise.id.as_str()).collect();
    assert_eq!(ids, Library::built_in().exercise_ids().collect::<Vec<_>>());
    assert_eq!(ids.len(), 59);
}

#[test]
fn every_new_exercise_says_all_there_is_to_know() {
    let of_hamstring: Vec<_> = Routine::hamstring().exercises().map(|exercise| exercise.id.clone()).collect();
    for exercise in all_exercises().exercises().filter(|exercise| !of_hamstring.contains(&exercise.id)) {
        let id = &exercise.id;
        let texts =
            [&exercise.name, &exercise.setup, &exercise.key, &exercise.mistake, &exercise.make_easier];
        assert!(texts.iter().all(|text| !text.is_empty()), "{id}");
        assert!((3..=5).contains(&exercise.steps.len()), "{id}");
        for step in &exercise.steps {
            assert!((4..=20).contains(&step.split_whitespace().count()), "{id}: {step}");
        }
        assert!(exercise.setup.split_whitespace().count() <= 7, "{id}: {}", exercise.setup);
        assert!(!exercise.references.is_empty() && !exercise.muscles.is_empty(), "{id}");
        if matches!(exercise.dose, Dose::Hold { .. }) && exercise.region != Some(Region::FullBody) {
            assert!(exercise.steps.join(" ").contains("old"), "{id} never says to hold");
        }
    }
}

#[test]
fn every_exercise_names_its_region_and_no_text_promises_a_cure() {
    for exercise in all_exercises().exercises() {
        assert!(exercise.region.is_some(), "{}", exercise.id);
        let told = [&exercise.summary, &exercise.key, &exercise.mistake, &exercise.steps.join(" ")]
            .map(|text| text.to_lowercase())
            .join(" ");
        for word in ["cure", "prevent", "heal", "injury-free"] {
            assert!(!told.contains(word), "{}: {word}", exercise.id);
        }
        if exercise.posture == Posture::Chair && exercise.equipment.is_empty() && exercise.needs.is_empty() {
            assert_eq!(exercise.id, "leg-swings", "needs something to hold");
        }
    }
}

#[test]
fn both_sides_get_the_same_and_the_phases_add_up_in_every_routine() {
    for routine in routines() {
        let plan = Plan::new(&routine, &Options::default());
        assert_eq!(plan.phases.iter().map(|phase| phase.duration_ms).sum::<u64>(), plan.total_ms());
        let held = |id: &str, side: Side| {
            let of_side = |phase: &&Phase| {
                plan.exercises[phase.exercise].id == id
                    && phase.side == side
                    && matches!(phase.kind, PhaseKind::Hold | PhaseKind::Move)
            };
            plan.phases.iter().filter(of_side).map(|phase| phase.duration_ms).sum::<u64>()
        };
        for exercise in
            routine.exercises().filter(|exercise| exercise.sides == Sides::Each && !exercise.partner)
        {
            let [left, right] = [Side::Left, Side::Right].map(|side| held(&exercise.id, side));
            assert_eq!(left, right, "{}: {}", routine.id, exercise.id);
            assert!(left > 0, "{}: {}", routine.id, exercise.id);
        }
    }
}

#[test]
fn every_routine_takes_as_long_as_its_name_suggests() {
    let minutes: Vec<_> = routines()
        .iter()
        .map(|routine| Plan::new(routine, &Options::default()).total_ms().div_ceil(60_000))
        .collect();
    for (id, minutes) in Library::ROUTINES.iter().zip(&minutes) {
        let range = match *id {
            "desk-break" => 4..=6,
            "full-body" => 14..=18,
            _ => 7..=12,
        };
        assert!(range.contains(minutes), "{id}: {minutes} min");
    }
}

#[test]
fn ids_of_the_library_never_change() {
    // Links and logs hold them. Add to this list; take nothing out.
    let ids: BTreeSet<_> = Library::built_in().exercise_ids().collect();
    for id in ["anchor", "cat-cow", "calm-breathing", "figure-four-chair", "jumping-jacks", "wrist-flexor"] {
        assert!(ids.contains(id), "{id}");
    }
}

#[test]
fn a_routine_may_change_what_it_uses() {
    let routine = mine(json!([
        { "use": "cobra", "seconds": 12, "repeats": 3, "name": "Gentle cobra" },
        { "use": "cat-cow" },
    ]));
    let cobra = exercise(&routine, "cobra");
    assert_eq!(cobra.name, "Gentle cobra");
    let Dose::Hold { seconds, repeats } = cobra.dose else { panic!("is a hold") };
    assert_eq!((seconds, repeats.min, repeats.max, repeats.default), (12, 1, 3, 3));
    assert_eq!(exercise(&routine, "cat-cow").dose, Dose::Move { seconds: 45 });
}

#[test]
fn it_brings_the_muscles_and_sources_that_it_names_once_each() {
    let routine = mine(json!([{ "use": "cat-cow" }, { "use": "knee-to-chest" }]));
    let muscles: Vec<_> = routine.muscles.iter().map(|muscle| muscle.id.as_str()).collect();
    assert_eq!(muscles, ["erector-spinae", "multifidus", "rectus-abdominis", "gluteus-maximus"]);
    let cited = |id| {
        let references = exercise(&routine, id).references.iter();
        references.map(|number| routine.references[number - 1].title.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(cited("cat-cow"), ["Back exercises in 15 minutes a day"]);
    assert_eq!(cited("knee-to-chest"), ["Back exercises in 15 minutes a day", "A guide to basic stretches"]);
    assert_eq!(routine.references.len(), 2);
}

#[test]
fn exercises_described_in_place_stand_beside_those_of_the_library() {
    let own = json!({
        "id": "own", "name": "My own", "dose": { "kind": "move", "seconds": 20 }, "sides": "none", "steps": ["Move."],
    });
    let routine = mine(json!([own, { "use": "cat-cow" }]));
    assert_eq!(routine.exercises().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["own", "cat-cow"]);
}

#[test]
fn a_document_that_refers_to_nothing_comes_back_as_it_was() {
    for document in ["", "{", "[]", "7", Routine::hamstring_document()] {
        assert_eq!(Library::built_in().complete(document).expect("refers to nothing"), document);
    }
}

#[test]
fn every_reference_that_leads_nowhere_is_reported_where_it_stands() {
    assert_eq!(
        problems(json!([
            { "use": "cat-cwo" },
            { "use": 7 },
            { "use": "mine" },
            { "use": "lower-back" },
            { "use": "cat-cow" },
            { "use": "cat-cow" },
        ])),
        [
            "sections[0].exercises[0].use: there is no exercise \"cat-cwo\" in the library.",
            "sections[0].exercises[1].use: should be the id of an exercise of the library, as a text.",
            "sections[0].exercises[2].use: \"mine\" is this routine itself; name one of the library's exercises.",
            "sections[0].exercises[3].use: \"lower-back\" is a routine; only exercises can be used.",
            "sections[0].exercises[5].use: \"cat-cow\" is used before. To do it again, give this one an \"id\" of its own.",
        ]
    );
}

#[test]
fn a_dose_that_no_document_may_have_is_refused_where_it_is_written() {
    for (repeats, found) in [
        (json!(0), "0"),
        (json!(21), "21"),
        (json!(-1), "-1"),
        (json!(1.5), "1.5"),
        (json!("2"), "a text"),
        (json!(null), "null"),
        (json!(1e30), "1e+30"),
    ] {
        assert_eq!(
            problems(json!([{ "use": "cobra", "repeats": repeats }])),
            [format!(
                "sections[0].exercises[0].repeats: should be a whole number from 1 to 20, but is {found}."
            )]
        );
    }
    assert_eq!(
        problems(json!([{ "use": "cat-cow", "repeats": 2 }])),
        ["sections[0].exercises[0].repeats: only a hold is repeated, and this is a move."]
    );
    for (seconds, found) in [(json!(0), "0"), (json!(3_601), "3601"), (json!("long"), "a text")] {
        assert_eq!(
            problems(json!([{ "use": "cobra", "seconds": seconds }])),
            [format!(
                "sections[0].exercises[0].seconds: should be a whole number from 1 to 3600, but is {found}."
            )]
        );
    }
}

#[test]
fn five_hundred_exercises_are_refused_in_words() {
    let many: Vec<_> = (0..500).map(|n| json!({ "use": format!("no-{n}") })).collect();
    let problems = problems(Value::from(many));
    assert_eq!(problems.len(), 101);
    assert_eq!(problems[100], "There are 400 more problems.");
}

#[test]
fn a_routine_may_choose_the_exercise_that_stands_for_it() {
    let document = |cover: Value| {
        json!({
            "format": 1, "id": "mine", "lang": "en", "name": "Mine", "safety": ["Stop if it hurts."], "cover": cover,
            "sections": [{ "id": "all", "name": "All", "exercises": [{ "use": "cobra" }, { "use": "cat-cow" }] }],
        })
    };
    let read = |cover| {
        Routine::parse(&Library::built_in().complete(&document(cover).to_string()).expect("is complete"))
    };
    let cover = |routine: Routine| routine.cover().map(|exercise| exercise.id.clone());
    assert_eq!(cover(read(json!("cat-cow")).expect("is valid")).as_deref(), Some("cat-cow"));
    assert_eq!(cover(mine(json!([{ "use": "cat-cow" }, { "use": "cobra" }]))).as_deref(), Some("cobra"));
    let refused = read(json!("bridge")).expect_err("has no bridge");
    assert_eq!(refused[0].to_string(), "cover: \"bridge\" should be an exercise of this routine.");
}

#[test]
fn logs_find_the_name_of_every_routine_and_exercise() {
    for routine in routines() {
        assert_eq!(routine_name(&routine.id), Some(routine.name.as_str()));
    }
    for exercise in all_exercises().exercises() {
        assert_eq!(exercise_name(&exercise.id), Some(exercise.name.as_str()));
    }
    assert_eq!(exercise_name("seated-one-leg"), Some("Seated stretch, one leg"));
    assert_eq!(exercise_name("side-steps"), Some("Side steps"));
    for unknown in ["", "zzz", "hamstring", "!"] {
        assert_eq!(exercise_name(unknown), None);
    }
    assert_eq!(routine_name("anchor"), None);
}

#[test]
fn the_schema_knows_the_same_names_as_the_types() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../library");
    let schema = std::fs::read_to_string(format!("{folder}/exercise.schema.json")).expect("is there");
    let schema: Value = serde_json::from_str(&schema).expect("is JSON");
    let properties = &schema["properties"];
    assert_eq!(properties["region"]["enum"], json!(Region::ALL.map(Region::name)));
    assert_eq!(properties["avoid"]["items"]["enum"], json!(Avoid::ALL.map(Avoid::name)));
    for posture in properties["posture"]["enum"].as_array().expect("is a list") {
        assert!(serde_json::from_value::<Posture>(posture.clone()).is_ok(), "{posture}");
    }
}
