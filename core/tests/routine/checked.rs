//! The checked form of a routine: the widget reads what was written, and nothing else.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use supple_core::{
    Avoid, Dose, Exercise, Muscle, Note, Posture, Reference, Region, Repeats, Routine, Section, SideName,
    Sides, Times, Variation,
};

use crate::generators::{cases, json, mutated, mutated_document, pointers};

/// Any text, and an empty one often enough.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 3 => any::<String>()]
}

fn sides() -> impl Strategy<Value = Sides> {
    select(vec![Sides::None, Sides::Together, Sides::Alternating, Sides::Each, Sides::Left, Sides::Right])
}

fn dose() -> impl Strategy<Value = Dose> {
    let hold = any::<(u32, u16, u16, u16)>().prop_map(|(seconds, min, max, default)| Dose::Hold {
        seconds,
        repeats: Repeats { min, max, default },
    });
    prop_oneof![
        any::<u32>().prop_map(|seconds| Dose::Move { seconds }),
        any::<u32>().prop_map(|seconds| Dose::Breathing { seconds }),
        hold,
    ]
}

fn variation() -> impl Strategy<Value = Variation> {
    (text(), text(), text(), sides(), text(), vec(text(), 0..3), text()).prop_map(
        |(id, name, label, sides, setup, steps, key)| Variation {
            id,
            name,
            label,
            sides,
            side_name: SideName::Arm,
            setup,
            steps,
            key,
        },
    )
}

fn exercise() -> impl Strategy<Value = Exercise> {
    let texts = (text(), text(), text(), text(), text(), text(), text());
    let parts = (dose(), sides(), vec(text(), 0..3), any::<bool>(), option::of(text()));
    let variations = (option::of(variation()), option::of(variation()));
    let region = option::of(select(Region::ALL.to_vec()));
    let citations = vec(any::<u32>().prop_map(|number| number as usize), 0..3);
    let advice = (region, text(), text(), text(), vec(select(Avoid::ALL.to_vec()), 0..3), citations);
    (texts, parts, variations, vec(text(), 0..3), vec(text(), 0..3), advice).prop_map(
        |(
            (id, name, summary, needs, setup, key, mistake),
            parts,
            (variation, easier),
            equipment,
            muscles,
            advice,
        )| {
            let (dose, sides, steps, partner, substitute) = parts;
            let (region, make_easier, make_harder, caution, avoid, references) = advice;
            Exercise {
                id,
                name,
                summary,
                needs,
                equipment,
                posture: Posture::Lying,
                dose,
                sides,
                side_name: SideName::Leg,
                setup,
                steps,
                key,
                mistake,
                partner,
                substitute,
                variation,
                easier,
                region,
                make_easier,
                make_harder,
                caution,
                avoid,
                muscles,
                references,
            }
        },
    )
}

fn section() -> impl Strategy<Value = Section> {
    (text(), text(), text(), vec(exercise(), 0..3)).prop_map(|(id, name, summary, exercises)| Section {
        id,
        name,
        summary,
        exercises,
    })
}

/// Any routine, whether or not an author could write it.
fn routine() -> impl Strategy<Value = Routine> {
    let citations = || vec(any::<u32>().prop_map(|number| number as usize), 0..3);
    let times = any::<(Option<u32>, u32, u32)>().prop_map(|(prepare_s, switch_s, recover_s)| Times {
        prepare_s,
        switch_s,
        recover_s,
    });
    let note = (text(), citations()).prop_map(|(text, references)| Note { text, references });
    let muscle = (text(), text(), text(), citations()).prop_map(|(id, name, text, references)| Muscle {
        id,
        name,
        text,
        references,
    });
    let reference = (text(), text(), text(), text()).prop_map(|(title, source, date, url)| Reference {
        title,
        source,
        date,
        url,
    });
    let texts = (text(), text(), text(), text(), text(), text(), option::of(text()));
    let lists = (vec(note, 0..3), vec(muscle, 0..3), vec(text(), 0..3), vec(text(), 0..3));
    (texts, times, vec(section(), 0..3), lists, vec(reference, 0..3)).prop_map(
        |((id, lang, name, tagline, summary, anatomy, chosen_cover), times, sections, lists, references)| {
            let (why, muscles, benefits, safety) = lists;
            Routine {
                id,
                lang,
                name,
                tagline,
                summary,
                chosen_cover,
                times,
                sections,
                why,
                anatomy,
                muscles,
                benefits,
                safety,
                references,
            }
        },
    )
}

/// The built-in routine in its checked form.
fn built_in() -> String {
    Routine::hamstring().to_checked()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_routine_is_read_as_it_was_written(routine in routine()) {
        prop_assert_eq!(Routine::from_checked(&routine.to_checked()).ok(), Some(routine));
    }

    #[test]
    fn whatever_an_author_wrote_is_read_as_it_was_checked(document in mutated_document()) {
        if let Ok(routine) = Routine::parse(&document.to_string()) {
            prop_assert_eq!(Routine::from_checked(&routine.to_checked()).ok(), Some(routine));
        }
    }

    #[test]
    fn no_text_is_mistaken_for_a_routine(text: String, tree in json()) {
        prop_assert!(Routine::from_checked(&text).is_err());
        prop_assert!(Routine::from_checked(&tree.to_string()).is_err());
    }

    #[test]
    fn what_was_garbled_is_refused_or_a_routine(
        document in mutated(serde_json::from_str(&built_in()).expect("is JSON"))
    ) {
        if let Ok(routine) = Routine::from_checked(&document.to_string()) {
            prop_assert_eq!(Routine::from_checked(&routine.to_checked()).ok(), Some(routine));
        }
    }
}

#[test]
fn the_built_in_routine_is_read_as_it_was_written() {
    let routine = Routine::hamstring();
    // What there is to lose: the test says nothing of a routine that lacks it.
    let exercises = || routine.exercises();
    assert!(exercises().any(|exercise| exercise.partner && exercise.substitute.is_some()));
    assert!(exercises().any(|exercise| exercise.variation.is_some()));
    assert!(exercises().any(|exercise| !exercise.muscles.is_empty()));
    assert!(routine.why.iter().any(|note| !note.references.is_empty()));
    assert_eq!(Routine::from_checked(&routine.to_checked()).expect("was written by us"), routine);
}

#[test]
fn what_is_absent_takes_no_room() {
    let json = built_in();
    for nothing in [r#":"""#, ":[]", ":null", ":false", "figure"] {
        assert!(!json.contains(nothing), "{nothing}");
    }
}

#[test]
fn a_document_as_authors_write_it_is_refused() {
    assert!(Routine::from_checked(Routine::hamstring_document()).is_err());
    for document in ["", " ", "null", "[]", "{}", "<!doctype html>"] {
        assert!(Routine::from_checked(document).is_err(), "{document}");
    }
}

#[test]
fn a_routine_cut_short_is_refused() {
    let json = built_in();
    for end in (0..json.len()).filter(|end| json.is_char_boundary(*end)) {
        assert!(Routine::from_checked(&json[..end]).is_err(), "{end}");
    }
}

#[test]
fn each_part_of_another_kind_is_refused() {
    let document: Value = serde_json::from_str(&built_in()).expect("is JSON");
    for pointer in pointers(&document) {
        let mut garbled = document.clone();
        *garbled.pointer_mut(&pointer).expect("is in the document") = json!(1.5);
        assert!(Routine::from_checked(&garbled.to_string()).is_err(), "{pointer}");
    }
}

#[test]
fn a_field_that_nobody_knows_is_refused_in_every_object() {
    let document: Value = serde_json::from_str(&built_in()).expect("is JSON");
    for pointer in pointers(&document) {
        let mut garbled = document.clone();
        if let Some(object) = garbled.pointer_mut(&pointer).and_then(Value::as_object_mut) {
            object.insert("of-another-version".to_owned(), json!(1));
            assert!(Routine::from_checked(&garbled.to_string()).is_err(), "{pointer}");
        }
    }
}
