//! Where the storage fails, everything works in memory, and there is one notice about it.

use supple_core::{Notice, Options, Store};

use crate::fake_storage::{FakeStorage, Faults};
use crate::fixtures::{NOW, alive, found, record, unfinished};

/// A whole visit: the page looks for saved values and finds none; then everything is saved and reads back.
fn a_visit_works(store: &Store) {
    assert_eq!(store.options("hamstring", NOW), Options::default());
    assert!(!store.safety_was_read(NOW));
    assert_eq!((store.unfinished(NOW), store.log(NOW)), (Vec::new(), Vec::new()));
    assert_eq!((store.record("a", NOW), store.record("b", NOW), store.alive("a", NOW)), (None, None, None));
    let options = Options { partner: true, ..Options::default() };
    store.save_options("hamstring", &options);
    assert_eq!(store.options("hamstring", NOW), options);
    store.save_safety_was_read();
    assert!(store.safety_was_read(NOW));
    for holds in 1..4 {
        store.save_record(&record("a", holds));
        store.save_unfinished(&unfinished("a", usize::from(holds), 0));
        store.save_alive("a", alive(usize::from(holds), 700));
        assert_eq!(store.record("a", NOW), Some(record("a", holds)));
        assert_eq!(store.unfinished(NOW), [found("a", usize::from(holds), 700)]);
    }
    store.forget_unfinished("a");
    assert_eq!((store.unfinished(NOW), store.alive("a", NOW)), (Vec::new(), None));
    store.save_record(&record("b", 1));
    assert_eq!(store.log(NOW), [record("a", 3), record("b", 1)]);
}

#[test]
fn where_every_call_fails_a_visit_works_with_one_notice() {
    let storage = FakeStorage::default();
    storage.refuse(Faults::ALL);
    let store = storage.store();
    a_visit_works(&store);
    assert_eq!(store.take_notices(), [Notice::Unavailable]);
    store.save_safety_was_read();
    assert_eq!(store.take_notices(), []);
}

#[test]
fn where_any_one_kind_of_call_fails_a_visit_works() {
    let all = Faults::default();
    for faults in [
        Faults { get: true, ..all },
        Faults { set: true, ..all },
        Faults { remove: true, ..all },
        Faults { keys: true, ..all },
        Faults { set: true, remove: true, ..all },
    ] {
        let storage = FakeStorage::default();
        storage.refuse(faults);
        let store = storage.store();
        // Keys that can't be listed can still be read one by one.
        if faults.keys {
            store.save_record(&record("a", 1));
            assert_eq!(store.record("a", NOW), Some(record("a", 1)));
        } else {
            a_visit_works(&store);
            assert_eq!(store.take_notices(), [Notice::Unavailable], "{faults:?}");
        }
    }
}

#[test]
fn where_there_is_no_room_a_visit_works_with_one_notice() {
    for room in [0, 60, 200, 400] {
        let storage = FakeStorage::default();
        storage.refuse(Faults { room: Some(room), ..Faults::default() });
        let store = storage.store();
        a_visit_works(&store);
        assert_eq!(store.take_notices(), [Notice::Full], "{room}");
    }
}

#[test]
fn there_is_one_notice_for_each_kind_of_failure() {
    let storage = FakeStorage::default();
    let store = storage.store();
    for _ in 0..3 {
        storage.refuse(Faults { room: Some(0), ..Faults::default() });
        store.save_safety_was_read();
        storage.refuse(Faults::ALL);
        store.save_safety_was_read();
    }
    assert_eq!(store.take_notices(), [Notice::Full, Notice::Unavailable]);
}

#[test]
fn once_there_is_room_again_the_newest_is_stored() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_record(&record("a", 1));
    storage.refuse(Faults { room: Some(0), ..Faults::default() });
    store.save_record(&record("a", 2));
    assert_eq!(store.record("a", NOW), Some(record("a", 2)));
    assert_eq!(storage.store().record("a", NOW), Some(record("a", 1)));
    storage.refuse(Faults::NONE);
    store.save_record(&record("a", 3));
    assert_eq!(store.record("a", NOW), Some(record("a", 3)));
    assert_eq!(storage.store().record("a", NOW), Some(record("a", 3)));
}

#[test]
fn what_could_not_be_removed_is_gone_for_this_visit() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_unfinished(&unfinished("a", 1, 0));
    storage.refuse(Faults { remove: true, ..Faults::default() });
    store.forget_unfinished("a");
    assert_eq!(store.unfinished(NOW), []);
}

#[test]
fn defaults_do_not_overwrite_what_could_not_be_read() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_options("hamstring", &Options { partner: true, ..Options::default() });
    store.save_unfinished(&unfinished("a", 1, 0));
    let before = storage.texts();

    let store = storage.store();
    storage.refuse(Faults { get: true, ..Faults::default() });
    assert_eq!((store.options("hamstring", NOW), store.unfinished(NOW)), (Options::default(), Vec::new()));
    store.save_options("hamstring", &Options::default());
    store.save_unfinished(&unfinished("a", 2, 0));
    storage.refuse(Faults::NONE);
    store.save_unfinished(&unfinished("a", 3, 0));
    assert_eq!(store.unfinished(NOW), [unfinished("a", 3, 0)]);
    assert_eq!(storage.texts(), before);
}

#[test]
fn what_can_be_read_at_the_second_try_is_used_as_usual() {
    let storage = FakeStorage::default();
    let partner = Options { partner: true, ..Options::default() };
    storage.store().save_options("hamstring", &partner);
    let store = storage.store();
    storage.refuse(Faults { get: true, ..Faults::default() });
    assert_eq!(store.options("hamstring", NOW), Options::default());
    storage.refuse(Faults::NONE);
    assert_eq!(store.options("hamstring", NOW), partner);
    store.save_options("hamstring", &Options::default());
    assert_eq!(storage.store().options("hamstring", NOW), Options::default());
}

#[test]
fn in_memory_a_visit_works_without_a_notice() {
    let store = Store::in_memory();
    a_visit_works(&store);
    assert_eq!(store.take_notices(), []);
}
