//! Importing a backup into the log of this device.

use std::collections::BTreeMap;

use proptest::prelude::*;
use supple_core::{Backup, Day, ImportPreview, Notice, SessionRecord, StorageError, Store, local_day, merge};

use crate::fake_storage::{FakeStorage, Faults};
use crate::generators::cases;
use crate::sessions::{NOW, backup, records, session};

fn with(sessions: &[SessionRecord]) -> (FakeStorage, Store) {
    let storage = FakeStorage::default();
    let store = storage.store();
    for session in sessions {
        store.save_record(session);
    }
    (storage, store)
}

/// What a preview says: how many are new, extended and known, and from which day to which.
fn said(addition: &ImportPreview) -> (usize, usize, usize, Option<(Day, Day)>) {
    (addition.new, addition.extended, addition.known, addition.days)
}

fn day(ago: u64) -> Day {
    let session = session(ago, 1);
    local_day(session.started_ms, session.offset_min)
}

#[test]
fn a_preview_tells_what_an_import_would_change_and_changes_nothing() {
    let (storage, store) = with(&[session(9, 3), session(5, 2), session(4, 4)]);
    let before = storage.texts();
    let file = backup(vec![session(9, 3), session(7, 1), session(5, 4), session(4, 2), session(2, 2)]);
    let mut file = file;
    let addition = store.preview_import(&mut file, NOW);
    assert_eq!(said(&addition), (2, 1, 2, Some((day(7), day(2)))));
    assert_eq!(file.sessions, [session(7, 1), session(5, 4), session(2, 2)]);
    assert_eq!(storage.texts(), before);

    let added = store.import(file, NOW).expect("there is room");
    assert_eq!(said(&added), (2, 1, 0, addition.days));
    let log = [session(9, 3), session(7, 1), session(5, 4), session(4, 4), session(2, 2)];
    assert_eq!(store.log(NOW), log);
    assert_eq!(storage.store().log(NOW), log, "the next visit");
}

#[test]
fn nothing_stored_is_overwritten() {
    let (storage, store) = with(&[session(9, 3), session(5, 2)]);
    storage.put("supple:legs:log:0", "garbage");
    let SessionRecord { id, started_ms, .. } = session(5, 4);
    storage.put(
        &format!("supple:legs:archive:{id}:{NOW}:{started_ms}"),
        r#"{"version":1,"entries":[],"shapes":[],"sessions":[]}"#,
    );
    let before = storage.texts();
    store.import(backup(vec![session(9, 1), session(5, 4)]), NOW).expect("there is room");
    let after = storage.texts();
    for (key, text) in before.iter().filter(|(key, _)| *key != "supple:legs:log:0") {
        assert_eq!(after.get(key), Some(text), "{key}");
    }
    // What can't be read is set aside as usual.
    assert_eq!(after.get(&format!("supple:set-aside:legs:log:0:{NOW}")).map(String::as_str), Some("garbage"));
    assert_eq!(store.log(NOW), [session(9, 3), session(5, 4)]);
}

#[test]
fn the_same_file_twice_writes_nothing_the_second_time() {
    let (storage, store) = with(&[session(3, 1)]);
    let file = backup((0..250).map(|ago| session(ago, 3)).collect());
    store.import(file.clone(), NOW).expect("there is room");
    let before = storage.texts();
    let again = store.import(file, NOW + 1).expect("there is room");
    assert_eq!(said(&again), (0, 0, 250, None));
    assert_eq!(storage.texts(), before);
}

#[test]
fn thousands_of_sessions_take_few_keys() {
    let (storage, store) = with(&[session(1, 2)]);
    let file = backup((0..6_000).map(|ago| session(ago, 10)).collect());
    let read = Backup::read(&file.clone().into_text()).expect("is one");
    let added = store.import(read, NOW).expect("there is room");
    assert_eq!(said(&added), (5_999, 1, 0, Some((day(5_999), day(0)))));
    assert_eq!(storage.texts().len(), 61);
    assert_eq!(storage.store().log(NOW), file.sessions);
}

#[test]
fn a_session_in_which_nothing_was_done_is_not_imported() {
    let (storage, store) = with(&[]);
    let added = store.import(backup(vec![session(1, 0)]), NOW).expect("there is room");
    assert_eq!((said(&added), storage.texts()), ((0, 0, 0, None), BTreeMap::new()));
}

#[test]
fn where_there_is_no_room_for_all_nothing_is_imported() {
    let file = backup((0..250).map(|ago| session(ago, 3)).collect());
    let kept = [session(300, 1)];
    let (storage, store) = with(&kept);
    store.import(file.clone(), NOW).expect("there is room");
    let whole: usize = storage.texts().iter().map(|(key, text)| key.len() + text.len()).sum();
    for room in [0, 300, whole / 3, whole / 2, whole - 1] {
        let (storage, store) = with(&kept);
        let before = storage.texts();
        storage.refuse(Faults { room: Some(room), ..Faults::NONE });
        assert_eq!(store.import(file.clone(), NOW), Err(StorageError::Full), "{room}");
        assert_eq!((storage.texts(), store.log(NOW)), (before, kept.to_vec()), "{room}");
        assert_eq!(store.take_notices(), [], "the error says it all");
        // Even where what was written can't be removed again, it isn't in the log of this visit.
        storage.refuse(Faults { room: Some(room), remove: true, ..Faults::NONE });
        assert_eq!(store.import(file.clone(), NOW), Err(StorageError::Full), "{room}");
        assert_eq!(store.log(NOW), kept, "{room}");
    }
    storage.refuse(Faults { room: Some(whole), ..Faults::NONE });
    assert_eq!(storage.store().import(file, NOW).map(|added| said(&added)), Ok((0, 0, 250, None)));
}

#[test]
fn where_nothing_can_be_stored_the_log_of_this_visit_has_it_with_one_notice() {
    let file = backup(vec![session(2, 3), session(1, 2)]);
    for faults in [Faults::ALL, Faults { set: true, ..Faults::NONE }, Faults { get: true, ..Faults::NONE }] {
        let (storage, store) = with(&[session(1, 1)]);
        let before = storage.texts();
        storage.refuse(faults);
        assert_eq!(
            store.import(file.clone(), NOW).map(|added| added.days),
            Ok(Some((day(2), day(1)))),
            "{faults:?}"
        );
        assert_eq!((storage.texts(), store.log(NOW)), (before, file.sessions.clone()), "{faults:?}");
        assert_eq!(store.take_notices(), [Notice::Unavailable], "{faults:?}");
    }
    let store = Store::in_memory();
    store.import(file.clone(), NOW).expect("memory has room");
    assert_eq!((store.log(NOW), store.take_notices()), (file.sessions, Vec::new()));
}

/// A device that has these sessions in its log.
fn device(records: &[SessionRecord]) -> (FakeStorage, Store) {
    let device = with(&[]);
    device.1.import(backup(records.to_vec()), NOW).expect("there is room");
    device
}

fn file_of(store: &Store) -> Backup {
    Backup::read(&store.backup(NOW).into_text()).expect("is a backup")
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn two_devices_both_ways_have_the_same_log(a in records(), b in records()) {
        let ((_, one), (_, other)) = (device(&a), device(&b));
        let (of_one, of_other) = (file_of(&one), file_of(&other));
        one.import(of_other, NOW).expect("there is room");
        other.import(of_one, NOW).expect("there is room");
        prop_assert_eq!(one.log(NOW), other.log(NOW));
        prop_assert_eq!(one.log(NOW), merge([a, b].concat()));
    }

    #[test]
    fn files_imported_in_any_order_and_any_number_of_times_give_the_same_log(
        (files, shuffled) in prop::collection::vec(records(), 1..5)
            .prop_flat_map(|files| (Just(files.clone()), Just([files.clone(), files].concat()).prop_shuffle())),
    ) {
        let (storage, store) = with(&[]);
        for (i, records) in shuffled.into_iter().enumerate() {
            let mut left = backup(records.clone());
            let lacks = store.preview_import(&mut left, NOW);
            let added = store.import(backup(records), NOW + i as u64 % 2).expect("there is room");
            prop_assert_eq!((said(&lacks), left.sessions.len()), (said(&added), added.new + added.extended));
        }
        prop_assert_eq!(storage.store().log(NOW), merge(files.concat()));
    }
}
