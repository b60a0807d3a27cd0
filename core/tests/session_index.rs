//! Finding sessions by routine, exercise and month, against the slow way: every name of every session, looked through anew.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

#[path = "generators/mod.rs"]
mod generators;

use std::cell::RefCell;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use supple_core::{BY_HAND, ByHand, Day, FoundBy, SessionIndex, SessionRecord};

use generators::{cases, hold};

const DAY_MS: u64 = 86_400_000;

fn session(routine: &str, day: u64, exercises: &[&str]) -> SessionRecord {
    let mut record = SessionRecord::new(format!("{day}-{routine}"), routine.to_owned(), day * DAY_MS, 0);
    for exercise in exercises {
        record.entries.push(supple_core::Entry { exercise: (*exercise).to_owned(), ..hold(1) });
    }
    record
}

fn name(by: FoundBy<'_>) -> String {
    match by {
        FoundBy::Routine(id) => format!("The {id} Routine"),
        FoundBy::Exercise(BY_HAND) => "Without the app".to_owned(),
        FoundBy::Exercise(id) => format!("{id} stretch"),
        FoundBy::Month(month) => format!("Month {} {}", month.month, month.year),
    }
}

#[test]
fn sessions_are_found_by_parts_of_words_in_any_order_newest_first() {
    let by_hand = ByHand { routine: "hips".to_owned(), day: Day(20_779), minutes: 20 };
    let by_hand = by_hand.into_record(0, 20_780 * DAY_MS, "0badcafe").expect("is in range");
    let log = [session("hips", 20_700, &["Bow", "Arch"]), session("Legs", 20_770, &["Bow", "Bow"]), by_hand];
    let index = SessionIndex::new(&log, name);
    assert_eq!(index.find("bow"), [1, 0]);
    assert!(index.find("  WITHOUT bo ").is_empty(), "no session has both");
    assert_eq!(index.find("arc hip"), [0]);
    assert_eq!(index.find("2026 11"), [2, 1]);
    assert_eq!(index.find("without"), [2]);
    assert_eq!(index.find(" "), [2, 1, 0]);
    assert!(SessionIndex::new(&[], name).find("bow").is_empty());
}

#[test]
fn each_name_is_asked_for_once_in_ten_thousand_sessions() {
    let log: Vec<_> =
        (0..10_000).map(|day| session("hips", 15_000 + day / 4, &["Bow", "Arch", "Bow"])).collect();
    let asked = RefCell::new(0);
    let index = SessionIndex::new(&log, |by| {
        *asked.borrow_mut() += 1;
        name(by)
    });
    assert!(*asked.borrow() < 3 + 2_500 / 28, "{} names", asked.borrow());
    assert_eq!(index.find("bow arch hips").len(), 10_000);
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_found_is_what_the_slow_way_finds(
        sessions in vec((select(vec!["hips", "Legs"]), 20_000_u64..20_200, vec(select(vec!["Bow", "Arch", "Çan"]), 0..4)), 0..12),
        text in vec(select(vec!["bow", "ARCH", "hip", "çan", "10", "2024", "x", "t"]), 0..4),
    ) {
        let log: Vec<_> = sessions.iter().map(|(routine, day, exercises)| session(routine, *day, exercises)).collect();
        let text = text.join(" ");
        let slow = |record: &SessionRecord| {
            let mut names = vec![name(FoundBy::Routine(&record.routine)), name(FoundBy::Month(record.day().month()))];
            names.extend(record.entries.iter().map(|entry| name(FoundBy::Exercise(&entry.exercise))));
            text.to_lowercase().split_whitespace().all(|word| names.iter().any(|name| name.to_lowercase().contains(word)))
        };
        let expected: Vec<usize> = (0..log.len()).rev().filter(|position| slow(&log[*position])).collect();
        prop_assert_eq!(SessionIndex::new(&log, name).find(&text), expected);
    }
}
