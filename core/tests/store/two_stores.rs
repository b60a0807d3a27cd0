//! Two stores of one page over the same texts: the widget's, and that of the app that fills the Progress screen.

use std::rc::Rc;

use supple_core::{Notice, StorageBackend, StorageError, Store};

use crate::fake_storage::{FakeStorage, Faults, NAME};
use crate::fixtures::{NOW, backup, record};

/// The texts of another store.
struct Texts(Rc<Store>);

impl StorageBackend for Texts {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.texts().get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.texts().set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.texts().remove(key)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.0.texts().keys(prefix)
    }
}

/// A store over a storage with these faults, and one over the same texts.
fn two_stores(faults: Faults) -> (FakeStorage, Rc<Store>, Store) {
    let storage = FakeStorage::default();
    storage.refuse(faults);
    let first = Rc::new(storage.store());
    let second = Store::new(Box::new(Texts(first.clone())), NAME);
    (storage, first, second)
}

#[test]
fn what_one_store_saves_the_other_reads_wherever_it_is() {
    for faults in [Faults::NONE, Faults::ALL, Faults { set: true, ..Faults::NONE }] {
        let (_, first, second) = two_stores(faults);
        first.save_record(&record("a", 2));
        assert_eq!(second.log(NOW), [record("a", 2)], "{faults:?}");
        let added = second.import(backup([record("b", 1)]), NOW).map(|preview| preview.new);
        assert_eq!(added, Ok(1), "{faults:?}");
        assert_eq!(first.log(NOW), [record("a", 2), record("b", 1)], "{faults:?}");
    }
}

#[test]
fn in_memory_the_two_share_the_memory() {
    let first = Rc::new(Store::in_memory());
    let second = Store::new(Box::new(Texts(first.clone())), "");
    first.save_record(&record("a", 1));
    assert_eq!(second.import(backup([record("b", 1)]), NOW).map(|preview| preview.new), Ok(1));
    assert_eq!(first.log(NOW), [record("a", 1), record("b", 1)]);
    assert_eq!((first.take_notices(), second.take_notices()), (Vec::new(), Vec::new()));
}

#[test]
fn what_there_is_no_room_for_is_told_to_the_one_that_asked() {
    let (storage, first, second) = two_stores(Faults { room: Some(0), ..Faults::NONE });
    assert_eq!(second.import(backup([record("b", 1)]), NOW), Err(StorageError::Full));
    assert_eq!((first.log(NOW), storage.texts().len()), (Vec::new(), 0));
}

#[test]
fn what_can_not_be_read_is_not_overwritten() {
    let (storage, first, second) = two_stores(Faults { get: true, ..Faults::NONE });
    let key = second.key("log:a");
    storage.put(&key, "what an earlier visit has saved");
    assert_eq!(second.log(NOW), []);
    assert_eq!(first.take_notices(), [Notice::Unavailable]);
    second.save_record(&record("a", 1));
    assert_eq!(storage.texts().get(&key).map(String::as_str), Some("what an earlier visit has saved"));
}

#[test]
fn what_can_not_be_understood_is_set_aside_by_either() {
    let (storage, first, second) = two_stores(Faults::NONE);
    storage.put(&second.key("log:a"), "?");
    assert_eq!(second.log(NOW), []);
    assert!(matches!(second.take_notices()[..], [Notice::SetAside { moved_to: Some(_), .. }]));
    assert!(storage.texts().values().any(|text| text == "?"), "{:?}", storage.texts());
    assert_eq!((first.log(NOW), first.take_notices()), (Vec::new(), Vec::new()));
}
