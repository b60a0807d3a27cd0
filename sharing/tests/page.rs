//! What the page asks, over a storage in memory, one that is full, and one that refuses.

#![allow(clippy::expect_used, reason = "so a test fails")]

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Value, json};
use supple_core::sharing::{LinkError, Standing, is_summary, to_fragment};
use supple_core::{Entry, PhaseKind, SessionRecord, Side, StorageBackend, StorageError, Store};
use supple_sharing::{Asked, Page, Received, Trouble};

thread_local! {
    static TEXTS: RefCell<BTreeMap<String, String>> = RefCell::default();
}

/// What all stores of a test share, as those of a page do.
struct Memory;

impl StorageBackend for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(TEXTS.with_borrow(|texts| texts.get(key).cloned()))
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        TEXTS.with_borrow_mut(|texts| texts.insert(key.to_owned(), value.to_owned()));
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        TEXTS.with_borrow_mut(|texts| texts.remove(key));
        Ok(())
    }
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        Ok(TEXTS.with_borrow(|texts| texts.keys().filter(|key| key.starts_with(prefix)).cloned().collect()))
    }
}

/// The same, without any space left.
struct Full;

impl StorageBackend for Full {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Memory.get(key)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), StorageError> {
        Err(StorageError::Full)
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        Memory.remove(key)
    }
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        Memory.keys(prefix)
    }
}

/// A browser that lets nothing be stored or read.
struct Refusing;

impl StorageBackend for Refusing {
    fn get(&self, _: &str) -> Result<Option<String>, StorageError> {
        Err(StorageError::Unavailable)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), StorageError> {
        Err(StorageError::Unavailable)
    }
    fn remove(&self, _: &str) -> Result<(), StorageError> {
        Err(StorageError::Unavailable)
    }
    fn keys(&self, _: &str) -> Result<Vec<String>, StorageError> {
        Err(StorageError::Unavailable)
    }
}

const NOW_MS: u64 = 1_796_000_000_000;

fn page() -> Page {
    Page::new(|| Box::new(Memory), NOW_MS)
}

fn document(name: &str) -> Value {
    json!({ "format": 1, "id": "hip", "name": name, "for": "Sam", "sections": [{ "exercises": [
        { "use": "cat-cow", "id": "cat-cow-2" }, { "use": "anchor" }, { "id": "own", "name": "My own" },
    ] }] })
}

fn link(name: &str) -> String {
    to_fragment(&document(name)).expect("it is short")
}

fn standing(page: &Page, link: &str) -> Option<(Standing, Option<Trouble>)> {
    match page.read(link) {
        Received::Routine { standing, trouble, .. } => Some((standing, trouble)),
        Received::Summary { .. } | Received::Problem { .. } => None,
    }
}

#[test]
fn a_routine_is_kept_and_forgotten() {
    let link = link("Hip");
    assert_eq!(standing(&page(), &link), Some((Standing::New, None)));
    assert_eq!(page().keep(&link), None);
    assert_eq!(standing(&page(), &link), Some((Standing::Kept, None)));
    assert_eq!(TEXTS.with_borrow(|texts| texts.keys().cloned().collect::<Vec<_>>()), ["supple:site:kept"]);
    assert_eq!(page().forget("hip"), None);
    assert_eq!(standing(&page(), &link), Some((Standing::New, None)));
}

#[test]
fn what_the_storage_refuses_is_told_each_time_and_the_link_still_works() {
    let link = link("Hip");
    for (page, trouble) in [
        (Page::new(|| Box::new(Full), NOW_MS), Trouble::Full),
        (Page::new(|| Box::new(Refusing), NOW_MS), Trouble::Refused),
    ] {
        for _ in 0..2 {
            assert_eq!(page.keep(&link), Some(trouble));
            assert_eq!(standing(&page, &link), Some((Standing::New, None)));
        }
    }
}

#[test]
fn what_was_kept_and_cannot_be_read_is_set_aside_and_told_once() {
    TEXTS.with_borrow_mut(|texts| texts.insert("supple:site:kept".to_owned(), "{garbled".to_owned()));
    assert_eq!(standing(&page(), &link("Hip")), Some((Standing::New, Some(Trouble::SetAside))));
    assert_eq!(standing(&page(), &link("Hip")), Some((Standing::New, None)));
    let texts = TEXTS.with_borrow(|texts| texts.values().cloned().collect::<Vec<_>>());
    assert_eq!(texts, ["{garbled"]);
}

#[test]
fn a_link_that_cannot_be_read_says_why() {
    for (link, problem) in [
        ("v2-abc", LinkError::Newer),
        ("s2-abc", LinkError::Newer),
        ("v1-", LinkError::CutOff),
        ("", LinkError::NotALink),
    ] {
        assert_eq!(page().read(link), Received::Problem { problem }, "{link}");
    }
    let nameless = to_fragment(&json!({ "id": "hip" })).expect("it is short");
    assert_eq!(page().read(&nameless), Received::Problem { problem: LinkError::NotALink });
}

#[test]
fn a_summary_has_the_names_of_the_routine_and_goes_into_a_link() {
    let entry = |exercise: &str| Entry {
        exercise: exercise.to_owned(),
        kind: PhaseKind::Hold,
        side: Side::Left,
        repeat: 1,
        held_ms: 20_000,
        planned_ms: 30_000,
        full: false,
        at_ms: 20_000,
        too_much: true,
    };
    let store = Store::new(Box::new(Memory), "default");
    let entries = ["cat-cow-2", "anchor", "own", "gone"].map(entry).to_vec();
    store.save_record(&SessionRecord {
        entries,
        ..SessionRecord::new("1".to_owned(), "hip".to_owned(), NOW_MS, 0)
    });
    let document = document("Hip").to_string();
    let told = page().summary(Asked { document: &document, with_measurements: true, offset_min: 0 });
    let hurts: Vec<_> = told.summary.hurts.iter().map(|hurt| hurt.exercise.as_str()).collect();
    assert_eq!(hurts, ["Cat and cow", "Anchor stretch", "My own", "gone"]);
    assert_eq!((told.summary.intended_for.as_deref(), told.summary.sessions), (Some("Sam"), 1));
    assert!(!told.measured);
    let link = told.fragment.expect("it is short");
    assert!(is_summary(&link));
    assert_eq!(page().read(&link), Received::Summary { summary: told.summary });
}
