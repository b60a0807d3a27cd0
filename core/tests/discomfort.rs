//! How much it hurt: what a difference says, and when to ease off.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

#[path = "generators/mod.rs"]
mod generators;

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{
    Advice, BodyPlace, Discomfort, DiscomfortAnswers, DiscomfortChange, DiscomfortLevel, Document,
    SessionRecord,
};

use generators::cases;
use generators::documents::{answers, discomfort};

fn level(points: u8) -> DiscomfortLevel {
    DiscomfortLevel::from(points)
}

/// A log of sessions, a minute after another.
fn log(sessions: usize) -> Vec<SessionRecord> {
    let session = |i: usize| SessionRecord::new(format!("{i}"), "hamstring".to_owned(), i as u64 * 60_000, 0);
    (0..sessions).map(session).collect()
}

/// What each session of a log was answered with, in any order.
fn answered(levels: &[Option<u8>]) -> (Vec<SessionRecord>, DiscomfortAnswers) {
    let mut answers = DiscomfortAnswers::default();
    for (i, points) in levels.iter().enumerate().rev() {
        if let Some(points) = points {
            answers.answer(&format!("{i}"), Discomfort::new(level(*points), []), 1_000);
        }
    }
    (log(levels.len()), answers)
}

fn advice(levels: &[Option<u8>]) -> Option<Advice> {
    let (log, answers) = answered(levels);
    answers.advice(&log)
}

#[test]
fn a_change_of_two_points_counts_and_less_does_not() {
    for (from, to, change) in [
        (3, 3, DiscomfortChange::Unsure),
        (3, 4, DiscomfortChange::Unsure),
        (3, 2, DiscomfortChange::Unsure),
        (3, 5, DiscomfortChange::More),
        (3, 1, DiscomfortChange::Less),
        (0, 10, DiscomfortChange::More),
    ] {
        assert_eq!(level(from).change_to(level(to)), change, "{from} to {to}");
    }
    assert_eq!(level(200).points(), 10);
}

#[test]
fn what_rises_over_three_sessions_asks_to_ease_off() {
    let said = |levels: &[u8]| advice(&levels.iter().copied().map(Some).collect::<Vec<_>>());
    for rising in [&[1, 2, 3][..], &[2, 2, 4], &[2, 4, 4], &[9, 9, 0, 5, 9], &[0, 5, 10]] {
        assert_eq!(said(rising), Some(Advice::EaseOff), "{rising:?}");
    }
    for calm in [&[][..], &[10], &[0, 10], &[2, 2, 3], &[1, 5, 4], &[5, 1, 4], &[3, 3, 3], &[1, 2, 3, 2]] {
        assert_eq!(said(calm), None, "{calm:?}");
    }
}

#[test]
fn sessions_without_an_answer_say_nothing() {
    assert_eq!(advice(&[Some(1), None, Some(2), None, None, Some(3), None]), Some(Advice::EaseOff));
    assert_eq!(advice(&[None; 5]), None);
}

#[test]
fn a_deleted_session_is_not_looked_at() {
    let (mut log, answers) = answered(&[Some(1), Some(2), Some(1), Some(3)]);
    assert_eq!(answers.advice(&log), None);
    log.remove(2);
    assert_eq!(answers.advice(&log), Some(Advice::EaseOff));
    let levels: Vec<u8> = answers.in_log(&log).iter().map(|(_, said)| said.level().points()).collect();
    assert_eq!(levels, [1, 2, 3]);
}

#[test]
fn the_question_is_asked_until_it_is_switched_off_for_good() {
    let mut answers = DiscomfortAnswers::default();
    assert!(answers.is_asked());
    answers.set_asked(true, 5);
    assert!(answers.is_empty(), "that is how it is anyway");
    answers.set_asked(false, 5);
    let other = DiscomfortAnswers::default();
    assert!(!answers.clone().merge(other.clone()).is_asked() && !other.merge(answers).is_asked());
}

#[test]
fn an_answer_is_replaced_also_by_a_clock_that_was_set_back() {
    let mut answers = DiscomfortAnswers::default();
    let before = answers.clone();
    answers.answer("a", Discomfort::new(level(7), [BodyPlace::Knees]), 1_000);
    let earlier = answers.clone();
    answers.answer("a", Discomfort::new(level(2), []), 10);
    for merged in [answers.clone().merge(earlier.clone()), before.merge(earlier).merge(answers)] {
        assert_eq!(merged.of_session("a").map(|said| said.level().points()), Some(2));
    }
}

#[test]
fn where_nothing_hurts_there_is_no_place() {
    assert!(Discomfort::new(level(0), [BodyPlace::Neck]).places().is_empty());
    let said = Discomfort::new(level(1), [BodyPlace::Knees, BodyPlace::Neck, BodyPlace::Knees]);
    assert_eq!(said.places().iter().copied().collect::<Vec<_>>(), [BodyPlace::Neck, BodyPlace::Knees]);
    assert_eq!(serde_json::to_string(&said).ok().as_deref(), Some(r#"[1,["neck","knees"]]"#));
}

#[test]
fn answers_after_ten_thousand_sessions_take_half_a_megabyte() {
    let mut answers = DiscomfortAnswers::default();
    for i in 0..10_000_u64 {
        let id = format!("{}-{i:08x}", 1_795_000_000_000 + i);
        answers.answer(&id, Discomfort::new(level(3), []), 1_795_000_000_000 + i);
    }
    let text = serde_json::to_string(&answers).expect("is JSON");
    assert!(text.len() < 520_000, "{} bytes", text.len());
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn advice_is_that_of_a_slow_model(levels in vec(prop::option::weighted(0.8, 0..=10_u8), 0..9)) {
        let said: Vec<i32> = levels.iter().flatten().copied().map(i32::from).collect();
        let expected = matches!(said[..], [.., a, b, c] if a <= b && b <= c && c - a >= 2);
        prop_assert_eq!(advice(&levels).is_some(), expected);
    }

    #[test]
    fn what_is_answered_last_counts(mut answers in answers(), said in discomfort(), now_ms in any::<u32>()) {
        let before = answers.clone();
        answers.answer("a", said.clone(), u64::from(now_ms));
        prop_assert_eq!(answers.of_session("a"), Some(&said));
        let merged = before.merge(answers);
        prop_assert_eq!(merged.of_session("a"), Some(&said));
    }
}
