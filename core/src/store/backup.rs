//! The log as a file, to keep elsewhere or to bring to another device.
//!
//! It is JSON. `app` is `supple`, `kind` is `backup`, `version` is 1; `made_ms` is when it was made, in
//! milliseconds since 1970, UTC. `archives` is a list of archives just as the store keeps them
//! (`archive.rs`), so that whatever fits into a browser's storage fits into a file that can be read again.
//! `deleted` is a list of archives of those sessions that are deleted, so that this can be undone wherever the file is read;
//! `documents` holds everything else ([`Documents`]). Both are left out where there is nothing in them. Versions that don't know
//! them ignore them, and read a file without what was deleted.
//! Nothing in it says whose log it is.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::archive::{Archive, pack};
use super::documents::Documents;
use crate::log::{SessionRecord, merge};

const APP: &str = "supple";
const KIND: &str = "backup";
/// The version of the files written today.
const VERSION: u64 = 1;
/// How every file begins.
const BEGINNING: &str = r#"{"app":"supple","kind":"backup""#;
/// The most sessions of a file, the most entries of one session, and the most of all sessions: more than fits
/// into the five megabytes a browser gives a site. A larger file is refused, since it could take up all
/// memory.
const SESSIONS_MAX: usize = 30_000;
const ENTRIES_MAX: usize = 5_000;
const ALL_ENTRIES_MAX: usize = 1_000_000;
/// The most commas of a file, which limit how many values it can hold.
const COMMAS_MAX: usize = 3_000_000;
/// The last instant of JavaScript's dates, in milliseconds since 1970.
const LAST_INSTANT_MS: u64 = 8_640_000_000_000_000;

/// What a backup file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made: milliseconds since 1970, UTC.
    pub made_ms: u64,
    /// The sessions of the log, oldest first.
    pub sessions: Vec<SessionRecord>,
    /// Those that are deleted, oldest first.
    pub deleted: Vec<SessionRecord>,
    /// Everything else.
    pub documents: Documents,
}

/// Why a file can't be imported. The words are the view's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It has more than [`Backup::BYTES_MAX`] bytes.
    TooLarge,
    /// It is something else.
    NotABackup,
    /// It was a backup once, but is cut off or changed.
    Damaged,
    /// A later version of Supple made it.
    Newer,
    /// It holds more than a browser could store.
    TooMany,
}

/// The file as it is written.
#[derive(Serialize)]
struct File {
    app: &'static str,
    kind: &'static str,
    version: u64,
    made_ms: u64,
    archives: Vec<Archive>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    deleted: Vec<Archive>,
    #[serde(skip_serializing_if = "Documents::is_empty")]
    documents: Documents,
}

/// What says that it is one of our files. The rest may have any shape.
#[derive(Deserialize)]
struct Header {
    app: String,
    kind: String,
    #[serde(default)]
    version: Value,
}

/// What a file of the present version holds besides.
#[derive(Deserialize)]
struct Content {
    made_ms: u64,
    archives: Vec<Archive>,
    #[serde(default)]
    deleted: Vec<Archive>,
    #[serde(default)]
    documents: Documents,
}

impl Backup {
    /// The most bytes a file may have: 10 MB. Check its size before reading it.
    pub const BYTES_MAX: u64 = 10_000_000;

    /// Whether there is nothing in it that anybody would keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sessions.is_empty() && self.deleted.is_empty() && self.documents.is_empty()
    }

    /// The text of the file.
    #[must_use]
    pub fn into_text(self) -> String {
        let Self { made_ms, sessions, deleted, documents } = self;
        let (archives, deleted) = (pack(sessions), pack(deleted));
        let file = File { app: APP, kind: KIND, version: VERSION, made_ms, archives, deleted, documents };
        // Can't fail: serde_json fails on maps whose keys aren't texts, and there are none.
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// When it is no backup file, or one that can't be read.
    pub fn read(text: &str) -> Result<Self, BackupError> {
        if text.len() as u64 > Self::BYTES_MAX {
            return Err(BackupError::TooLarge);
        }
        if text.bytes().filter(|byte| *byte == b',').count() > COMMAS_MAX {
            return Err(BackupError::TooMany);
        }
        let header: Header = serde_json::from_str(text).map_err(|error| {
            // A text that begins so and then isn't JSON was cut off.
            if text.starts_with(BEGINNING) && !error.is_data() {
                BackupError::Damaged
            } else {
                BackupError::NotABackup
            }
        })?;
        // serde would also read a struct from a list.
        if !text.trim_start().starts_with('{') || header.app != APP || header.kind != KIND {
            return Err(BackupError::NotABackup);
        }
        match header.version.as_u64() {
            Some(VERSION) => Self::read_content(text),
            Some(VERSION..) => Err(BackupError::Newer),
            _ => Err(BackupError::Damaged),
        }
    }

    fn read_content(text: &str) -> Result<Self, BackupError> {
        let Content { made_ms, mut archives, deleted, documents } =
            serde_json::from_str(text).map_err(|_| BackupError::Damaged)?;
        archives.extend(deleted);
        let (mut sessions, mut entries) = (0, 0);
        for of_session in archives.iter().flat_map(Archive::entry_counts) {
            sessions += 1;
            entries += of_session;
            if sessions > SESSIONS_MAX || of_session > ENTRIES_MAX || entries > ALL_ENTRIES_MAX {
                return Err(BackupError::TooMany);
            }
        }
        let unpacked: Option<Vec<_>> = archives.into_iter().map(Archive::unpack).collect();
        let sessions = unpacked.ok_or(BackupError::Damaged)?.concat();
        // A day that no calendar can show would stand in the log for ever.
        let is_beyond = sessions.iter().any(|session| session.started_ms > LAST_INSTANT_MS);
        if is_beyond || documents.latest_ms() > LAST_INSTANT_MS {
            return Err(BackupError::Damaged);
        }
        // What is deleted, the corrections say, whichever of the two lists it is in.
        let (sessions, deleted) = documents.corrections.split(merge(sessions));
        Ok(Self { made_ms, sessions, deleted, documents })
    }
}
