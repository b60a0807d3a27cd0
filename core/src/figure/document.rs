//! A figure as a routine's document says it: read, with everything that is wrong.

use super::motion::{heel_for_partner, misfits};
use super::skeleton::{Limb, Point, Pose, View};
use crate::json::Value;
use crate::routine::document::{Fields, Problems, kind, number, shown, text};

/// How many poses a figure may go through.
const POSES: (usize, usize) = (1, 12);
/// How many things may be around a figure.
const PROPS: (usize, usize) = (0, 6);
/// From one pose to the next, in milliseconds.
const STEP_MS: (u32, u32) = (100, 10_000);
/// A place, in hundredths of the body's height.
const PLACE: (f32, f32) = (-150.0, 150.0);
/// How high a body may be above what bears it, in hundredths of its height.
const LIFT: (f32, f32) = (0.0, 60.0);

// How far each joint goes, in degrees: what a supple person can do, not what everybody should.
const PELVIS: (f32, f32) = (-110.0, 110.0);
const BACK: (f32, f32) = (-30.0, 60.0);
const NECK: (f32, f32) = (-50.0, 60.0);
/// Hip, knee, ankle. No knee bends backward.
const LEG: [(f32, f32); 3] = [(-40.0, 145.0), (0.0, 155.0), (-60.0, 40.0)];
/// Shoulder, elbow, wrist. No elbow does either.
const ARM: [(f32, f32); 3] = [(-70.0, 200.0), (0.0, 150.0), (-80.0, 80.0)];

/// What bears a body, and so says how high its hips are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// The lower of both feet.
    Feet,
    /// The foot of the nearer leg.
    NearFoot,
    /// The foot of the farther leg.
    FarFoot,
    /// It sits on the floor.
    Seat,
    /// It lies on its back.
    Back,
}

/// Where hands have to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hands {
    /// Behind the thigh of the nearer leg.
    BehindThigh,
    /// At a place.
    At(Point),
    /// At the nearer heel of the person whose partner this is.
    Heel,
}

/// A pose as it is written: angles, and what they have to fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posture {
    /// The angles. Where something below says otherwise, they are where the body starts from.
    pub pose: Pose,
    /// What bears it.
    pub on: Bearing,
    /// How far above that it is, in hundredths of the body's height.
    pub lift: f32,
    /// Where the heel of the nearer leg, and that of the farther one, have to be.
    pub heels: [Option<Point>; 2],
    /// Where the nearer hand, and the farther one, have to be.
    pub hands: [Option<Hands>; 2],
}

/// Something that a person stretches with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropKind {
    /// The floor, as a line.
    Floor,
    /// A mat on the floor.
    Mat,
    /// A chair, seen from its side: its seat is 27 hundredths of a body high.
    Chair,
    /// A table, 49 hundredths high.
    Table,
}

/// One of these, and the place of its middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prop {
    /// What it is.
    pub kind: PropKind,
    /// In hundredths of the body's height, from where x is 0.
    pub at: f32,
}

/// What a routine's document says about an exercise's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is to be seen, for those who don't see it.
    pub text: String,
    /// From where.
    pub view: View,
    /// Whether the hamstring of the nearer leg, of both, or none is stretched.
    pub stretches: [bool; 2],
    /// What is around.
    pub props: Vec<Prop>,
    /// The poses that it goes through.
    pub poses: Vec<Posture>,
    /// Those of a partner, one for each; or none.
    pub partner: Vec<Posture>,
    /// From one pose to the next, in milliseconds.
    pub step_ms: u32,
    /// Whether it goes on with the first pose after the last, over and over. If not, the last one is held.
    pub repeats: bool,
    /// The pose to which one comes back between two holds, by its place among the others.
    pub rest: usize,
    /// The pose that tells most, by its place among the others.
    pub still: usize,
    /// The pose of the usual mistake, and what is wrong with it, in words.
    pub mistake: Option<(Posture, String)>,
}

/// Reads a figure. What can't be read is noted; then there is no figure.
pub(super) fn figure(path: String, value: Value, problems: &mut Problems) -> Option<Figure> {
    let before = problems.count();
    let path_of_all = path.clone();
    let mut fields = Fields::new(path, value, problems);
    let view = one_of(&mut fields, "view", &[("side", View::Side), ("front", View::Front)], problems);
    let stretches = [("none", [false; 2]), ("near", [true, false]), ("both", [true; 2])];
    let stretches = one_of(&mut fields, "stretches", &stretches, problems);
    let props = fields.list("props", PROPS, problems);
    let poses = fields.list("poses", POSES, problems);
    let partner = fields.list("partner", (0, POSES.1), problems);
    let step_ms = fields.number("step", STEP_MS, problems);
    // Where there are no poses, that was said.
    let last = u32::try_from(if poses.is_empty() { POSES.1 } else { poses.len() } - 1).unwrap_or(0);
    let mut place = |name: &str, usual| match fields.optional(name) {
        Some(place) => number(&fields.path(name), &place, (0, last), problems).unwrap_or(usual) as usize,
        None => usual as usize,
    };
    let (rest, still) = (place("rest", 0), place("still", last));
    let mistake_path = fields.path("mistake");
    let mistake = fields.optional("mistake").map(|value| {
        let mut fields = Fields::new(mistake_path.clone(), value, problems);
        let text = fields.text("text", problems);
        let path = fields.path("pose");
        let pose = fields.required("pose", problems).and_then(|pose| posture(path, pose, &OWN, problems));
        fields.end(problems);
        pose.map(|pose| (pose, text))
    });
    let count = poses.len();
    let partner_path = fields.path("partner");
    let figure = Figure {
        text: fields.text("text", problems),
        view: view.unwrap_or_default(),
        stretches: stretches.unwrap_or_default(),
        props: props.into_iter().filter_map(|(path, prop)| self::prop(path, prop, problems)).collect(),
        poses: poses.into_iter().filter_map(|(path, pose)| posture(path, pose, &OWN, problems)).collect(),
        partner: partner
            .into_iter()
            .filter_map(|(path, pose)| posture(path, pose, &PARTNERS, problems))
            .collect(),
        step_ms,
        repeats: fields.flag("repeats", problems),
        rest,
        still,
        mistake: mistake.flatten(),
    };
    fields.end(problems);
    if problems.count() == before && !figure.partner.is_empty() && figure.partner.len() != count {
        problems.add(&partner_path, format!("should have as many poses as the figure, {count}."));
    }
    if problems.count() == before {
        match figure.view {
            View::Side => check_fit(&figure, &path_of_all, problems),
            View::Front => check_front(&figure, &path_of_all, problems),
        }
    }
    (problems.count() == before).then_some(figure)
}

/// What only shows when a pose is solved: what has to be somewhere gets there, and nobody sinks into the floor.
fn check_fit(figure: &Figure, path: &str, problems: &mut Problems) {
    let mut check = |path: String, posture: &Posture, heel: Option<Point>| {
        for (field, message) in misfits(posture, figure.view, heel) {
            problems.add(&format!("{path}{field}"), message);
        }
    };
    for (n, posture) in figure.poses.iter().enumerate() {
        check(format!("{path}.poses[{n}]"), posture, None);
        if let Some(partner) = figure.partner.get(n) {
            check(format!("{path}.partner[{n}]"), partner, Some(heel_for_partner(posture, figure.view)));
        }
    }
    if let Some((posture, _)) = &figure.mistake {
        check(format!("{path}.mistake.pose"), posture, None);
    }
}

/// What can't be drawn from the front, where bones lie in the plane and backs of thighs aren't seen.
fn check_front(figure: &Figure, path: &str, problems: &mut Problems) {
    let mut check = |is_wrong: bool, field: &str| {
        if is_wrong {
            problems.add(&format!("{path}{field}"), "works in the side view alone.");
        }
    };
    check(figure.stretches != [false; 2], ".stretches");
    check(!figure.partner.is_empty(), ".partner");
    let poses = figure.poses.iter().enumerate().map(|(n, posture)| (posture, format!(".poses[{n}]")));
    let mistake = figure.mistake.iter().map(|(posture, _)| (posture, ".mistake.pose".to_owned()));
    for (posture, field) in poses.chain(mistake) {
        for (side, name) in ["near", "far"].into_iter().enumerate() {
            check(posture.heels[side].is_some(), &format!("{field}.{name}-heel"));
            check(posture.hands[side].is_some(), &format!("{field}.{name}-hand"));
        }
    }
}

fn prop(path: String, value: Value, problems: &mut Problems) -> Option<Prop> {
    let mut fields = Fields::new(path, value, problems);
    let kinds = [
        ("floor", PropKind::Floor),
        ("mat", PropKind::Mat),
        ("chair", PropKind::Chair),
        ("table", PropKind::Table),
    ];
    let kind = match fields.required("kind", problems) {
        Some(value) => named(&fields.path("kind"), value, &kinds, problems),
        None => None,
    };
    let at = decimal_or(&mut fields, "at", PLACE, problems);
    fields.end(problems);
    Some(Prop { kind: kind?, at })
}

/// Where hands may be by name: of a person, and of a partner.
const OWN: [(&str, Hands); 1] = [("behind-thigh", Hands::BehindThigh)];
const PARTNERS: [(&str, Hands); 2] = [OWN[0], ("partner", Hands::Heel)];

fn posture(path: String, value: Value, places: &[(&str, Hands)], problems: &mut Problems) -> Option<Posture> {
    let before = problems.count();
    let mut fields = Fields::new(path, value, problems);
    let bearings = [
        ("feet", Bearing::Feet),
        ("near-foot", Bearing::NearFoot),
        ("far-foot", Bearing::FarFoot),
        ("seat", Bearing::Seat),
        ("back", Bearing::Back),
    ];
    let on = one_of(&mut fields, "on", &bearings, problems);
    let mut limb =
        |name: &str, ranges: [(f32, f32); 3]| -> Limb { decimals(&mut fields, name, ranges, problems) };
    let legs = [limb("near-leg", LEG), limb("far-leg", LEG)];
    let arms = [limb("near-arm", ARM), limb("far-arm", ARM)];
    let back = decimals(&mut fields, "back", [BACK; 2], problems);
    let mut one = |name: &str, range| decimals(&mut fields, name, [range], problems)[0];
    let (pelvis, neck) = (one("pelvis", PELVIS), one("neck", NECK));
    let heels = ["near-heel", "far-heel"]
        .map(|name| fields.optional(name).map(|value| self::place(&fields.path(name), value, problems)));
    let hands = ["near-hand", "far-hand"].map(|name| {
        let value = fields.optional(name)?;
        let path = fields.path(name);
        if let Value::Text(_) = &value {
            named(&path, value, places, problems)
        } else {
            Some(Hands::At(self::place(&path, value, problems)))
        }
    });
    let at = Point::new(decimal_or(&mut fields, "at", PLACE, problems), 0.0);
    let lift = decimal_or(&mut fields, "lift", LIFT, problems);
    fields.end(problems);
    let pose = Pose { at, pelvis, back, neck, legs, arms };
    let posture = Posture { pose, on: on.unwrap_or(Bearing::Feet), lift, heels, hands };
    (problems.count() == before).then_some(posture)
}

/// A text that stands for something; the first of them where there is no such field.
fn one_of<T: Copy>(
    fields: &mut Fields,
    name: &str,
    known: &[(&str, T)],
    problems: &mut Problems,
) -> Option<T> {
    match fields.optional(name) {
        Some(value) => named(&fields.path(name), value, known, problems),
        None => known.first().map(|(_, first)| *first),
    }
}

/// What a text stands for, which has to be one of these.
pub(super) fn named<T: Copy>(
    path: &str,
    value: Value,
    known: &[(&str, T)],
    problems: &mut Problems,
) -> Option<T> {
    let name = text(path, value, problems);
    let found = known.iter().find(|(other, _)| *other == name).map(|(_, what)| *what);
    if found.is_none() && !name.is_empty() {
        let all: Vec<String> = known.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        problems.add(path, format!("\"{}\" is not one of {}.", shown(&name), all.join(", ")));
    }
    found
}

/// A required list of numbers, each in its range; or a single number where one is wanted.
fn decimals<const N: usize>(
    fields: &mut Fields,
    name: &str,
    ranges: [(f32, f32); N],
    problems: &mut Problems,
) -> [f32; N] {
    let path = fields.path(name);
    let items = match fields.required(name, problems) {
        None => return [0.0; N],
        Some(Value::List(items)) if N > 1 => items,
        Some(value) if N == 1 => vec![value],
        Some(other) => {
            problems.add(&path, format!("should be a list of {N} numbers, but is {}.", kind(&other)));
            return [0.0; N];
        }
    };
    if items.len() != N {
        problems.add(&path, format!("should have {N} numbers, but has {}.", items.len()));
        return [0.0; N];
    }
    let mut numbers = [0.0; N];
    for (n, (value, range)) in items.iter().zip(ranges).enumerate() {
        let path = if N > 1 { format!("{path}[{n}]") } else { path.clone() };
        numbers[n] = decimal(&path, value, range, problems);
    }
    numbers
}

fn place(path: &str, value: Value, problems: &mut Problems) -> Point {
    let Value::List(items) = value else {
        problems.add(path, format!("should be a place, [x, y], but is {}.", kind(&value)));
        return Point::default();
    };
    let [x, y] = items.as_slice() else {
        problems.add(path, format!("should be a place, [x, y], but has {} numbers.", items.len()));
        return Point::default();
    };
    let mut at = |n: usize, value| decimal(&format!("{path}[{n}]"), value, PLACE, problems);
    Point::new(at(0, x), at(1, y))
}

fn decimal_or(fields: &mut Fields, name: &str, range: (f32, f32), problems: &mut Problems) -> f32 {
    match fields.optional(name) {
        Some(value) => decimal(&fields.path(name), &value, range, problems),
        None => 0.0,
    }
}

/// A number within a range; the range's nearest to 0 where it is none.
fn decimal(path: &str, value: &Value, (min, max): (f32, f32), problems: &mut Problems) -> f32 {
    let number = if let Value::Number(number) = value { number.parse::<f32>().ok() } else { None };
    // What is too great for a number here is infinite, and in no range.
    if let Some(number) = number.filter(|number| (min..=max).contains(number)) {
        return number;
    }
    let found = if let Value::Number(number) = value { shown(number) } else { kind(value).to_owned() };
    problems.add(path, format!("should be a number from {min} to {max}, but is {found}."));
    0.0_f32.clamp(min, max)
}
