//! The log as a file: kept elsewhere, or brought to another device.
//!
//! It is JSON. `app` is `supple`, `kind` is `backup`; `version` is 1; `made_ms` is when it was made, in milliseconds since
//! 1970, UTC. `archives` is a list of sessions, a hundred together and each thing in them said once, just as the store puts
//! them away (`archive.rs`): what fits into a browser's storage fits into a file that can be read again. Nothing in it
//! says whose log it is.

use std::fmt;

use super::archive::{Archive, entries_of, put_together};
use super::kept::{Fields, Read, Write};
use crate::json::{self, Object, Value};
use crate::log::by_id;
use crate::{Day, SessionRecord};

/// The version of the files that are written today.
const VERSION: u64 = 1;
/// How every file begins.
const BEGINNING: &str = r#"{"app":"supple","kind":"backup""#;
/// The most sessions of a file, the most entries of one session, and of all of them: more than a browser's five
/// megabytes for a site hold. A file that says more is not read, since it could take up all memory.
const SESSIONS_MAX: usize = 30_000;
const ENTRIES_MAX: usize = 5_000;
const ALL_ENTRIES_MAX: usize = 1_000_000;
/// The most commas of a file. There are no more values than that, and one.
const COMMAS_MAX: usize = 3_000_000;
/// The last moment of JavaScript's dates, in milliseconds since 1970.
const LAST_MS: u64 = 8_640_000_000_000_000;

/// What a backup file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made: milliseconds since 1970, UTC.
    pub made_ms: u64,
    /// The sessions of the log, oldest first.
    pub sessions: Vec<SessionRecord>,
}

/// Why a file can't be added to the log, as a sentence for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It has more than [`Backup::BYTES_MAX`] bytes.
    TooLarge,
    /// It is something else.
    NotABackup,
    /// It was a backup once, and is cut off or changed.
    Damaged,
    /// A later version of Supple made it.
    Newer,
    /// It holds more than a browser could keep.
    TooMany,
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => {
                "This file is larger than 10 MB, so it is not a backup file of Supple. Nothing was changed."
            }
            Self::NotABackup => {
                "This is not a backup file of Supple. Nothing was changed."
            }
            Self::Damaged => {
                "This backup file is damaged. Save it anew where it came from. Nothing was changed."
            }
            Self::Newer => {
                "This file was saved by a newer version of Supple. Reload this page and try again. Nothing was changed."
            }
            Self::TooMany => {
                "This file holds more than a browser can keep. Nothing was changed."
            }
        })
    }
}

impl std::error::Error for BackupError {}

impl Backup {
    /// The most bytes that a file may have. Look at its size before reading it.
    pub const BYTES_MAX: u64 = 10_000_000;

    /// The text of the file.
    #[must_use]
    pub fn into_text(self) -> String {
        let archives = put_together(self.sessions);
        let archives = archives.iter().map(|archive| Value::Object(archive.write().0)).collect();
        let fields = Fields::default()
            .put("app", "supple".into())
            .put("kind", "backup".into())
            .put("version", VERSION.into())
            .put("made_ms", self.made_ms.into())
            .put("archives", Value::List(archives));
        Value::Object(fields.0).to_string()
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// When it is no such file, or one that can't be read.
    pub fn read(text: &str) -> Result<Self, BackupError> {
        if text.len() as u64 > Self::BYTES_MAX {
            return Err(BackupError::TooLarge);
        }
        if text.bytes().filter(|byte| *byte == b',').count() > COMMAS_MAX {
            return Err(BackupError::TooMany);
        }
        let is_cut_off = text.starts_with(BEGINNING);
        let unreadable = if is_cut_off { BackupError::Damaged } else { BackupError::NotABackup };
        let value = json::read(text).map_err(|_| unreadable)?;
        let fields = value.as_object().ok_or(BackupError::NotABackup)?;
        let says = |name, what| fields.get(name).and_then(Value::as_text) == Some(what);
        if !says("app", "supple") || !says("kind", "backup") {
            return Err(BackupError::NotABackup);
        }
        match fields.get("version").and_then(Value::as_u64) {
            Some(VERSION) => Self::read_fields(fields),
            Some(VERSION..) => Err(BackupError::Newer),
            _ => Err(BackupError::Damaged),
        }
    }

    fn read_fields(fields: &Object) -> Result<Self, BackupError> {
        let made_ms = fields.get("made_ms").and_then(Value::as_u64).ok_or(BackupError::Damaged)?;
        let archives = fields.get("archives").and_then(Value::as_list).ok_or(BackupError::Damaged)?;
        let (mut sessions, mut entries) = (Vec::new(), 0);
        for archive in archives {
            let archive = archive.as_object().ok_or(BackupError::Damaged)?;
            for (i, of_session) in entries_of(archive).ok_or(BackupError::Damaged)?.enumerate() {
                entries += of_session;
                let many = sessions.len() + i >= SESSIONS_MAX;
                if many || of_session > ENTRIES_MAX || entries > ALL_ENTRIES_MAX {
                    return Err(BackupError::TooMany);
                }
            }
            sessions.extend(Archive::read(archive).ok_or(BackupError::Damaged)?.0);
        }
        // A day that no calendar can show would stand in the log for ever.
        if sessions.iter().any(|session| session.started_ms > LAST_MS) {
            return Err(BackupError::Damaged);
        }
        Ok(Self { made_ms, sessions: crate::merge(sessions) })
    }
}

/// What a log lacks of some sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Addition {
    /// How many of them it doesn't know.
    pub new: usize,
    /// How many it knows, but not all that was done in them.
    pub fuller: usize,
    /// How many it has already, just so or with more done.
    pub known: usize,
    /// The first and the last day of those that it lacks; `None` if it lacks none.
    pub days: Option<(Day, Day)>,
}

impl Addition {
    /// Leaves of the sessions those that the log here lacks.
    pub(super) fn of(here: Vec<SessionRecord>, sessions: &mut Vec<SessionRecord>) -> Self {
        let here = by_id(here);
        let mut addition = Self::default();
        sessions.retain(|session| {
            if session.entries.is_empty() {
                return false; // of which nothing was done is not kept
            }
            let known = here.binary_search_by(|other| other.id.cmp(&session.id)).ok();
            match known.and_then(|at| here.get(at)) {
                Some(known) if !session.outdoes(known) => {
                    addition.known += 1;
                    return false;
                }
                Some(_) => addition.fuller += 1,
                None => addition.new += 1,
            }
            let day = session.day();
            let (first, last) = addition.days.unwrap_or((day, day));
            addition.days = Some((first.min(day), last.max(day)));
            true
        });
        addition
    }
}
