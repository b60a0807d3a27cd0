//! Everything that released versions have saved on people's devices still loads, with nothing lost.
//!
//! The recordings in `tests/fixtures/v0.1` were made by version 0.1 itself (`e2e/fixtures/record-v0.1.mjs`
//! says how) and are never made again: if one of these tests fails, it is the code that must change. The file
//! format may gain fields and versions, but what stands in the recordings has to be read for ever.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::rc::Rc;

use supple_core::{
    Backup, ClockSample, Held, Notice, Options, Routine, Session, SessionRecord, State, StorageBackend,
    StorageError, Store, Unfinished,
};

/// What is stored on a device: texts by their keys.
type Texts = BTreeMap<String, String>;

/// A browser's localStorage that never fails. Clones share their content.
#[derive(Clone, Default)]
struct FakeStorage(Rc<RefCell<Texts>>);

impl FakeStorage {
    fn with(texts: Texts) -> Self {
        Self(Rc::new(RefCell::new(texts)))
    }

    fn store(&self) -> Store {
        Store::new(Box::new(self.clone()), "default")
    }

    fn texts(&self) -> Texts {
        self.0.borrow().clone()
    }
}

impl StorageBackend for FakeStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        Ok(self.0.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }
}

/// What the tests expect of a log: how much was really done.
#[derive(Debug, PartialEq, Eq)]
struct Totals {
    sessions: usize,
    complete: usize,
    entries: usize,
    too_much: usize,
    /// Different local days on which a hold was carried to its end.
    days: usize,
    left_ms: u64,
    right_ms: u64,
}

fn totals(log: &[SessionRecord]) -> Totals {
    let entries: Vec<_> = log.iter().flat_map(|session| &session.entries).collect();
    let mut days: Vec<_> = log.iter().filter(|session| session.counts()).map(SessionRecord::day).collect();
    days.sort();
    days.dedup();
    let held = Held::of(entries.iter().copied());
    Totals {
        sessions: log.len(),
        complete: log.iter().filter(|session| session.complete).count(),
        entries: entries.len(),
        too_much: entries.iter().filter(|entry| entry.too_much).count(),
        days: days.len(),
        left_ms: held.left_ms,
        right_ms: held.right_ms,
    }
}

/// How an unfinished session is offered to the person.
#[derive(Debug, PartialEq, Eq)]
struct Offered {
    place: String,
    remaining_ms: u64,
    elapsed_ms: u64,
}

/// Lays out the plan of an unfinished session, and goes back to its place.
fn offered(unfinished: &Unfinished, record: &SessionRecord) -> Offered {
    let plan =
        unfinished.lay_out(&Routine::hamstring()).expect("the routine is the same as when it was left");
    let entries = record.entries.clone();
    assert_eq!(entries.len(), unfinished.entries);
    let (position, started_ms) = (unfinished.position, unfinished.started_ms);
    let session = Session::paused_at(plan, position, entries, started_ms, ClockSample::at(0));
    assert_eq!(session.state(), State::Paused);
    let phase = session.phase().expect("it stands in a phase");
    let exercise = session.plan().exercises.get(phase.exercise).expect("the phase has an exercise");
    let place = format!("{} {} {} {}", phase.kind.name(), exercise.id, phase.side.name(), phase.repeat);
    let snapshot = session.snapshot();
    Offered { place, remaining_ms: snapshot.remaining_ms, elapsed_ms: snapshot.elapsed_ms }
}

mod version_0_1 {
    use super::*;
    use supple_core::{CueSettings, ExerciseOptions, Leg, Verbosity};

    /// Shortly after the recordings: 22 November 2026, 09:00, UTC.
    const NOW: u64 = 1_795_338_000_000;

    const LONG: Totals = Totals {
        sessions: 31,
        complete: 23,
        entries: 330,
        too_much: 3,
        days: 27,
        left_ms: 2_638_000,
        right_ms: 2_620_000,
    };

    /// The long history added to 153 short sessions, two a day.
    const ARCHIVED: Totals = Totals {
        sessions: 184,
        complete: 23,
        entries: 614,
        too_much: 3,
        days: 103,
        left_ms: 5_529_590,
        right_ms: 5_240_000,
    };

    fn recorded(name: &str) -> String {
        let path = format!("{}/tests/fixtures/v0.1/{name}", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).expect("the recording is there")
    }

    fn storage(name: &str) -> FakeStorage {
        let texts = recorded(&format!("storage/{name}.json"));
        FakeStorage::with(serde_json::from_str(&texts).expect("a recording maps keys to texts"))
    }

    fn log(name: &str) -> Vec<SessionRecord> {
        storage(name).store().log(NOW)
    }

    fn backup(name: &str) -> Backup {
        Backup::read(&recorded(&format!("backups/{name}.json"))).expect("the backup can be read")
    }

    /// Reads everything that a store holds.
    fn read_all(store: &Store) -> (Options, CueSettings, bool, Vec<Unfinished>, Vec<SessionRecord>) {
        let options = store.options("hamstring", NOW);
        let (cue_settings, safety) = (store.cue_settings(NOW), store.safety_was_read(NOW));
        (options, cue_settings, safety, store.unfinished(NOW), store.log(NOW))
    }

    #[test]
    fn reading_what_is_whole_changes_nothing_and_needs_no_notice() {
        let names = ["fresh", "long", "archived", "running", "shortened", "own-pace", "quarantined"];
        for name in names {
            let storage = storage(name);
            let before = storage.texts();
            let store = storage.store();
            let (_, _, safety, _, _) = read_all(&store);
            assert!(safety, "{name}: the safety notice was read");
            assert_eq!(store.take_notices(), [], "{name}");
            assert_eq!(storage.texts(), before, "{name}");
        }
    }

    /// So version 0.1, where a tab still runs it, reads what is written today.
    #[test]
    fn what_is_written_today_is_what_version_0_1_wrote() {
        for name in ["fresh", "long", "archived", "running", "shortened", "own-pace"] {
            let recorded = storage(name).texts();
            let (read, written) = (storage(name), FakeStorage::default());
            let (from, to) = (read.store(), written.store());
            to.save_options("hamstring", &from.options("hamstring", NOW));
            to.save_cue_settings(&from.cue_settings(NOW));
            to.save_safety_was_read();
            for session in from.log(NOW) {
                to.save_record(&session);
            }
            let written = written.texts();
            let both = recorded.iter().filter_map(|(key, text)| Some((key, text, written.get(key)?)));
            let mut compared = 0;
            for (key, recorded, written) in both {
                assert_eq!(written, recorded, "{name}: {key}");
                compared += 1;
            }
            assert!(compared > 0, "{name}");
        }
    }

    #[test]
    fn every_option_and_every_setting_of_the_cues_is_read() {
        let (options, cue_settings, _, unfinished, log) = read_all(&storage("fresh").store());
        let exercises = [
            ("assisted", ExerciseOptions { substitute: true, ..ExerciseOptions::default() }),
            ("leg-lunges", ExerciseOptions { leave_out: true, ..ExerciseOptions::default() }),
            ("lying", ExerciseOptions { seconds: Some(35), ..ExerciseOptions::default() }),
            ("seated", ExerciseOptions { repeats: Some(4), variation: true, ..ExerciseOptions::default() }),
        ];
        let expected = Options {
            first_leg: Leg::Right,
            hold_percent: 150,
            prepare_s: Some(12),
            switch_s: Some(0),
            recover_s: Some(8),
            resume_s: None,
            longer_pauses: false,
            minutes: None,
            partner: true,
            own_pace: false,
            sore_on: None,
            avoid: Vec::new(),
            only: None,
            wait_until_ready: false,
            exercises: exercises.map(|(id, chosen)| (id.to_owned(), chosen)).into(),
        };
        assert_eq!(options, expected);
        let expected = CueSettings {
            muted: false,
            volume: 60,
            voice: Verbosity::Full,
            voice_name: String::new(),
            rate: 125,
            vibration: false,
            flash: true,
            breathing: false,
            pocket: true,
            through_silent_switch: true,
        };
        assert_eq!(cue_settings, expected);
        assert_eq!((unfinished, log), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_long_history_keeps_every_second_that_was_held() {
        let log = log("long");
        assert_eq!(totals(&log), LONG);
        let offsets: Vec<_> = log.iter().map(|session| session.offset_min).collect();
        assert_eq!(
            offsets.iter().filter(|offset| **offset == 120).count(),
            5,
            "before the clocks were set back"
        );
        assert_eq!(offsets.iter().filter(|offset| **offset == 60).count(), 26);
        // The last one began shortly before midnight and ended after it.
        let last = log.last().expect("there are sessions");
        assert_eq!((last.started_ms, last.ended_ms), (1_795_388_390_000, Some(1_795_388_445_000)));
        assert_eq!(last.day().iso(), "2026-11-22");
        let first = log.first().expect("there are sessions");
        assert_eq!(
            (first.day().iso().as_str(), first.complete, first.entries.len()),
            ("2026-10-19", true, 13)
        );
    }

    #[test]
    fn archived_sessions_are_read_like_those_with_a_key_of_their_own() {
        let storage = storage("archived");
        assert_eq!(storage.texts().keys().filter(|key| key.contains(":archive:")).count(), 2);
        let log = storage.store().log(NOW);
        assert_eq!(totals(&log), ARCHIVED);
        assert_eq!(log.first().map(|session| session.day().iso()), Some("2026-03-02".to_owned()));
        // The sessions imported from the backup of the long history are the long history.
        assert_eq!(log.get(153..), Some(self::log("long").as_slice()));
    }

    #[test]
    fn a_session_left_in_a_hold_is_offered_at_its_place() {
        let left_at = |name: &str| {
            let store = storage(name).store();
            let [unfinished] = store.unfinished(NOW).try_into().expect("one session was left behind");
            let record = store.record(&unfinished.id, NOW).expect("its log is there");
            offered(&unfinished, &record)
        };
        // Where it was last seen, in a hold of 20 s that was extended by 10 s.
        let place = "hold anchor right 1".to_owned();
        assert_eq!(left_at("running"), Offered { place, remaining_ms: 22_500, elapsed_ms: 7_500 });
        // The hold was shortened to 10 s because it was too much.
        let place = "hold anchor left 1".to_owned();
        assert_eq!(left_at("shortened"), Offered { place, remaining_ms: 2_000, elapsed_ms: 8_000 });
        // Without a timer the hold lasts until the person says so.
        let place = "hold anchor right 1".to_owned();
        assert_eq!(left_at("own-pace"), Offered { place, remaining_ms: 0, elapsed_ms: 31_000 });
        assert!(storage("own-pace").store().options("hamstring", NOW).own_pace);
    }

    #[test]
    fn what_could_not_be_read_then_is_set_aside_as_it_was_then() {
        let damaged = storage("damaged");
        let store = damaged.store();
        let (options, cue_settings, _, unfinished, sessions) = read_all(&store);
        assert_eq!(
            (options, cue_settings, unfinished),
            (Options::default(), CueSettings::default(), Vec::new())
        );
        assert_eq!(sessions, log("quarantined"));
        assert_eq!(damaged.texts(), storage("quarantined").texts());
        let notices = store.take_notices();
        assert_eq!(notices.len(), 5);
        for notice in notices {
            let Notice::SetAside { key, moved_to, newer } = notice else { panic!("{notice:?}") };
            let kind = key.strip_prefix("supple:").expect("it is a key of ours");
            assert_eq!(moved_to, Some(format!("supple:set-aside:{kind}:{NOW}")));
            assert_eq!(newer, kind.contains(":log:"), "{kind}");
        }
    }

    #[test]
    fn what_was_set_aside_stays_beside_a_log_that_counts() {
        let log = log("quarantined");
        let held = Held { left_ms: 20_000, right_ms: 20_000, body_ms: 0 };
        assert_eq!(log.iter().map(|session| Held::of(&session.entries)).collect::<Vec<_>>(), [held]);
    }

    #[test]
    fn a_backup_file_holds_the_log_it_was_saved_from() {
        let small = backup("small");
        assert_eq!(small.made_ms, 1_795_388_445_000);
        assert_eq!(small.sessions, log("long"));
        let archived = backup("archived");
        assert_eq!(archived.made_ms, 1_778_997_623_345);
        // The long history was imported after that file had been saved.
        assert_eq!(archived.sessions, log("archived")[..153]);
    }

    #[test]
    fn a_backup_file_is_added_once() {
        let store = FakeStorage::default().store();
        for (name, new, days) in
            [("archived", 153, ("2026-03-02", "2026-05-17")), ("small", 31, ("2026-10-19", "2026-11-22"))]
        {
            let preview = store.import(backup(name), NOW).expect("there is room");
            assert_eq!((preview.new, preview.extended, preview.known), (new, 0, 0), "{name}");
            let (first, last) = preview.days.expect("sessions are added");
            assert_eq!((first.iso().as_str(), last.iso().as_str()), days, "{name}");
            let again = store.import(backup(name), NOW).expect("there is room");
            assert_eq!((again.new, again.extended, again.known), (0, 0, new), "{name}");
        }
        assert_eq!(totals(&store.log(NOW)), ARCHIVED);
    }

    #[test]
    fn what_was_saved_goes_into_a_backup_file_of_today_and_out_of_it() {
        for name in ["long", "archived"] {
            let sessions = log(name);
            let text = Backup { made_ms: NOW, sessions: sessions.clone(), ..Backup::default() }.into_text();
            assert_eq!(Backup::read(&text).map(|backup| backup.sessions), Ok(sessions), "{name}");
        }
        for name in ["small", "archived"] {
            assert_eq!(
                backup(name).into_text(),
                recorded(&format!("backups/{name}.json")).trim_end(),
                "{name}"
            );
        }
    }
}
