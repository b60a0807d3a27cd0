//! From the JSON of a figure to a [`Figure`], with everything that is wrong with it.

mod arrow;
mod checks;
mod value;

use std::ops::RangeInclusive;

use super::build::{Build, Member};
use super::figure::{Figure, Hand, Mistake, Posture, Prop, PropKind, Support};
use super::muscle::{Light, Muscle, Side};
use super::pose::{Lengths, Pose};
use super::skeleton::{Point, View};
use super::strap::{Strap, StrapEnd};
use arrow::{ARROWS_MAX, arrow};
use checks::{check_fit, check_front};
pub(crate) use value::{Fields, Value};

/// Number of poses of a figure.
const POSES: RangeInclusive<usize> = 1..=12;
/// Largest number of props around a figure.
const PROPS_MAX: usize = 6;
/// Largest number of muscles that light up, each near, far or both.
const LIGHTS_MAX: usize = 6;
/// Time from one pose to the next, in milliseconds.
const STEP_MS: RangeInclusive<u32> = 100..=10_000;
/// A coordinate, in hundredths of the body's height.
const COORDINATE: RangeInclusive<f32> = -150.0..=150.0;
/// Height above what supports the body, in hundredths of its height.
const LIFT: RangeInclusive<f32> = 0.0..=60.0;

/// Height below which a picture shows nothing.
const ABOVE: RangeInclusive<f32> = 0.0..=75.0;

// The range of each joint in degrees: what a supple person is capable of, not what everybody should do.
const PELVIS: RangeInclusive<f32> = -150.0..=150.0;
const BACK: RangeInclusive<f32> = -30.0..=60.0;
const NECK: RangeInclusive<f32> = -50.0..=60.0;
/// Hip, knee and ankle. A knee doesn't bend backward.
const LEG: [RangeInclusive<f32>; 3] = [-40.0..=160.0, 0.0..=155.0, -85.0..=40.0];
/// The same from the front, where a leg also goes across the body, and its knee points inward or outward.
const LEG_FROM_THE_FRONT: [RangeInclusive<f32>; 3] = [-110.0..=160.0, -180.0..=180.0, -85.0..=40.0];
/// Shoulder, elbow and wrist. An elbow doesn't bend backward.
const ARM: [RangeInclusive<f32>; 3] = [-70.0..=200.0, 0.0..=150.0, -80.0..=80.0];
/// The same from the front, where an arm also goes across the body, and an elbow bends inward or outward.
const ARM_FROM_THE_FRONT: [RangeInclusive<f32>; 3] = [-110.0..=200.0, -150.0..=150.0, -80.0..=80.0];

/// Of the head against the neck.
const HEAD: RangeInclusive<f32> = -40.0..=40.0;
/// Of the chest against the hips, and of the head against the chest.
const TURN: [RangeInclusive<f32>; 2] = [-60.0..=60.0, -80.0..=80.0];
/// Outward and upward, in hundredths of the body's height.
const SHOULDERS: [RangeInclusive<f32>; 2] = [-4.0..=4.0, -4.0..=6.0];
const BREATH: RangeInclusive<f32> = 0.0..=1.0;
/// How much of a bone's length is seen. With less than this its direction would be anybody's guess.
const LENGTH: RangeInclusive<f32> = 0.2..=1.0;

// What a name in a document stands for. Where a field may be absent, the first one is the default.
const VIEWS: [(&str, View); 3] = [("side", View::Side), ("front", View::Front), ("above", View::Above)];
// Of two muscles the far one is drawn first.
const NEAR: &[Side] = &[Side::Near];
const FAR: &[Side] = &[Side::Far];
const BOTH: &[Side] = &[Side::Far, Side::Near];
const STRETCHES: [(&str, &[Side]); 3] = [("none", &[]), ("near", NEAR), ("both", BOTH)];
const HANDS: [(&str, &[Side]); 2] = [("near-hand", NEAR), ("far-hand", FAR)];
const STRAP_ENDS: [(&str, StrapEnd); 3] = [
    ("near-foot", StrapEnd::Foot(Side::Near)),
    ("far-foot", StrapEnd::Foot(Side::Far)),
    ("hands", StrapEnd::Hand),
];
const MEMBERS: [(&str, Member); 4] = [
    ("near-arm", Member::NearArm),
    ("far-arm", Member::FarArm),
    ("near-leg", Member::NearLeg),
    ("far-leg", Member::FarLeg),
];
const OF: [(&str, &[Side]); 3] = [("near", NEAR), ("far", FAR), ("both", BOTH)];
const SUPPORTS: [(&str, Support); 8] = [
    ("feet", Support::Feet),
    ("near-foot", Support::NearFoot),
    ("far-foot", Support::FarFoot),
    ("seat", Support::Seat),
    ("chair", Support::Chair),
    ("knees", Support::Knees),
    ("back", Support::Back),
    ("front", Support::Front),
];
const PROP_KINDS: [(&str, PropKind); 6] = [
    ("floor", PropKind::Floor),
    ("mat", PropKind::Mat),
    ("chair", PropKind::Chair),
    ("table", PropKind::Table),
    ("wall", PropKind::Wall),
    ("doorway", PropKind::Doorway),
];
/// Where the back of a chair is, as the body sees it.
const CHAIR_BACKS: [(&str, PropKind); 3] = [
    ("ahead", PropKind::Chair),
    ("behind", PropKind::TurnedChair),
    // It is seen from the front, as a body is that sits on it.
    ("away", PropKind::ChairFromTheFront),
];
const OWN_HANDS: [(&str, Hand); 1] = [("behind-thigh", Hand::BehindThigh)];
const PARTNERS_HANDS: [(&str, Hand); 2] = [OWN_HANDS[0], ("partner", Hand::PersonsHeel)];

/// Reads a figure. If anything is wrong with it, that is noted and there is no figure.
pub(crate) fn figure(value: Value) -> Option<Figure> {
    let (path, problems) = (value.path.clone(), value.problems);
    let before = problems.count();
    let mut fields = value.fields();
    let view = one_of_or_first(&mut fields, "view", &VIEWS);
    let stretches = one_of_or_first(&mut fields, "stretches", &STRETCHES);
    let lit = fields.optional_list("lights", LIGHTS_MAX);
    let props = fields.optional_list("props", PROPS_MAX);
    let arrows = fields.optional_list("arrows", ARROWS_MAX);
    let poses = fields.list("poses", &POSES);
    let partner = fields.optional_list("partner", *POSES.end());
    let step_ms = fields.whole_number("step", &STEP_MS);
    // An empty list of poses has been noted; any index may do then.
    let pose_count = if poses.is_empty() { *POSES.end() } else { poses.len() };
    let last = u32::try_from(pose_count - 1).unwrap_or(0);
    let mut index = |name: &str, default| {
        let given = fields.optional(name).and_then(|value| value.whole_number(&(0..=last)));
        given.unwrap_or(default) as usize
    };
    let (rest, still) = (index("rest", 0), index("still", last));
    let mistake = fields.optional("mistake").and_then(|value| mistake(value, view));
    let text = fields.text("text");
    let strap = fields.optional("strap").and_then(strap);
    let above = fields.optional("above").and_then(|value| value.number(&ABOVE));
    let [behind, in_front] = ["behind", "in-front"].map(|name| members(&mut fields, name, view));
    let props = props.into_iter().filter_map(|value| prop(value, view)).collect();
    let poses: Vec<Posture> = poses.into_iter().filter_map(|pose| posture(pose, view, &OWN_HANDS)).collect();
    let hamstrings = stretches.iter().map(|side| Light::new(Muscle::Hamstring, Some(*side)));
    let mut lights = hamstrings.collect();
    for value in lit {
        light(value, view, &mut lights);
    }
    if let Some(still) = poses.get(still) {
        lights.iter_mut().for_each(|light| light.set_forearm(&still.pose));
    }
    let held = poses.iter().chain(mistake.iter().map(|mistake: &Mistake| &mistake.posture));
    let build = Build { behind, in_front, ..Build::of(held.map(|posture| &posture.pose)) };
    let figure = Figure {
        text,
        view,
        lights,
        strap,
        build,
        above,
        props,
        poses,
        partner: partner.into_iter().filter_map(|pose| posture(pose, view, &PARTNERS_HANDS)).collect(),
        step_ms,
        repeats: fields.flag("repeats"),
        rest,
        still,
        arrows: arrows.into_iter().filter_map(arrow).collect(),
        mistake,
    };
    let partner_path = fields.path_of("partner");
    fields.refuse_unread();
    // What follows takes a figure that could be read.
    if problems.count() > before {
        return None;
    }
    if !figure.partner.is_empty() && figure.partner.len() != figure.poses.len() {
        let count = figure.poses.len();
        problems.add(&partner_path, format!("should have as many poses as the figure, {count}."));
        return None;
    }
    if view != View::Side {
        check_front(&figure, &path, problems);
    }
    // What isn't supported needn't fit, too.
    if problems.count() == before {
        check_fit(&figure, &path, problems);
    }
    (problems.count() == before).then_some(figure)
}

/// Reads which limbs are drawn at another place than usual.
fn members(fields: &mut Fields, name: &str, view: View) -> Vec<Member> {
    let list = fields.optional_list(name, MEMBERS.len());
    if let (Some(first), View::Side) = (list.first(), view) {
        first.refuse("is only supported in the front view.");
        return Vec::new();
    }
    list.into_iter().filter_map(|value| value.one_of(&MEMBERS)).collect()
}

/// A field that needs a view; noted if it is there in another one.
fn only_from<'a>(needed: View, view: View, fields: &mut Fields<'a>, name: &str) -> Option<Value<'a>> {
    let value = fields.optional(name)?;
    if view.of_body() == needed {
        return Some(value);
    }
    value.refuse(format!("is only supported in the {} view.", needed.name()));
    None
}

fn mistake(value: Value, view: View) -> Option<Mistake> {
    let mut fields = value.fields();
    let text = fields.text("text");
    let posture = fields.required("pose").and_then(|pose| posture(pose, view, &OWN_HANDS));
    fields.refuse_unread();
    Some(Mistake { posture: posture?, text })
}

/// Reads which muscle lights up, and adds it to those that do already.
fn light(value: Value, view: View, lights: &mut Vec<Light>) {
    let (path, problems) = (value.path.clone(), value.problems);
    let (muscle, of) = if value.is_text() {
        (value.one_of(&Muscle::NAMES), None)
    } else {
        let mut fields = value.fields();
        let muscle = fields.required("muscle").and_then(|muscle| muscle.one_of(&Muscle::NAMES));
        let of = fields.optional("of").and_then(|of| of.one_of(&OF));
        fields.refuse_unread();
        (muscle, of)
    };
    let Some(muscle) = muscle else { return };
    if !muscle.is_seen(view) {
        let from = match view {
            View::Side => "the side",
            View::Front => "the front",
            View::Above => "above",
        };
        problems.add(&path, format!("is a muscle that can't be seen from {from}."));
        return;
    }
    if !muscle.is_paired() && of.is_some() {
        let message = "should be left out: this muscle is in the middle, so there is no near or far one.";
        problems.add(&format!("{path}.of"), message);
        return;
    }
    let sides: &[Option<Side>] = match of.unwrap_or(NEAR) {
        _ if !muscle.is_paired() => &[None],
        [Side::Near] => &[Some(Side::Near)],
        [Side::Far] => &[Some(Side::Far)],
        _ => &[Some(Side::Far), Some(Side::Near)],
    };
    for side in sides {
        if lights.iter().any(|other| (other.muscle, other.side) == (muscle, *side)) {
            problems.add(&path, "lights up already.");
            return;
        }
        lights.push(Light::new(muscle, *side));
    }
}

/// Reads a strap: where it goes from both hands, or from which hand it goes where.
fn strap(value: Value) -> Option<Strap> {
    if value.is_text() {
        return Some(Strap { hands: BOTH, to: value.one_of(&STRAP_ENDS)? });
    }
    let mut fields = value.fields();
    let hands = fields.required("from").and_then(|from| from.one_of(&HANDS));
    // From one hand it can't go to both.
    let [near_foot, far_foot, _] = STRAP_ENDS;
    let to = fields.required("to").and_then(|to| to.one_of(&[near_foot, far_foot]));
    fields.refuse_unread();
    Some(Strap { hands: hands?, to: to? })
}

fn prop(value: Value, view: View) -> Option<Prop> {
    let problems = value.problems;
    let mut fields = value.fields();
    let kind = fields.required("kind").and_then(|kind| kind.one_of(&PROP_KINDS));
    if kind == Some(PropKind::Doorway) && view == View::Side {
        problems.add(&fields.path_of("kind"), "\"doorway\" is only supported in the front view.");
    }
    if kind.is_some_and(|kind| kind != PropKind::Mat) && view == View::Above {
        problems
            .add(&fields.path_of("kind"), "is not supported in the view from above, where only a mat is.");
    }
    let at = number_or_zero(&mut fields, "at", &COORDINATE);
    let turned = fields.optional("back").and_then(|back| {
        if kind.is_none_or(|kind| kind == PropKind::Chair) {
            let chair = back.one_of(&CHAIR_BACKS);
            if chair == Some(PropKind::ChairFromTheFront) && view == View::Side {
                back.refuse("\"away\" is only supported in the front view.");
            }
            return chair;
        }
        back.refuse("is a field of chairs only.");
        None
    });
    fields.refuse_unread();
    Some(Prop { kind: turned.or(kind)?, at })
}

fn posture(value: Value, view: View, known_hands: &[(&str, Hand)]) -> Option<Posture> {
    let problems = value.problems;
    let before = problems.count();
    let mut fields = value.fields();
    let on = one_of_or_first(&mut fields, "on", &SUPPORTS);
    let (leg, arm) = match view {
        View::Side => (&LEG, &ARM),
        View::Front | View::Above => (&LEG_FROM_THE_FRONT, &ARM_FROM_THE_FRONT),
    };
    let legs = ["near-leg", "far-leg"].map(|name| numbers(&mut fields, name, leg));
    let arms = ["near-arm", "far-arm"].map(|name| numbers(&mut fields, name, arm));
    let back = numbers(&mut fields, "back", &[BACK; 2]);
    let pelvis = required_number(&mut fields, "pelvis", &PELVIS);
    let neck = required_number(&mut fields, "neck", &NECK);
    let heels = ["near-heel", "far-heel"].map(|name| fields.optional(name).and_then(|value| point(&value)));
    let hands = ["near-hand", "far-hand"].map(|name| {
        let value = fields.optional(name)?;
        if value.is_text() { value.one_of(known_hands) } else { point(&value).map(Hand::At) }
    });
    let at = Point::new(number_or_zero(&mut fields, "at", &COORDINATE), 0.0);
    let lift = number_or_zero(&mut fields, "lift", &LIFT);
    let lengths = fields.optional("lengths").map(lengths).unwrap_or_default();
    let head = only_from(View::Side, view, &mut fields, "head");
    let head = head.and_then(|value| value.number(&HEAD)).unwrap_or_default();
    let breath = only_from(View::Side, view, &mut fields, "breath");
    let breath = breath.and_then(|value| value.number(&BREATH)).unwrap_or_default();
    let turn = only_from(View::Front, view, &mut fields, "turn");
    let turn = turn.map(|value| list_of_numbers(&value, &TURN)).unwrap_or_default();
    let shoulders = only_from(View::Front, view, &mut fields, "shoulders");
    let shoulders = shoulders.map(|value| list_of_numbers(&value, &SHOULDERS)).unwrap_or_default();
    fields.refuse_unread();
    let pose = Pose { at, pelvis, back, neck, legs, arms, lengths, head, breath, turn, shoulders };
    (problems.count() == before).then_some(Posture { pose, on, lift, heels, hands })
}

/// Reads how much of some bones is seen; of the others all is.
fn lengths(value: Value) -> Lengths {
    let mut fields = value.fields();
    let all = Lengths::default();
    let [near_leg, far_leg] =
        ["near-leg", "far-leg"].map(|name| optional_numbers(&mut fields, name, &[LENGTH; 3]));
    let [near_arm, far_arm] =
        ["near-arm", "far-arm"].map(|name| optional_numbers(&mut fields, name, &[LENGTH; 3]));
    let back = optional_numbers(&mut fields, "back", &[LENGTH; 2]);
    fields.refuse_unread();
    Lengths {
        back: back.unwrap_or(all.back),
        legs: [near_leg.unwrap_or(all.legs[0]), far_leg.unwrap_or(all.legs[1])],
        arms: [near_arm.unwrap_or(all.arms[0]), far_arm.unwrap_or(all.arms[1])],
    }
}

fn one_of_or_first<T: Copy, const N: usize>(fields: &mut Fields, name: &str, known: &[(&str, T); N]) -> T {
    fields.optional(name).and_then(|value| value.one_of(known)).unwrap_or(known[0].1)
}

/// A required list of numbers, each with a range of its own; zeros where there is none.
fn numbers<const N: usize>(fields: &mut Fields, name: &str, ranges: &[RangeInclusive<f32>; N]) -> [f32; N] {
    fields.required(name).map(|value| list_of_numbers(&value, ranges)).unwrap_or([0.0; N])
}

/// The same of a list that may be absent.
fn optional_numbers<const N: usize>(
    fields: &mut Fields,
    name: &str,
    ranges: &[RangeInclusive<f32>; N],
) -> Option<[f32; N]> {
    fields.optional(name).map(|value| list_of_numbers(&value, ranges))
}

fn list_of_numbers<const N: usize>(value: &Value, ranges: &[RangeInclusive<f32>; N]) -> [f32; N] {
    let Some(items) = value.items() else {
        value.refuse(format!("should be a list of {N} numbers, but is {}.", value.kind()));
        return [0.0; N];
    };
    if items.len() != N {
        value.refuse(format!("should have {N} numbers, but has {}.", items.len()));
        return [0.0; N];
    }
    let mut numbers = [0.0; N];
    for ((number, item), range) in numbers.iter_mut().zip(items).zip(ranges) {
        *number = item.number(range).unwrap_or_default();
    }
    numbers
}

fn required_number(fields: &mut Fields, name: &str, range: &RangeInclusive<f32>) -> f32 {
    fields.required(name).and_then(|value| value.number(range)).unwrap_or_default()
}

fn number_or_zero(fields: &mut Fields, name: &str, range: &RangeInclusive<f32>) -> f32 {
    fields.optional(name).and_then(|value| value.number(range)).unwrap_or_default()
}

fn point(value: &Value) -> Option<Point> {
    let Some(items) = value.items() else {
        value.refuse(format!("should be a place, [x, y], but is {}.", value.kind()));
        return None;
    };
    let [x, y] = items.as_slice() else {
        value.refuse(format!("should be a place, [x, y], but has {} numbers.", items.len()));
        return None;
    };
    let (x, y) = (x.number(&COORDINATE), y.number(&COORDINATE));
    Some(Point::new(x?, y?))
}
