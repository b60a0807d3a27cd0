//! Documents that two tabs change: nothing of either is lost.

use proptest::collection::vec;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use supple_core::{
    Discomfort, DiscomfortAnswers, DiscomfortLevel, Document, Documents, KnownNames, Measurement,
    Measurements, Notice, Store,
};

use crate::fake_storage::{FakeStorage, Faults};
use crate::fixtures::{NOW, measurement};
use crate::generators::cases;
use crate::generators::documents::{self, documents};

/// What somebody else may store: a goal that only ever rises.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Goal {
    days: u8,
}

impl Document for Goal {
    const KIND: &'static str = "goal";

    fn merge(self, other: Self) -> Self {
        Self { days: self.days.max(other.days) }
    }
}

fn answer(store: &Store, session: &str, points: u8) {
    let discomfort = Discomfort::new(DiscomfortLevel::from(points), []);
    store.update(NOW, |answers: &mut DiscomfortAnswers| answers.answer(session, discomfort, NOW));
}

fn answered(store: &Store) -> Vec<Option<u8>> {
    let answers: DiscomfortAnswers = store.document(NOW);
    ["a", "b", "c"].map(|id| answers.of_session(id).map(|said| said.level().points())).to_vec()
}

#[test]
fn any_type_is_stored_under_its_kind_with_a_version() {
    let storage = FakeStorage::default();
    let store = storage.store();
    assert_eq!(store.document::<Goal>(NOW), Goal::default());
    assert_eq!(store.save_document(Goal { days: 4 }, NOW), Goal { days: 4 });
    let text = r#"{"days":4,"version":1}"#;
    assert_eq!(storage.texts().get("supple:legs:goal").map(String::as_str), Some(text));
    assert_eq!(storage.store().save_document(Goal { days: 3 }, NOW), Goal { days: 4 });
    assert_eq!(storage.store().document::<Goal>(NOW), Goal { days: 4 });
}

#[test]
fn what_stays_as_it_is_is_not_written() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.remember_names(("legs", "Legs"), [("bow", "Bow")], NOW);
    let again =
        storage.cost_of(|| store.remember_names(("legs", "Legs"), [("bow", "Bow"), ("x", " ")], NOW + 1));
    assert_eq!((again.calls, again.bytes), (1, 0));
    store.remember_names(("legs", "Legs"), [("bow", "The bow")], NOW + 2);
    let names: KnownNames = store.document(NOW);
    assert_eq!(
        (names.routine("legs"), names.exercise("bow"), names.exercise("x")),
        (Some("Legs"), Some("The bow"), None)
    );
}

#[test]
fn a_name_may_be_as_long_as_a_page_likes_but_is_kept_short() {
    let store = FakeStorage::default().store();
    store.remember_names(("legs", &"\u{1f9b5}".repeat(5_000)), [], NOW);
    let names: KnownNames = store.document(NOW);
    assert_eq!(names.routine("legs").map(|name| name.chars().count()), Some(KnownNames::CHARS_MAX));
}

#[test]
fn what_one_tab_cannot_write_and_another_writes_comes_together() {
    let storage = FakeStorage::default();
    let (one, other) = (storage.store(), storage.store());
    storage.refuse(Faults { room: Some(0), ..Faults::NONE });
    answer(&one, "a", 1);
    storage.refuse(Faults::NONE);
    answer(&other, "b", 2);
    assert_eq!(answered(&one), [Some(1), Some(2), None]);
    answer(&one, "c", 3);
    for store in [&one, &other, &storage.store()] {
        assert_eq!(answered(store), [Some(1), Some(2), Some(3)]);
    }
}

#[test]
fn what_another_tab_has_damaged_meanwhile_is_not_overwritten() {
    let storage = FakeStorage::default();
    let store = storage.store();
    storage.refuse(Faults { set: true, ..Faults::NONE });
    answer(&store, "a", 1);
    storage.refuse(Faults::NONE);
    storage.put("supple:legs:discomfort", "garbage");
    answer(&store, "b", 2);
    assert_eq!(answered(&store), [Some(1), Some(2), None]);
    assert_eq!(storage.texts().get("supple:legs:discomfort").map(String::as_str), Some("garbage"));
}

#[test]
fn a_document_of_a_newer_version_is_set_aside_whole() {
    let storage = FakeStorage::default();
    let text = r#"{"version":2,"days":[]}"#;
    storage.put("supple:legs:goal", text);
    let store = storage.store();
    assert_eq!(store.document::<Goal>(NOW), Goal::default());
    let aside = format!("supple:set-aside:legs:goal:{NOW}");
    assert_eq!(storage.texts().get(&aside).map(String::as_str), Some(text));
    assert!(matches!(store.take_notices()[..], [Notice::SetAside { newer: true, .. }]));
}

#[test]
fn a_deleted_measurement_is_back_when_that_is_undone() {
    let store = FakeStorage::default().store();
    store.add_measurement(measurement("a"), NOW);
    store.add_measurement(measurement("b"), NOW);
    store.delete_measurement("a", NOW);
    assert_eq!(store.measurements(NOW).all(), [measurement("b")]);
    // A clock that was set back in between changes nothing about what was decided last.
    store.restore_measurement("a", NOW - 1_000_000);
    assert_eq!(store.measurements(NOW).all(), [measurement("a"), measurement("b")]);
}

#[test]
fn measurements_of_today_are_read_for_ever() {
    let storage = FakeStorage::default();
    storage.put(
        "supple:legs:measurements",
        r#"{"measurements":[{"id":"1795000000000-0badcafe","when_ms":1795000000000,"offset_min":60,"measured":{"fingertips-to-floor":{"unit":"cm","tries":[125,120]}}},{"id":"b","when_ms":1795000000001,"offset_min":-300,"measured":{"straight-leg-raise":{"leg":"right","tries":[725]}}}],"version":1}"#,
    );
    storage.put(
        "supple:legs:discomfort",
        r#"{"answers":{"a":[1795000000000,[3,["lower-back","knees"]]]},"asking":[1795000000000,false],"version":1}"#,
    );
    storage.put(
        "supple:legs:corrections",
        r#"{"sessions":{"a":[1795000000000,"deleted"],"b":[1795000000000,"kept"]},"measurements":{"b":[1,"deleted"]},"version":1}"#,
    );
    storage.put(
        "supple:legs:names",
        r#"{"routines":{"legs":[1795000000000,"Legs"]},"exercises":{"bow":[1795000000000,"Bow"]},"version":1}"#,
    );
    let before = storage.texts();
    let (store, written) = (storage.store(), FakeStorage::default());
    let Documents { measurements, discomfort, corrections, names, .. } = store.documents(NOW);
    assert_eq!(store.take_notices(), []);
    assert_eq!(measurements.all().iter().map(Measurement::mean).collect::<Vec<_>>(), [123, 725]);
    assert!(corrections.is_session_deleted("a") && corrections.is_measurement_deleted("b"));
    assert!(!discomfort.is_asked());
    let to = written.store();
    to.save_document(measurements, NOW);
    to.save_document(discomfort, NOW);
    to.save_document(corrections, NOW);
    to.save_document(names, NOW);
    assert_eq!(written.texts(), before);
}

proptest! {
    #![proptest_config(cases(256))]

    /// Each of two tabs adds measurements, while calls may fail for one of them now and then.
    #[test]
    fn neither_of_two_tabs_loses_a_measurement(
        steps in vec((0..2_usize, documents::measurement(), prop::bool::weighted(0.2)), 0..30),
    ) {
        let storage = FakeStorage::default();
        let tabs = [storage.store(), storage.store()];
        let mut expected = [Measurements::default(), Measurements::default()];
        for (tab, measurement, fails) in steps {
            storage.refuse(Faults { set: fails, ..Faults::NONE });
            tabs[tab].add_measurement(measurement.clone(), NOW);
            storage.refuse(Faults::NONE);
            expected[tab].add(measurement);
        }
        for (tab, expected) in tabs.iter().zip(&expected) {
            // What couldn't be written is written at the next occasion.
            let known = tab.update(NOW, |_: &mut Measurements| {});
            prop_assert!(expected.all().iter().all(|it| known.all().iter().any(|other| other.id == it.id)));
        }
        let [one, other] = expected;
        prop_assert_eq!(storage.store().document::<Measurements>(NOW), one.merge(other));
    }

    #[test]
    fn documents_read_back_as_they_were(documents in documents()) {
        let storage = FakeStorage::default();
        let store = storage.store();
        let Documents { measurements, discomfort, corrections, names, goal, pauses, programme } = documents.clone();
        store.save_document(measurements, NOW);
        store.save_document(discomfort, NOW);
        store.save_document(corrections, NOW);
        store.save_document(names, NOW);
        store.save_document(goal, NOW);
        store.save_document(pauses, NOW);
        store.save_document(programme, NOW);
        prop_assert_eq!(storage.store().documents(NOW), documents);
        prop_assert_eq!(store.take_notices(), []);
    }

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in documents(), b in documents(), c in documents()) {
        let both = |one: &Documents, other: &Documents| one.clone().merge(other.clone());
        prop_assert_eq!(both(&a, &b), both(&b, &a));
        prop_assert_eq!(both(&both(&a, &b), &c), both(&a, &both(&b, &c)));
        prop_assert_eq!(both(&both(&a, &b), &b), both(&a, &b));
        prop_assert_eq!(both(&a, &a), a);
    }
}
