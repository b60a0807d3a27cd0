//! What the overview says of the week, beside what the person has decided, without reading all of the log.

use proptest::collection::btree_set;
use proptest::prelude::*;
use supple_core::{
    Day, Discomfort, DiscomfortAnswers, Due, Goal, Pauses, Programme, Progress, SessionRecord, Store, week,
};

use crate::fake_storage::FakeStorage;
use crate::fixtures::{NOW, record};
use crate::generators::cases;

/// A Monday.
const START: Day = Day(20_773);
const DAY_MS: u64 = 86_400_000;

/// A session at noon, UTC.
fn session(day: Day) -> SessionRecord {
    let started_ms = u64::try_from(day.0).unwrap_or_default() * DAY_MS + DAY_MS / 2;
    let id = format!("{started_ms}-{:08x}", day.0);
    SessionRecord { id, started_ms, offset_min: 0, ended_ms: Some(started_ms + 465_000), ..record("a", 2) }
}

fn save(store: &Store, after_start: impl IntoIterator<Item = i32>) {
    for days in after_start {
        store.save_record(&session(Day(START.0 + days)));
    }
}

#[test]
fn before_the_first_session_there_is_no_week_whatever_was_decided() {
    let store = FakeStorage::default().store();
    store.update(NOW, |goal: &mut Goal| goal.choose(4, START, NOW));
    assert_eq!(store.week(START, 0, NOW), None);
}

#[test]
fn who_has_decided_nothing_is_told_of_no_goal_and_of_nothing_due() {
    let store = FakeStorage::default().store();
    save(&store, [0]);
    let week = store.week(START, 0, NOW).expect("there was a session");
    assert_eq!((week.goal, week.due, week.days_done()), (None, None, 1));
}

#[test]
fn a_goal_counts_from_the_week_in_which_it_was_chosen() {
    let store = FakeStorage::default().store();
    save(&store, [-7, 0, 1]);
    store.update(NOW, |goal: &mut Goal| goal.choose(4, Day(START.0 + 2), NOW));
    let goal_on = |day: i32| store.week(Day(START.0 + day), 0, NOW).expect("there was a session").goal;
    assert_eq!([goal_on(-1), goal_on(0), goal_on(9)], [None, Some(4), Some(4)]);
    assert_eq!(store.week(Day(START.0 + 3), 0, NOW).expect("there was a session").days_done(), 2);
}

#[test]
fn a_rest_day_and_a_pause_say_so() {
    let store = FakeStorage::default().store();
    save(&store, [0, 1]);
    store.update(NOW, |programme: &mut Programme| programme.start(START, NOW));
    let due_on = |day: i32| store.week(Day(START.0 + day), 0, NOW).expect("there was a session").due;
    assert_eq!(due_on(1), Some(Due::Done { next: Some(Day(START.0 + 3)) }));
    assert_eq!(due_on(2), Some(Due::RestDay { next: Some(Day(START.0 + 3)) }));
    assert_eq!(due_on(3), Some(Due::Today));
    store.update(NOW, |pauses: &mut Pauses| pauses.start(Day(START.0 + 3), None, NOW));
    assert_eq!(due_on(3), Some(Due::Paused { next: None }));
}

#[test]
fn the_question_about_discomfort_is_asked_until_it_is_switched_off_and_nothing_stored_is_touched() {
    let storage = FakeStorage::default();
    let store = storage.store();
    assert!(store.asks_about_discomfort());
    store.update(NOW, |answers: &mut DiscomfortAnswers| {
        answers.answer("a", Discomfort::new(3.into(), []), NOW);
    });
    assert!(store.asks_about_discomfort());
    store.update(NOW, |answers: &mut DiscomfortAnswers| answers.set_asked(false, NOW));
    assert!(!store.asks_about_discomfort());
    storage.put("supple:legs:discomfort", "garbage");
    let before = storage.texts();
    assert!(store.asks_about_discomfort());
    assert_eq!(storage.texts(), before);
}

proptest! {
    #![proptest_config(cases(64))]

    /// Only the log since the programme began is read, and of archives only what can be new: that must change nothing.
    #[test]
    fn the_week_is_the_one_that_the_whole_log_gives(
        done in btree_set(-250..120_i32, 0..220),
        started in prop::option::of(-60..100_i32),
        today in 0..120_i32,
        first_weekday in 0..7_i32,
    ) {
        let store = FakeStorage::default().store();
        save(&store, done.iter().copied().filter(|day| *day <= today));
        store.archive(NOW);
        let mut programme = Programme::default();
        if let Some(started) = started {
            programme = store.update(NOW, |it: &mut Programme| it.start(Day(START.0 + started), NOW));
        }
        let today = Day(START.0 + today);
        let log = store.log(NOW);
        let found = store.week(today, first_weekday, NOW);
        prop_assert_eq!(found.is_some(), !log.is_empty());
        if let Some(found) = found {
            prop_assert_eq!(found.days, week(&log, today, first_weekday));
            prop_assert_eq!(found.due, programme.due(&Progress::of(&log, today).days, &Pauses::default(), today));
        }
    }
}
