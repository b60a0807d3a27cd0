//! Every field of every figure: broken, missing or unknown, it is reported at its own path.

use std::sync::LazyLock;

use serde_json::{Value, json};
use supple_core::Routine;
use supple_figures::{draw, drawings, muscles, problems};

/// The built-in document with a few figures that have one of everything. It is changed thousands of times, so
/// it is kept small.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    let without_figure = [
        "/sections/0/exercises/0",
        "/sections/0/exercises/1",
        "/sections/1/exercises/0",
        "/sections/1/exercises/1",
        "/sections/1/exercises/2",
        "/sections/2/exercises/1",
        "/sections/2/exercises/1/variation",
        "/sections/2/exercises/2",
    ];
    for pointer in without_figure {
        let exercise = document.pointer_mut(pointer).and_then(Value::as_object_mut).expect("is an exercise");
        exercise.remove("figure").expect("has a figure");
    }
    let figure = document.pointer_mut("/sections/2/exercises/0/figure").expect("is a figure");
    figure["lights"] =
        json!([{ "muscle": "calf", "of": "both" }, { "muscle": "glute", "of": "far" }, "belly"]);
    figure["poses"][0]["lengths"] = json!({ "back": [1, 0.9], "far-arm": [0.9, 0.9, 1] });
    figure["poses"][0]["head"] = json!(2);
    figure["poses"][0]["breath"] = json!(0.5);
    figure["above"] = json!(10);
    figure["arrows"] = json!([{ "from": [8, 99], "to": [45, 82], "bend": 5, "both-ways": true }]);
    figure["strap"] = json!({ "from": "near-hand", "to": "far-foot" });
    for list in ["/anatomy-picture/shapes", "/anatomy-picture/muscles", "/anatomy-picture/muscles/0/shapes"] {
        document.pointer_mut(list).and_then(Value::as_array_mut).expect("is a list").truncate(1);
    }
    document
});

/// JSON pointers to all values in the figures and in the picture of the muscles.
fn pointers() -> Vec<String> {
    let mut all = Vec::new();
    let parts = ["/sections/2/exercises/0/figure", "/sections/2/exercises/3/figure", "/anatomy-picture"];
    for part in parts {
        collect(DOCUMENT.pointer(part).expect("is in the document"), part, &mut all);
    }
    assert!(all.len() > 200, "only {} values were found", all.len());
    all
}

fn collect(value: &Value, pointer: &str, all: &mut Vec<String>) {
    all.push(pointer.to_owned());
    if let Some(items) = value.as_array() {
        for (n, item) in items.iter().enumerate() {
            collect(item, &format!("{pointer}/{n}"), all);
        }
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        collect(field, &format!("{pointer}/{name}"), all);
    }
}

/// A JSON pointer as the path in a problem.
fn path(pointer: &str) -> String {
    let mut path = String::new();
    for part in pointer.split('/').skip(1) {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            path += &format!("[{part}]");
        } else {
            path += if path.is_empty() { "" } else { "." };
            path += part;
        }
    }
    path
}

/// The paths of all problems after a change to the document.
fn paths_after(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut document = DOCUMENT.clone();
    change(&mut document);
    problems(&document.to_string()).into_iter().map(|problem| problem.path).collect()
}

#[test]
fn the_document_has_no_problems() {
    assert_eq!(paths_after(|_| {}), [""; 0]);
}

#[test]
fn a_value_of_the_wrong_kind_is_reported_at_its_own_path_and_only_there() {
    for pointer in pointers() {
        let paths = paths_after(|document| *document.pointer_mut(&pointer).expect("is there") = Value::Null);
        assert_eq!(paths, [path(&pointer)]);
    }
}

#[test]
fn a_missing_field_is_reported_at_its_own_path_unless_it_is_optional() {
    let optional = [
        "figure",
        "anatomy-picture",
        "mistake",
        "partner",
        "view",
        "props",
        "stretches",
        "lights",
        "of",
        "strap",
        "repeats",
        "at",
        "lift",
        "rest",
        "still",
        "on",
        "near-heel",
        "far-heel",
        "near-hand",
        "far-hand",
        "lengths",
        "head",
        "breath",
        "above",
        "arrows",
        "bend",
        "both-ways",
    ];
    for pointer in pointers() {
        let (parent, name) = pointer.rsplit_once('/').expect("begins with a slash");
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let paths = paths_after(|document| {
            let parent = document.pointer_mut(parent).and_then(Value::as_object_mut).expect("is an object");
            parent.remove(name);
        });
        if optional.contains(&name) || parent.ends_with("lengths") {
            // Without support or a fixed heel, something else may not fit.
            assert!(!paths.contains(&path(&pointer)), "{pointer}: {paths:?}");
        } else {
            assert_eq!(paths, [path(&pointer)]);
        }
    }
}

#[test]
fn an_unknown_field_is_reported_in_every_object() {
    for pointer in pointers() {
        let mut document = DOCUMENT.clone();
        let Some(object) = document.pointer_mut(&pointer).and_then(Value::as_object_mut) else { continue };
        object.insert("typo".to_owned(), json!(1));
        let problems = problems(&document.to_string());
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].path, path(&format!("{pointer}/typo")));
        assert_eq!(problems[0].message, "is not a field that is known here.");
    }
}

#[test]
fn all_problems_of_a_figure_are_reported_at_once() {
    let paths = paths_after(|document| {
        let figure = document.pointer_mut("/sections/2/exercises/0/figure").expect("is there");
        figure["step"] = json!("fast");
        figure["poses"][0]["neck"] = json!(400);
        figure["poses"][1]["back"] = json!([0]);
        figure["props"][0]["kind"] = json!("trampoline");
    });
    let figure = "sections[2].exercises[0].figure";
    let expected = ["step", "props[0].kind", "poses[0].neck", "poses[1].back"];
    assert_eq!(paths, expected.map(|field| format!("{figure}.{field}")));
}

#[test]
fn more_than_a_hundred_problems_are_cut_short_and_the_rest_counted() {
    let mut document = DOCUMENT.clone();
    let figure = document.pointer_mut("/sections/2/exercises/0/figure").expect("is there");
    for n in 0..150 {
        figure[format!("typo-{n}")] = json!(1);
    }
    let problems = problems(&document.to_string());
    assert_eq!(problems.len(), 101);
    assert_eq!(problems[100].to_string(), "There are 50 more problems.");
}

#[test]
fn a_deeply_nested_document_brings_nothing_down() {
    for depth in [127, 128, 1_000, 400_000] {
        let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let figure = format!(r#"{{"sections":[{{"exercises":[{{"figure":{nested}}}]}}]}}"#);
        for document in ["[".repeat(depth), nested.clone(), format!(r#"{{"a":{nested}}}"#), figure] {
            assert_eq!(draw(&document).0, None);
            assert_eq!(drawings(&document), []);
            assert_eq!(muscles(&document), None);
        }
    }
}
