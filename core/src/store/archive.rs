//! Past sessions, up to a hundred under one key, with everything that repeats written once.
//!
//! A browser reads all that a site has stored before it answers the first question. Ten thousand keys of
//! eight hundred characters cost it a third of a second; packed, the same sessions take a twentieth of the
//! room. An archive never changes once it is written, so that two tabs can't take anything from each other.
//! What both of them have archived is stored twice and counts once.

use serde::{Deserialize, Serialize};

use crate::log::{Entry, Feeling, SessionRecord};

/// How many sessions one archive holds at most.
pub(super) const SESSIONS_MAX: usize = 100;
/// How many entries the sessions of one archive have at most, unless it holds a single session: each entry is
/// compared with all those before it.
const ENTRIES_MAX: usize = 2_000;

/// Packed sessions, which a store keeps under one key and a backup file holds a list of.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Archive {
    /// What was done, each different entry once. `at_ms` counts from the entry before, since that repeats.
    entries: Vec<Entry>,
    shapes: Vec<Shape>,
    sessions: Vec<Session>,
    /// How sessions felt, for those that somebody said it of: an index into `sessions`, and what they said. A list of its own,
    /// since versions that don't know it skip it, while a longer [`Session`] would make the whole archive unreadable to them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    feelings: Vec<(usize, Feeling)>,
}

/// What sessions have in common, stored as a list: routine, offset in minutes, whether it is complete, and
/// indices into [`Archive::entries`].
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Shape(String, i32, bool, Vec<usize>);

/// What is a session's own, stored as a list: id, start and length in milliseconds, and an index into
/// [`Archive::shapes`].
#[derive(Debug, Serialize, Deserialize)]
struct Session(String, u64, Option<u64>, usize);

/// Packs sessions into as many archives as they need.
pub(super) fn pack(sessions: Vec<SessionRecord>) -> Vec<Archive> {
    let mut archives: Vec<Archive> = Vec::new();
    let mut entries = 0;
    for session in sessions {
        entries += session.entries.len();
        match archives.last_mut() {
            Some(last) if last.sessions.len() < SESSIONS_MAX && entries <= ENTRIES_MAX => last.push(session),
            _ => {
                entries = session.entries.len();
                archives.push(std::iter::once(session).collect());
            }
        }
    }
    archives
}

impl Archive {
    /// Id of the first session, which names the archive.
    pub(super) fn first_id(&self) -> &str {
        self.sessions.first().map_or("", |Session(id, ..)| id)
    }

    /// When the latest of its sessions began: milliseconds since 1970, UTC.
    pub(super) fn latest_start_ms(&self) -> u64 {
        self.sessions.iter().map(|Session(_, started_ms, ..)| *started_ms).max().unwrap_or_default()
    }

    /// How many entries each session has. Looking before unpacking protects from a few bytes that unpack to
    /// gigabytes.
    pub(super) fn entry_counts(&self) -> impl Iterator<Item = usize> {
        let count = |Session(.., shape): &Session| self.shapes.get(*shape).map_or(0, |shape| shape.3.len());
        self.sessions.iter().map(count)
    }

    /// The sessions; `None` if an index leads nowhere.
    pub(super) fn unpack(self) -> Option<Vec<SessionRecord>> {
        let Self { entries, shapes, sessions, feelings } = self;
        let unpack_session = |Session(id, started_ms, length_ms, shape)| {
            let Shape(routine, offset_min, complete, indices) = shapes.get(shape)?;
            let mut at_ms = 0_u64;
            let unpack_entry = |index: &usize| {
                let entry = entries.get(*index)?;
                at_ms = at_ms.wrapping_add(entry.at_ms);
                Some(Entry { at_ms, ..entry.clone() })
            };
            Some(SessionRecord {
                id,
                routine: routine.clone(),
                started_ms,
                offset_min: *offset_min,
                ended_ms: length_ms.map(|length_ms: u64| started_ms.wrapping_add(length_ms)),
                complete: *complete,
                entries: indices.iter().map(unpack_entry).collect::<Option<_>>()?,
                feeling: None,
            })
        };
        let mut unpacked: Vec<SessionRecord> =
            sessions.into_iter().map(unpack_session).collect::<Option<_>>()?;
        for (session, feeling) in feelings {
            unpacked.get_mut(session)?.feeling = Some(feeling);
        }
        Some(unpacked)
    }

    fn push(&mut self, session: SessionRecord) {
        let mut before_ms = 0;
        let mut indices = Vec::with_capacity(session.entries.len());
        for mut entry in session.entries {
            let at_ms = entry.at_ms;
            // Wrapping, since a clock that was set back may leave an entry earlier than the one before.
            entry.at_ms = at_ms.wrapping_sub(before_ms);
            before_ms = at_ms;
            indices.push(index_of(entry, &mut self.entries));
        }
        self.feelings.extend(session.feeling.map(|feeling| (self.sessions.len(), feeling)));
        let shape = Shape(session.routine, session.offset_min, session.complete, indices);
        let shape = index_of(shape, &mut self.shapes);
        let length_ms = session.ended_ms.map(|ended_ms| ended_ms.wrapping_sub(session.started_ms));
        self.sessions.push(Session(session.id, session.started_ms, length_ms, shape));
    }
}

impl FromIterator<SessionRecord> for Archive {
    fn from_iter<I: IntoIterator<Item = SessionRecord>>(sessions: I) -> Self {
        let mut archive = Self::default();
        for session in sessions {
            archive.push(session);
        }
        archive
    }
}

/// The index of an item in a table, to which it is added if it isn't there yet.
fn index_of<T: PartialEq>(item: T, table: &mut Vec<T>) -> usize {
    table.iter().position(|other| *other == item).unwrap_or_else(|| {
        table.push(item);
        table.len() - 1
    })
}

/// The sessions of an archive, read in one step: an index that leads nowhere makes it as unreadable as
/// anything else.
#[derive(Deserialize)]
#[serde(try_from = "Archive")]
pub(super) struct ArchivedSessions(pub(super) Vec<SessionRecord>);

impl TryFrom<Archive> for ArchivedSessions {
    type Error = &'static str;

    fn try_from(archive: Archive) -> Result<Self, Self::Error> {
        archive.unpack().map(Self).ok_or("an index leads nowhere")
    }
}
