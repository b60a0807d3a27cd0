//! Routines in the shape of wger's.

use serde_json::{Value, json};
use supple_core::studio::Typed;
use supple_core::studio::import::{ExerciseSource, Import, ImportedExercises, LeftOut, Remark, import};

/// In the shape of `routine/<id>/structure/`.
const FILE: &str = include_str!("wger.json");

fn read(text: &str) -> ImportedExercises {
    match import(text.as_bytes()) {
        Ok(Import::Exercises(exercises)) => exercises,
        other => panic!("{other:?}"),
    }
}

fn left_out(field: &str, text: &str) -> LeftOut {
    LeftOut { field: field.to_owned(), text: text.to_owned() }
}

#[test]
fn days_become_sections_and_entries_exercises_in_their_order() {
    let imported = read(FILE);
    assert_eq!(imported.source, ExerciseSource::Wger);
    assert_eq!(
        (imported.name.as_deref(), imported.introduction.as_deref()),
        (Some("Ada's evening"), Some("For after work."))
    );
    let days: Vec<_> = imported.sections.iter().map(|day| (day.name.as_deref(), day.parts.len())).collect();
    assert_eq!(days, [(Some("Legs"), 2), (Some("Strength"), 2)]);
    assert_eq!(imported.sections[0].summary.as_deref(), Some("On the mat."));
    let items = imported.items();
    assert_eq!(items[0].name(), "Butterfly");
    assert_eq!((&items[0].seconds, &items[0].repeats), (&Some(Typed::Number(30)), &Some(Typed::Number(3))));
    assert_eq!((&items[1].seconds, &items[1].repeats), (&Some(Typed::Number(60)), &Some(Typed::Number(2))));
    assert_eq!(items[1].words.summary.as_deref(), Some("Keep the heel down"));
}

#[test]
fn what_supple_has_no_place_for_is_said() {
    let imported = read(FILE);
    let parts: Vec<_> = imported.parts().collect();
    assert_eq!(parts[0].suggestions, ["butterfly"]);
    assert!(parts[0].remarks.contains(&Remark::LeftOut(vec![left_out("progression", "30.00, 45.00")])));
    assert!(parts[0].remarks.contains(&Remark::LeftOut(vec![left_out("weight", "10.00")])));
    assert!(parts[1].remarks.contains(&Remark::LeftOut(vec![left_out("rest", "20.00")])));
    assert!(parts[1].remarks.contains(&Remark::NoName), "exercises are numbers there");
    assert_eq!(parts[1].not_understood().len(), 1);
    assert!(parts[2].remarks.contains(&Remark::Repetitions { text: "10".to_owned() }));
    assert!(parts[2].remarks.contains(&Remark::Superset));
    assert!(parts[3].remarks.contains(&Remark::Range { text: "20–30".to_owned() }));
    assert!(parts[3].remarks.contains(&Remark::NoSeconds { put_in: 30 }));
}

#[test]
fn a_sequence_of_dates_has_each_day_once() {
    let day = |id: u32, exercise: &str| {
        json!({
            "iteration": 1, "date": "2026-11-01", "label": "",
            "day": { "id": id, "name": format!("Day {id}"), "description": "" },
            "slots": [{ "comment": "", "is_superset": false, "exercises": [id], "sets": [{
                "exercise": id, "exercise_name": exercise, "sets": 2, "max_sets": null,
                "repetitions": 40, "max_repetitions": null, "repetitions_unit": 3,
                "weight": null, "rest": null, "comment": "",
            }] }],
        })
    };
    let sequence = Value::from(vec![day(1, "Butterfly"), day(2, "Cobra"), day(1, "Butterfly")]);
    let imported = read(&sequence.to_string());
    let names: Vec<_> = imported.items().iter().map(|item| item.name().to_owned()).collect();
    assert_eq!(names, ["Butterfly", "Cobra"]);
    assert_eq!(imported.items()[0].seconds, Some(Typed::Number(40)));
}
