//! What can't be read is set aside, whole, and there is a notice about it.

use std::collections::BTreeMap;

use supple_core::{Corrections, CueSettings, DiscomfortAnswers, KnownNames, Notice, Options, Store};

use crate::fake_storage::{FakeStorage, Faults};
use crate::fixtures::{NOW, alive, measurement, record, unfinished};

/// Each kind of value, as the rest of its key.
const KINDS: [&str; 11] = [
    "options:hamstring",
    "carriers",
    "safety",
    "running:a",
    "alive:a",
    "log:a",
    "archive:a:1",
    "measurements",
    "discomfort",
    "corrections",
    "names",
];

/// What may be found under our keys, and whether a newer version wrote it.
const UNREADABLE: [(&str, bool); 16] = [
    ("", false),
    ("garbage", false),
    ("{", false),
    ("\u{0}\u{fffd}\u{1f9b5}", false),
    ("null", false),
    ("42", false),
    ("[]", false),
    ("\"text\"", false),
    ("{}", false),
    (r#"{"theme":"dark"}"#, false),
    (r#"{"version":"1"}"#, false),
    (r#"{"version":1.5}"#, false),
    (r#"{"version":0,"read":true}"#, false),
    (r#"{"version":-1}"#, false),
    (r#"{"version":2,"read":true,"sessions":[]}"#, true),
    (r#"{"version":4294967295}"#, true),
];

/// Texts of our version with something of the wrong type in them.
const WRONG_TYPES: [(&str, &str); 25] = [
    ("measurements", r#"{"version":1,"measurements":[{"id":"a"}]}"#),
    (
        "measurements",
        r#"{"version":1,"measurements":[{"id":"a","when_ms":1,"offset_min":0,"measured":{"straight-leg-raise":{"leg":"left","tries":[]}}}]}"#,
    ),
    ("discomfort", r#"{"version":1,"answers":{"a":[1,[-1,[]]]}}"#),
    ("discomfort", r#"{"version":1,"asking":false}"#),
    ("corrections", r#"{"version":1,"sessions":["a"]}"#),
    ("names", r#"{"version":1,"exercises":{"bow":"Bow"}}"#),
    ("carriers", r#"{"version":1,"volume":70,"voice":"loud","voice_name":"","rate":100}"#),
    ("carriers", r#"{"version":1,"volume":"loud","voice":"off","voice_name":"","rate":100}"#),
    ("options:hamstring", r#"{"version":1,"hold_percent":"much"}"#),
    ("options:hamstring", r#"{"version":1,"hold_percent":-1}"#),
    ("options:hamstring", r#"{"version":1,"exercises":[1]}"#),
    ("options:hamstring", r#"{"version":1,"first_leg":"middle"}"#),
    ("safety", r#"{"version":1}"#),
    ("safety", r#"{"version":1,"read":"yes"}"#),
    ("running:a", r#"{"version":1}"#),
    ("running:a", r#"{"version":1,"id":"a"}"#),
    ("archive:a:1", r#"{"version":1,"sessions":[]}"#),
    ("archive:a:1", r#"{"version":1,"entries":[],"shapes":[],"sessions":[["a",0,0,0]]}"#),
    ("alive:a", r#"{"version":1,"phase":-1,"elapsed_ms":0,"wall_ms":0}"#),
    ("alive:a", r#"{"version":1,"phase":1}"#),
    ("log:a", r#"{"version":1}"#),
    (
        "log:a",
        r#"{"version":1,"id":"a","routine":"r","started_ms":0,"offset_min":0,"ended_ms":null,"complete":false,"entries":[["anchor"]]}"#,
    ),
    (
        "log:a",
        r#"{"version":1,"id":"a","routine":"r","started_ms":0,"offset_min":0,"ended_ms":null,"complete":false,"entries":[["anchor","hold","left",1,1,1,true,1,"yes"]]}"#,
    ),
    (
        "log:a",
        r#"{"version":1,"id":"a","routine":"r","started_ms":0,"offset_min":0,"ended_ms":null,"complete":false,"entries":[["anchor","hold","left",1,1,1,true,1,true,true]]}"#,
    ),
    (
        "log:a",
        r#"{"version":1,"id":"a","routine":"r","started_ms":-1,"offset_min":0,"ended_ms":null,"complete":false,"entries":[]}"#,
    ),
];

/// Reads a kind of value. Returns whether it found what a first visit finds.
fn finds_nothing(store: &Store, kind: &str) -> bool {
    match kind {
        "carriers" => store.cue_settings(NOW) == CueSettings::default(),
        "safety" => !store.safety_was_read(NOW),
        "running:a" => store.unfinished(NOW).is_empty(),
        "alive:a" => store.alive("a", NOW).is_none(),
        "log:a" => store.record("a", NOW).is_none() && store.log(NOW).is_empty(),
        "archive:a:1" => store.log(NOW).is_empty(),
        "measurements" => store.measurements(NOW).is_empty(),
        "discomfort" => store.document::<DiscomfortAnswers>(NOW).is_empty(),
        "corrections" => store.document::<Corrections>(NOW).is_empty(),
        "names" => store.document::<KnownNames>(NOW).is_empty(),
        _ => store.options("hamstring", NOW) == Options::default(),
    }
}

fn save(store: &Store, kind: &str) {
    match kind {
        "carriers" => store.save_cue_settings(&CueSettings { flash: true, ..CueSettings::default() }),
        "safety" => store.save_safety_was_read(),
        "running:a" => store.save_unfinished(&unfinished("a", 1, 0)),
        "alive:a" => store.save_alive("a", alive(1, 0)),
        "log:a" | "archive:a:1" => store.save_record(&record("a", 1)),
        "measurements" => store.add_measurement(measurement("a"), NOW),
        "discomfort" => {
            store.update(NOW, |answers: &mut DiscomfortAnswers| answers.set_asked(false, NOW));
        }
        "corrections" => drop(store.delete_session("z", NOW)),
        "names" => store.remember_names(("legs", "Legs"), [], NOW),
        _ => store.save_options("hamstring", &Options { partner: true, ..Options::default() }),
    }
}

/// Each unreadable text under each key, and whether a newer version wrote it.
fn all_cases() -> impl Iterator<Item = (&'static str, &'static str, bool)> {
    let under_each = |kind| UNREADABLE.map(move |(text, newer)| (kind, text, newer));
    let wrong = WRONG_TYPES.map(|(kind, text)| (kind, text, false));
    KINDS.into_iter().flat_map(under_each).chain(wrong)
}

#[test]
fn it_is_moved_whole_under_the_documented_key_and_the_defaults_are_used() {
    for (kind, text, newer) in all_cases() {
        let storage = FakeStorage::default();
        let key = format!("supple:legs:{kind}");
        storage.put(&key, text);
        let store = storage.store();
        assert!(finds_nothing(&store, kind), "{kind}: {text}");
        let aside = format!("supple:set-aside:legs:{kind}:{NOW}");
        assert_eq!(storage.texts(), BTreeMap::from([(aside.clone(), text.to_owned())]), "{kind}");
        assert_eq!(store.take_notices(), [Notice::SetAside { key, moved_to: Some(aside), newer }], "{text}");
    }
}

#[test]
fn there_is_one_notice() {
    for kind in KINDS {
        let storage = FakeStorage::default();
        storage.put(&format!("supple:legs:{kind}"), "garbage");
        let store = storage.store();
        for _ in 0..3 {
            assert!(finds_nothing(&store, kind));
        }
        assert_eq!(store.take_notices().len(), 1, "{kind}");
        assert!(finds_nothing(&storage.store(), kind));
        assert_eq!(storage.store().take_notices(), [], "{kind}");
    }
}

#[test]
fn afterwards_the_key_is_used_as_usual() {
    for (kind, text, _) in all_cases() {
        let storage = FakeStorage::default();
        storage.put(&format!("supple:legs:{kind}"), text);
        let store = storage.store();
        assert!(finds_nothing(&store, kind));
        save(&store, kind);
        assert!(!finds_nothing(&storage.store(), kind), "{kind}");
        assert!(storage.texts().values().any(|kept| kept == text), "{kind}: {text}");
    }
}

#[test]
fn a_text_that_cannot_be_moved_stays_untouched_by_later_saves() {
    let cannot_set = Faults { set: true, ..Faults::default() };
    let cannot_remove = Faults { remove: true, ..Faults::default() };
    let cannot_list = Faults { keys: true, ..Faults::default() };
    let no_room = Faults { room: Some(0), ..Faults::default() };
    for (kind, text, newer) in all_cases() {
        for faults in [cannot_set, cannot_remove, cannot_list, no_room] {
            let storage = FakeStorage::default();
            let key = format!("supple:legs:{kind}");
            storage.put(&key, text);
            let store = storage.store();
            storage.refuse(faults);
            // These are found by listing keys. Where that fails they are never read.
            if faults.keys && ["running:a", "archive:a:1"].contains(&kind) {
                continue;
            }
            assert!(if kind == "log:a" {
                store.record("a", NOW).is_none()
            } else {
                finds_nothing(&store, kind)
            });
            let told = store.take_notices();
            let left = Notice::SetAside { key: key.clone(), moved_to: None, newer };
            assert!(told.contains(&left), "{kind} {faults:?}: {told:?}");

            storage.refuse(Faults::NONE);
            save(&store, kind);
            assert!(!finds_nothing(&store, kind), "kept in memory: {kind}");
            assert_eq!(storage.texts().get(&key).map(String::as_str), Some(text), "{kind} {faults:?}");
        }
    }
}

#[test]
fn where_nothing_can_be_removed_visits_pile_up_no_copies() {
    let storage = FakeStorage::default();
    storage.put("supple:legs:safety", "garbage");
    storage.refuse(Faults { remove: true, ..Faults::default() });
    for visit in 0..5 {
        assert!(!storage.store().safety_was_read(NOW + visit));
    }
    assert_eq!(storage.texts().len(), 2);
}

#[test]
fn two_texts_set_aside_at_the_same_moment_are_both_kept() {
    let storage = FakeStorage::default();
    for text in ["first", "second", "third"] {
        storage.put("supple:legs:safety", text);
        assert!(!storage.store().safety_was_read(NOW));
    }
    let kept: Vec<_> = storage.texts().into_values().collect();
    assert_eq!(kept, ["first", "second", "third"]);
}

#[test]
fn one_unreadable_session_takes_no_other_with_it() {
    let storage = FakeStorage::default();
    let store = storage.store();
    for id in ["a", "b", "c"] {
        store.save_record(&record(id, 1));
    }
    storage.put("supple:legs:log:b", "garbage");
    assert_eq!(storage.store().log(NOW), [record("a", 1), record("c", 1)]);
}

#[test]
fn a_damaged_heartbeat_is_ignored() {
    let storage = FakeStorage::default();
    storage.store().save_unfinished(&unfinished("a", 13, 5_000));
    storage.put("supple:legs:alive:a", "garbage");
    assert_eq!(storage.store().unfinished(NOW), [unfinished("a", 13, 5_000)]);
}

#[test]
fn keys_of_others_are_never_touched() {
    let others = [
        ("theme", "dark"),
        ("suppl", "{}"),
        ("supplement:legs:log:a", "garbage"),
        ("Supple:legs:safety", "garbage"),
        ("legs:safety", "garbage"),
        ("supple:arms:log:a", "garbage"),
        ("supple:legs2:log:a", "garbage"),
    ];
    let storage = FakeStorage::default();
    for (key, text) in others {
        storage.put(key, text);
    }
    let store = storage.store();
    for kind in KINDS {
        assert!(finds_nothing(&store, kind));
    }
    for kind in KINDS {
        save(&store, kind);
    }
    store.forget_unfinished("a");
    for (key, text) in others {
        assert_eq!(storage.texts().get(key).map(String::as_str), Some(text));
    }
}
