//! The rule by which logs are merged.

use proptest::prelude::*;
use supple_core::{Feeling, SessionRecord, merge};

use crate::generators::{cases, hold};
use crate::sessions::{NOW, records, session};

#[test]
fn the_record_with_more_entries_counts() {
    let (less, more) = (session(1, 2), session(1, 3));
    for records in [[&less, &more], [&more, &less]] {
        assert_eq!(merge(records.map(Clone::clone).to_vec()), vec![more.clone()]);
    }
}

#[test]
fn among_equally_long_records_the_later_end_counts_and_any_end_more_than_none() {
    let open = SessionRecord { ended_ms: None, ..session(1, 2) };
    let early = SessionRecord { ended_ms: Some(NOW), ..open.clone() };
    let late = SessionRecord { ended_ms: Some(NOW + 1), ..open.clone() };
    for records in [[&open, &early, &late], [&late, &early, &open], [&early, &late, &open]] {
        assert_eq!(merge(records.map(Clone::clone).to_vec()), vec![late.clone()]);
    }
}

#[test]
fn what_the_person_said_of_a_session_counts_more_than_nothing() {
    let silent = session(1, 2);
    let said = SessionRecord { feeling: Some(Feeling::Looser), ..silent.clone() };
    for records in [[&silent, &said], [&said, &silent]] {
        assert_eq!(merge(records.map(Clone::clone).to_vec()), vec![said.clone()]);
    }
}

#[test]
fn a_session_is_known_by_its_id_even_where_its_start_differs() {
    let one = session(2, 2);
    let other = SessionRecord { started_ms: NOW, entries: vec![hold(1), hold(2), hold(3)], ..one.clone() };
    assert_eq!(merge(vec![one, other.clone()]), [other]);
}

#[test]
fn the_oldest_session_comes_first_with_any_ids() {
    let old = SessionRecord { id: "z".to_owned(), ..session(2, 1) };
    let young = SessionRecord { id: "a".to_owned(), ..session(1, 1) };
    assert_eq!(merge(vec![young.clone(), old.clone()]), [old, young]);
}

fn both(one: &[SessionRecord], other: &[SessionRecord]) -> Vec<SessionRecord> {
    merge([one, other].concat())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in records(), b in records(), c in records()) {
        prop_assert_eq!(both(&a, &b), both(&b, &a));
        prop_assert_eq!(both(&both(&a, &b), &c), both(&a, &both(&b, &c)));
        prop_assert_eq!(both(&both(&a, &b), &b), both(&a, &b));
        prop_assert_eq!(merge(merge(a.clone())), merge(a));
    }

    #[test]
    fn every_session_is_there_once_and_loses_nothing(records in records()) {
        let log = merge(records.clone());
        for record in &records {
            let same: Vec<_> = log.iter().filter(|other| other.id == record.id).collect();
            prop_assert_eq!(same.len(), 1);
            prop_assert!(same[0].entries.len() >= record.entries.len());
        }
        prop_assert!(log.iter().all(|record| records.contains(record)), "nothing is made up");
        prop_assert!(log.is_sorted_by_key(|record| record.started_ms));
    }
}
