//! Two tabs over one storage.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::Options;

use crate::fake_storage::FakeStorage;
use crate::fixtures::{NOW, alive, found, record, unfinished};
use crate::generators::cases;

#[test]
fn a_session_running_in_one_tab_is_seen_by_the_other() {
    let storage = FakeStorage::default();
    let (one, other) = (storage.store(), storage.store());
    assert_eq!(other.unfinished(NOW), []);
    one.save_unfinished(&unfinished("a", 1, 0));
    one.save_alive("a", alive(1, 700));
    assert_eq!(other.unfinished(NOW), [found("a", 1, 700)]);
    one.forget_unfinished("a");
    assert_eq!(other.unfinished(NOW), []);
}

#[test]
fn a_tab_whose_session_is_over_forgets_its_own_only() {
    let storage = FakeStorage::default();
    let (one, other) = (storage.store(), storage.store());
    one.save_unfinished(&unfinished("a", 1, 0));
    other.save_unfinished(&unfinished("b", 2, 0));
    other.save_alive("b", alive(2, 700));
    one.forget_unfinished("a");
    assert_eq!(one.unfinished(NOW), [found("b", 2, 700)]);
}

#[test]
fn options_saved_last_count() {
    let storage = FakeStorage::default();
    let (one, other) = (storage.store(), storage.store());
    one.save_options("hamstring", &Options { partner: true, ..Options::default() });
    other.save_options("hamstring", &Options { prepare_s: Some(3), ..Options::default() });
    assert_eq!(one.options("hamstring", NOW), Options { prepare_s: Some(3), ..Options::default() });
}

#[test]
fn both_find_the_same_damage_and_one_sets_it_aside() {
    let storage = FakeStorage::default();
    storage.put("supple:legs:running:a", "garbage");
    let (one, other) = (storage.store(), storage.store());
    assert_eq!((one.unfinished(NOW), other.unfinished(NOW)), (Vec::new(), Vec::new()));
    one.save_unfinished(&unfinished("a", 1, 0));
    other.save_unfinished(&unfinished("b", 1, 0));
    assert_eq!(one.unfinished(NOW), [unfinished("a", 1, 0), unfinished("b", 1, 0)]);
    assert_eq!((one.take_notices().len(), other.take_notices().len()), (1, 0));
    assert_eq!(storage.texts().values().filter(|text| *text == "garbage").count(), 1);
}

/// Something a tab does with one of its sessions.
#[derive(Clone, Debug)]
enum Step {
    Record(u16),
    Place(usize, u64),
    Alive(usize, u64),
    Forget,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1_u16..9).prop_map(Step::Record),
        3 => (0_usize..4, 0_u64..9_000).prop_map(|(phase, ms)| Step::Place(phase, ms)),
        2 => (0_usize..4, 0_u64..9_000).prop_map(|(phase, ms)| Step::Alive(phase, ms)),
        1 => Just(Step::Forget),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    /// Each tab has its own sessions: one the even ones, the other the odd ones.
    #[test]
    fn neither_of_two_tabs_loses_a_record_or_a_position(steps in vec((0..6_usize, step()), 0..80)) {
        let storage = FakeStorage::default();
        let tabs = [storage.store(), storage.store()];
        let ids = ["a", "b", "c", "d", "e", "f"];
        let (mut records, mut places, mut beats) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (session, step) in steps {
            let (id, tab) = (ids[session], &tabs[session % 2]);
            match step {
                Step::Record(holds) => {
                    tab.save_record(&record(id, holds));
                    records.insert(id, record(id, holds));
                }
                Step::Place(phase, ms) => {
                    tab.save_unfinished(&unfinished(id, phase, ms));
                    places.insert(id, (phase, ms));
                    beats.remove(id);
                }
                Step::Alive(phase, ms) => {
                    tab.save_alive(id, alive(phase, ms));
                    beats.insert(id, (phase, ms));
                }
                Step::Forget => {
                    tab.forget_unfinished(id);
                    places.remove(id);
                    beats.remove(id);
                }
            }
        }
        let expected: BTreeMap<_, _> = places
            .into_iter()
            .map(|(id, (phase, ms))| {
                let beat = beats.get(id).filter(|beat| beat.0 == phase && beat.1 >= ms);
                let session = beat.map_or_else(|| unfinished(id, phase, ms), |beat| found(id, phase, beat.1));
                (id.to_owned(), session)
            })
            .collect();
        for store in [&tabs[0], &tabs[1], &storage.store()] {
            prop_assert_eq!(store.log(NOW), records.values().cloned().collect::<Vec<_>>());
            let found: BTreeMap<_, _> =
                store.unfinished(NOW).into_iter().map(|session| (session.id.clone(), session)).collect();
            prop_assert_eq!(&found, &expected);
            prop_assert_eq!(store.take_notices(), []);
        }
    }
}
