//! Muscles that light up: which, where and how strongly.

use serde_json::{Value, json};
use supple_figures::{Drawing, Shape, View, draw, drawings, problems};

/// A standing pose with some fields replaced or added.
fn pose(more: &Value) -> Value {
    let [limb, straight] = [json!([0, 0, 0]), json!([0, 0])];
    let mut pose = json!({ "pelvis": 0, "back": straight, "neck": 0, "near-leg": limb, "far-leg": limb,
                           "near-arm": limb, "far-arm": limb });
    for (name, value) in more.as_object().expect("is an object") {
        pose[name] = value.clone();
    }
    pose
}

/// The document of a figure that stands and then moves into a pose.
fn document(view: &str, lights: &Value, held: &Value) -> String {
    let figure = json!({ "text": "A body.", "view": view, "step": 500, "lights": lights,
                         "poses": [pose(&json!({})), pose(held)] });
    json!({ "sections": [{ "exercises": [{ "id": "one", "figure": figure }] }] }).to_string()
}

/// The problems, as lines without the path of the figure.
fn problems_of(view: &str, lights: &Value) -> Vec<String> {
    let found = problems(&document(view, lights, &json!({})));
    let lines = found.iter().map(ToString::to_string);
    lines.map(|line| line.replace("sections[0].exercises[0].figure", "")).collect()
}

fn drawing(view: &str, lights: &Value, held: &Value) -> Drawing {
    let document = document(view, lights, held);
    assert_eq!(problems(&document), [], "{lights}");
    drawings(&document).remove(0).1
}

fn muscles(drawing: &Drawing, ms: u32) -> Vec<Shape> {
    drawing.shapes(ms).into_iter().filter(|shape| shape.class.ends_with("muscle")).collect()
}

/// For each muscle a pose that stretches it, by the view.
fn stretched() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("side", "hamstring", json!({ "near-leg": [60, 0, 0] })),
        ("side", "calf", json!({ "near-leg": [0, 0, 20], "on": "far-foot" })),
        ("side", "low-calf", json!({ "near-leg": [30, 40, 20], "on": "far-foot" })),
        ("side", "quad", json!({ "near-leg": [0, 140, 0] })),
        ("side", "hip-flexor", json!({ "near-leg": [-30, 0, 0], "on": "far-foot" })),
        ("side", "glute", json!({ "near-leg": [120, 120, 0] })),
        ("side", "outer-hip", json!({ "near-leg": [120, 120, 0] })),
        ("side", "low-back", json!({ "back": [40, 10] })),
        ("side", "upper-back", json!({ "back": [0, 30], "near-arm": [90, 0, 0], "far-arm": [90, 0, 0] })),
        ("side", "belly", json!({ "back": [-20, -20] })),
        ("side", "chest", json!({ "near-arm": [-50, 0, 0], "far-arm": [-50, 0, 0] })),
        ("side", "shoulder-back", json!({ "near-arm": [90, 0, 0] })),
        ("side", "triceps", json!({ "near-arm": [170, 120, 0] })),
        ("side", "forearm-inside", json!({ "near-arm": [90, 0, -75] })),
        ("side", "forearm-outside", json!({ "near-arm": [0, 0, 75] })),
        ("side", "neck-back", json!({ "neck": 45 })),
        ("side", "sole", json!({ "near-leg": [30, 40, 20], "on": "far-foot" })),
        ("front", "inner-thigh", json!({ "near-leg": [35, 0, 0] })),
        ("front", "outer-hip", json!({ "near-leg": [-20, 0, 0] })),
        ("front", "glute", json!({ "near-leg": [60, 140, 0] })),
        ("front", "side-waist", json!({ "back": [15, 15] })),
        ("front", "neck-side", json!({ "neck": 30 })),
        ("front", "chest", json!({ "near-arm": [90, 0, 0], "far-arm": [90, 0, 0] })),
        ("front", "shoulder-back", json!({ "near-arm": [-60, 0, 0] })),
        ("front", "triceps", json!({ "near-arm": [170, 120, 0] })),
    ]
}

/// From the side palm and back of a hand look the same but for the thumb.
#[test]
fn a_palm_that_is_turned_up_shows_its_thumb() {
    let parts = |name: &str, held: &Value| {
        let drawing = drawing("side", &json!([name]), held);
        drawing.shapes(drawing.still_ms).iter().filter(|shape| shape.class == "near").count()
    };
    let bent_back = json!({ "near-arm": [90, 0, -75] });
    assert_eq!(parts("forearm-inside", &bent_back), parts("forearm-outside", &bent_back) + 1);
    let bent_forward = parts("forearm-inside", &json!({ "near-arm": [90, 0, 75] }));
    assert_eq!(bent_forward, parts("forearm-outside", &bent_back));
}

#[test]
fn each_muscle_is_dark_at_rest_and_lit_where_it_is_stretched() {
    for (view, name, held) in stretched() {
        let drawing = drawing(view, &json!([name]), &held);
        let tensions = |ms: u32| -> Vec<_> {
            muscles(&drawing, ms).into_iter().map(|muscle| muscle.tension.expect("is of a muscle")).collect()
        };
        let halves = if (view, name) == ("front", "chest") { 2 } else { 1 };
        assert_eq!(tensions(0), vec![0.0; halves], "{view} {name}");
        assert_eq!(tensions(drawing.still_ms), vec![1.0; halves], "{view} {name}");
        let between = tensions(250);
        assert!(between.iter().all(|tension| (0.2..0.8).contains(tension)), "{view} {name}: {between:?}");
    }
}

#[test]
fn a_muscle_lies_within_the_body() {
    for (view, name, held) in stretched() {
        let lit = drawing(view, &json!([name]), &held);
        let dark = drawing(view, &json!([]), &held);
        // The frame is made for the body alone, and the muscle is in it.
        assert_eq!(lit.frame, dark.frame, "{view} {name}");
        let [left, top, width, height] = lit.frame;
        for muscle in muscles(&lit, lit.still_ms) {
            let start = muscle.path.trim_start_matches('M').split('q').next().expect("has a start");
            let at: Vec<i32> = start
                .replace('-', " -")
                .split_whitespace()
                .map(|number| number.parse().expect("is a number"))
                .collect();
            let margin = 40;
            assert!((left + margin..left + width - margin).contains(&at[0]), "{view} {name}: {at:?}");
            assert!((top + margin..top + height - margin).contains(&at[1]), "{view} {name}: {at:?}");
        }
    }
}

#[test]
fn a_muscle_lights_up_near_far_or_on_both_sides() {
    let classes = |light: Value| -> Vec<String> {
        let drawing = drawing("side", &json!([light]), &json!({ "near-leg": [60, 0, 0] }));
        muscles(&drawing, 500).into_iter().map(|muscle| muscle.class).collect()
    };
    assert_eq!(classes(json!("hamstring")), ["near muscle"]);
    assert_eq!(classes(json!({ "muscle": "hamstring" })), ["near muscle"]);
    assert_eq!(classes(json!({ "muscle": "hamstring", "of": "near" })), ["near muscle"]);
    assert_eq!(classes(json!({ "muscle": "hamstring", "of": "far" })), ["far muscle"]);
    assert_eq!(classes(json!({ "muscle": "hamstring", "of": "both" })), ["far muscle", "near muscle"]);
    assert_eq!(classes(json!("belly")), ["muscle"]);
}

#[test]
fn both_sides_have_tensions_of_their_own() {
    let lights = json!([{ "muscle": "side-waist", "of": "both" }]);
    let bent = drawing("front", &lights, &json!({ "back": [15, 15] }));
    assert_eq!(bent.motion.moments.last().expect("has frames").tensions, [0.0, 1.0]);
}

#[test]
fn the_side_that_gets_longer_is_the_one_away_from_the_bend() {
    for (name, field) in [("side-waist", "back"), ("neck-side", "neck")] {
        for (side, sign) in [("near", 1), ("far", -1)] {
            let bend = if field == "back" { json!([15 * sign, 15 * sign]) } else { json!(30 * sign) };
            let lights = json!([{ "muscle": name, "of": side }]);
            let bent = drawing("front", &lights, &json!({ field: bend }));
            assert_eq!(bent.motion.moments[0].tensions, [0.0], "{name} {side}");
            assert_eq!(bent.motion.moments.last().expect("has frames").tensions, [1.0], "{name} {side}");
        }
    }
}

#[test]
fn a_forearm_is_lit_where_the_hand_bends_away_from_it() {
    let path = |wrist: i32| {
        let held = json!({ "near-arm": [90, 0, wrist] });
        let drawing = drawing("side", &json!(["forearm-inside"]), &held);
        assert_eq!(drawing.motion.moments.last().expect("has frames").tensions, [1.0]);
        let lit = muscles(&drawing, 500).remove(0).path;
        let y =
            lit.split_once(['-', ' ']).expect("has two numbers").1.split('q').next().expect("has a start");
        y.trim_start_matches('-').parse::<u32>().expect("is a number")
    };
    // Heights above the floor, of an arm held forward: its upper face and its lower face.
    assert!(path(-75) > path(75));
}

#[test]
fn lights_go_with_the_hamstrings_of_stretches() {
    let mut document: Value =
        serde_json::from_str(&document("side", &json!(["calf"]), &json!({ "near-leg": [60, 0, 0] })))
            .expect("is JSON");
    document["sections"][0]["exercises"][0]["figure"]["stretches"] = json!("both");
    let drawing = drawings(&document.to_string()).remove(0).1;
    let classes: Vec<_> = muscles(&drawing, 0).into_iter().map(|muscle| muscle.class).collect();
    assert_eq!(classes, ["far muscle", "near muscle", "near muscle"]);
    let (drawn, _) = draw(&document.to_string());
    let drawn: Value = serde_json::from_str(&drawn.expect("is drawn")).expect("is JSON");
    let drawing = &drawn["drawings"]["one"];
    let layers = drawing["pictures"][0]["layers"].as_array().expect("is a list");
    let at: Vec<usize> = layers
        .iter()
        .filter_map(|layer| layer.get("tension")?.as_u64())
        .map(|at| usize::try_from(at).expect("is small"))
        .collect();
    let last = drawing["motions"]["own"].as_array().expect("is a list").last().expect("has moments");
    assert_eq!(at.iter().map(|at| &last[*at]).collect::<Vec<_>>(), [&json!(100), &json!(100), &json!(100)]);
}

#[test]
fn what_can_not_light_up_is_refused_with_a_reason() {
    assert_eq!(
        problems_of("front", &json!(["calf", { "muscle": "belly" }])),
        [
            ".lights[0]: is a muscle that can't be seen from the front.",
            ".lights[1]: is a muscle that can't be seen from the front."
        ]
    );
    assert_eq!(
        problems_of("side", &json!(["inner-thigh"])),
        [".lights[0]: is a muscle that can't be seen from the side."]
    );
    assert_eq!(
        problems_of("side", &json!(["calf", { "muscle": "calf", "of": "both" }])),
        [".lights[1]: lights up already."]
    );
    assert_eq!(
        problems_of("side", &json!([{ "muscle": "low-back", "of": "near" }])),
        [".lights[0].of: should be left out: this muscle is in the middle, so there is no near or far one."]
    );
    let [unknown] = &problems_of("side", &json!(["heart"]))[..] else { panic!("is one problem") };
    assert!(unknown.starts_with(".lights[0]: \"heart\" is not one of \"hamstring\", \"calf\","), "{unknown}");
}

#[test]
fn every_muscle_is_seen_from_somewhere_and_tested_there() {
    for (name, muscle) in supple_figures::Muscle::NAMES {
        for (view, direction) in [("side", View::Side), ("front", View::Front)] {
            let is_tested = stretched().iter().any(|(in_view, of, _)| (*in_view, *of) == (view, name));
            assert_eq!(muscle.is_seen(direction), is_tested, "{name} from the {view}");
            assert_eq!(problems_of(view, &json!([name])).is_empty(), is_tested, "{name} from the {view}");
        }
    }
}

#[test]
fn bones_that_look_short_stretch_what_they_do_not_hide() {
    // The knees of crossed legs sink to both sides, and come towards the viewer before.
    let knees = |hip: f32, seen: f32| {
        let lengths = json!({ "near-leg": [seen, 1, 1], "far-leg": [seen, 1, 1] });
        pose(&json!({ "near-leg": [hip, 150, 0], "far-leg": [hip, 150, 0], "lengths": lengths, "lift": 40 }))
    };
    let leaning = |lean: f32| {
        let lengths = json!({ "near-leg": [0.75, 1, 1], "back": [1.0 - lean, 1.0 - lean] });
        pose(&json!({ "near-leg": [76, 150, 0], "lengths": lengths }))
    };
    let chin = |neck: f32, head: f32| pose(&json!({ "neck": neck, "head": head }));
    let turned = |head: f32| pose(&json!({ "turn": [0, head] }));
    for (view, light, poses) in [
        ("front", json!("inner-thigh"), [knees(124.0, 0.75), knees(100.0, 0.95)]),
        ("front", json!("outer-hip"), [leaning(0.0), leaning(0.15)]),
        ("side", json!("neck-back"), [chin(30.0, -30.0), chin(0.0, 4.0)]),
        ("front", json!({ "muscle": "neck-side", "of": "far" }), [turned(0.0), turned(-70.0)]),
    ] {
        let figure =
            json!({ "text": "A body.", "view": view, "step": 500, "lights": [light], "poses": poses });
        let document =
            json!({ "sections": [{ "exercises": [{ "id": "one", "figure": figure }] }] }).to_string();
        assert_eq!(problems(&document), [], "{light}");
        let drawing = drawings(&document).remove(0).1;
        let tensions = [0, 500].map(|ms| muscles(&drawing, ms)[0].tension);
        assert_eq!(tensions, [Some(0.0), Some(1.0)], "{light}");
    }
}
