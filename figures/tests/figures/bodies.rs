//! Properties of any body in any pose, and of the built-in figures.

use proptest::prelude::*;
use serde_json::json;
use supple_core::Routine;
use supple_figures::{
    ANKLE, Build, Drawing, FOOT, Frame, Light, Limb, Muscle, Point, Pose, Side, View, bones, drawings, joint,
    outlines,
};

/// All drawings of the built-in routine with the ids of their exercises.
fn all() -> Vec<(String, Drawing)> {
    let all = drawings(Routine::hamstring_document());
    assert_eq!(all.len(), 13, "nine exercises, a variation and three easier ways");
    all
}

/// The frames of a drawing, every 20 ms: of the body, of its partner, and of the mistake.
fn frames(drawing: &Drawing) -> Vec<Vec<Frame>> {
    let motions =
        [Some(&drawing.motion), Some(&drawing.partner), drawing.mistake.as_ref().map(|(motion, _)| motion)];
    let of = |motion: &supple_figures::Motion| {
        let last = motion.moments.last().map_or(0, |moment| moment.ms);
        let times = (0..=last).step_by(20);
        times.filter_map(|ms| Some(motion.at(ms as f32, drawing.step_ms)?.frame)).collect()
    };
    motions.into_iter().flatten().map(of).collect()
}

fn limb() -> impl Strategy<Value = Limb> {
    (-40.0..145.0_f32, 0.0..150.0_f32, -60.0..40.0_f32)
        .prop_map(|(first, second, third)| [first, second, third])
}

fn pose() -> impl Strategy<Value = Pose> {
    let trunk = (-110.0..110.0_f32, -30.0..60.0_f32, -30.0..60.0_f32, -50.0..60.0_f32);
    (trunk, [limb(), limb()], [limb(), limb()]).prop_map(|((pelvis, lower, upper, neck), legs, arms)| Pose {
        at: Point::new(0.0, 50.0),
        pelvis,
        back: [lower, upper],
        neck,
        legs,
        arms,
        ..Pose::default()
    })
}

/// Every muscle, and of a pair both.
fn lights() -> Vec<Light> {
    let of = |(_, muscle): (&str, Muscle)| {
        let sides = if muscle.is_paired() { vec![Some(Side::Near), Some(Side::Far)] } else { vec![None] };
        sides.into_iter().map(move |side| Light::new(muscle, side))
    };
    Muscle::NAMES.into_iter().flat_map(of).collect()
}

fn view() -> impl Strategy<Value = View> {
    prop_oneof![Just(View::Side), Just(View::Front), Just(View::Above)]
}

proptest! {
    #[test]
    fn no_bone_changes_its_length(from in pose(), to in pose(), share in 0.0..1.0_f32, view in view()) {
        let bones = bones(view);
        let frame = Frame::of(&from, view).between(&Frame::of(&to, view), share);
        let joints = frame.joints(&bones);
        for (n, bone) in frame.seen(&bones).iter().enumerate() {
            let length = joints[bone.parent].distance(joints[n + 1]);
            prop_assert!((length - bone.length).abs() < 0.01, "bone {n}: {length} of {}", bone.length);
        }
    }

    #[test]
    fn a_hand_gets_where_it_can(pose in pose(), x in -60.0..60.0_f32, y in 0.0..110.0_f32) {
        let place = Point::new(x, y);
        let mut reaching = pose;
        reaching.reach(0, place);
        let joints = reaching.joints();
        let [shoulder, _, wrist, _] = joint::NEAR_ARM.map(|joint| joints[joint]);
        let within = (2.6..31.5).contains(&shoulder.distance(place));
        prop_assert!(!within || wrist.distance(place) < 0.1, "{wrist:?}");
        prop_assert!((0.0..=180.0).contains(&reaching.arms[0][1]), "the elbow bends as elbows do");
    }

    #[test]
    fn a_hand_gets_where_it_can_from_the_front(
        pose in pose(),
        x in -60.0..60.0_f32,
        y in 20.0..120.0_f32,
        is_inward: bool,
        arm in 0..2_usize,
    ) {
        let place = Point::new(x, y);
        let mut reaching = pose;
        if is_inward {
            reaching.arms[arm][1] = -10.0;
        }
        reaching.reach_from_the_front(arm, place);
        let joints = Frame::of(&reaching, View::Front).joints(&bones(View::Front));
        let [shoulder, _, wrist, _] = [joint::NEAR_ARM, joint::FAR_ARM][arm].map(|joint| joints[joint]);
        let within = (2.6..31.5).contains(&shoulder.distance(place));
        prop_assert!(!within || wrist.distance(place) < 0.1, "{wrist:?}");
        prop_assert_eq!(reaching.arms[arm][1] < 0.0, is_inward, "the elbow keeps its way");
    }

    #[test]
    fn a_heel_gets_where_it_can_from_the_front(
        pose in pose(),
        x in -40.0..48.0_f32,
        y in 2.0..60.0_f32,
        leg in 0..2_usize,
    ) {
        let place = Point::new(x, y);
        let mut stepping = pose;
        stepping.step_from_the_front(leg, place);
        let joints = Frame::of(&stepping, View::Front).joints(&bones(View::Front));
        let [hip, _, ankle, _] = [joint::NEAR_LEG, joint::FAR_LEG][leg].map(|joint| joints[joint]);
        let within = (0.3..49.0).contains(&hip.distance(place));
        prop_assert!(!within || ankle.distance(place) < 0.1, "{ankle:?}");
        prop_assert!((0.0..=180.0).contains(&stepping.legs[leg][1]));
    }

    #[test]
    fn a_heel_gets_where_it_can_and_the_knee_bends_forward(pose in pose(), x in -40.0..48.0_f32, y in 2.0..60.0_f32) {
        let place = Point::new(x, y);
        let mut stepping = pose;
        stepping.step(1, place);
        let ankle = stepping.joints()[joint::FAR_LEG[2]];
        let within = (0.3..49.0).contains(&pose.at.distance(place));
        prop_assert!(!within || ankle.distance(place) < 0.1, "{ankle:?}");
        prop_assert!((0.0..=180.0).contains(&stepping.legs[1][1]));
    }

    #[test]
    fn outlines_are_paths_of_whole_numbers(pose in pose(), view in view()) {
        let (bones, frame) = (bones(view), Frame::of(&pose, view));
        let joints = frame.joints(&bones);
        let lights: Vec<Light> = lights().into_iter().filter(|light| light.muscle.is_seen(view)).collect();
        for outline in outlines(view, &lights, None, &Build::default()) {
            let path = outline.path(&joints, &bones);
            prop_assert!(path.starts_with('M'), "{path}");
            let known = |c: char| c.is_ascii_digit() || "Mqt -".contains(c);
            prop_assert!(path.chars().all(known), "{path}");
        }
    }
}

#[test]
fn the_built_in_figures_bend_within_their_limits_at_every_moment() {
    for (id, drawing) in all() {
        if drawing.view == View::Front {
            continue;
        }
        for frame in frames(&drawing).iter().flatten() {
            let d = frame.directions;
            for [thigh, shin] in [[d[3], d[4]], [d[6], d[7]]] {
                assert!((-0.5..=156.0).contains(&(thigh - shin)), "{id}: a knee bends by {}", thigh - shin);
            }
            for [upper, fore] in [[d[9], d[10]], [d[12], d[13]]] {
                assert!((-0.5..=151.0).contains(&(fore - upper)), "{id}: an elbow bends by {}", fore - upper);
            }
            assert!((-30.5..=60.5).contains(&(d[0] - d[1])), "{id}: the back bends by {}", d[0] - d[1]);
        }
    }
}

#[test]
fn nobody_sinks_into_the_floor_and_standing_feet_stay_on_it() {
    for (id, drawing) in all() {
        let bones = bones(drawing.view);
        for frame in frames(&drawing).iter().flatten() {
            let joints = frame.joints(&bones);
            let lowest = joints.iter().map(|joint| joint.y).fold(f32::INFINITY, f32::min);
            assert!(lowest > -1.0, "{id}: a joint is {lowest} below the floor");
        }
        // In these exercises one leg carries the body all the time, so its sole never leaves the floor.
        if ["knee-raises", "leg-swings", "anchor"].contains(&id.as_str()) {
            for frame in frames(&drawing).iter().flatten() {
                let joints = frame.joints(&bones);
                let sole = |leg: [usize; 4]| joints[leg[2]].y.min(joints[leg[3]].y) - ANKLE;
                let standing = sole(joint::NEAR_LEG).min(sole(joint::FAR_LEG));
                assert!(standing.abs() < 1.0, "{id}: the foot is {standing} above the floor");
            }
        }
    }
}

#[test]
fn the_heel_stays_on_the_chair_while_the_body_leans() {
    let all = all();
    let (_, anchor) = all.iter().find(|(id, _)| id == "anchor").expect("is there");
    let bones = bones(View::Side);
    let places: Vec<Point> = (anchor.rest_ms..=3 * anchor.step_ms)
        .step_by(30)
        .map(|ms| {
            let joints =
                anchor.motion.at(ms as f32, anchor.step_ms).expect("has frames").frame.joints(&bones);
            joints[joint::NEAR_LEG[2]].between(joints[joint::NEAR_LEG[3]], -ANKLE / FOOT)
        })
        .collect();
    for place in &places {
        assert!(place.distance(places[0]) < 1.0, "{place:?}");
    }
}

#[test]
fn a_partner_holds_the_heel_all_the_time() {
    let all = all();
    let (_, assisted) = all.iter().find(|(id, _)| id == "assisted").expect("is there");
    let bones = bones(View::Side);
    for ms in (0..=assisted.still_ms).step_by(30) {
        let joints = |motion: &supple_figures::Motion| {
            motion.at(ms as f32, assisted.step_ms).expect("has frames").frame.joints(&bones)
        };
        let (own, partner) = (joints(&assisted.motion), joints(&assisted.partner));
        let heel = own[joint::NEAR_LEG[2]].between(own[joint::NEAR_LEG[3]], -ANKLE / FOOT);
        for wrist in [joint::NEAR_ARM[2], joint::FAR_ARM[2]] {
            let hand = Point::new(-partner[wrist].x, partner[wrist].y);
            assert!(hand.distance(heel) < 2.0, "{ms} ms: {hand:?} {heel:?}");
        }
    }
}

#[test]
fn every_stretch_lights_up_the_hamstring_and_no_move_does() {
    for (id, drawing) in all() {
        let tensions = |ms: u32| drawing.motion.at(ms as f32, drawing.step_ms).expect("has frames").tensions;
        let is_stretch = ["anchor", "seated", "seated-one-leg", "lying", "assisted"].contains(&id.as_str());
        assert_eq!(!drawing.lights.is_empty(), is_stretch, "{id}");
        if is_stretch {
            assert!(tensions(drawing.still_ms).iter().all(|tension| *tension > 0.95), "{id}");
            assert!(tensions(0).iter().all(|tension| *tension < 0.5), "{id}");
            let shapes = drawing.shapes(drawing.still_ms);
            let lit =
                |class: &str| shapes.iter().any(|shape| shape.class == class && shape.tension > Some(0.9));
            let together = id == "seated";
            assert!(lit("near muscle") && lit("far muscle") == together, "{id}");
        }
    }
}

/// The drawing of the anchor stretch after a change to its figure.
fn anchor(change: impl Fn(&mut serde_json::Value)) -> Drawing {
    let mut document: serde_json::Value =
        serde_json::from_str(Routine::hamstring_document()).expect("is JSON");
    change(document.pointer_mut("/sections/2/exercises/0/figure").expect("is in the document"));
    let all = drawings(&document.to_string());
    all.into_iter().find(|(id, _)| id == "anchor").expect("has no errors").1
}

#[test]
fn the_mistake_is_made_where_the_card_stands_still() {
    let usual = anchor(|_| {});
    let earlier = anchor(|figure| figure["still"] = 2.into());
    let mistake = |drawing: &Drawing| {
        let (motion, _) = drawing.mistake.as_ref().expect("has one");
        motion.at(drawing.still_ms as f32, drawing.step_ms).expect("has frames").frame
    };
    assert_ne!(earlier.still_ms, usual.still_ms);
    assert_eq!(mistake(&earlier), mistake(&usual));
}

#[test]
fn a_stretch_of_one_pose_is_lit_up() {
    let drawing = anchor(|figure| {
        let held = figure["poses"][3].clone();
        figure["poses"] = vec![held].into();
        figure["rest"] = 0.into();
    });
    assert_eq!(drawing.motion.at(0.0, drawing.step_ms).expect("has a frame").tensions, [1.0]);
}

#[test]
fn every_prop_is_in_the_picture() {
    for (kind, reach) in [("floor", 0.0), ("mat", 0.0), ("chair", 12.5), ("table", 21.0), ("wall", 0.1)] {
        let drawing = anchor(|figure| figure["props"] = json!([{ "kind": kind, "at": 80 }]));
        let [line] = drawing.props.as_slice() else { panic!("{kind}: {:?}", drawing.props) };
        assert!(line.starts_with('M'), "{kind}: {line}");
        let [left, _, width, _] = drawing.frame.map(|tenths| tenths as f32 / 10.0);
        assert!(reach == 0.0 || left + width > 80.0 + reach, "{kind} is cut off");
    }
}

#[test]
fn a_chair_has_its_back_ahead_of_the_body_or_behind_it() {
    let chair = |back: &str| {
        let drawing = anchor(|figure| figure["props"] = json!([{ "kind": "chair", "back": back }]));
        drawing.props[0].clone()
    };
    let usual = anchor(|figure| figure["props"] = json!([{ "kind": "chair" }])).props[0].clone();
    assert!(usual.contains("M125 -540V-8"), "{usual}");
    assert_eq!(chair("ahead"), usual);
    assert!(chair("behind").contains("M-125 -540V-8"), "{}", chair("behind"));
}
