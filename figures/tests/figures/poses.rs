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

/// The numbers of a path.
fn numbers(path: &str) -> Vec<f32> {
    let spaced = path.replace('-', " -").replace(['M', 'q', 't'], " ");
    spaced.split_whitespace().map(|number| number.parse().expect("is a number")).collect()
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
fn a_bone_that_points_at_the_viewer_looks_short() {
    let short = json!({ "near-arm": [90, 0, 0], "lengths": { "near-arm": [0.3, 1, 1], "back": [1, 0.8] } });
    let drawing = drawing("front", &[json!({ "near-arm": [90, 0, 0] }), short]);
    let [shoulder, elbow, wrist, _] = joint::NEAR_ARM;
    let lengths = |ms: f32| {
        let joints = joints(&drawing, ms);
        let bones = [(shoulder, elbow), (elbow, wrist), (joint::WAIST, joint::NECK)];
        bones.map(|(from, to)| joints[from].distance(joints[to]))
    };
    let is_about = |ms: f32, expected: [f32; 3]| {
        lengths(ms).iter().zip(expected).all(|(length, expected)| (length - expected).abs() < 0.01)
    };
    assert!(is_about(0.0, [17.0, 14.6, 16.5]), "{:?}", lengths(0.0));
    assert!(is_about(500.0, [17.0 * 0.3, 14.6, 16.5 * 0.8]), "{:?}", lengths(500.0));
    // On the way there it becomes shorter and shorter.
    assert!((lengths(250.0)[0] - 17.0 * 0.65).abs() < 0.5);
}

#[test]
fn a_head_that_bends_back_on_a_bent_neck_stays_level() {
    let drawing = drawing("side", &[json!({}), json!({ "neck": 30, "head": -30 })]);
    let frame = |ms: f32| drawing.motion.at(ms, drawing.step_ms).expect("has frames").frame;
    let crown = |ms: f32| {
        let joints = frame(ms).joints(&bones(drawing.view));
        (joints[joint::HEAD], joints[joint::HEAD].direction(joints[20]))
    };
    let ((straight, up), (forward, still_up)) = (crown(0.0), crown(500.0));
    assert!((up.abs() - 180.0).abs() < 0.1 && (still_up.abs() - 180.0).abs() < 0.1, "{up} {still_up}");
    assert!(forward.x > straight.x + 5.0);
}

#[test]
fn shoulders_move_together_with_their_arms() {
    let poses = [json!({}), json!({ "shoulders": [2, 4] }), json!({ "turn": [60, 0] })];
    let drawing = drawing("front", &poses);
    let shoulders = |ms: f32| {
        let joints = joints(&drawing, ms);
        [joint::NEAR_ARM[0], joint::FAR_ARM[0]].map(|shoulder| joints[shoulder])
    };
    let ([near, far], [near_up, far_up], [near_turned, far_turned]) =
        (shoulders(0.0), shoulders(500.0), shoulders(1000.0));
    for (still, moved, side) in [(near, near_up, -1.0), (far, far_up, 1.0)] {
        assert!(
            moved.distance(Point::new(still.x + side * 2.0, still.y + 4.0)) < 0.05,
            "{still:?} {moved:?}"
        );
    }
    assert!(((far_turned.x - near_turned.x) / (far.x - near.x) - 0.5).abs() < 0.01);
}

#[test]
fn from_above_a_body_lies_with_its_head_on_the_left() {
    let reaching = json!({ "lift": 3, "near-arm": [60, 0, 0], "far-hand": [20, 30] });
    let (above, front) =
        (drawing("above", &[reaching]), drawing("front", &[json!({ "near-arm": [60, 0, 0] })]));
    let (lying, standing) = (joints(&above, 0.0), joints(&front, 0.0));
    let middle = lying[joint::HIPS].y;
    assert_eq!(lying[joint::HIPS].x, -3.0);
    assert!(lying[joint::HEAD].x < -35.0 && (lying[joint::HEAD].y - middle).abs() < 0.01);
    // The hand is where it has to be, from the middle of the mat.
    assert!(lying[joint::FAR_ARM[2]].distance(Point::new(-30.0, middle + 20.0)) < 0.01);
    assert!(lying[joint::NEAR_ARM[2]].y < middle, "the right side is below");
    let near_arm = |joints: &[Point]| joints[joint::NEAR_ARM[0]].distance(joints[joint::NEAR_ARM[3]]);
    assert!((near_arm(&lying) - near_arm(&standing)).abs() < 0.01);
    // The middle of the mat is that of the picture.
    let [_, top, _, height] = above.frame;
    assert!((top as f32 + height as f32 / 2.0 + middle * 10.0).abs() < 1.5, "{:?}", above.frame);
}

#[test]
fn a_limb_that_looks_short_reaches_less_far() {
    let reaching = |length: f32, y: f32| {
        let arm = json!({ "near-arm": [150, 0, 0], "near-hand": [-12, y], "lengths": { "near-arm": [length, 1, 1] } });
        problems(&document("front", &[arm])).len()
    };
    assert_eq!((reaching(1.0, 110.0), reaching(0.4, 110.0), reaching(0.4, 100.0)), (0, 1, 0));
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

#[test]
fn a_strap_goes_from_the_hands_to_the_ball_of_the_foot_all_the_time() {
    let lifted = json!({ "on": "back", "pelvis": -90, "near-leg": [80, 0, 20] });
    let mut document: Value =
        serde_json::from_str(&document("side", &[json!({ "on": "back", "pelvis": -90 }), lifted]))
            .expect("is JSON");
    let mut lines = |strap: Value| {
        document["sections"][0]["exercises"][0]["figure"]["strap"] = strap;
        assert_eq!(problems(&document.to_string()), []);
        let goes_to_foot = document.pointer("/sections/0/exercises/0/figure/strap") != Some(&json!("hands"));
        let drawing = drawings(&document.to_string()).remove(0).1;
        for ms in [0, 250, 500] {
            let joints = joints(&drawing, ms as f32);
            let shapes = drawing.shapes(ms).into_iter().filter(|shape| shape.class == "strap");
            for path in shapes.map(|shape| shape.path) {
                // The curve begins at the hand. Its first half goes to the other end.
                let numbers = numbers(&path);
                let start = Point::new(numbers[0] / 10.0, -numbers[1] / 10.0);
                let hands = [joint::NEAR_ARM[2], joint::FAR_ARM[2]].map(|wrist| joints[wrist]);
                assert!(hands.iter().any(|hand| hand.distance(start) < 5.0), "{start:?}");
                let [x, y] = [4, 5].map(|at| numbers[at] + numbers[at + 2]);
                let end = Point::new(start.x + x / 10.0, start.y - y / 10.0);
                let toes = joints[joint::NEAR_LEG[3]];
                let ends = if goes_to_foot { vec![toes] } else { hands.to_vec() };
                assert!(ends.iter().any(|place| place.distance(end) < 5.0), "{end:?}");
            }
        }
        drawing.shapes(500).into_iter().filter(|shape| shape.class == "strap").count()
    };
    assert_eq!(lines(json!("near-foot")), 2);
    assert_eq!(lines(json!({ "from": "near-hand", "to": "near-foot" })), 1);
    assert_eq!(lines(json!("hands")), 1);
}

#[test]
fn whoever_kneels_has_a_knee_and_the_toes_on_the_floor() {
    let leg = [0, 87, -85];
    let kneeling = json!({ "on": "knees", "near-leg": leg, "far-leg": leg });
    let all_fours =
        json!({ "on": "knees", "pelvis": 85, "near-leg": [85, 87, -85], "far-leg": [85, 87, -85] });
    let half = json!({ "on": "knees", "near-leg": leg, "far-leg": [87, 87, 0] });
    for pose in [kneeling, all_fours, half] {
        let joints = joints(&drawing("side", &[pose]), 0.0);
        let [_, knee, ankle, toes] = joint::NEAR_LEG.map(|joint| joints[joint].y);
        assert!((3.5..5.0).contains(&knee), "{knee}");
        assert!((2.0..5.0).contains(&ankle) && (1.0..5.0).contains(&toes), "{ankle} {toes}");
    }
}

#[test]
fn a_body_lies_on_its_front_as_high_as_on_its_back() {
    let hips = |on: &str, pelvis: i32| {
        let toes = if on == "front" { -85 } else { 0 };
        let lying = json!({ "on": on, "pelvis": pelvis, "near-leg": [0, 0, toes], "far-leg": [0, 0, toes] });
        joints(&drawing("side", &[lying]), 0.0)[joint::HIPS].y
    };
    assert_eq!(hips("front", 90), hips("back", -90));
}

#[test]
fn from_the_front_hands_and_heels_stay_where_they_are_put() {
    let held = json!({ "on": "near-foot", "near-leg": [20, 0, 0], "far-leg": [20, 0, 0], "near-heel": [-19, 0], "far-heel": [19, 0],
                       "near-arm": [20, -60, 0], "near-hand": [-7, 52], "far-arm": [40, 60, 0] });
    let mut aside = held.clone();
    aside["at"] = json!(-4);
    aside["near-leg"] = json!([35, 40, 0]);
    let drawing = drawing("front", &[held, aside]);
    for ms in (0..=500_u16).step_by(20) {
        let joints = joints(&drawing, f32::from(ms));
        let places = [
            (joint::NEAR_LEG[2], Point::new(-19.0, ANKLE)),
            (joint::FAR_LEG[2], Point::new(19.0, ANKLE)),
            (joint::NEAR_ARM[2], Point::new(-7.0, 52.0)),
        ];
        for (joint, place) in places {
            assert!(joints[joint].distance(place) < 1.0, "{ms} ms: {:?} {place:?}", joints[joint]);
        }
        let [shoulder, elbow, ..] = joint::NEAR_ARM.map(|joint| joints[joint]);
        assert!(elbow.x < shoulder.x, "{ms} ms: the elbow points outward");
    }
}
