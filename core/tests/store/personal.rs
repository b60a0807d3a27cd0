//! What is chosen for every routine, and what hurt.

use supple_core::{Avoid, Hurts, Leg, Options};

use crate::fake_storage::FakeStorage;
use crate::fixtures::NOW;

#[test]
fn each_routine_has_its_own_options() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_options("hamstring", &Options { hold_percent: 150, ..Options::default() });
    assert_eq!(store.options("shoulders", NOW).hold_percent, 100);
}

#[test]
fn what_is_chosen_for_every_routine_holds_for_every_routine_and_the_rest_stays_with_its_own() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let chosen = Options {
        first_leg: Leg::Right,
        hold_percent: 150,
        recover_s: Some(20),
        partner: true,
        own_pace: true,
        avoid: [Avoid::Knee].into(),
        ..Options::default()
    };
    store.save_options("hips", &chosen);
    let elsewhere = Options { first_leg: Leg::Left, hold_percent: 100, ..chosen.clone() };
    assert_eq!(store.options("morning", NOW), elsewhere);
    store.save_options("morning", &Options { partner: false, minutes: Some(5), ..elsewhere });
    assert_eq!(store.options("hips", NOW), Options { partner: false, ..chosen });
}

#[test]
fn what_was_chosen_while_there_was_one_routine_holds_until_it_is_chosen_again() {
    let storage = FakeStorage::default();
    let before = r#"{"version":1,"first_leg":"left","hold_percent":100,"partner":true,"exercises":{}}"#;
    storage.put("supple:legs:options:hamstring", before);
    let store = storage.store();
    assert!(store.options("hamstring", NOW).partner);
    store.save_options("hips", &Options::default());
    assert!(!store.options("hamstring", NOW).partner);
}

#[test]
fn what_hurt_is_kept_and_forgotten_by_exercise() {
    let storage = FakeStorage::default();
    let store = storage.store();
    assert_eq!(store.hurts(NOW), Hurts::default());
    let mut hurts = Hurts::default();
    hurts.add("seated");
    store.save_hurts(&hurts);
    assert_eq!(storage.store().hurts(NOW), hurts);
}
