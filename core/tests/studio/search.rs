//! The search of the library: what people type, and what it has to find.

use supple_core::Exercise;
use supple_core::studio::{SoughtWords, library_exercises};

fn found(typed: &str) -> Vec<&'static str> {
    let words = SoughtWords::of(typed);
    library_exercises()
        .filter(|exercise| words.fit(exercise, ""))
        .map(|exercise| exercise.id.as_str())
        .collect()
}

#[test]
fn an_exercise_is_found_by_what_people_call_it_or_what_it_stretches() {
    for (typed, wanted) in [
        ("hip flexor", "kneeling-hip-flexor"),
        ("Hip-Flexors", "standing-hip-flexor"),
        ("psoas", "kneeling-hip-flexor"),
        ("iliopsoas", "standing-hip-flexor"),
        ("piriformis", "figure-four-lying"),
        ("glute", "figure-four-chair"),
        ("glutes", "bridge"),
        ("gluteal", "figure-four-lying"),
        ("buttock", "figure-four-chair"),
        ("quad", "prone-quad"),
        ("quads", "standing-quad"),
        ("quadriceps", "standing-quad"),
        ("figure-four", "figure-four-lying"),
        ("figure four", "figure-four-chair"),
        ("pigeon", "figure-four-lying"),
        ("cat-cow", "cat-cow"),
        ("cat cow", "seated-cat-cow"),
        ("hams", "hamstring-strap"),
        ("hamstrings", "chair-hamstring"),
        ("pec", "doorway-chest"),
        ("pecs", "clasped-hands-chest"),
        ("chest", "doorway-chest"),
        ("lats", "standing-side-bend"),
        ("trap", "neck-side-bend"),
        ("upper trapezius", "neck-side-bend"),
        ("calf", "towel-calf"),
        ("calves", "calf-wall"),
        ("gastrocnemius", "calf-wall"),
        ("soleus", "soleus-wall"),
        ("achilles", "calf-wall"),
        ("IT band", "kneeling-hip-flexor"),
        ("plantar fasciitis", "arch-stretch"),
        ("wrist flexor", "wrist-flexor"),
        ("wrist extensors", "wrist-extensor"),
        ("groin", "butterfly"),
        ("QL", "knee-rolls"),
        ("thoracic", "seated-twist"),
        ("childs pose", "childs-pose"),
        ("child’s pose", "childs-pose"),
        ("  seated,  TWIST!", "seated-twist"),
    ] {
        assert!(found(typed).contains(&wanted), "{typed}: {:?}", found(typed));
    }
}

#[test]
fn every_exercise_is_found_by_its_own_name_however_it_is_typed() {
    for Exercise { id, name, .. } in library_exercises() {
        for typed in [
            name.clone(),
            name.replace(' ', "-"),
            name.to_uppercase(),
            name.replace(' ', "-").to_uppercase(),
            name.replace('\'', ""),
            id.replace('-', " "),
        ] {
            assert!(found(&typed).contains(&id.as_str()), "{typed}");
        }
    }
}

#[test]
fn each_word_has_to_be_found_and_nothing_finds_everything() {
    assert_eq!(found("cow seated CAT"), ["seated-cat-cow"]);
    assert_eq!(found("no such thing"), [""; 0]);
    assert_eq!(found("piriformis wrist"), [""; 0]);
    for nothing in ["", "  ", " - ", "…"] {
        assert_eq!(found(nothing).len(), library_exercises().count(), "{nothing:?}");
    }
    let words = SoughtWords::of("cat, back");
    let shown = |exercise: &&Exercise| exercise.id == "cat-cow" && words.fit(exercise, "Lower back");
    assert_eq!(library_exercises().filter(shown).count(), 1);
}
