//! Generators of options, documents, plans and log entries.

#![allow(dead_code, clippy::expect_used, reason = "every test file takes what it needs; and so a test fails")]

pub(crate) mod documents;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::{Map, Value};
use supple_core::{Avoid, Entry, ExerciseOptions, Feeling, Leg, Options, PhaseKind, Plan, Routine, Side};

/// How many cases to try. A failing case is shrunk and printed; turn it into a test of its own.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// The ids that options may mention: those of the built-in routine and an unknown one.
const IDS: [&str; 11] = [
    "jumping-jacks",
    "jogging-in-place",
    "leg-lunges",
    "knee-raises",
    "leg-swings",
    "anchor",
    "seated",
    "seated-one-leg",
    "lying",
    "assisted",
    "of-another-routine",
];

fn exercise_options() -> impl Strategy<Value = ExerciseOptions> {
    let repeats = prop_oneof![4 => 0_u16..8, 1 => any::<u16>()];
    let seconds = prop_oneof![4 => 0_u32..60, 1 => any::<u32>()];
    let flag = any::<bool>();
    (prop::bool::weighted(0.3), prop::option::of(repeats), prop::option::of(seconds), flag, flag, flag)
        .prop_map(|(leave_out, repeats, seconds, easier, variation, substitute)| ExerciseOptions {
            leave_out,
            repeats,
            seconds,
            easier,
            variation,
            substitute,
        })
}

/// Mostly no reason to leave anything out, and sometimes a few.
fn avoid() -> impl Strategy<Value = Vec<Avoid>> {
    prop_oneof![3 => Just(Vec::new()), 1 => subsequence(&Avoid::ALL[..], 1..4)]
}

/// Any options, sensible or not.
pub(crate) fn options() -> impl Strategy<Value = Options> {
    let between = || prop::option::of(prop_oneof![1 => Just(0_u32), 4 => 0_u32..15, 1 => any::<u32>()]);
    let percent = prop_oneof![3 => Just(100_u16), 3 => 50_u16..=1_000, 1 => any::<u16>()];
    let leg = select(vec![Leg::Left, Leg::Right]);
    let exercises = btree_map(select(&IDS[..]).prop_map(str::to_owned), exercise_options(), 0..8);
    let only = prop::option::weighted(0.1, select(&IDS[..]).prop_map(str::to_owned));
    let minutes = prop::option::weighted(0.3, prop_oneof![4 => 0_u16..20, 1 => any::<u16>()]);
    let times = (between(), between(), between(), between(), minutes);
    let yes_or_no = (any::<bool>(), any::<bool>(), any::<bool>());
    (leg, percent, times, yes_or_no, avoid(), only, exercises).prop_map(
        |(first_leg, hold_percent, times, (partner, own_pace, longer_pauses), avoid, only, exercises)| {
            let (prepare_s, switch_s, recover_s, resume_s, minutes) = times;
            Options {
                first_leg,
                hold_percent,
                prepare_s,
                switch_s,
                recover_s,
                resume_s,
                longer_pauses,
                minutes,
                partner,
                own_pace,
                sore_on: None,
                avoid,
                only,
                wait_until_ready: false,
                exercises: exercises.into_iter().collect(),
            }
        },
    )
}

/// The plan of the built-in routine with any options, on the timer.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    plan_at(Just(false))
}

/// The same, on the timer or at the person's own pace.
pub(crate) fn plan_at_any_pace() -> impl Strategy<Value = Plan> {
    plan_at(any::<bool>())
}

fn plan_at(own_pace: impl Strategy<Value = bool>) -> impl Strategy<Value = Plan> {
    (options(), own_pace)
        .prop_map(|(options, own_pace)| Plan::new(&Routine::hamstring(), &Options { own_pace, ..options }))
}

/// A plan that is not empty and takes at most a few minutes, so that a test can step through it millisecond
/// by millisecond.
pub(crate) fn short_plan() -> impl Strategy<Value = Plan> {
    short_plan_at(Just(false))
}

/// The same, on the timer or at the person's own pace.
pub(crate) fn short_plan_at_any_pace() -> impl Strategy<Value = Plan> {
    short_plan_at(any::<bool>())
}

fn short_plan_at(own_pace: impl Strategy<Value = bool>) -> impl Strategy<Value = Plan> {
    let options = (options(), vec(any::<bool>(), IDS.len()), any::<Index>(), own_pace);
    options.prop_map(|(mut options, kept, surely, own_pace)| {
        options.own_pace = own_pace;
        options.only = None;
        options.minutes = None;
        options.hold_percent = options.hold_percent.clamp(50, 120);
        options.prepare_s = options.prepare_s.map(|seconds| seconds.min(12));
        options.switch_s = options.switch_s.map(|seconds| seconds.min(12));
        options.recover_s = options.recover_s.map(|seconds| seconds.min(12));
        let surely = IDS[surely.index(9)];
        for (id, kept) in IDS.into_iter().zip(kept) {
            options.change_exercise(id, |chosen| {
                chosen.leave_out = !kept && id != surely;
                chosen.seconds = chosen.seconds.map(|seconds| seconds.min(25));
            });
        }
        Plan::new(&Routine::hamstring(), &options)
    })
}

/// The built-in document as a tree.
pub(crate) fn document() -> Value {
    serde_json::from_str(Routine::hamstring_document()).expect("the built-in routine is JSON")
}

/// Names that mean something somewhere in a routine's document.
const FIELDS: [&str; 35] = [
    "format",
    "id",
    "lang",
    "name",
    "tagline",
    "summary",
    "times",
    "prepare",
    "switch",
    "recover",
    "sections",
    "exercises",
    "needs",
    "equipment",
    "dose",
    "kind",
    "seconds",
    "repeats",
    "min",
    "max",
    "default",
    "sides",
    "steps",
    "key",
    "mistake",
    "partner",
    "substitute",
    "variation",
    "easier",
    "label",
    "muscles",
    "references",
    "text",
    "why",
    "url",
];

/// Any JSON, preferably with the names and words of routines.
pub(crate) fn json() -> impl Strategy<Value = Value> {
    let words = select(vec!["move", "hold", "each", "none", "lying", "", " ", "https://example.org/", "<b>"]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-3_i64..30).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        let name = prop_oneof![
            9 => select(&FIELDS[..]).prop_map(str::to_owned),
            1 => any::<String>(),
        ];
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(name, inner, 0..10).prop_map(|map| Value::Object(Map::from_iter(map))),
        ]
    })
}

/// One change to any node of a document.
#[derive(Clone, Debug)]
pub(crate) enum Mutation {
    Delete(Index),
    Replace(Index, Value),
    Duplicate(Index),
}

impl Mutation {
    pub(crate) fn apply(&self, document: &mut Value) {
        let (Self::Delete(index) | Self::Replace(index, _) | Self::Duplicate(index)) = self;
        let pointers = pointers(document);
        let pointer = index.get(&pointers);
        if let Self::Replace(_, value) = self {
            if let Some(node) = document.pointer_mut(pointer) {
                *node = value.clone();
            }
            return;
        }
        // The root can be replaced, but neither deleted nor duplicated.
        let Some((parent, name)) = pointer.rsplit_once('/') else { return };
        let deletes = matches!(self, Self::Delete(_));
        match document.pointer_mut(parent) {
            Some(Value::Object(map)) if deletes => drop(map.remove(name)),
            Some(Value::Object(map)) => {
                if let Some(value) = map.get(name).cloned() {
                    map.insert(format!("{name}-2"), value);
                }
            }
            Some(Value::Array(items)) => {
                let i: usize = name.parse().expect("items of lists have numbers");
                if deletes {
                    items.remove(i);
                } else {
                    items.insert(i, items[i].clone());
                }
            }
            _ => {}
        }
    }
}

/// A JSON document after a few changes.
pub(crate) fn mutated(document: Value) -> impl Strategy<Value = Value> {
    let mutation = prop_oneof![
        any::<Index>().prop_map(Mutation::Delete),
        (any::<Index>(), json()).prop_map(|(index, value)| Mutation::Replace(index, value)),
        any::<Index>().prop_map(Mutation::Duplicate),
    ];
    vec(mutation, 1..4).prop_map(move |mutations| {
        let mut document = document.clone();
        for mutation in mutations {
            mutation.apply(&mut document);
        }
        document
    })
}

/// The built-in document after a few changes.
pub(crate) fn mutated_document() -> impl Strategy<Value = Value> {
    mutated(document())
}

/// JSON pointers to all nodes of a document, the root first, except to names with a slash or a tilde.
pub(crate) fn pointers(document: &Value) -> Vec<String> {
    fn walk(value: &Value, pointer: &str, found: &mut Vec<String>) {
        found.push(pointer.to_owned());
        if let Value::Object(map) = value {
            for (name, value) in map.iter().filter(|(name, _)| !name.contains(['/', '~'])) {
                walk(value, &format!("{pointer}/{name}"), found);
            }
        }
        if let Value::Array(items) = value {
            for (i, value) in items.iter().enumerate() {
                walk(value, &format!("{pointer}/{i}"), found);
            }
        }
    }
    let mut found = Vec::new();
    walk(document, "", &mut found);
    found
}

/// A JSON pointer as a problem's path: `/why/1/text` is `why[1].text`.
pub(crate) fn path(pointer: &str) -> String {
    let mut path = String::new();
    for name in pointer.split('/').skip(1) {
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            path.push_str(&format!("[{name}]"));
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(name);
        }
    }
    path
}

/// A hold of both legs, of 20 seconds.
pub(crate) fn hold(repeat: u16) -> Entry {
    Entry {
        exercise: "seated".to_owned(),
        kind: PhaseKind::Hold,
        side: Side::Both,
        repeat,
        held_ms: 20_000,
        planned_ms: 20_000,
        full: true,
        at_ms: u64::from(repeat) * 25_000,
        too_much: false,
    }
}

/// Any answer to how it felt, or none.
pub(crate) fn feeling() -> impl Strategy<Value = Option<Feeling>> {
    prop::option::of(select(vec![Feeling::Looser, Feeling::Same, Feeling::Sore]))
}

/// Any log entry of these exercises and repeats.
pub(crate) fn entry(
    exercise: impl Strategy<Value = String>,
    repeat: impl Strategy<Value = u16>,
) -> impl Strategy<Value = Entry> {
    let side = select(vec![Side::None, Side::Left, Side::Right, Side::Both]);
    let ms = || prop_oneof![4 => Just(20_000), 1 => any::<u64>()];
    let parts = (exercise, any::<bool>(), side, repeat, ms(), ms(), any::<bool>(), ms(), any::<bool>());
    parts.prop_map(|(exercise, hold, side, repeat, held_ms, planned_ms, full, at_ms, too_much)| Entry {
        exercise,
        kind: if hold { PhaseKind::Hold } else { PhaseKind::Move },
        side,
        repeat,
        held_ms,
        planned_ms,
        full,
        at_ms,
        too_much,
    })
}
