//! What a body rests on, and where its hands and heels have to be.

use serde_json::{Value, json};
use supple_figures::{ANKLE, Drawing, Point, bones, drawings, joint, problems};

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

/// The document of a figure that goes through poses.
fn document(view: &str, poses: &[Value]) -> String {
    let poses: Vec<Value> = poses.iter().map(pose).collect();
    let figure = json!({ "text": "A body.", "view": view, "step": 500, "poses": poses });
    json!({ "sections": [{ "exercises": [{ "id": "one", "figure": figure }] }] }).to_string()
}

fn drawing(view: &str, poses: &[Value]) -> Drawing {
    let document = document(view, poses);
    assert_eq!(problems(&document), []);
    drawings(&document).remove(0).1
}

/// Where the joints are after a time.
fn joints(drawing: &Drawing, ms: f32) -> Vec<Point> {
    let moment = drawing.motion.at(ms, drawing.step_ms).expect("has frames");
    moment.frame.joints(&bones(drawing.view)).to_vec()
}

#[test]
fn whoever_sits_on_a_chair_has_the_feet_on_the_floor() {
    let sitting = json!({ "on": "chair", "near-leg": [77, 77, 0], "far-leg": [77, 77, 0] });
    let drawing = drawing("side", &[sitting]);
    let joints = joints(&drawing, 0.0);
    assert_eq!(joints[joint::HIPS].y, 34.0);
    assert!((joints[joint::NEAR_LEG[2]].y - ANKLE).abs() < 0.3, "{:?}", joints[joint::NEAR_LEG[2]]);
}

#[test]
fn walls_and_doorways_are_as_high_as_the_picture() {
    for (view, kind, lines) in [("side", "wall", 1), ("front", "doorway", 4)] {
        let mut document: Value = serde_json::from_str(&document(view, &[json!({})])).expect("is JSON");
        let figure = &mut document["sections"][0]["exercises"][0]["figure"];
        figure["props"] = json!([{ "kind": kind, "at": 10 }]);
        assert_eq!(problems(&document.to_string()), []);
        let drawing = drawings(&document.to_string()).remove(0).1;
        let [_, top, ..] = drawing.frame;
        assert_eq!(drawing.props[0].matches(&format!(" 0V{top}")).count(), lines, "{kind}");
    }
}

#[test]
fn a_wall_seen_from_the_front_is_behind_the_whole_picture() {
    let mut document: Value = serde_json::from_str(&document("front", &[json!({})])).expect("is JSON");
    document["sections"][0]["exercises"][0]["figure"]["props"] = json!([{ "kind": "wall" }]);
    let drawing = drawings(&document.to_string()).remove(0).1;
    let [left, _, width, _] = drawing.frame;
    let line = &drawing.props[0];
    assert!(line.starts_with(&format!("M{left} ")), "{line}");
    assert!(line.ends_with(&format!("H{}", left + width)), "{line}");
}
