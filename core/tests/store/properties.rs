//! What must hold for any stored texts and any failing calls.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use supple_core::{
    BodyPlace, CueSettings, Discomfort, DiscomfortAnswers, DiscomfortLevel, Hurts, Notice, Options, Store,
};

use crate::fake_storage::{FakeStorage, Faults};
use crate::fixtures::{NOW, alive, backup, measurement, record, unfinished};
use crate::generators::{cases, json, mutated, options};

#[derive(Clone, Debug)]
enum Step {
    Refuse(Faults),
    Options(Options),
    Safety,
    Record(&'static str, u16),
    Place(&'static str, usize),
    Alive(&'static str, usize, u64),
    Forget(&'static str),
    /// Begin another visit, with nothing in memory. A text that can't be read may turn up under a key before
    /// it.
    Reload(Option<(&'static str, String)>),
}

fn faults() -> impl Strategy<Value = Faults> {
    let flag = || prop::bool::weighted(0.3);
    let room = prop::option::weighted(0.3, 0_usize..2_000);
    prop_oneof![
        Just(Faults::NONE),
        Just(Faults::ALL),
        (flag(), flag(), flag(), flag(), room).prop_map(|(get, set, remove, keys, room)| Faults {
            get,
            set,
            remove,
            keys,
            room
        }),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let id = || select(vec!["x", "y"]);
    prop_oneof![
        3 => faults().prop_map(Step::Refuse),
        1 => options().prop_map(Step::Options),
        1 => Just(Step::Safety),
        2 => (id(), 1_u16..9).prop_map(|(id, holds)| Step::Record(id, holds)),
        2 => (id(), 0_usize..4).prop_map(|(id, phase)| Step::Place(id, phase)),
        1 => (id(), 0_usize..4, 0_u64..9_000).prop_map(|(id, phase, ms)| Step::Alive(id, phase, ms)),
        1 => id().prop_map(Step::Forget),
    ]
}

fn act(store: &Store, step: &Step) {
    match step {
        Step::Refuse(_) | Step::Reload(_) => {}
        Step::Options(options) => store.save_options("hamstring", options),
        Step::Safety => store.save_safety_was_read(),
        Step::Record(id, holds) => store.save_record(&record(id, *holds)),
        Step::Place(id, phase) => store.save_unfinished(&unfinished(id, *phase, 0)),
        Step::Alive(id, phase, ms) => store.save_alive(id, alive(*phase, *ms)),
        Step::Forget(id) => store.forget_unfinished(id),
    }
}

/// Everything a page reads before it saves anything.
fn look(store: &Store) {
    let _ = store.cue_settings(NOW);
    let _ = store.options("hamstring", NOW);
    let _ = store.safety_was_read(NOW);
    let _ = store.hurts(NOW);
    let _ = store.unfinished(NOW);
    let _ = store.log(NOW);
    let _ = store.documents(NOW);
}

/// One valid text of each kind.
fn with_one_of_each() -> FakeStorage {
    let storage = FakeStorage::default();
    let store = storage.store();
    let mut options = Options { partner: true, prepare_s: Some(3), ..Options::default() };
    options.change_exercise("seated", |chosen| chosen.repeats = Some(4));
    store.save_options("hamstring", &options);
    let mut hurts = Hurts::default();
    hurts.add("seated");
    store.save_hurts(&hurts);
    store.save_cue_settings(&CueSettings { pocket: true, ..CueSettings::default() });
    store.save_safety_was_read();
    store.save_unfinished(&unfinished("a", 3, 5_000));
    store.save_alive("a", alive(3, 7_000));
    store.save_record(&record("a", 2));
    store.import(backup([record("b", 3), record("c", 2)]), NOW).expect("there is room");
    store.add_measurement(measurement("m"), NOW);
    store.delete_session("z", NOW);
    store.remember_names(("legs", "Legs"), [("bow", "Bow")], NOW);
    let discomfort = Discomfort::new(DiscomfortLevel::from(3), [BodyPlace::Knees]);
    store.update(NOW, |answers: &mut DiscomfortAnswers| answers.answer("a", discomfort, NOW));
    storage
}

/// One of these texts after a few changes, with its key.
fn nearly_right() -> impl Strategy<Value = (String, Value)> {
    let texts: Vec<_> = with_one_of_each().texts().into_iter().collect();
    select(texts).prop_flat_map(|(key, text)| {
        let value = serde_json::from_str(&text).expect("is JSON");
        mutated(value).prop_map(move |value| (key.clone(), value))
    })
}

/// A text that can't be read, with one of our keys.
fn damage() -> impl Strategy<Value = (&'static str, String)> {
    let keys = vec![
        "supple:legs:options:hamstring",
        "supple:legs:safety",
        "supple:legs:running:a",
        "supple:legs:archive:a:1",
        "supple:legs:log:a",
    ];
    let text = prop_oneof![
        any::<String>().prop_map(|text| format!("garbage {text}")),
        json().prop_map(|json| format!(r#"{{"version":2,"what":{json}}}"#)),
        (0..9_u32).prop_map(|i| format!(r#"{{"theme":{i}}}"#)),
    ];
    (select(keys), text)
}

proptest! {
    #![proptest_config(cases(384))]

    #[test]
    fn a_visit_sees_all_it_saved_itself_even_if_calls_fail(steps in vec(step(), 0..60)) {
        let storage = FakeStorage::default();
        let store = storage.store();
        let (mut options, mut safety) = (Options::default(), false);
        let (mut records, mut places) = (BTreeMap::new(), BTreeMap::new());
        for step in steps {
            act(&store, &step);
            match step {
                Step::Refuse(faults) => storage.refuse(faults),
                Step::Options(chosen) => options = chosen,
                Step::Safety => safety = true,
                Step::Record(id, holds) => drop(records.insert(id, record(id, holds))),
                Step::Place(id, phase) => drop(places.insert(id, phase)),
                Step::Forget(id) => drop(places.remove(id)),
                Step::Alive(..) | Step::Reload(_) => {}
            }
        }
        storage.refuse(Faults::NONE);
        prop_assert_eq!(store.options("hamstring", NOW), options);
        prop_assert_eq!(store.safety_was_read(NOW), safety);
        prop_assert_eq!(store.log(NOW), records.into_values().collect::<Vec<_>>());
        let found: BTreeMap<_, _> = store.unfinished(NOW).into_iter().map(|it| (it.id, it.position.phase)).collect();
        let places: BTreeMap<_, _> = places.into_iter().map(|(id, phase)| (id.to_owned(), phase)).collect();
        prop_assert_eq!(found, places);
        let told = store.take_notices();
        for notice in [Notice::Unavailable, Notice::Full] {
            prop_assert!(told.iter().filter(|it| **it == notice).count() <= 1);
        }
    }

    /// Invariant 6.
    #[test]
    fn nothing_unreadable_is_ever_destroyed_even_if_calls_fail(
        faults in faults(),
        first in damage(),
        steps in vec(prop_oneof![9 => step(), 3 => prop::option::of(damage()).prop_map(Step::Reload)], 0..40),
    ) {
        let storage = FakeStorage::default();
        storage.refuse(faults);
        let mut store = storage.store();
        let mut damaged = Vec::new();
        for step in [Step::Reload(Some(first))].into_iter().chain(steps) {
            act(&store, &step);
            if let Step::Refuse(faults) = step {
                storage.refuse(faults);
            }
            if let Step::Reload(damage) = step {
                if let Some((key, text)) = damage.filter(|(key, _)| !storage.texts().contains_key(*key)) {
                    storage.put(key, &text);
                    damaged.push((key, text));
                }
                store = storage.store();
                look(&store);
            }
            let texts = storage.texts();
            for (key, text) in &damaged {
                let aside = key.replace("supple:", "supple:set-aside:") + ":";
                let mut kept = texts.iter().filter(|(at, _)| at == key || at.starts_with(&aside));
                prop_assert!(kept.any(|(_, kept)| kept == text), "{} is gone", key);
            }
        }
    }

    /// Invariant 6, for texts that are almost what we wrote.
    #[test]
    fn a_changed_text_is_read_or_set_aside_whole_and_takes_no_other_with_it((key, value) in nearly_right()) {
        let storage = with_one_of_each();
        storage.put(&key, &value.to_string());
        let mut expected = storage.texts();
        let store = storage.store();
        look(&store);
        for notice in store.take_notices() {
            let Notice::SetAside { key: of, moved_to: Some(aside), .. } = notice else {
                return Err(TestCaseError::fail(format!("{notice:?}")));
            };
            prop_assert_eq!(&of, &key);
            let text = expected.remove(&key).expect("it is set aside once");
            prop_assert!(expected.insert(aside, text).is_none());
        }
        prop_assert_eq!(storage.texts(), expected);
    }

    #[test]
    fn no_stored_text_makes_it_panic(
        texts in btree_map("supple:legs:(measurements|discomfort|corrections|names|options:hamstring|safety|running:[xy]|alive:x|log:[a-c]|archive:a:1)", json(), 0..6),
        steps in vec(step(), 0..20),
    ) {
        let storage = FakeStorage::default();
        for (key, text) in texts {
            storage.put(&key, &text.to_string());
        }
        let store = storage.store();
        for step in steps {
            look(&store);
            act(&store, &step);
        }
    }
}
