//! Faulty figures: each problem is reported with its path and a reason, and nothing faulty is drawn.

use serde_json::{Value, json};
use supple_core::Routine;
use supple_figures::{draw, drawings, muscles, problems};

/// The figure of the anchor stretch, as a JSON pointer.
const FIGURE: &str = "/sections/2/exercises/0/figure";
/// The same as a path in a problem.
const PATH: &str = "sections[2].exercises[0].figure";

/// The problems after one value in the anchor stretch's figure is replaced, as lines without the path of the
/// figure.
fn problems_after(pointer: &str, value: Value) -> Vec<String> {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    *document.pointer_mut(&format!("{FIGURE}{pointer}")).expect("is in the document") = value;
    let document = document.to_string();
    let problems = problems(&document);
    let (drawn, of_drawing) = draw(&document);
    assert_eq!(problems, of_drawing);
    // The routine can be read all the same, and a faulty figure isn't drawn.
    Routine::parse(&document).expect("is valid whatever the figure is");
    let drawn: Value = serde_json::from_str(&drawn.expect("the others are drawn")).expect("is JSON");
    assert_eq!(drawn["drawings"].get("anchor").is_some(), problems.is_empty());
    let lines = problems.iter().map(|problem| problem.to_string());
    lines.map(|line| line.strip_prefix(PATH).unwrap_or(&line).to_owned()).collect()
}

#[test]
fn the_built_in_figures_have_no_problems() {
    assert_eq!(problems(Routine::hamstring_document()), []);
    assert!(muscles(Routine::hamstring_document()).is_some());
}

#[test]
fn harmless_ways_of_writing_are_no_problems() {
    let document = Routine::hamstring_document()
        .replace("\"step\": ", "\"_comment\": \"a note\", \"$id\": 7, \"step\": ");
    let (drawn, problems) = draw(&format!("\u{feff}{document}"));
    assert_eq!((drawn, problems), draw(Routine::hamstring_document()));
    assert_eq!(problems_after("/step", json!(400.0)), [""; 0]);
    assert_eq!(problems_after("/step", json!(400.5)).len(), 1);
}

#[test]
fn a_bone_of_which_nothing_is_seen_is_refused() {
    let after = |lengths: Value| {
        let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
        document.pointer_mut(FIGURE).expect("is there")["poses"][0]["lengths"] = lengths;
        let problems = problems(&document.to_string());
        problems.iter().map(|problem| problem.to_string().replace(PATH, "")).collect::<Vec<_>>()
    };
    assert_eq!(after(json!({ "far-arm": [0.2, 1, 1] })), [""; 0]);
    assert_eq!(
        after(json!({ "far-arm": [0, 1, 1.5] })),
        [
            ".poses[0].lengths.far-arm[0]: should be a number from 0.2 to 1, but is 0.",
            ".poses[0].lengths.far-arm[2]: should be a number from 0.2 to 1, but is 1.5."
        ]
    );
}

#[test]
fn what_can_only_be_seen_from_elsewhere_is_refused() {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    let figure = document.pointer_mut(FIGURE).expect("is there");
    figure["behind"] = json!(["near-arm"]);
    figure["in-front"] = json!(["far-leg"]);
    figure["poses"][0]["turn"] = json!([0, 40]);
    figure["poses"][0]["shoulders"] = json!([0, 3]);
    let lines = |document: &Value| {
        let problems = problems(&document.to_string());
        problems.iter().map(|problem| problem.to_string().replace(PATH, "")).collect::<Vec<_>>()
    };
    let expected = [".poses[0].turn", ".poses[0].shoulders", ".behind[0]", ".in-front[0]"];
    let mut found = lines(&document);
    let mut expected = expected.map(|field| format!("{field}: is only supported in the front view."));
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    let limb = [0, 0, 0];
    let pose = json!({ "pelvis": 0, "back": [0, 0], "neck": 0, "near-leg": limb, "far-leg": limb,
        "near-arm": limb, "far-arm": limb, "head": 10, "breath": 1 });
    *document.pointer_mut(FIGURE).expect("is there") =
        json!({ "text": "A body.", "view": "front", "step": 500, "poses": [pose] });
    let expected = [".poses[0].head", ".poses[0].breath"];
    assert_eq!(
        lines(&document),
        expected.map(|field| format!("{field}: is only supported in the side view."))
    );
}

#[test]
fn from_above_there_is_nothing_but_a_mat() {
    let limb = [0, 0, 0];
    let pose = json!({ "pelvis": 0, "back": [0, 0], "neck": 0, "near-leg": limb, "far-leg": limb,
        "near-arm": limb, "far-arm": limb });
    let figure = |kind: &str| json!({ "text": "A body.", "view": "above", "step": 500, "poses": [pose], "props": [{ "kind": kind }] });
    assert_eq!(problems_after("", figure("mat")), [""; 0]);
    assert_eq!(
        problems_after("", figure("chair")),
        [".props[0].kind: is not supported in the view from above, where only a mat is."]
    );
}

#[test]
fn an_angle_that_no_joint_has_is_refused() {
    assert_eq!(
        problems_after("/poses/3/near-leg/1", json!(-30)),
        [".poses[3].near-leg[1]: should be a number from 0 to 155, but is -30."]
    );
    assert_eq!(
        problems_after("/poses/3/pelvis", json!(400)),
        [".poses[3].pelvis: should be a number from -150 to 150, but is 400."]
    );
}

#[test]
fn anything_but_a_number_is_refused() {
    for (value, shown) in [(json!("NaN"), "a text"), (Value::Null, "null"), (json!([1]), "a list")] {
        assert_eq!(
            problems_after("/poses/0/neck", value),
            [format!(".poses[0].neck: should be a number from -50 to 60, but is {shown}.")]
        );
    }
    // JSON has no NaN. A number too large for any type is the closest to it.
    let document = Routine::hamstring_document().replacen("\"pelvis\": 40", "\"pelvis\": 1e999", 1);
    let problems = problems(&document);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.ends_with("but is 1e999."), "{}", problems[0]);
}

#[test]
fn a_limb_without_a_joint_is_refused() {
    assert_eq!(
        problems_after("/poses/1/far-arm", json!([10, 20])),
        [".poses[1].far-arm: should have 3 numbers, but has 2."]
    );
}

#[test]
fn an_unknown_prop_is_refused_with_those_that_are_known() {
    assert_eq!(
        problems_after("/props/1/kind", json!("trampoline")),
        [".props[1].kind: \"trampoline\" is not one of \"floor\", \"mat\", \"chair\", \"table\", \"wall\", \
          \"doorway\"."]
    );
}

#[test]
fn only_from_the_front_an_arm_goes_across_the_body_and_an_elbow_bends_both_ways() {
    let across = json!({ "near-arm": [-100, -60, 0] });
    assert_eq!(problems_after("", front(&json!({ "poses": [pose(&across)] }))), [""; 0]);
    assert_eq!(
        problems_after("", with(front(&json!({ "poses": [pose(&across)] })), &json!({ "view": "side" }))),
        [
            ".poses[0].near-arm[0]: should be a number from -70 to 200, but is -100.",
            ".poses[0].near-arm[1]: should be a number from 0 to 150, but is -60."
        ]
    );
}

#[test]
fn a_place_out_of_reach_is_refused_from_the_front_too() {
    let far_away = pose(&json!({ "near-hand": [60, 80], "far-heel": [60, 10] }));
    let found = problems_after("", front(&json!({ "poses": [far_away] })));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with(".poses[0].far-heel: is out of reach by "), "{}", found[0]);
    assert!(found[1].starts_with(".poses[0].near-hand: is out of reach by "), "{}", found[1]);
}

#[test]
fn only_a_chair_has_a_back() {
    assert_eq!(
        problems_after("/props/0", json!({ "kind": "floor", "back": "behind" })),
        [".props[0].back: is a field of chairs only."]
    );
    assert_eq!(
        problems_after("/props/1", json!({ "kind": "chair", "back": "left" })),
        [".props[1].back: \"left\" is not one of \"ahead\", \"behind\", \"away\"."]
    );
    assert_eq!(
        problems_after("/props/1", json!({ "kind": "chair", "back": "away" })),
        [".props[1].back: \"away\" is only supported in the front view."]
    );
}

#[test]
fn a_doorway_is_seen_from_the_front() {
    let doorway = json!([{ "kind": "doorway" }]);
    assert_eq!(
        problems_after("/props", doorway.clone()),
        [".props[0].kind: \"doorway\" is only supported in the front view."]
    );
    assert_eq!(problems_after("", front(&json!({ "props": doorway }))), [""; 0]);
}

#[test]
fn a_strap_goes_where_it_can() {
    let with_strap = |strap: Value| problems_after("", front(&json!({ "strap": strap })));
    for strap in ["near-foot", "far-foot", "hands"] {
        assert_eq!(with_strap(json!(strap)), [""; 0]);
    }
    assert_eq!(with_strap(json!({ "from": "far-hand", "to": "near-foot" })), [""; 0]);
    assert_eq!(
        with_strap(json!("chair")),
        [".strap: \"chair\" is not one of \"near-foot\", \"far-foot\", \"hands\"."]
    );
    assert_eq!(
        with_strap(json!({ "from": "near-hand", "to": "hands" })),
        [".strap.to: \"hands\" is not one of \"near-foot\", \"far-foot\"."]
    );
}

#[test]
fn a_thousand_poses_are_too_many() {
    let pose = serde_json::from_str::<Value>(Routine::hamstring_document()).expect("is JSON");
    let pose = pose.pointer(&format!("{FIGURE}/poses/0")).expect("is there").clone();
    assert_eq!(
        problems_after("/poses", vec![pose; 1_000].into()),
        [".poses: should have 1 to 12 items, but has 1000."]
    );
}

#[test]
fn a_place_that_no_heel_reaches_is_refused() {
    let found = problems_after("/poses/3/near-heel", json!([90, 30]));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with(".poses[3].near-heel: is out of reach by "), "{}", found[0]);
}

#[test]
fn a_foot_in_the_floor_is_refused() {
    let found = problems_after("/poses/0/near-leg", json!([0, 0, -60]));
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("near-leg: is ") && found[0].contains(" below the floor"), "{}", found[0]);
}

#[test]
fn legs_in_the_floor_are_refused_whatever_supports_the_body() {
    let found = problems_after("/poses/0/on", json!("seat"));
    assert_eq!(found.len(), 2);
    assert!(found[0].contains("near-leg: is ") && found[0].contains(" below the floor"), "{}", found[0]);
}

#[test]
fn only_a_partner_holds_a_partner() {
    assert_eq!(
        problems_after("/poses/3/near-hand", json!("partner")),
        [".poses[3].near-hand: \"partner\" is not one of \"behind-thigh\"."]
    );
}

#[test]
fn what_needs_the_side_view_is_refused_from_the_front() {
    assert_eq!(
        problems_after(
            "",
            front(&json!({ "stretches": "near", "poses": [pose(&json!({ "near-hand": "behind-thigh" }))] }))
        ),
        [
            ".stretches: is only supported in the side view.",
            ".poses[0].near-hand: is only supported in the side view."
        ]
    );
    assert_eq!(problems_after("", front(&json!({ "partner": [pose(&json!({}))] }))).len(), 1);
    assert_eq!(problems_after("", front(&json!({}))), [""; 0]);
}

/// A standing pose with some fields replaced or added.
fn pose(more: &Value) -> Value {
    let [limb, straight] = [json!([0, 0, 0]), json!([0, 0])];
    with(
        json!({ "pelvis": 0, "back": straight, "neck": 0, "near-leg": limb, "far-leg": limb,
                "near-arm": limb, "far-arm": limb }),
        more,
    )
}

/// A figure seen from the front, with some fields replaced or added.
fn front(more: &Value) -> Value {
    with(json!({ "text": "A body.", "view": "front", "step": 500, "poses": [pose(&json!({}))] }), more)
}

fn with(mut object: Value, more: &Value) -> Value {
    for (name, value) in more.as_object().expect("is an object") {
        object[name] = value.clone();
    }
    object
}

#[test]
fn a_picture_of_muscles_needs_shapes_and_muscles() {
    for part in ["shapes", "muscles"] {
        let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
        document["anatomy-picture"][part] = json!([]);
        let problems = problems(&document.to_string());
        assert_eq!(problems.len(), 1, "{part}");
        assert_eq!(problems[0].path, format!("anatomy-picture.{part}"));
    }
}

#[test]
fn an_arrow_has_a_direction() {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    let figure = document.pointer_mut("/sections/0/exercises/0/figure").expect("is there");
    figure["arrows"] = json!([{ "from": [3, 4], "to": [3, 4] }]);
    let problems = problems(&document.to_string());
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["sections[0].exercises[0].figure.arrows[0].to: should not be where the arrow begins."]
    );
}

#[test]
fn a_partner_has_as_many_poses() {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    let partner = document.pointer_mut("/sections/2/exercises/3/figure/partner").expect("is there");
    partner.as_array_mut().expect("is a list").pop();
    let problems = problems(&document.to_string());
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["sections[2].exercises[3].figure.partner: should have as many poses as the figure, 2."]
    );
}

#[test]
fn a_picture_of_muscles_is_made_of_paths_alone() {
    let with = |path: &str| {
        let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
        document["anatomy-picture"]["shapes"][0][1] = path.into();
        draw(&document.to_string())
    };
    for path in ["", "L0 0", "M0 0\"/><script>", "url(#a)", &"M".repeat(5_000)] {
        let (drawn, problems) = with(path);
        assert_eq!(problems.len(), 1, "{path}");
        assert_eq!(problems[0].path, "anatomy-picture.shapes[0][1]");
        assert!(
            !drawn.expect("the figures are drawn").contains("\"muscles\""),
            "a faulty picture is left out"
        );
    }
    assert_eq!(with("M0 0L10 10Z").1, []);
}

#[test]
fn nothing_is_drawn_of_a_document_that_is_no_routine() {
    for document in
        ["", "[", "12", "[]", "{}", r#"{"sections":{}}"#, r#"{"sections":[1,{"exercises":[null]}]}"#]
    {
        assert_eq!(draw(document), (None, vec![]), "{document}");
        assert_eq!(drawings(document), []);
    }
}

#[test]
fn drawings_that_a_document_claims_to_bring_are_not_believed() {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    document["bodies"] = json!({ "side": "anything" });
    let (drawn, problems) = draw(&document.to_string());
    assert_eq!(problems, []);
    let drawn: Value = serde_json::from_str(&drawn.expect("has figures")).expect("is JSON");
    assert!(drawn["bodies"]["side"]["bones"].is_array());
}
