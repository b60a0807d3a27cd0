//! Exercises in the shape of free-exercise-db.

use supple_core::Sides;
use supple_core::studio::import::{ExerciseSource, Import, ImportedExercises, Remark, import};
use supple_core::studio::{Draft, Edit, RoutineField, Typed, problems};

/// In the shape of theirs, in our words.
const FILE: &str = include_str!("free-exercise-db.json");

fn read(text: &str) -> ImportedExercises {
    match import(text.as_bytes()) {
        Ok(Import::Exercises(exercises)) => exercises,
        other => panic!("{other:?}"),
    }
}

/// What a person still has to write before it is a routine.
fn draft_of(imported: &ImportedExercises) -> Draft {
    let mut draft = Draft::new("imported", "en", "Exercises");
    draft.apply(Edit::routine_text(RoutineField::Name, "Imported"));
    draft.apply(Edit::SetSafety(vec!["If it hurts, stop.".to_owned()]));
    draft.apply(imported.edit("Exercises"));
    draft
}

#[test]
fn a_list_becomes_exercises_of_ones_own_without_problems() {
    let imported = read(FILE);
    assert_eq!(imported.source, ExerciseSource::FreeExerciseDb);
    let items = imported.items();
    assert_eq!(items.len(), 4);
    assert_eq!(items[0].name(), "Doorframe Chest Opener");
    assert_eq!(items[0].steps().len(), 3);
    assert_eq!(items[0].sides, Some(Sides::None));
    assert_eq!(items[1].sides, Some(Sides::Each));
    assert_eq!(items[0].seconds, Some(Typed::Number(30)));
    assert_eq!(problems(&draft_of(&imported)), []);
}

#[test]
fn what_was_put_in_and_what_was_left_out_is_said() {
    let imported = read(FILE);
    let parts: Vec<_> = imported.parts().collect();
    assert!(parts[0].remarks.contains(&Remark::SidesNotSaid));
    assert!(parts[0].remarks.contains(&Remark::NoSeconds { put_in: 30 }));
    assert!(parts[1].remarks.contains(&Remark::SidesFromWords));
    let Some(Remark::LeftOut(left_out)) = parts[0].remarks.last() else { panic!("says nothing") };
    let fields: Vec<_> = left_out.iter().map(|left_out| left_out.field.as_str()).collect();
    assert_eq!(fields, ["category", "force", "images", "level", "secondaryMuscles"]);
    assert_eq!(parts[3].suggestions, ["childs-pose"], "the very name is suggested, too");
}

#[test]
fn a_single_exercise_is_read_as_well() {
    let list: Vec<serde_json::Value> = serde_json::from_str(FILE).expect("is JSON");
    assert_eq!(read(&list[2].to_string()).items().len(), 1);
    let mixed = format!("[{}, 7, {{\"name\": 3}}]", list[0]);
    let imported = read(&mixed);
    assert_eq!((imported.parts().count(), imported.items().len()), (3, 1));
    assert_eq!(imported.parts().nth(1).map(|part| part.not_understood().len()), Some(1));
}

#[test]
fn more_exercises_than_a_section_takes_are_several() {
    let list: Vec<serde_json::Value> = serde_json::from_str(FILE).expect("is JSON");
    let many: Vec<_> = list.iter().cycle().take(100).collect();
    let draft = draft_of(&read(&serde_json::to_string(&many).expect("is JSON")));
    let names: Vec<_> =
        draft.sections.iter().map(|section| (section.name.as_str(), section.items.len())).collect();
    assert_eq!(names, [("Exercises", 40), ("Exercises 2", 40), ("Exercises 3", 20)]);
    assert_eq!(problems(&draft), []);
}

#[test]
fn more_steps_than_an_exercise_takes_are_put_together_and_that_is_said() {
    let steps: Vec<String> = (1..=25).map(|n| format!("Step {n}.")).collect();
    let exercise = serde_json::json!({ "name": "Long", "instructions": steps });
    let imported = read(&exercise.to_string());
    let part = imported.parts().next().expect("is there");
    assert!(part.remarks.contains(&Remark::StepsJoined { steps: 25 }));
    let steps = part.item.as_ref().expect("is there").steps();
    assert_eq!((steps.len(), steps[19]), (20, "Step 20. Step 21. Step 22. Step 23. Step 24. Step 25."));
}
