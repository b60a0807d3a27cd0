//! Sessions that are deleted, restored, and added by hand.

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{BY_HAND, ByHand, ByHandError, Day, Held, Progress, SessionRecord, local_day};

use crate::fake_storage::FakeStorage;
use crate::fixtures::{NOW, record, unfinished};
use crate::generators::cases;

fn ids(log: &[SessionRecord]) -> Vec<&str> {
    log.iter().map(|session| session.id.as_str()).collect()
}

#[test]
fn a_deleted_session_is_in_no_log_and_still_stored() {
    let storage = FakeStorage::default();
    let store = storage.store();
    for id in ["a", "b", "c"] {
        store.save_record(&record(id, 2));
    }
    let before = storage.texts();
    assert!(store.delete_session("b", NOW));
    for store in [&store, &storage.store()] {
        assert_eq!(ids(&store.log(NOW)), ["a", "c"]);
        assert_eq!(ids(&store.log_since(0, NOW).expect("there is a log")), ["a", "c"]);
        assert_eq!(store.deleted_sessions(NOW), [record("b", 2)]);
    }
    assert!(before.iter().all(|(key, text)| storage.texts().get(key) == Some(text)));
    store.restore_session("b", NOW);
    assert_eq!(ids(&storage.store().log(NOW)), ["a", "b", "c"]);
    assert_eq!(store.deleted_sessions(NOW), []);
}

#[test]
fn deleting_holds_for_archived_sessions_too() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let of_day = |day: u64| SessionRecord { id: format!("{day:04}"), ended_ms: Some(NOW), ..record("a", 2) };
    for day in 0..200 {
        store.save_record(&of_day(day));
    }
    assert!(store.delete_session("0003", NOW));
    store.archive(NOW);
    assert!(store.delete_session("0005", NOW));
    assert_eq!((store.log(NOW).len(), ids(&store.deleted_sessions(NOW))), (198, vec!["0003", "0005"]));
    store.restore_session("0003", NOW);
    assert_eq!(storage.store().log(NOW).len(), 199);
}

#[test]
fn a_session_that_can_be_resumed_is_not_deleted() {
    let store = FakeStorage::default().store();
    store.save_record(&record("a", 2));
    store.save_unfinished(&unfinished("a", 3, 0));
    assert!(!store.delete_session("a", NOW));
    assert_eq!(store.log(NOW).len(), 1);
    store.forget_unfinished("a");
    assert!(store.delete_session("a", NOW));
    assert_eq!(store.log(NOW), []);
}

#[test]
fn a_clock_that_was_set_back_undoes_nothing() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_record(&record("a", 2));
    store.delete_session("a", NOW);
    store.restore_session("a", NOW - 1_000_000);
    assert_eq!(store.log(NOW).len(), 1);
    store.delete_session("a", NOW - 2_000_000);
    assert_eq!(storage.store().log(NOW).len(), 0);
}

fn by_hand(day: i32, minutes: u16) -> ByHand {
    ByHand { routine: "hamstring".to_owned(), day: Day(day), minutes }
}

#[test]
fn a_session_added_by_hand_says_so_and_its_day_counts_but_no_leg_gets_time() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let today = local_day(NOW, 60);
    let record = by_hand(today.0 - 3, 12).into_record(60, NOW, "0badcafe").expect("is a session");
    assert!(record.is_by_hand() && record.entries[0].is_by_hand() && record.counts());
    store.save_record(&record);
    assert_eq!(storage.store().log(NOW), std::slice::from_ref(&record));
    let progress = Progress::of(&store.log(NOW), today);
    assert_eq!(progress.days, [Day(today.0 - 3)]);
    assert_eq!(progress.total, Held { left_ms: 0, right_ms: 0, body_ms: 720_000 });
    assert!(!crate::fixtures::record("a", 3).is_by_hand());
    // Noon, where the person is.
    assert_eq!((record.started_ms + 3_600_000) % 86_400_000, 43_200_000);
    // It can be taken out again like any other.
    assert!(store.delete_session(&record.id, NOW));
    assert_eq!(store.log(NOW), []);
}

/// As version 0.1 reads it: with the fields of then, and nothing else.
#[test]
fn what_was_added_by_hand_is_stored_like_any_session() {
    let storage = FakeStorage::default();
    let record = by_hand(20_000, 5).into_record(0, NOW, "0badcafe").expect("is a session");
    storage.store().save_record(&record);
    assert_eq!(
        storage.texts().get("supple:legs:log:1728043200000-0badcafe").map(String::as_str),
        Some(
            r#"{"id":"1728043200000-0badcafe","routine":"hamstring","started_ms":1728043200000,"offset_min":0,"ended_ms":1728043500000,"complete":true,"entries":[["by hand","hold","none",1,300000,300000,true,300000]],"version":1}"#
        )
    );
    assert!(
        !BY_HAND.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
        "no routine has it"
    );
}

#[test]
fn days_ahead_and_minutes_that_nobody_stretches_are_refused() {
    let today = local_day(NOW, 0).0;
    for (day, minutes, error) in [
        (today + 1, 10, ByHandError::Day),
        (0, 10, ByHandError::Day),
        (-1, 10, ByHandError::Day),
        (i32::MIN, 10, ByHandError::Day),
        (i32::MAX, 10, ByHandError::Day),
        (today, 0, ByHandError::Minutes),
        (today, 241, ByHandError::Minutes),
    ] {
        assert_eq!(by_hand(day, minutes).into_record(0, NOW, "0badcafe"), Err(error), "{day} {minutes}");
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_session_added_by_hand_is_on_the_day_that_was_said(
        ago in prop_oneof![Just(0), 0..4_000_i32],
        minutes in 1..=240_u16,
        offset_min in -840..=840_i32,
        now_ms in NOW..NOW + 100_000_000,
    ) {
        let day = local_day(now_ms, offset_min).0 - ago;
        let record = by_hand(day, minutes).into_record(offset_min, now_ms, "0badcafe").expect("is a session");
        prop_assert_eq!(record.day(), Day(day));
        prop_assert_eq!(record.ended_ms, Some(record.started_ms + u64::from(minutes) * 60_000));
        prop_assert!(record.started_ms <= now_ms);
    }

    /// Whatever two tabs decide about sessions in turn, whatever the clock shows: the last decision holds.
    #[test]
    fn the_last_decision_holds(steps in vec((0..2_usize, 0..3_usize, any::<bool>(), 0_u64..50), 0..40)) {
        let storage = FakeStorage::default();
        let tabs = [storage.store(), storage.store()];
        let all = ["a", "b", "c"];
        for id in all {
            tabs[0].save_record(&record(id, 1));
        }
        let mut is_there = [true; 3];
        for (tab, session, deletes, now_ms) in steps {
            if deletes {
                tabs[tab].delete_session(all[session], now_ms);
            } else {
                tabs[tab].restore_session(all[session], now_ms);
            }
            is_there[session] = !deletes;
        }
        let expected: Vec<_> = all.into_iter().zip(is_there).filter(|(_, is)| *is).map(|(id, _)| id).collect();
        for store in [&tabs[0], &tabs[1], &storage.store()] {
            let log = store.log(NOW);
            prop_assert_eq!(ids(&log), expected.clone());
            prop_assert_eq!(store.deleted_sessions(NOW).len(), 3 - expected.len());
        }
    }
}
