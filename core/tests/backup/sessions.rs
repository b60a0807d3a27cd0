//! Sessions to back up.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use supple_core::{Backup, Entry, SessionRecord};

pub(crate) use crate::generators::hold;
use crate::generators::{entry, feeling};

/// When all tests happen: 18 November 2026, UTC.
pub(crate) const NOW: u64 = 1_795_000_000_000;
pub(crate) const DAY_MS: u64 = 86_400_000;

/// A session of some holds, some days ago.
pub(crate) fn session(ago: u64, holds: u16) -> SessionRecord {
    let started_ms = NOW - ago * DAY_MS;
    SessionRecord {
        id: format!("{started_ms}-0badcafe"),
        routine: "hamstring".to_owned(),
        started_ms,
        offset_min: 60,
        ended_ms: Some(started_ms + 400_000),
        complete: holds > 3,
        entries: (1..=holds).map(hold).collect(),
        feeling: None,
    }
}

pub(crate) fn backup(sessions: Vec<SessionRecord>) -> Backup {
    Backup { made_ms: NOW, sessions: supple_core::merge(sessions), ..Backup::default() }
}

fn any_entry() -> impl Strategy<Value = Entry> {
    entry(prop_oneof![Just("seated".to_owned()), any::<String>()], 0_u16..3)
}

/// Records of a few sessions. Several records of the same session may differ in anything, even in when it
/// began.
pub(crate) fn records() -> impl Strategy<Value = Vec<SessionRecord>> {
    let id = prop_oneof![9 => select(vec!["a", "b", "c", "d"]).prop_map(str::to_owned), 1 => any::<String>()];
    let ended = prop::option::of(select(vec![NOW, NOW + 1, u64::MAX]));
    let record = (
        id,
        select(vec!["x", "y"]),
        0_u64..3,
        -1..2_i32,
        ended,
        any::<bool>(),
        vec(any_entry(), 1..4),
        feeling(),
    );
    let record =
        record.prop_map(|(id, routine, started, offset_min, ended_ms, complete, entries, feeling)| {
            SessionRecord {
                id,
                routine: routine.to_owned(),
                started_ms: NOW + started,
                offset_min,
                ended_ms,
                complete,
                entries,
                feeling,
            }
        });
    vec(record, 0..12)
}
