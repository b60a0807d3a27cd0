//! The built-in routine holds every fact of its source.

use supple_core::{Dose, Exercise, Routine, Sides};

/// The dose as in the table of facts: kind, seconds, and least, most and default repeats.
fn dose(exercise: &Exercise) -> (&str, u32, u16, u16, u16) {
    match exercise.dose {
        Dose::Move { seconds } => ("move", seconds, 1, 1, 1),
        Dose::Breathing { seconds } => ("breathing", seconds, 1, 1, 1),
        Dose::Hold { seconds, repeats } => ("hold", seconds, repeats.min, repeats.max, repeats.default),
    }
}

#[test]
fn the_built_in_routine_holds_every_exercise_in_order_with_its_dose_and_sides() {
    let routine = Routine::hamstring();
    let table: Vec<_> = routine
        .sections
        .iter()
        .flat_map(|section| section.exercises.iter().map(move |exercise| (section, exercise)))
        .map(|(section, exercise)| {
            (section.id.as_str(), exercise.id.as_str(), dose(exercise), exercise.sides)
        })
        .collect();
    assert_eq!(
        table,
        [
            ("warm-up", "jumping-jacks", ("move", 60, 1, 1, 1), Sides::None),
            ("warm-up", "jogging-in-place", ("move", 60, 1, 1, 1), Sides::None),
            ("dynamic", "leg-lunges", ("move", 30, 1, 1, 1), Sides::Alternating),
            ("dynamic", "knee-raises", ("move", 30, 1, 1, 1), Sides::Alternating),
            ("dynamic", "leg-swings", ("move", 20, 1, 1, 1), Sides::Each),
            ("stretches", "anchor", ("hold", 20, 1, 5, 1), Sides::Each),
            ("stretches", "seated", ("hold", 20, 3, 5, 3), Sides::Together),
            ("stretches", "lying", ("hold", 20, 1, 5, 1), Sides::Each),
            ("stretches", "assisted", ("hold", 20, 1, 5, 1), Sides::Each),
        ]
    );
}

#[test]
fn the_built_in_routine_gives_time_for_each_change_of_posture_and_five_seconds_to_switch_and_to_recover() {
    let times = Routine::hamstring().times;
    assert_eq!((times.prepare_s, times.switch_s, times.recover_s), (None, 5, 5));
}

#[test]
fn every_built_in_exercise_says_in_six_words_how_to_get_into_position() {
    let routine = Routine::hamstring();
    let variations = routine.exercises().filter_map(|exercise| exercise.variation.as_ref());
    let setups = routine.exercises().map(|exercise| &exercise.setup).chain(variations.map(|it| &it.setup));
    let words: Vec<_> = setups.map(|setup| (1..=6).contains(&setup.split(' ').count())).collect();
    assert_eq!(words, [true; 10]);
}

#[test]
fn somebody_who_is_about_to_do_it_hears_how_to_stand_how_to_move_and_how_far() {
    let routine = Routine::hamstring();
    assert_eq!(
        routine.guide_to("anchor"),
        [
            "Heel on the chair, leg straight.",
            "Hinge at your hips and lean forward with a flat back.",
            "Stop when you feel a pull in the back of your thigh. Hold."
        ]
    );
    assert_eq!(routine.guide_to("seated-one-leg").len(), 3);
    assert_eq!(routine.guide_to("nothing"), Vec::<String>::new());
}

#[test]
fn without_a_setup_an_exercise_is_explained_by_all_of_its_steps() {
    let mut routine = Routine::hamstring();
    routine.sections[2].exercises[0].setup.clear();
    assert_eq!(routine.guide_to("anchor"), routine.sections[2].exercises[0].steps);
}

#[test]
fn only_the_assisted_stretch_needs_a_partner_and_the_lying_one_stands_in() {
    let routine = Routine::hamstring();
    let partnered: Vec<_> = routine.exercises().filter(|exercise| exercise.partner).collect();
    assert_eq!(partnered.iter().map(|exercise| exercise.id.as_str()).collect::<Vec<_>>(), ["assisted"]);
    assert_eq!(partnered[0].substitute.as_deref(), Some("lying"));
    let substituted = routine.exercises().filter(|exercise| exercise.substitute.is_some()).count();
    assert_eq!(substituted, 1);
}

#[test]
fn only_the_seated_stretch_has_a_variation_and_it_goes_leg_by_leg() {
    let routine = Routine::hamstring();
    let varied: Vec<_> = routine.exercises().filter(|exercise| exercise.variation.is_some()).collect();
    assert_eq!(varied.iter().map(|exercise| exercise.id.as_str()).collect::<Vec<_>>(), ["seated"]);
    let variation = varied[0].variation.as_ref().expect("just seen");
    assert_eq!((variation.id.as_str(), variation.sides), ("seated-one-leg", Sides::Each));
    let steps = variation.steps.join(" ");
    assert!(steps.contains("one leg straight") && steps.contains("Fold the other leg"), "{steps}");
}

#[test]
fn every_stretch_works_the_three_muscles_and_no_move_claims_to() {
    let routine = Routine::hamstring();
    let muscles: Vec<_> = routine.muscles.iter().map(|muscle| muscle.id.as_str()).collect();
    assert_eq!(muscles, ["semitendinosus", "semimembranosus", "biceps-femoris"]);
    for exercise in routine.exercises() {
        let is_hold = matches!(exercise.dose, Dose::Hold { .. });
        assert_eq!(exercise.muscles, if is_hold { muscles.clone() } else { vec![] }, "{}", exercise.id);
    }
}

#[test]
fn the_muscles_cite_their_own_pages_and_the_relief_of_the_back_its_source() {
    let routine = Routine::hamstring();
    let cited: Vec<_> = routine.muscles.iter().map(|muscle| muscle.references.as_slice()).collect();
    assert_eq!(cited, [&[1], &[2], &[3]]);
    let relief = routine.why.iter().find(|note| note.text.contains("Clinicians")).expect("why it works");
    assert!(relief.references.contains(&4));
}

#[test]
fn the_references_are_the_five_sources_with_their_exact_addresses() {
    let routine = Routine::hamstring();
    let references: Vec<_> = routine
        .references
        .iter()
        .map(|reference| {
            (
                reference.title.as_str(),
                reference.source.as_str(),
                reference.date.as_str(),
                reference.url.as_str(),
            )
        })
        .collect();
    assert_eq!(
        references,
        [
            (
                "Semitendinosus muscle",
                "Kenhub",
                "22 February 2022",
                "https://www.kenhub.com/en/library/anatomy/semitendinosus-muscle"
            ),
            (
                "Semimembranosus muscle",
                "Kenhub",
                "14 February 2022",
                "https://www.kenhub.com/en/library/anatomy/semimembranosus-muscle"
            ),
            (
                "Biceps femoris muscle",
                "Kenhub",
                "28 February 2022",
                "https://www.kenhub.com/en/library/anatomy/biceps-femoris-muscle"
            ),
            (
                "Hamstring stretches for back pain relief",
                "Spine One",
                "18 August 2021",
                "https://spineone.com/hamstring-stretches-for-back-pain-relief"
            ),
            (
                "Best stretches for tight hamstrings: 7 methods",
                "Medical News Today",
                "",
                "https://www.medicalnewstoday.com/articles/323703"
            ),
        ]
    );
}

#[test]
fn the_anchor_and_the_seated_stretch_name_the_key_and_the_usual_mistake() {
    let routine = Routine::hamstring();
    for id in ["anchor", "seated"] {
        let exercise = routine.exercise(id).expect("is in the routine");
        assert!(!exercise.key.is_empty() && !exercise.mistake.is_empty(), "{id}");
    }
    let anchor = routine.exercise("anchor").expect("is in the routine");
    assert!(anchor.key.contains("back nearly flat") && anchor.key.contains("head in line"), "{}", anchor.key);
    assert!(anchor.mistake.contains("on your back"), "{}", anchor.mistake);
    assert!(anchor.needs.contains("chair") && anchor.needs.contains("table"), "{}", anchor.needs);
    assert_eq!(anchor.equipment, ["a chair"]);
}

#[test]
fn the_safety_notes_name_pain_breath_bouncing_and_the_doctor() {
    let safety = Routine::hamstring().safety.join(" ");
    for word in ["gentle pull", "If it hurts, stop", "breathing", "bounce", "not medical advice", "doctor"] {
        assert!(safety.contains(word), "{word}: {safety}");
    }
}

#[test]
fn the_benefits_are_those_that_can_be_felt_and_the_whole_anatomy_is_there() {
    let routine = Routine::hamstring();
    let told = routine.benefits.join(" ").to_lowercase();
    assert!(told.contains("lower back"), "{told}");
    // What no source of the routine supports isn't promised.
    for word in ["injury", "circulation"] {
        assert!(!told.contains(word), "{word}: {told}");
    }
    for word in ["three muscles", "pelvis", "knee", "lower leg", "walk", "run"] {
        assert!(routine.anatomy.contains(word), "{word}: {}", routine.anatomy);
    }
    let why: String = routine.why.iter().map(|note| note.text.as_str()).collect();
    assert!(why.contains("pelvis") && why.contains("lower back") && why.contains("daily"), "{why}");
}

#[test]
fn a_name_is_found_for_exercises_and_variations_and_an_unknown_id_names_itself() {
    let routine = Routine::hamstring();
    assert_eq!(routine.name_of("lying"), "Lying stretch");
    assert_eq!(routine.name_of("seated-one-leg"), "Seated stretch, one leg");
    assert_eq!(routine.name_of("gone"), "gone");
}
