//! A backup carries everything, and two devices come to the same.

use proptest::prelude::*;
use serde_json::Value;
use supple_core::{
    Backup, BackupError, Corrections, Documents, ImportPreview, Measurement, SessionRecord, StorageError,
    Store, merge,
};

use crate::fake_storage::{FakeStorage, Faults};
use crate::generators::cases;
use crate::generators::documents::{documents, measurement};
use crate::sessions::{NOW, backup, records, session};

/// A device with these sessions and documents.
fn device(records: &[SessionRecord], documents: &Documents) -> (FakeStorage, Store) {
    let storage = FakeStorage::default();
    let store = storage.store();
    let file = Backup { documents: documents.clone(), ..backup(records.to_vec()) };
    store.import(file, NOW).expect("there is room");
    (storage, store)
}

fn through_a_file(store: &Store) -> Backup {
    Backup::read(&store.backup(NOW).into_text()).expect("is a backup")
}

fn corrected(change: impl FnOnce(&mut Corrections)) -> Documents {
    let mut corrections = Corrections::default();
    change(&mut corrections);
    Documents { corrections, ..Documents::default() }
}

fn of_kind(measurement: &Measurement, id: &str) -> Measurement {
    Measurement { id: id.to_owned(), ..measurement.clone() }
}

/// What earlier versions read: the fields that there were then. serde skips those that it doesn't know.
#[test]
fn earlier_versions_read_the_file_without_what_was_deleted() {
    let documents = corrected(|corrections| corrections.delete_session(&session(1, 2).id, NOW));
    let (_, store) = device(&[session(0, 1), session(1, 2)], &documents);
    let file = store.backup(NOW);
    assert_eq!((file.sessions.clone(), file.deleted.clone()), (vec![session(0, 1)], vec![session(1, 2)]));
    let mut text: Value = serde_json::from_str(&file.into_text()).expect("is JSON");
    let fields = text.as_object_mut().expect("is an object");
    assert_eq!(fields.get("version"), Some(&Value::from(1)));
    fields.retain(|name, _| ["app", "kind", "version", "made_ms", "archives"].contains(&name.as_str()));
    assert_eq!(Backup::read(&text.to_string()), Ok(backup(vec![session(0, 1)])));
}

#[test]
fn fields_of_later_versions_are_skipped() {
    let text = backup(vec![session(0, 1)]).into_text();
    let later =
        text.replacen(r#""archives""#, r#""shoes":[1],"documents":{"shoes":{"size":43}},"archives""#, 1);
    assert_eq!(Backup::read(&later), Ok(backup(vec![session(0, 1)])));
}

#[test]
fn documents_that_cannot_be_read_make_a_file_damaged() {
    for documents in [
        "7",
        "[]x",
        r#"{"measurements":7}"#,
        r#"{"measurements":{"measurements":[{"id":"a"}]}}"#,
        r#"{"corrections":{"sessions":{"a":[1,"gone"]}}}"#,
        r#"{"corrections":{"sessions":{"a":[8640000000000001,"kept"]}}}"#,
        r#"{"names":{"exercises":{"a":[-1,"Bow"]}}}"#,
        r#"{"discomfort":{"answers":{"a":[1,[3000,[]]]}}}"#,
    ] {
        let text = backup(vec![session(0, 1)]).into_text();
        let text = text.replacen(r#""archives""#, &format!(r#""documents":{documents},"archives""#), 1);
        assert_eq!(Backup::read(&text), Err(BackupError::Damaged), "{documents}");
    }
}

#[test]
fn a_session_that_is_deleted_here_stays_deleted_when_an_old_file_has_it() {
    let (_, store) = device(&[session(0, 1), session(1, 2)], &Documents::default());
    let old = through_a_file(&store);
    store.delete_session(&session(1, 2).id, NOW);
    let said = store.import(old, NOW + 5).expect("there is room");
    assert_eq!((said.changes_anything(), said.known), (false, 1));
    assert_eq!(store.log(NOW), [session(0, 1)]);
}

#[test]
fn what_was_deleted_and_restored_elsewhere_is_said_before() {
    let all = [session(0, 1), session(1, 2), session(2, 3)];
    let (_, one) = device(&all, &Documents::default());
    let (_, other) = device(&all, &Documents::default());
    one.delete_session(&all[0].id, NOW);
    let said = other.preview_import(&mut through_a_file(&one), NOW);
    assert_eq!(said, ImportPreview { known: 2, deleted: 1, documents: true, ..ImportPreview::default() });
    other.import(through_a_file(&one), NOW).expect("there is room");
    assert_eq!(other.log(NOW).len(), 2);
    one.restore_session(&all[0].id, NOW);
    let said = other.import(through_a_file(&one), NOW).expect("there is room");
    assert_eq!((said.restored, said.deleted, said.known), (1, 0, 3));
    assert_eq!(other.log(NOW).len(), 3);
}

#[test]
fn a_deletion_can_be_undone_on_a_device_that_never_had_the_session() {
    let (_, one) = device(&[session(1, 2)], &Documents::default());
    one.delete_session(&session(1, 2).id, NOW);
    let (_, other) = device(&[], &Documents::default());
    let said = other.import(through_a_file(&one), NOW).expect("there is room");
    assert_eq!((said.new, said.days, other.log(NOW)), (0, None, Vec::new()));
    other.restore_session(&session(1, 2).id, NOW);
    assert_eq!(other.log(NOW), [session(1, 2)]);
}

#[test]
fn where_there_is_no_room_for_all_no_document_has_changed() {
    let names = |name: &str| {
        let mut documents = Documents::default();
        documents.names.remember_exercise("bow", name, NOW);
        documents.corrections.delete_session("another", NOW);
        documents
    };
    let (storage, store) = device(&[session(5, 1)], &names("Bow"));
    let before = storage.texts();
    let used: usize = before.iter().map(|(key, text)| key.len() + text.len()).sum();
    let mut documents = names("Bow, deeply and slowly, on the mat or beside it");
    documents.corrections.delete_session(&session(5, 1).id, NOW);
    let file = Backup { documents, ..backup((0..200).map(|ago| session(ago, 2)).collect()) };
    for room in (used..used + 30_000).step_by(50) {
        storage.refuse(Faults { room: Some(room), ..Faults::NONE });
        match store.import(file.clone(), NOW) {
            Err(error) => {
                assert_eq!((error, storage.texts()), (StorageError::Full, before.clone()), "{room}");
                assert_eq!(store.log(NOW), [session(5, 1)]);
            }
            Ok(_) => {
                assert_eq!(store.log(NOW).len(), 199);
                return;
            }
        }
    }
    panic!("there was room enough");
}

#[test]
fn where_nothing_can_be_stored_the_documents_are_there_for_this_visit() {
    let documents = corrected(|corrections| corrections.delete_session(&session(1, 2).id, NOW));
    for faults in [Faults::ALL, Faults { set: true, ..Faults::NONE }, Faults { get: true, ..Faults::NONE }] {
        let storage = FakeStorage::default();
        storage.refuse(faults);
        let store = storage.store();
        let file = Backup { documents: documents.clone(), ..backup(vec![session(0, 1), session(1, 2)]) };
        store.import(file, NOW).expect("memory has room");
        assert_eq!(
            (store.log(NOW), store.documents(NOW)),
            (vec![session(0, 1)], documents.clone()),
            "{faults:?}"
        );
    }
}

#[test]
fn ten_thousand_sessions_and_five_years_of_measurements_fit_into_a_file() {
    let mut documents = Documents::default();
    let one = serde_json::json!({
        "id": "", "when_ms": 1, "offset_min": 60, "measured": { "straight-leg-raise": { "leg": "left", "tries": [700, 710, 705] } },
    });
    let one: Measurement = serde_json::from_value(one).expect("is one");
    documents.measurements =
        (0..780).map(|i| of_kind(&one, &format!("{}", 1_795_000_000_000_u64 + i))).collect();
    let log: Vec<_> = (0..10_000).map(|ago| session(ago, 12)).collect();
    let (_, store) = device(&log, &documents);
    let text = store.backup(NOW).into_text();
    assert!(text.len() < 1_100_000, "{} bytes", text.len());
    let (_, other) = device(&[], &Documents::default());
    let said = other.import(Backup::read(&text).expect("is a backup"), NOW).expect("there is room");
    assert_eq!((said.new, said.measurements), (10_000, 780));
    assert_eq!(other.backup(NOW), store.backup(NOW));
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn any_backup_is_read_as_it_was_written(records in records(), documents in documents()) {
        let (sessions, deleted) = documents.corrections.split(merge(records));
        let file = Backup { made_ms: NOW, sessions, deleted, documents };
        prop_assert_eq!(Backup::read(&file.clone().into_text()), Ok(file));
    }

    #[test]
    fn two_devices_both_ways_have_the_same(
        a in records(),
        b in records(),
        of_a in documents(),
        of_b in documents(),
    ) {
        let ((_, one), (_, other)) = (device(&a, &of_a), device(&b, &of_b));
        let (of_one, of_other) = (through_a_file(&one), through_a_file(&other));
        one.import(of_other.clone(), NOW).expect("there is room");
        other.import(of_one, NOW).expect("there is room");
        prop_assert_eq!(one.backup(NOW), other.backup(NOW));
        let documents = of_a.merge(of_b);
        let (log, deleted) = documents.corrections.split(merge([a, b].concat()));
        prop_assert_eq!((one.log(NOW), one.deleted_sessions(NOW)), (log, deleted));
        prop_assert_eq!(one.documents(NOW), documents);
        let again = one.import(of_other, NOW).expect("there is room");
        prop_assert!(!again.changes_anything());
    }

    /// What is said before is what happens.
    #[test]
    fn a_preview_counts_what_an_import_changes(
        a in records(),
        b in records(),
        of_a in documents(),
        of_b in documents(),
    ) {
        let ((_, one), (_, other)) = (device(&a, &of_a), device(&b, &of_b));
        let (log, measurements) = (one.log(NOW), one.measurements(NOW));
        let mut file = through_a_file(&other);
        let said = one.preview_import(&mut file, NOW);
        prop_assert_eq!(one.import(file, NOW), Ok(ImportPreview { known: 0, ..said }));
        let after = one.log(NOW);
        let had = |id: &str| log.iter().any(|session| session.id == id);
        let appeared = after.iter().filter(|session| !had(&session.id)).count();
        prop_assert!(said.new <= appeared && appeared <= said.new + said.restored);
        prop_assert_eq!(log.len() + appeared - after.len(), said.deleted);
        let had = |it: &Measurement| measurements.all().iter().any(|other| other.id == it.id);
        prop_assert_eq!(one.measurements(NOW).all().iter().filter(|it| !had(it)).count(), said.measurements);
    }

    #[test]
    fn a_measurement_of_another_device_is_counted_unless_it_is_deleted(one in measurement(), is_deleted in any::<bool>()) {
        let (_, store) = device(&[], &Documents::default());
        let mut documents = Documents::default();
        documents.measurements.add(one.clone());
        if is_deleted {
            documents.corrections.delete_measurement(&one.id, NOW);
        }
        let said = store.import(Backup { documents, ..backup(Vec::new()) }, NOW).expect("there is room");
        prop_assert_eq!(said.measurements, usize::from(!is_deleted));
        prop_assert_eq!(store.measurements(NOW).is_empty(), is_deleted);
    }
}
