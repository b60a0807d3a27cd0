//! Everything that can be wrong with a document.

use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

use serde_json::{Value, json};
use supple_core::{Problem, Routine, SideName};

use crate::generators::{self, path, pointers};

/// The built-in document without figures, which are checked elsewhere.
fn document() -> Value {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(without_figures);
    DOCUMENT.clone()
}

fn without_figures() -> Value {
    let mut document = generators::document();
    let root = document.as_object_mut().expect("is an object");
    root.remove("bodies");
    root.remove("anatomy-picture");
    for section in document["sections"].as_array_mut().expect("is a list") {
        for exercise in section["exercises"].as_array_mut().expect("is a list") {
            let exercise = exercise.as_object_mut().expect("is an object");
            exercise.remove("figure");
            for other in ["variation", "easier"] {
                if let Some(other) = exercise.get_mut(other).and_then(Value::as_object_mut) {
                    other.remove("figure");
                }
            }
        }
    }
    document
}

/// Everything that is wrong with a document.
fn found(document: &str) -> Vec<Problem> {
    Routine::parse(document).err().unwrap_or_default()
}

/// All problems, one a line.
fn problems(document: &str) -> String {
    let lines: String = found(document).iter().map(|problem| format!("{problem}\n")).collect();
    match Routine::parse(document) {
        Ok(routine) => format!("A routine with {} exercises.\n{lines}", routine.exercises().count()),
        Err(_) => lines,
    }
}

/// The paths of all problems after a change to the built-in document.
fn paths_after(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut document = document();
    change(&mut document);
    found(&document.to_string()).into_iter().map(|problem| problem.path).collect()
}

fn set(pointer: &str, value: Value) -> Vec<String> {
    paths_after(|document| *document.pointer_mut(pointer).expect("is in the document") = value)
}

/// Parses each `routines/<name>.json` and compares its problems with `<name>.txt`. To update these, run
/// `UPDATE_EXPECT=1 cargo test -p supple-core --test routine`, then review what changed.
#[test]
fn every_problem_of_a_faulty_document_is_reported_at_once() {
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
    let problems = Routine::parse(include_str!("../routines/fifteen-errors.json")).expect_err("has errors");
    assert_eq!(problems.len(), 15);
}

#[test]
fn each_part_of_the_wrong_kind_is_reported_at_its_own_path_and_only_there() {
    for pointer in pointers(&document()) {
        let paths = set(&pointer, Value::Null);
        assert!(paths.contains(&path(&pointer)), "{pointer}: {paths:?}");
        // Whatever refers to the partner, the muscles or the references is then wrong, too.
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
        "posture",
        "setup",
        "prepare",
        "key",
        "mistake",
        "variation",
        "easier",
        "equipment",
        "muscles",
        "references",
        "date",
        "repeats",
        "side-name",
        "region",
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
            let problems = found(&document.to_string());
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
    for document in [format!("{}{padding}", Routine::hamstring_document()), "x".repeat(5_000_000)] {
        let said = problems(&document);
        assert!(said.starts_with("The routine has 50") && said.ends_with(" KB; at most 1000 KB are read.\n"));
    }
}

#[test]
fn a_document_of_the_largest_size_is_read_and_one_byte_more_is_refused() {
    let padding = " ".repeat(1_000_000 - Routine::hamstring_document().len());
    let largest = format!("{}{padding}", Routine::hamstring_document());
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
    let document =
        Routine::hamstring_document().replace("\"benefits\": [", &format!("\"benefits\": [{items}"));
    let found = Routine::parse(&document).expect_err("are too many");
    assert_eq!(found[0].path, "benefits");
    assert_eq!(found[0].message, "should have 0 to 20 items, but has 300002.");
    assert!(found.len() <= 21, "{}", found.len());
}

#[test]
fn seconds_that_make_no_dose_are_refused() {
    for seconds in [json!(0), json!(-1), json!(1.5), json!(20.5), json!(3_601), json!(u64::MAX), json!(1e300)]
    {
        let paths = set("/sections/0/exercises/0/dose/seconds", seconds.clone());
        assert_eq!(paths, ["sections[0].exercises[0].dose.seconds"], "{seconds}");
    }
    for seconds in [1, 3_600] {
        assert_eq!(set("/sections/0/exercises/0/dose/seconds", json!(seconds)), [""; 0]);
    }
}

#[test]
fn sides_are_called_what_the_author_says_or_just_sides() {
    let named = |change: fn(&mut Value)| {
        let mut document = document();
        change(&mut document);
        Routine::parse(&document.to_string()).expect("is valid")
    };
    assert_eq!(Routine::hamstring().side_name(), SideName::Leg);
    let unsaid = named(|document| {
        let exercises = document["sections"].as_array_mut().into_iter().flatten();
        let exercises =
            exercises.flat_map(|section| section["exercises"].as_array_mut().into_iter().flatten());
        let parts: Vec<&mut Value> = exercises.collect();
        for part in parts {
            drop(part.as_object_mut().map(|it| it.remove("side-name")));
        }
        drop(document.as_object_mut().map(|it| it.remove("side-name")));
    });
    assert_eq!((unsaid.side_name(), unsaid.side_name_of("anchor")), (SideName::Side, SideName::Side));
    let mixed = named(|document| {
        let seated = &mut document["sections"][2]["exercises"][1];
        seated["side-name"] = json!("arm");
        seated["variation"]["sides"] = json!("each");
    });
    assert_eq!(mixed.side_name_of("anchor"), SideName::Leg);
    assert_eq!(mixed.side_name_of("seated"), SideName::Arm);
    let variation = mixed.exercise("seated").and_then(|seated| seated.variation.as_ref());
    assert_eq!(variation.map(|variation| variation.side_name), Some(SideName::Arm));
    assert_eq!(mixed.side_name(), SideName::Side, "nothing is common to arms and legs but that");
    assert_eq!(set("/side-name", json!("foot")), ["side-name"]);
}

#[test]
fn a_whole_number_may_be_written_with_a_point_or_an_exponent() {
    let written = Routine::hamstring_document().replacen("\"seconds\": 20", "\"seconds\": 20.0", 1);
    let written = written.replacen("\"seconds\": 20,", "\"seconds\": 2e1,", 1);
    let written = written.replacen("\"format\": 1", "\"format\": 1.0", 1);
    assert_ne!(written, Routine::hamstring_document());
    assert_eq!(Routine::parse(&written), Ok(Routine::hamstring()));
    assert_eq!(set("/sections/0/exercises/0/dose/seconds", json!(20.5)).len(), 1);
}

#[test]
fn schemas_comments_and_a_byte_order_mark_are_ignored_everywhere() {
    let mut document = document();
    for pointer in pointers(&document).iter().filter(|pointer| !pointer.contains("figure")) {
        if let Some(object) = document.pointer_mut(pointer).and_then(Value::as_object_mut) {
            object.insert("_comment".to_owned(), json!(["ask Anna", 7]));
            object.insert("$comment".to_owned(), Value::Null);
        }
    }
    document["$schema"] = json!("https://example.org/routine.schema.json");
    let document = format!("\u{feff}{document}");
    assert!(document.matches("_comment").count() > 20);
    assert_eq!(Routine::parse(&document), Ok(Routine::hamstring()));
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
    let document =
        Routine::hamstring_document().replace("Hamstring routine", html).replace("Anchor stretch", html);
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
fn a_deeply_nested_document_is_refused_without_a_panic() {
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
fn the_last_of_two_fields_with_the_same_name_counts() {
    let document =
        Routine::hamstring_document().replacen("\"lang\": \"en\"", "\"lang\": \"en\", \"lang\": \"de\"", 1);
    assert_eq!(Routine::parse(&document).expect("JSON allows it").lang, "de");
}
