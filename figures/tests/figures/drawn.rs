//! The drawings as JSON: what the script in the browser gets is what is drawn here.

use serde_json::Value;
use supple_core::Routine;
use supple_figures::{
    Drawing, Hung, Outline, Part, RIGHT, Shape, View, WRONG, bones, draw, drawings, muscles,
};

/// The drawings of the built-in routine.
fn built_in() -> Value {
    let (drawn, problems) = draw(Routine::hamstring_document());
    assert_eq!(problems, []);
    serde_json::from_str(&drawn.expect("has figures")).expect("is JSON")
}

#[test]
fn each_figure_has_its_drawing() {
    let drawn = built_in();
    let drawings = drawings(Routine::hamstring_document());
    assert_eq!(drawn["drawings"].as_object().expect("is an object").len(), drawings.len());
    for (id, drawing) in &drawings {
        let output = &drawn["drawings"][id];
        assert!(output.get("poses").is_none(), "{id}: a first visit has no use for poses");
        let own = output["motions"]["own"].as_array().expect("is a list");
        assert_eq!(own.len(), drawing.motion.moments.len(), "{id}");
        assert_eq!(output["end"], drawing.motion.end_ms(), "{id}");
        assert_eq!(output["still"], drawing.still_ms, "{id}");
    }
}

#[test]
fn a_drawing_has_the_shapes_of_the_pictures() {
    let drawn = built_in();
    for (id, drawing) in drawings(Routine::hamstring_document()) {
        let output = &drawn["drawings"][&id];
        let pictures = drawing.pictures(drawing.still_ms);
        let outputs = output["pictures"].as_array().expect("is a list");
        assert_eq!(outputs.len(), pictures.len(), "{id}");
        for (output, picture) in outputs.iter().zip(&pictures) {
            assert_eq!(output["label"], picture.label);
            assert_eq!(output.get("caption").and_then(Value::as_str), picture.caption);
            let props = output["props"].as_array().expect("is a list");
            let layers = output["layers"].as_array().expect("is a list");
            let (prop_shapes, shapes) = picture.shapes.split_at(props.len());
            let (shapes, arrow_shapes) = shapes.split_at(layers.len());
            let arrows = output.get("arrows").and_then(Value::as_array).cloned().unwrap_or_default();
            assert!(arrows.iter().eq(arrow_shapes.iter().map(|arrow| &arrow.path)), "{id}");
            assert!(arrow_shapes.iter().all(|arrow| arrow.class == "arrow"), "{id}");
            assert!(prop_shapes.iter().zip(props).all(|(shape, path)| *path == shape.path), "{id}");
            assert_eq!(layers.len(), shapes.len(), "{id}");
            for (layer, shape) in layers.iter().zip(shapes) {
                assert_eq!(layer["class"], shape.class, "{id}");
                assert_eq!(layer.get("mirrored").is_some(), shape.is_mirrored, "{id}");
                assert_eq!(layer.get("tension").is_some(), shape.tension.is_some(), "{id}");
                assert_eq!(path(&drawn, view_name(&drawing), layer, &drawing), shape.path, "{id}");
            }
        }
    }
}

fn view_name(drawing: &Drawing) -> &'static str {
    match drawing.view {
        View::Side => "side",
        View::Front => "front",
        View::Above => "above",
    }
}

/// The path of a layer while the figure stands still.
fn path(drawn: &Value, view: &str, layer: &Value, drawing: &Drawing) -> String {
    let motion = match layer["motion"].as_str() {
        Some("partner") => &drawing.partner,
        Some("mistake") => &drawing.mistake.as_ref().expect("has one").0,
        _ => &drawing.motion,
    };
    let index = usize::try_from(layer["outline"].as_u64().expect("is a number")).expect("is small");
    let points = drawn["bodies"][view]["outlines"][index].as_array().expect("is a list");
    let outline = Outline { part: Part::Trunk, points: points.iter().map(hung).collect() };
    let bones = bones(drawing.view);
    let moment = motion.at(drawing.still_ms as f32, drawing.step_ms).expect("has frames");
    outline.path(&moment.frame.joints(&bones), &moment.frame.seen(&bones))
}

/// The document of one figure.
fn document(figure: &Value) -> String {
    serde_json::json!({ "sections": [{ "exercises": [{ "id": "one", "figure": figure }] }] }).to_string()
}

#[test]
fn whatever_a_body_moves_is_drawn_as_the_script_draws_it() {
    let limb = [0, 0, 0];
    let pose = serde_json::json!({ "pelvis": 0, "back": [0, 0], "neck": 0, "near-leg": limb, "far-leg": limb,
        "near-arm": limb, "far-arm": limb });
    let figures = [
        ("side", serde_json::json!({ "head": -30, "breath": 1, "lengths": { "near-leg": [0.5, 1, 1] } })),
        ("front", serde_json::json!({ "turn": [30, -60], "shoulders": [2, 4] })),
        ("front", serde_json::json!({ "turn": [0, 70] })),
        ("above", serde_json::json!({ "turn": [20, 30], "lengths": { "back": [0.9, 1] } })),
    ];
    for (view, fields) in figures {
        let mut moved = pose.clone();
        moved
            .as_object_mut()
            .expect("is an object")
            .extend(fields.as_object().expect("is an object").clone());
        let figure =
            serde_json::json!({ "text": "A body.", "view": view, "step": 500, "poses": [pose, moved] });
        let document = document(&figure);
        let (drawn, problems) = draw(&document);
        assert_eq!(problems, []);
        let drawn: Value = serde_json::from_str(&drawn.expect("is drawn")).expect("is JSON");
        let (_, drawing) = drawings(&document).remove(0);
        let output = &drawn["drawings"]["one"];
        let layers = output["pictures"][0]["layers"].as_array().expect("is a list");
        for (layer, shape) in layers.iter().zip(drawing.shapes(drawing.still_ms)) {
            assert_eq!(path(&drawn, view, layer, &drawing), shape.path);
            // Every line on which a point hangs comes with the body, and what isn't as usual with each moment.
            let index = usize::try_from(layer["outline"].as_u64().expect("is one")).expect("is small");
            let outline = &drawn["bodies"][view]["outlines"][index];
            let bones = drawn["bodies"][view]["bones"].as_array().expect("is a list").len();
            for point in outline.as_array().expect("is a list") {
                assert!(hung(point).iter().all(|hung| hung.bone < bones));
            }
        }
        let indices = ["lengths", "turns"].iter().flat_map(|name| output[*name].as_array()).flatten().count();
        let own = output["motions"]["own"].as_array().expect("is a list");
        // What isn't in the moments is as long as the body says, and doesn't turn.
        let listed = |name: &str, bone: usize| {
            let list = output[name].as_array().into_iter().flatten();
            list.into_iter().any(|pair| pair[0] == bone)
        };
        let bones = drawn["bodies"][view]["bones"].as_array().expect("is a list").len();
        for (bone, moment) in
            (0..bones).flat_map(|bone| drawing.motion.moments.iter().map(move |it| (bone, it)))
        {
            assert!(listed("lengths", bone) || moment.frame.lengths[bone] == 1.0, "{view}: {bone}");
            assert!(listed("turns", bone) || moment.frame.turns[bone] == 0.0, "{view}: {bone}");
        }
        assert!(
            indices > 0 && own.iter().all(|moment| moment.as_array().expect("is one").len() == 18 + indices)
        );
    }
}

#[test]
fn a_limb_is_drawn_where_the_figure_puts_it() {
    let limb = [0, 0, 0];
    let pose = serde_json::json!({ "pelvis": 0, "back": [0, 0], "neck": 0, "near-leg": limb, "far-leg": limb,
        "near-arm": [150, -100, 0], "far-arm": limb });
    let classes = |behind: &[&str], in_front: &[&str]| {
        let figure = serde_json::json!({ "text": "A body.", "view": "front", "step": 500, "poses": [pose],
            "behind": behind, "in-front": in_front, "lights": ["triceps"] });
        let (_, drawing) = drawings(&document(&figure)).remove(0);
        drawing.shapes(0).into_iter().map(|shape| shape.class).collect::<Vec<_>>()
    };
    assert_eq!(classes(&[], &[]), ["near", "near", "trunk", "trunk", "near", "near", "near muscle"]);
    let behind = ["near", "near muscle", "near", "near", "trunk", "trunk", "near"];
    assert_eq!(classes(&["near-arm"], &[]), behind);
    let in_front = ["near", "trunk", "trunk", "near", "near", "near muscle", "near"];
    assert_eq!(classes(&[], &["far-leg"]), in_front);
}

#[test]
fn arrows_are_in_front_of_the_still_picture_of_the_right_form_alone() {
    let limb = [0, 0, 0];
    let pose = serde_json::json!({ "pelvis": 0, "back": [0, 0], "neck": 0, "near-leg": limb, "far-leg": limb,
        "near-arm": limb, "far-arm": limb });
    let figure = serde_json::json!({ "text": "A body.", "step": 500, "poses": [pose, pose],
        "arrows": [{ "from": [10, 20], "to": [90, 20] }], "mistake": { "text": "Too much.", "pose": pose } });
    let (_, drawing) = drawings(&document(&figure)).remove(0);
    let classes = |shapes: Vec<Shape>| shapes.into_iter().map(|shape| shape.class).collect::<Vec<_>>();
    assert_eq!(classes(drawing.shapes(500)).last().map(String::as_str), Some("arrow"));
    assert!(!classes(drawing.shapes(0)).contains(&"arrow".to_owned()), "it would point from nowhere");
    assert!(!classes(drawing.mistake_shapes(500)).contains(&"arrow".to_owned()));
    let [left, _, width, _] = drawing.frame;
    assert!(left + width >= 900, "it is in the picture");
}

#[test]
fn a_closer_look_leaves_out_what_is_below() {
    let limb = [0, 0, 0];
    let mut figure = serde_json::json!({ "text": "A body.", "step": 500, "poses": [{ "pelvis": 0,
        "back": [0, 0], "neck": 0, "near-leg": limb, "far-leg": limb, "near-arm": limb, "far-arm": limb }] });
    let frame = |figure: &Value| drawings(&document(figure)).remove(0).1.frame;
    let [_, top, _, height] = frame(&figure);
    figure["above"] = Value::from(60);
    let [_, closer_top, _, closer_height] = frame(&figure);
    assert_eq!((closer_top, closer_height), (top, height - 650));
}

#[test]
fn only_bones_that_change_their_lengths_have_them_in_moments() {
    let limb = [0, 0, 0];
    let pose = |length: f32| {
        serde_json::json!({ "pelvis": 0, "back": [0, 0], "neck": 0, "near-leg": limb, "far-leg": limb,
            "near-arm": limb, "far-arm": limb, "lengths": { "near-arm": [1, length, 1] } })
    };
    let figure = serde_json::json!({ "text": "A body.", "step": 500, "lights": ["belly"],
        "poses": [pose(1.0), pose(0.25)], "mistake": { "text": "Too much.", "pose": pose(0.5) } });
    let document = serde_json::json!({ "sections": [{ "exercises": [{ "id": "one", "figure": figure }] }] });
    let drawn: Value =
        serde_json::from_str(&draw(&document.to_string()).0.expect("is drawn")).expect("is JSON");
    let drawing = &drawn["drawings"]["one"];
    // After time, x, y, 15 directions and a tension.
    assert_eq!(drawing["lengths"], serde_json::json!([[5, 19]]));
    let last = |motion: &str| {
        drawing["motions"][motion].as_array().expect("is a list").last().expect("moves")[19].clone()
    };
    assert_eq!((last("own"), last("mistake")), (Value::from(250), Value::from(500)));
    assert!(
        built_in()["drawings"]
            .as_object()
            .expect("is an object")
            .values()
            .all(|it| it.get("lengths").is_none())
    );
}

/// A point of an outline as the script reads it.
fn hung(point: &Value) -> [Hung; 2] {
    let one = |point: &Value| Hung {
        bone: usize::try_from(point[0].as_u64().expect("is an index")).expect("is small"),
        along: point[1].as_i64().expect("is a number") as f32 / 100.0,
        beside: point[2].as_i64().expect("is a number") as f32 / 10.0,
    };
    if point[0].is_array() { [one(&point[0]), one(&point[1])] } else { [one(point); 2] }
}

#[test]
fn a_body_has_no_outlines_that_are_never_drawn() {
    let drawn = built_in();
    for (view, body) in drawn["bodies"].as_object().expect("is an object") {
        let drawings = drawn["drawings"].as_object().expect("is an object").values();
        let pictures = drawings
            .filter(|drawing| drawing["view"] == *view)
            .flat_map(|drawing| drawing["pictures"].as_array().expect("is a list"));
        let layers = pictures.flat_map(|picture| picture["layers"].as_array().expect("is a list"));
        let mut used: Vec<_> = layers.map(|layer| layer["outline"].as_u64()).collect();
        used.sort_unstable();
        used.dedup();
        assert_eq!(used.len(), body["outlines"].as_array().expect("is a list").len(), "{view}");
    }
}

#[test]
fn where_the_mistake_is_shown_both_pictures_begin_with_their_captions() {
    for (id, drawing) in drawings(Routine::hamstring_document()) {
        let pictures = drawing.pictures(drawing.still_ms);
        let captions: Vec<_> = pictures.iter().map(|picture| picture.caption).collect();
        match drawing.mistake {
            Some(_) => assert_eq!(captions, [Some(RIGHT), Some(WRONG)], "{id}"),
            None => assert_eq!(captions, [None], "{id}"),
        }
        for picture in pictures {
            assert!(
                picture.label.starts_with(picture.caption.unwrap_or_default()),
                "{id}: {}",
                picture.label
            );
        }
    }
}

#[test]
fn muscles_are_named_as_the_routine_names_them() {
    let anatomy = muscles(Routine::hamstring_document()).expect("has a picture");
    let routine = Routine::hamstring();
    for drawn in &anatomy.muscles {
        let muscle = routine.muscles.iter().find(|muscle| muscle.id == drawn.id).expect("is in the routine");
        assert_eq!(drawn.name, muscle.name);
        assert_eq!(drawn.label, format!("{}. {}", muscle.name, muscle.text));
    }
    assert_eq!(built_in()["muscles"]["muscles"][0]["name"], anatomy.muscles[0].name);
}

#[test]
fn only_views_that_are_shown_have_a_body() {
    let mut document: Value = serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    assert_eq!(built_in()["bodies"].as_object().expect("is an object").len(), 2);
    for section in document["sections"].as_array_mut().expect("is a list") {
        for exercise in section["exercises"].as_array_mut().expect("is a list") {
            let exercise = exercise.as_object_mut().expect("is an object");
            exercise.retain(|_, part| part["view"] != "front" && part["figure"]["view"] != "front");
        }
    }
    let (drawn, _) = draw(&document.to_string());
    let drawn: Value = serde_json::from_str(&drawn.expect("has figures")).expect("is JSON");
    assert_eq!(drawn["bodies"].as_object().expect("is an object").keys().collect::<Vec<_>>(), ["side"]);
}
