//! Values to store.

use supple_core::{
    Alive, Backup, LengthUnit, Measured, Measurement, Options, Position, SessionRecord, Unfinished,
};

use crate::generators::hold;

/// When all tests happen.
pub(crate) const NOW: u64 = 1_795_000_000_000;

/// A session of some holds. Ids later in the alphabet are later in time.
pub(crate) fn record(id: &str, holds: u16) -> SessionRecord {
    let started_ms = NOW + u64::from(id.bytes().last().unwrap_or(0)) * 1_000;
    SessionRecord {
        id: id.to_owned(),
        routine: "hamstring".to_owned(),
        started_ms,
        offset_min: 60,
        ended_ms: None,
        complete: false,
        entries: (1..=holds).map(hold).collect(),
        feeling: None,
    }
}

/// A backup of these sessions alone.
pub(crate) fn backup(sessions: impl IntoIterator<Item = SessionRecord>) -> Backup {
    Backup { made_ms: NOW, sessions: sessions.into_iter().collect(), ..Backup::default() }
}

/// A measurement.
pub(crate) fn measurement(id: &str) -> Measurement {
    let tries = vec![125, 120].try_into().expect("are two");
    let measured = Measured::FingertipsToFloor { unit: LengthUnit::Centimetres, tries };
    Measurement { id: id.to_owned(), when_ms: NOW, offset_min: 60, measured }
}

/// A session in the middle of a phase.
pub(crate) fn unfinished(id: &str, phase: usize, elapsed_ms: u64) -> Unfinished {
    Unfinished {
        id: id.to_owned(),
        routine: "hamstring".to_owned(),
        options: Options::default(),
        position: Position { phase, elapsed_ms, ..Position::default() },
        entries: 0,
        plan_ms: 465_000,
        plan: None,
        under_way: None,
        started_ms: NOW,
        offset_min: 60,
    }
}

/// How a session is found that was last alive `alive_ms` into the phase.
pub(crate) fn found(id: &str, phase: usize, alive_ms: u64) -> Unfinished {
    let position = Position { phase, elapsed_ms: alive_ms, ..Position::default() };
    Unfinished { position, ..unfinished(id, 0, 0) }
}

pub(crate) fn alive(phase: usize, elapsed_ms: u64) -> Alive {
    Alive { phase, elapsed_ms, wall_ms: NOW }
}
