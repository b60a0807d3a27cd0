//! Reading a routine's document: the built-in one, and all that can be wrong with others.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

mod generators;

use std::path::Path;
use std::{env, fs};

use generators::{cases, document, json, mutated_document, options, path, pointers};
use proptest::prelude::*;
use serde_json::{Value, json};
use supple_core::{Dose, Exercise, Plan, Problem, Routine, Sides};

/// The dose as the table of the facts has it: kind, seconds, and least, most and default repeats.
fn dose(exercise: &Exercise) -> (&str, u32, u16, u16, u16) {
    match exercise.dose {
        Dose::Move { seconds } => ("move", seconds, 1, 1, 1),
        Dose::Hold { seconds, repeats } => ("hold", seconds, repeats.min, repeats.max, repeats.default),
    }
}

/// All problems, a line each.
fn problems(document: &str) -> String {
    match Routine::parse(document) {
        Ok(routine) => format!("A routine with {} exercises.\n", routine.exercises().count()),
        Err(problems) => problems.iter().map(|problem| format!("{problem}\n")).collect(),
    }
}

/// The paths of all problems after a change to the built-in document.
fn paths_after(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut document = document();
    change(&mut document);
    let problems = Routine::parse(&document.to_string()).err().unwrap_or_default();
    problems.into_iter().map(|problem| problem.path).collect()
}

fn set(pointer: &str, value: Value) -> Vec<String> {
    paths_after(|document| *document.pointer_mut(pointer).expect("is in the document") = value)
}

// The built-in routine.

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
fn the_built_in_routine_gives_ten_seconds_to_prepare_and_five_to_switch_and_to_recover() {
    let times = Routine::hamstring().times;
    assert_eq!((times.prepare_s, times.switch_s, times.recover_s), (10, 5, 5));
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
}

#[test]
fn the_safety_notes_name_pain_breath_bouncing_and_the_doctor() {
    let safety = Routine::hamstring().safety.join(" ");
    for word in ["Slight discomfort", "Pain means stop", "Breathe", "bounce", "not medical advice", "doctor"]
    {
        assert!(safety.contains(word), "{word}: {safety}");
    }
}

#[test]
fn the_benefits_and_the_anatomy_are_all_told() {
    let routine = Routine::hamstring();
    let told = routine.benefits.join(" ").to_lowercase();
    for word in ["injury", "circulation", "posture", "lower back"] {
        assert!(told.contains(word), "{word}: {told}");
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

// What can be wrong.

/// Each `routines/<name>.json` is read, and what is said about it compared to `<name>.txt`. To write these anew:
/// `UPDATE_EXPECT=1 cargo test -p supple-core --test routine`, then look at what changed.
#[test]
fn every_faulty_document_is_answered_with_all_of_its_problems_at_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/routines");
    let update = env::var_os("UPDATE_EXPECT").is_some();
    let mut seen = 0;
    for file in fs::read_dir(&folder).expect("the folder is there") {
        let file = file.expect("can be listed").path();
        if file.extension().is_some_and(|extension| extension == "json") {
            seen += 1;
            let said = problems(&fs::read_to_string(&file).expect("can be read"));
            let expected = file.with_extension("txt");
            if update {
                fs::write(&expected, &said).expect("can be written");
            }
            let expected = fs::read_to_string(&expected).unwrap_or_default();
            assert_eq!(said, expected, "{}", file.display());
        }
    }
    assert!(seen >= 15, "only {seen} documents were found");
}

#[test]
fn fifteen_errors_are_fifteen_problems() {
    let problems = Routine::parse(include_str!("routines/fifteen-errors.json")).expect_err("has errors");
    assert_eq!(problems.len(), 15);
}

#[test]
fn each_part_of_the_wrong_kind_is_reported_at_its_own_path_and_only_there() {
    for pointer in pointers(&document()) {
        let paths = set(&pointer, Value::Null);
        assert!(paths.contains(&path(&pointer)), "{pointer}: {paths:?}");
        // Without the partner, the list of muscles or that of references, what relies on them is wrong too.
        let is_relied_on =
            ["/muscles", "/references"].contains(&pointer.as_str()) || pointer.ends_with("partner");
        assert!(paths.len() == 1 || is_relied_on, "{pointer}: {paths:?}");
    }
}

#[test]
fn each_part_that_is_missing_is_reported_at_its_own_path_unless_it_may_be_absent() {
    let may_be_absent = [
        "tagline",
        "summary",
        "times",
        "why",
        "anatomy",
        "benefits",
        "needs",
        "key",
        "mistake",
        "variation",
        "muscles",
        "references",
        "date",
        "repeats",
        "substitute",
        "partner",
    ];
    for pointer in pointers(&document()) {
        let Some((parent, name)) = pointer.rsplit_once('/') else { continue };
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let paths = paths_after(|document| {
            let parent = document.pointer_mut(parent).and_then(Value::as_object_mut).expect("is an object");
            parent.remove(name);
        });
        if may_be_absent.contains(&name) {
            assert!(!paths.contains(&path(&pointer)), "{pointer}: {paths:?}");
        } else {
            assert_eq!(paths, [path(&pointer)]);
        }
    }
}

#[test]
fn a_field_that_nobody_knows_is_reported_in_every_object() {
    for pointer in pointers(&document()) {
        let mut document = document();
        if let Some(map) = document.pointer_mut(&pointer).and_then(Value::as_object_mut) {
            map.insert("typo".to_owned(), json!(1));
            let problems = Routine::parse(&document.to_string()).expect_err("is not known");
            assert_eq!(problems.len(), 1);
            assert_eq!(problems[0].path, path(&format!("{pointer}/typo")));
            assert_eq!(problems[0].message, "is not a field that is known here.");
        }
    }
}

#[test]
fn an_empty_document_says_so() {
    for document in ["", " ", "\n\t \r\n"] {
        assert_eq!(problems(document), "The routine is empty.\n");
    }
}

#[test]
fn a_document_of_five_megabytes_is_refused_for_its_size() {
    let padding = " ".repeat(5_000_000);
    for document in [format!("{}{padding}", Routine::HAMSTRING), "x".repeat(5_000_000)] {
        let said = problems(&document);
        assert!(said.starts_with("The routine has 50") && said.ends_with(" KB; at most 1000 KB are read.\n"));
    }
}

#[test]
fn a_document_of_just_the_largest_size_is_read_and_one_byte_more_is_not() {
    let padding = " ".repeat(1_000_000 - Routine::HAMSTRING.len());
    let largest = format!("{}{padding}", Routine::HAMSTRING);
    assert_eq!(problems(&largest), "A routine with 9 exercises.\n");
    assert_eq!(problems(&format!("{largest} ")), "The routine has 1001 KB; at most 1000 KB are read.\n");
}

#[test]
fn a_million_repeats_are_one_problem_at_the_number_itself() {
    let path = "sections[2].exercises[0].dose.repeats.max";
    assert_eq!(set("/sections/2/exercises/0/dose/repeats/max", json!(1_000_000)), [path]);
}

#[test]
fn a_million_items_of_a_list_are_one_problem() {
    let items = "0,".repeat(300_000);
    let document = Routine::HAMSTRING.replace("\"benefits\": [", &format!("\"benefits\": [{items}"));
    let found = Routine::parse(&document).expect_err("are too many");
    assert_eq!(found[0].path, "benefits");
    assert_eq!(found[0].message, "should have 0 to 20 items, but has 300004.");
    assert!(found.len() <= 21, "{}", found.len());
}

#[test]
fn seconds_that_make_no_dose_are_refused() {
    for seconds in [json!(0), json!(-1), json!(1.5), json!(20.0), json!(3_601), json!(u64::MAX), json!(1e300)]
    {
        let paths = set("/sections/0/exercises/0/dose/seconds", seconds.clone());
        assert_eq!(paths, ["sections[0].exercises[0].dose.seconds"], "{seconds}");
    }
    for seconds in [1, 3_600] {
        assert_eq!(set("/sections/0/exercises/0/dose/seconds", json!(seconds)), [""; 0]);
    }
}

#[test]
fn repeats_stay_within_1_to_20_and_in_order() {
    let repeats = |repeats: Value| set("/sections/2/exercises/1/dose/repeats", repeats);
    let at = "sections[2].exercises[1].dose.repeats";
    assert_eq!(repeats(json!({ "min": 1, "max": 20, "default": 20 })), [""; 0]);
    assert_eq!(repeats(json!({ "min": 0, "max": 5, "default": 3 })), [format!("{at}.min")]);
    assert_eq!(repeats(json!({ "min": 3, "max": 21, "default": 3 })), [format!("{at}.max")]);
    assert_eq!(repeats(json!({ "min": 4, "max": 5, "default": 3 })), [at]);
    assert_eq!(repeats(json!({ "min": 3, "max": 4, "default": 5 })), [at]);
}

#[test]
fn html_stays_the_text_it_is() {
    let html = "<img src=x onerror=alert(1)> & <script>alert('1')</script>";
    let document = Routine::HAMSTRING.replace("Hamstring routine", html).replace("Anchor stretch", html);
    let routine = Routine::parse(&document).expect("texts may hold anything");
    assert_eq!(routine.name, html);
    assert_eq!(routine.exercise("anchor").map(|exercise| exercise.name.as_str()), Some(html));
}

#[test]
fn no_link_becomes_anything_but_a_web_address() {
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " https://example.org",
        "\u{1}javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//example.org",
        "/path",
        "https:example.org",
        "https://",
        "https://example.org/a b",
        "https://example.org/\nx",
    ] {
        assert_eq!(set("/references/0/url", json!(url)), ["references[0].url"], "{url:?}");
    }
    assert_eq!(set("/references/0/url", json!("http://example.org/ä?b=c#d")), [""; 0]);
}

#[test]
fn a_text_may_have_2000_characters_of_any_alphabet_and_no_more() {
    assert_eq!(set("/anatomy", json!("ö".repeat(2_000))), [""; 0]);
    assert_eq!(set("/anatomy", json!("ö".repeat(2_001))), ["anatomy"]);
}

#[test]
fn ids_are_short_and_plain() {
    for id in ["", " ", "Anchor", "a b", "a:b", "ä", &"a".repeat(41)] {
        assert_eq!(set("/id", json!(id)), ["id"], "{id:?}");
    }
    assert_eq!(set("/id", json!("a".repeat(40))), [""; 0]);
}

#[test]
fn a_deeply_nested_document_is_refused_and_brings_nothing_down() {
    for depth in [127, 128, 1_000, 400_000] {
        assert!(Routine::parse(&"[".repeat(depth)).is_err());
        let document = format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
        assert!(Routine::parse(&document).is_err());
        let document = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Routine::parse(&document).is_err());
    }
}

#[test]
fn more_than_a_hundred_problems_are_cut_short_and_the_rest_counted() {
    let mut document = document();
    for i in 0..150 {
        document[format!("typo-{i}")] = json!(1);
    }
    let problems = Routine::parse(&document.to_string()).expect_err("has typos");
    assert_eq!(problems.len(), 101);
    assert_eq!(problems[100].to_string(), "There are 50 more problems.");
}

#[test]
fn a_problem_quotes_little_of_what_the_author_wrote() {
    let long = "x".repeat(100_000);
    let mut document = document();
    document["id"] = json!(long);
    document[long.as_str()] = json!(1);
    document["sections"][0]["id"] = json!(long);
    document["sections"][1]["id"] = json!(long);
    document["sections"][0]["exercises"][0]["muscles"] = json!([long]);
    document["sections"][2]["exercises"][3]["substitute"] = json!(long);
    for Problem { path, message } in Routine::parse(&document.to_string()).expect_err("has problems") {
        assert!(path.len() < 100 && message.len() < 200, "{path}: {message}");
    }
}

#[test]
fn of_a_field_that_is_there_twice_the_last_one_counts() {
    let document = Routine::HAMSTRING.replacen("\"lang\": \"en\"", "\"lang\": \"en\", \"lang\": \"de\"", 1);
    assert_eq!(Routine::parse(&document).expect("JSON allows it").lang, "de");
}

// Whatever comes.

/// A routine with a usable plan, or at least one problem that says something.
fn holds_up(document: &str, options: &supple_core::Options) -> Result<(), TestCaseError> {
    match Routine::parse(document) {
        Ok(routine) => {
            let plan = Plan::new(&routine, options);
            let sum: u64 = plan.phases.iter().map(|phase| phase.duration_ms).sum();
            prop_assert_eq!(plan.total_ms(), sum);
            for exercise in routine.exercises() {
                prop_assert!(Plan::card(&routine, options, exercise).total_ms() > 0);
            }
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(problem.message.ends_with('.'), "{}", problem);
                prop_assert!(problem.message.trim().len() > 10, "{}", problem);
                prop_assert!(problem.message.len() < 500, "{}", problem);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn no_text_brings_the_reader_down(document: String, options in options()) {
        holds_up(&document, &options)?;
    }

    #[test]
    fn no_json_brings_the_reader_down(document in json(), options in options()) {
        holds_up(&document.to_string(), &options)?;
    }

    #[test]
    fn no_cut_through_the_built_in_document_brings_the_reader_down(end in 0..9_000_usize, options in options()) {
        let end = (0..=end).rev().find(|end| Routine::HAMSTRING.is_char_boundary(*end)).unwrap_or(0);
        prop_assert!(Routine::parse(&Routine::HAMSTRING[..end]).is_err());
        holds_up(&Routine::HAMSTRING[..end], &options)?;
    }

    #[test]
    fn a_changed_built_in_document_is_a_routine_or_has_problems(document in mutated_document(), options in options()) {
        holds_up(&document.to_string(), &options)?;
    }

    #[test]
    fn every_problem_points_into_the_document(document in mutated_document()) {
        let known: Vec<_> = pointers(&document).iter().map(|pointer| path(pointer)).collect();
        for problem in Routine::parse(&document.to_string()).err().unwrap_or_default() {
            let within = problem.path.rsplit_once('.').map_or("", |(parent, _)| parent);
            let there = if problem.message == "is missing." { within } else { problem.path.as_str() };
            let is_odd = problem.message.starts_with("is not a field");
            prop_assert!(is_odd || known.iter().any(|known| known == there), "{}", problem);
        }
    }
}
