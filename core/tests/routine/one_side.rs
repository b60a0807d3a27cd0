//! Exercises of the library where a routine wants them for one side alone: nothing tells the person to change.

use serde_json::{Value, json};
use supple_core::{Exercise, Library, Routine, Sides};

const CHANGES: [&str; 4] =
    ["Then the other leg.", "Then the other arm.", "Then the other foot.", "Then the other side."];

fn one(exercise: &Value) -> Exercise {
    let document = json!({
        "format": 1, "id": "mine", "lang": "en", "name": "Mine", "safety": ["Stop if it hurts."],
        "sections": [{ "id": "all", "name": "All", "exercises": [exercise] }],
    });
    let completed = Library::built_in().read(&document.to_string());
    let routine = completed.unwrap_or_else(|problems| panic!("{problems:#?}")).routine;
    routine.exercises().next().expect("there is one").clone()
}

fn says_to_change(exercise: &Exercise) -> bool {
    let ways = exercise.variations().flat_map(|way| &way.steps);
    exercise.steps.iter().chain(ways).any(|step| step.to_lowercase().contains("then the other"))
}

#[test]
fn nothing_says_to_change_sides_where_one_is_done() {
    let library = Routine::parse(&Library::built_in().all_exercises()).expect("is valid");
    let mut changing = 0;
    for exercise in library.exercises().filter(|exercise| exercise.sides == Sides::Each) {
        let id = &exercise.id;
        changing += usize::from(says_to_change(exercise));
        for side in ["left", "right"] {
            let on_one_side = one(&json!({ "use": id, "sides": side }));
            assert!(!says_to_change(&on_one_side), "{id}: {:?}", on_one_side.steps);
            assert_eq!(on_one_side.steps.len(), exercise.steps.len(), "{id}: the numbers of the steps stay");
        }
    }
    assert!(changing > 20, "{changing} exercises say to change sides");
}

#[test]
fn the_sentence_goes_and_the_rest_of_its_step_stays() {
    let steps = |exercise: Value| one(&exercise).steps;
    let both = steps(json!({ "use": "kneeling-hip-flexor" }));
    let left = steps(json!({ "use": "kneeling-hip-flexor", "sides": "left" }));
    assert_eq!(both[3], "Ease back. Then the other leg.");
    assert_eq!((left[3].as_str(), &left[..3]), ("Ease back.", &both[..3]));
    // Steps are left out by the numbers that they have where both sides are done.
    let short = json!({ "use": "kneeling-hip-flexor", "sides": "right", "leave-out-steps": [3] });
    assert_eq!(steps(short), [left[0].as_str(), &left[1], &left[3]]);
    // Sides that are said as they are anyway change nothing, and what an author writes stays.
    assert_eq!(steps(json!({ "use": "kneeling-hip-flexor", "sides": "each" })), both);
    assert_eq!(steps(json!({ "use": "kneeling-hip-flexor", "sides": "left", "steps": both })), both);
}

#[test]
fn each_sentence_that_says_to_change_sides_ends_one_step_of_its_exercise() {
    let library = Library::built_in();
    for id in library.exercise_ids() {
        let exercise = library.exercise(id).expect("is there");
        let steps: Vec<&str> =
            exercise["steps"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let Some(switch) = exercise.get("switch") else {
            assert!(!steps.iter().any(|step| CHANGES.iter().any(|it| step.contains(it))), "{id}");
            continue;
        };
        let switch = switch.as_str().expect("is a text");
        let with_it: Vec<_> = steps.iter().filter(|step| step.ends_with(switch)).collect();
        assert_eq!((with_it.len(), &exercise["sides"]), (1, &json!("each")), "{id}");
        assert!(with_it[0].len() > switch.len() + 5, "{id}: without it, the step would be empty");
        let written = library.step_without_switch(id, with_it[0]);
        assert_eq!(format!("{written} {switch}"), *with_it[0], "{id}");
    }
}
