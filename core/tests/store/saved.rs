//! What is saved reads back as it was, under the documented keys, and at a constant cost.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use supple_core::{
    CueSettings, Entry, Feeling, Hurts, Leg, Options, PhaseKind, Position, SessionRecord, Side, Store,
    Unfinished, Verbosity,
};

use crate::fake_storage::FakeStorage;
use crate::fixtures::{NOW, alive, found, record, unfinished};
use crate::generators::{cases, options};

/// Settings in which every field differs from the default.
fn quiet() -> CueSettings {
    CueSettings {
        volume: 0,
        voice: Verbosity::Full,
        voice_name: "Anna (\"de\")".to_owned(),
        rate: 125,
        vibration: false,
        flash: true,
        breathing: true,
        pocket: true,
        through_silent_switch: true,
        muted: false,
    }
}

#[test]
fn volume_and_rate_out_of_range_become_the_nearest_in_range() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_cue_settings(&CueSettings { volume: 60_000, rate: 3, ..CueSettings::default() });
    let read = storage.store().cue_settings(NOW);
    assert_eq!((read.volume, read.rate), (100, 50));
}

/// A store in which one value of each kind was saved.
fn with_everything(storage: &FakeStorage) -> Store {
    let store = storage.store();
    store.save_options("hamstring", &Options { partner: true, hold_percent: 150, ..Options::default() });
    let mut hurts = Hurts::default();
    hurts.add("seated");
    store.save_hurts(&hurts);
    store.save_safety_was_read();
    store.save_cue_settings(&quiet());
    store.save_record(&record("a", 2));
    store.save_unfinished(&unfinished("a", 13, 5_000));
    store.save_alive("a", alive(13, 7_000));
    store
}

#[test]
fn everything_is_stored_under_its_documented_key() {
    let storage = FakeStorage::default();
    with_everything(&storage);
    let keys: Vec<_> = storage.texts().into_keys().collect();
    assert_eq!(
        keys,
        [
            "supple:legs:alive:a",
            "supple:legs:carriers",
            "supple:legs:hurts",
            "supple:legs:log:a",
            "supple:legs:options:hamstring",
            "supple:legs:personal",
            "supple:legs:running:a",
            "supple:legs:safety",
        ]
    );
}

#[test]
fn everything_is_json_with_version_1() {
    let storage = FakeStorage::default();
    with_everything(&storage);
    for (key, text) in storage.texts() {
        let value: Value = serde_json::from_str(&text).expect("is JSON");
        assert_eq!(value["version"], 1, "{key}: {text}");
    }
}

#[test]
fn another_visit_finds_everything_as_it_was() {
    let storage = FakeStorage::default();
    with_everything(&storage);
    let store = storage.store();
    assert_eq!(
        store.options("hamstring", NOW),
        Options { partner: true, hold_percent: 150, ..Options::default() }
    );
    assert!(store.safety_was_read(NOW));
    assert_eq!(store.cue_settings(NOW), quiet());
    assert_eq!(store.record("a", NOW), Some(record("a", 2)));
    assert_eq!(store.log(NOW), [record("a", 2)]);
    assert_eq!(store.unfinished(NOW), [found("a", 13, 7_000)]);
    assert_eq!(store.alive("a", NOW), Some(alive(13, 7_000)));
    assert_eq!(store.take_notices(), []);
}

#[test]
fn the_time_that_a_person_has_is_kept_and_written_only_where_it_was_chosen() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let text = || storage.texts().get("supple:legs:options:hamstring").cloned().expect("was saved");
    store.save_options("hamstring", &Options::default());
    assert!(!text().contains("minutes"));
    let options = Options { minutes: Some(8), ..Options::default() };
    store.save_options("hamstring", &options);
    assert_eq!(storage.store().options("hamstring", NOW), options);
}

#[test]
fn a_first_visit_finds_the_defaults_and_writes_nothing() {
    let storage = FakeStorage::default();
    let store = storage.store();
    assert_eq!(store.options("hamstring", NOW), Options::default());
    assert!(!store.safety_was_read(NOW));
    assert_eq!((store.record("a", NOW), store.log(NOW)), (None, Vec::new()));
    assert_eq!((store.unfinished(NOW), store.alive("a", NOW)), (Vec::new(), None));
    assert_eq!((store.take_notices(), storage.texts()), (Vec::new(), BTreeMap::new()));
}

/// People have such texts on their devices; they must be read for ever.
#[test]
fn everything_the_first_version_saved_is_read() {
    let storage = FakeStorage::default();
    storage.put(
        "supple:legs:options:hamstring",
        r#"{"version":1,"first_leg":"right","hold_percent":150,"switch_s":8,"partner":true,"exercises":{"assisted":{"substitute":true},"jumping-jacks":{"leave_out":true},"seated":{"repeats":4,"seconds":30,"variation":true}}}"#,
    );
    storage.put("supple:legs:safety", r#"{"version":1,"read":true}"#);
    storage.put(
        "supple:legs:log:a",
        r#"{"version":1,"id":"a","routine":"hamstring","started_ms":1795000000000,"offset_min":-300,"ended_ms":1795000500000,"complete":true,"entries":[["jumping-jacks","move","none",1,60000,60000,true,70000],["anchor","hold","left",1,8500,20000,false,90000]]}"#,
    );
    storage.put(
        "supple:legs:running:b",
        r#"{"version":1,"id":"b","routine":"hamstring","options":{"first_leg":"left","hold_percent":100,"partner":false,"exercises":{}},"position":{"phase":13,"elapsed_ms":5000,"extended_ms":10000,"logged_ms":2000},"entries":0,"plan_ms":465000,"started_ms":1795000000000,"offset_min":60}"#,
    );
    storage
        .put("supple:legs:alive:b", r#"{"version":1,"phase":13,"elapsed_ms":7000,"wall_ms":1795000000000}"#);
    let before = storage.texts();

    let store = storage.store();
    let mut options = Options {
        first_leg: Leg::Right,
        hold_percent: 150,
        switch_s: Some(8),
        partner: true,
        ..Options::default()
    };
    options.change_exercise("assisted", |chosen| chosen.substitute = true);
    options.change_exercise("jumping-jacks", |chosen| chosen.leave_out = true);
    options.change_exercise("seated", |chosen| {
        (chosen.repeats, chosen.seconds, chosen.variation) = (Some(4), Some(30), true);
    });
    assert_eq!(store.options("hamstring", NOW), options);
    assert!(store.safety_was_read(NOW));
    let entry = |exercise: &str, kind, side, held_ms, planned_ms, full, at_ms| Entry {
        exercise: exercise.to_owned(),
        kind,
        side,
        repeat: 1,
        held_ms,
        planned_ms,
        full,
        at_ms,
        too_much: false,
    };
    let kept = SessionRecord {
        id: "a".to_owned(),
        routine: "hamstring".to_owned(),
        started_ms: NOW,
        offset_min: -300,
        ended_ms: Some(NOW + 500_000),
        complete: true,
        entries: vec![
            entry("jumping-jacks", PhaseKind::Move, Side::None, 60_000, 60_000, true, 70_000),
            entry("anchor", PhaseKind::Hold, Side::Left, 8_500, 20_000, false, 90_000),
        ],
        feeling: None,
    };
    assert_eq!(store.record("a", NOW).as_ref(), Some(&kept));
    let position =
        Position { phase: 13, elapsed_ms: 7_000, extended_ms: 10_000, logged_ms: 2_000, cut_ms: 0 };
    let running = Unfinished { position, ..unfinished("b", 13, 0) };
    assert_eq!(store.unfinished(NOW).first(), Some(&running));

    // And the same is written today, except for the order of fields, and for what holds for every routine now.
    store.save_options("hamstring", &options);
    store.save_safety_was_read();
    store.save_record(&kept);
    let position = Position { elapsed_ms: 5_000, logged_ms: 2_000, ..position };
    store.save_unfinished(&Unfinished { position, ..running });
    store.save_alive("b", alive(13, 7_000));
    let values = |texts: BTreeMap<String, String>| -> BTreeMap<String, Value> {
        let value = |text: String| serde_json::from_str(&text).expect("is JSON");
        texts.into_iter().map(|(key, text)| (key, value(text))).collect()
    };
    let mut written = values(storage.texts());
    let personal = written.remove("supple:legs:personal");
    assert_eq!(personal, Some(json!({ "version": 1, "partner": true, "switch_s": 8 })));
    assert_eq!(written, values(before));
}

#[test]
fn how_a_session_felt_is_stored_as_a_word_and_only_where_somebody_said_it() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let text_of = |record: &SessionRecord| {
        store.save_record(record);
        storage.texts().remove("supple:legs:log:a").expect("was saved")
    };
    let silent = record("a", 2);
    assert!(!text_of(&silent).contains("feeling"));
    let said = SessionRecord { feeling: Some(Feeling::Looser), ..silent };
    let text = text_of(&said);
    assert!(text.contains(r#""feeling":"looser""#), "{text}");
    assert_eq!(storage.store().record("a", NOW), Some(said));

    storage.put("supple:legs:log:a", &text.replace("looser", "wobbly"));
    let store = storage.store();
    assert_eq!(store.record("a", NOW), None);
    assert_eq!(store.take_notices().len(), 1, "it was set aside, and the person is told");
}

/// One more element than the first version wrote, and only where it is true.
#[test]
fn too_much_is_the_last_element_of_a_row() {
    let mut kept = record("a", 2);
    kept.entries[1].too_much = true;
    let storage = FakeStorage::default();
    storage.store().save_record(&kept);
    let text = storage.texts().remove("supple:legs:log:a").expect("it was kept");
    assert!(text.contains(r#"["seated","hold","both",1,20000,20000,true,25000],"#), "{text}");
    assert!(text.contains(r#"["seated","hold","both",2,20000,20000,true,50000,true]]"#), "{text}");
    assert_eq!(storage.store().record("a", NOW), Some(kept));
}

#[test]
fn a_hold_that_was_shortened_is_found_as_short() {
    let storage = FakeStorage::default();
    let mut session = unfinished("a", 13, 5_000);
    session.position.cut_ms = 10_000;
    storage.store().save_unfinished(&session);
    assert_eq!(storage.store().unfinished(NOW), [session]);
}

#[test]
fn the_log_is_read_oldest_first_with_any_ids() {
    let storage = FakeStorage::default();
    let store = storage.store();
    for id in ["1-c", "3-a", "2-d", "9-b"] {
        store.save_record(&record(id, 1));
    }
    let ids: Vec<_> = store.log(NOW).into_iter().map(|record| record.id).collect();
    assert_eq!(ids, ["3-a", "9-b", "1-c", "2-d"]);
}

#[test]
fn a_session_in_which_nothing_was_done_leaves_no_record() {
    let storage = FakeStorage::default();
    storage.store().save_record(&record("a", 0));
    assert_eq!(storage.texts(), BTreeMap::new());
}

#[test]
fn a_session_that_is_over_is_forgotten_with_its_heartbeat_and_its_log_stays() {
    let storage = FakeStorage::default();
    let store = with_everything(&storage);
    store.forget_unfinished("a");
    assert_eq!(store.unfinished(NOW), []);
    let keys = storage.texts().into_keys();
    let of_sessions = keys.filter(|key| {
        !["carriers", "hurts", "options", "personal", "safety"].iter().any(|kind| key.contains(kind))
    });
    assert_eq!(of_sessions.collect::<Vec<_>>(), ["supple:legs:log:a"]);
}

#[test]
fn widgets_of_different_names_share_nothing() {
    // Without escaping, some of these would share keys.
    let names = ["legs", "leg", "legs:log", "legs:log:a", "legs%3Alog", "", ":", "%"];
    let storage = FakeStorage::default();
    for name in names {
        let store = storage.store_named(name);
        assert!(!store.safety_was_read(NOW), "{name}");
        assert_eq!((store.log(NOW).len(), store.unfinished(NOW).len()), (0, 0), "{name}");
        store.save_safety_was_read();
        store.save_record(&record("a", 1));
        store.save_record(&record("safety", 1));
        store.save_unfinished(&unfinished("a", 1, 0));
    }
    for name in names {
        let store = storage.store_named(name);
        assert_eq!((store.log(NOW).len(), store.unfinished(NOW).len()), (2, 1), "{name}");
        assert!(store.safety_was_read(NOW), "{name}");
        assert_eq!(store.take_notices(), [], "{name}");
    }
}

// The heartbeat.

#[test]
fn a_heartbeat_moves_a_session_on_within_its_phase_only() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_unfinished(&unfinished("a", 13, 5_000));
    for (beat, expected) in [
        (alive(13, 7_000), found("a", 13, 7_000)),
        (alive(13, 5_000), found("a", 13, 5_000)),
        (alive(13, 3_000), unfinished("a", 13, 5_000)),
        (alive(12, 9_000), unfinished("a", 13, 5_000)),
        (alive(14, 9_000), unfinished("a", 13, 5_000)),
    ] {
        store.save_alive("a", beat);
        assert_eq!(store.unfinished(NOW), [expected], "{beat:?}");
    }
}

#[test]
fn an_earlier_heartbeat_does_not_count_for_the_same_phase_begun_again() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_unfinished(&unfinished("a", 13, 0));
    store.save_alive("a", alive(13, 9_000));
    store.save_unfinished(&unfinished("a", 13, 0));
    assert_eq!(store.unfinished(NOW), [unfinished("a", 13, 0)]);
}

#[test]
fn a_heartbeat_counts_for_its_own_session_only() {
    let storage = FakeStorage::default();
    let store = storage.store();
    store.save_unfinished(&unfinished("a", 13, 0));
    store.save_unfinished(&unfinished("b", 13, 0));
    store.save_alive("b", alive(13, 9_000));
    store.save_alive("c", alive(13, 9_000));
    assert_eq!(store.unfinished(NOW), [unfinished("a", 13, 0), found("b", 13, 9_000)]);
}

// The cost of writing.

#[test]
fn a_record_costs_one_call_and_its_own_bytes_however_long_the_log_is() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let first = storage.cost_of(|| store.save_record(&record("x", 5)));
    for i in 0..1_000 {
        store.save_record(&record(&format!("{i}-session"), 13));
    }
    let last = storage.cost_of(|| store.save_record(&record("y", 5)));
    assert_eq!(first, last);
    assert_eq!(first.calls, 1);
    assert!(first.bytes < 600, "{first:?}");
}

#[test]
fn a_position_and_a_heartbeat_cost_the_same_however_long_the_log_is() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let save = || {
        store.save_unfinished(&unfinished("x", 13, 5_000));
        store.save_alive("x", alive(13, 7_000));
    };
    save();
    let first = storage.cost_of(save);
    for i in 0..1_000 {
        store.save_record(&record(&format!("{i}-session"), 13));
    }
    assert_eq!(first, storage.cost_of(save));
    assert!(first.calls <= 4 && first.bytes < 600, "{first:?}");
}

#[test]
fn a_session_of_the_default_plan_takes_less_than_a_kilobyte() {
    let storage = FakeStorage::default();
    let store = storage.store();
    let cost = storage.cost_of(|| store.save_record(&record("a", 13)));
    assert!(cost.bytes < 1_000, "{cost:?}");
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn options_read_back_as_they_were(options in options()) {
        let storage = FakeStorage::default();
        storage.store().save_options("hamstring", &options);
        let store = storage.store();
        prop_assert_eq!(store.options("hamstring", NOW), options);
        prop_assert_eq!(store.take_notices(), []);
    }
}
