//! Older sessions are archived, a hundred under one key, and nothing is lost.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{Entry, Feeling, PhaseKind, SessionRecord, Side, StorageBackend, Store};

use crate::fake_storage::{FakeStorage, Faults};
use crate::fixtures::{NOW, backup, record};
use crate::generators::{cases, entry, feeling};

const DAY_MS: u64 = 86_400_000;

/// A session of the default plan, some days after the first one.
fn session(day: u64) -> SessionRecord {
    let started_ms = NOW + day * DAY_MS;
    let id = format!("{started_ms}-{day:08x}");
    SessionRecord { id, started_ms, ended_ms: Some(started_ms + 465_000), complete: true, ..record("a", 7) }
}

fn save_sessions(store: &Store, days: std::ops::Range<u64>) -> Vec<SessionRecord> {
    let sessions: Vec<_> = days.map(session).collect();
    for session in &sessions {
        store.save_record(session);
    }
    sessions
}

fn keys_of(storage: &FakeStorage, kind: &str) -> Vec<String> {
    let prefix = format!("supple:legs:{kind}:");
    storage.texts().into_keys().filter(|key| key.starts_with(&prefix)).collect()
}

#[test]
fn few_sessions_stay_as_they_are() {
    let storage = FakeStorage::default();
    let store = storage.store();
    save_sessions(&store, 0..149);
    let before = storage.texts();
    store.archive(NOW);
    assert_eq!(storage.texts(), before);
}

#[test]
fn all_but_the_newest_of_many_are_archived_and_the_log_stays_the_same() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let sessions = save_sessions(&store, 0..470);
    store.archive(NOW);
    assert_eq!(keys_of(&storage, "archive").len(), 4);
    assert_eq!(keys_of(&storage, "log").len(), 70);
    assert_eq!(storage.store().log(NOW), sessions);
    assert_eq!(store.take_notices(), []);
}

#[test]
fn ten_thousand_sessions_take_few_keys_and_little_room() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let mut sessions = Vec::new();
    for decade in 0..10 {
        sessions.extend(save_sessions(&store, decade * 1_000..(decade + 1) * 1_000));
        store.archive(NOW);
    }
    let texts = storage.texts();
    assert!(texts.len() < 250, "{} keys", texts.len());
    let room: usize = texts.iter().map(|(key, text)| key.len() + text.len()).sum();
    assert!(room < 800_000, "{room} bytes");
    assert_eq!(store.log(NOW), sessions);
}

#[test]
fn an_unfinished_session_is_not_archived() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let left = SessionRecord { ended_ms: None, ..session(3) };
    save_sessions(&store, 0..200);
    store.save_record(&left);
    store.archive(NOW);
    assert_eq!(store.record(&left.id, NOW), Some(left));
    assert_eq!(store.record(&session(2).id, NOW), None);
    assert_eq!(store.log(NOW).len(), 200);
}

#[test]
fn a_session_that_is_there_twice_counts_once_with_all_that_was_done() {
    let storage = FakeStorage::default();
    let store = storage.store();
    save_sessions(&store, 0..200);
    let before = storage.texts();
    store.archive(NOW);
    // The page was closed after the archive was written but before the sessions were removed.
    for (key, text) in before {
        storage.put(&key, &text);
    }
    assert_eq!(store.log(NOW), (0..200).map(session).collect::<Vec<_>>());
    // Another tab resumes one of them.
    let mut longer = session(5);
    longer.entries.push(longer.entries[0].clone());
    store.save_record(&longer);
    assert_eq!(store.log(NOW)[5], longer);
    // Archived once more, under another name, it still counts once.
    store.archive(NOW + 1);
    assert_eq!(keys_of(&storage, "archive").len(), 2);
    assert_eq!((store.log(NOW).len(), store.log(NOW)[5].clone()), (200, longer));
}

#[test]
fn an_archive_is_never_overwritten() {
    let storage = FakeStorage::default();
    let store = storage.store();
    save_sessions(&store, 0..150);
    let key = format!("supple:legs:archive:{}:{NOW}:{}", session(0).id, session(99).started_ms);
    storage.put(&key, "garbage");
    store.archive(NOW);
    assert_eq!(keys_of(&storage, "log").len(), 150);
    assert_eq!(storage.texts().get(&key).map(String::as_str), Some("garbage"));
}

#[test]
fn sessions_that_cannot_be_archived_stay_where_they_are() {
    for faults in [
        Faults { set: true, ..Faults::NONE },
        Faults { room: Some(100), ..Faults::NONE },
        Faults { keys: true, ..Faults::NONE },
        Faults::ALL,
    ] {
        let storage = FakeStorage::default();
        let store = storage.store();
        let sessions = save_sessions(&store, 0..200);
        let before = storage.texts();
        storage.refuse(faults);
        store.archive(NOW);
        storage.refuse(Faults::NONE);
        assert_eq!(storage.texts(), before, "{faults:?}");
        assert_eq!(store.log(NOW), sessions, "{faults:?}");
    }
}

#[test]
fn where_nothing_can_be_removed_the_log_stays_the_same() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let sessions = save_sessions(&store, 0..200);
    storage.refuse(Faults { remove: true, ..Faults::NONE });
    store.archive(NOW);
    storage.refuse(Faults::NONE);
    assert_eq!((store.log(NOW), storage.store().log(NOW)), (sessions.clone(), sessions));
}

/// People have such texts on their devices; they must be read for ever.
#[test]
fn archives_of_the_first_version_are_read() {
    let storage = FakeStorage::default();
    storage.put(
        "supple:legs:archive:a:1",
        r#"{"version":1,"entries":[["anchor","hold","left",1,20000,20000,true,30000],["anchor","hold","right",1,8500,20000,false,25000]],"shapes":[["hamstring",-300,true,[0,1]],["legs",60,false,[0]]],"sessions":[["a",1795000000000,500000,0],["b",1795000001000,null,1]]}"#,
    );
    let entry = |side, held_ms, full, at_ms| Entry {
        exercise: "anchor".to_owned(),
        kind: PhaseKind::Hold,
        side,
        repeat: 1,
        held_ms,
        planned_ms: 20_000,
        full,
        at_ms,
        too_much: false,
    };
    let (left, right) = (entry(Side::Left, 20_000, true, 30_000), entry(Side::Right, 8_500, false, 55_000));
    let session = |id: &str, routine: &str, started_ms, offset_min, ended_ms, entries| SessionRecord {
        id: id.to_owned(),
        routine: routine.to_owned(),
        started_ms,
        offset_min,
        ended_ms,
        complete: ended_ms.is_some(),
        entries,
        feeling: None,
    };
    let expected = [
        session("a", "hamstring", NOW, -300, Some(NOW + 500_000), vec![left.clone(), right]),
        session("b", "legs", NOW + 1_000, 60, None, vec![left]),
    ];
    assert_eq!(storage.store().log(NOW), expected);
}

#[test]
fn how_a_session_felt_is_archived_with_it_and_nothing_is_written_where_nobody_said() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let mut sessions = save_sessions(&store, 0..150);
    store.archive(NOW);
    assert!(storage.texts().values().all(|text| !text.contains("feeling")));

    for (session, feeling) in [(110, Feeling::Looser), (149, Feeling::Sore)] {
        sessions[session].feeling = Some(feeling);
        store.save_record(&sessions[session]);
    }
    sessions.extend(save_sessions(&store, 150..260));
    store.archive(NOW + 1);
    assert_eq!(keys_of(&storage, "archive").len(), 2);
    assert_eq!(storage.store().log(NOW), sessions);
}

#[test]
fn a_feeling_of_no_session_makes_an_archive_unreadable_like_any_index_that_leads_nowhere() {
    let storage = FakeStorage::default();
    let archive = |feelings| {
        format!(
            r#"{{"version":1,"entries":[],"shapes":[["hamstring",0,true,[]]],"sessions":[["a",1,null,0]],"feelings":{feelings}}}"#
        )
    };
    storage.put("supple:legs:archive:a:1", &archive(r#"[[0,"same"]]"#));
    storage.put("supple:legs:archive:b:1", &archive(r#"[[1,"same"]]"#));
    let store = storage.store();
    let log = store.log(NOW);
    assert_eq!(log.iter().map(|session| session.feeling).collect::<Vec<_>>(), [Some(Feeling::Same)]);
    assert_eq!(store.take_notices().len(), 1);
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    vec(entry("[a-c]", any::<u16>()), 1..6)
}

proptest! {
    #![proptest_config(cases(48))]

    /// Whatever clocks showed, and however often sessions are archived in between.
    #[test]
    fn every_log_reads_back_as_it_was(
        sessions in vec((any::<String>(), any::<u64>(), any::<i32>(), any::<u64>(), any::<bool>(), entries(), feeling()), 150..350),
        every in 40_usize..400,
    ) {
        let storage = FakeStorage::default();
        let store = storage.store();
        let mut expected = BTreeMap::new();
        for (i, (id, started_ms, offset_min, ended_ms, complete, entries, feeling)) in sessions.into_iter().enumerate() {
            // A hyphen, so that no two ids are the same: "9" and "9…" against "99" and "".
            let (id, ended_ms) = (format!("{i}-{id}"), Some(ended_ms));
            let routine = "hamstring".to_owned();
            let session =
                SessionRecord { id, routine, started_ms, offset_min, ended_ms, complete, entries, feeling };
            store.save_record(&session);
            expected.insert((session.started_ms, session.id.clone()), session);
            if i % every == 0 {
                store.archive(NOW + i as u64);
            }
        }
        store.archive(NOW);
        prop_assert_eq!(storage.store().log(NOW), expected.into_values().collect::<Vec<_>>());
    }
}

#[test]
fn what_was_logged_lately_is_found_without_reading_what_is_older() {
    let storage = FakeStorage::default();
    let store = storage.store();
    assert_eq!(store.log_since(0, NOW), None);
    let sessions = save_sessions(&store, 0..470);
    // However late it is: what counts is when the sessions were.
    store.archive(NOW + 1_000 * DAY_MS);
    let since_ms = NOW + 460 * DAY_MS;
    assert_eq!(store.log_since(since_ms, NOW).expect("there is a log"), sessions[460..]);
    let imported = SessionRecord { id: "imported".to_owned(), ..session(465) };
    let older = SessionRecord { id: "older".to_owned(), ..session(459) };
    for one in [&imported, &older] {
        assert!(store.import(backup([one.clone()]), since_ms + 1).is_ok());
    }
    let found = store.log_since(since_ms, NOW).expect("there is a log");
    assert!(found.contains(&imported) && !found.contains(&older));
    assert_eq!(store.log_since(0, NOW).expect("there is a log").len(), 472);
    assert!(store.log_since(u64::MAX, NOW).expect("there is a log").is_empty());
}

#[test]
fn an_archive_of_an_older_version_may_hold_whatever_there_was_when_it_was_written() {
    let storage = FakeStorage::default();
    let sessions = save_sessions(&storage.store(), 0..150);
    storage.store().archive(NOW);
    let [key] = keys_of(&storage, "archive").try_into().expect("is one");
    let text = storage.texts().remove(&key).expect("is there");
    storage.remove(&key).expect("can be removed");
    storage.put(&format!("supple:legs:archive:{}:{}", sessions[0].id, NOW + 100 * DAY_MS), &text);
    let of_archive = |since_days: u64| {
        storage.store().log_since(NOW + since_days * DAY_MS, NOW).expect("there is a log").len()
    };
    assert_eq!(of_archive(100), 150 - 100 + 100, "all of it, and those that have keys of their own");
    assert_eq!(of_archive(101), 150 - 101);
}
