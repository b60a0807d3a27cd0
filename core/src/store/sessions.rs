//! The sessions of the log: each under a key of its own, older ones in archives, deleted ones left out.

use super::archive::{Archive, ArchivedSessions, SESSIONS_MAX};
use super::{Store, envelope};
use crate::corrections::Corrections;
use crate::known_names::KnownNames;
use crate::log::{SessionRecord, merge};

/// How many of the newest sessions are not archived.
const UNARCHIVED_LIMIT: usize = 50;

impl Store {
    /// Saves a session's log, at a cost that doesn't depend on how many others there are. A session in which
    /// nothing has been done yet is not saved.
    pub fn save_record(&self, record: &SessionRecord) {
        if !record.entries.is_empty() {
            self.write(&self.log_key(&record.id), record);
        }
    }

    /// The log of one session, unless it is archived.
    #[must_use]
    pub fn record(&self, id: &str, now_ms: u64) -> Option<SessionRecord> {
        self.read(&self.log_key(id), now_ms)
    }

    /// The whole log, oldest session first, without what is deleted.
    #[must_use]
    pub fn log(&self, now_ms: u64) -> Vec<SessionRecord> {
        self.log_and_deleted(now_ms).0
    }

    /// The sessions that are deleted and can be restored, oldest first.
    #[must_use]
    pub fn deleted_sessions(&self, now_ms: u64) -> Vec<SessionRecord> {
        self.log_and_deleted(now_ms).1
    }

    /// Deletes a session: it is left out of the log, and can be restored. Returns whether it was; a session that can still be
    /// resumed is not deleted, since what is done in it later would not be seen. It has to be closed first.
    pub fn delete_session(&self, id: &str, now_ms: u64) -> bool {
        let is_over = self.storage.get(&self.running_key(id)).is_none();
        if is_over {
            self.update(now_ms, |corrections: &mut Corrections| corrections.delete_session(id, now_ms));
        }
        is_over
    }

    /// Takes the deletion of a session back.
    pub fn restore_session(&self, id: &str, now_ms: u64) {
        self.update(now_ms, |corrections: &mut Corrections| corrections.restore_session(id, now_ms));
    }

    fn log_and_deleted(&self, now_ms: u64) -> (Vec<SessionRecord>, Vec<SessionRecord>) {
        self.document::<Corrections>(now_ms).split(self.records(now_ms))
    }

    /// All sessions, oldest first, whether or not they are deleted.
    pub(super) fn records(&self, now_ms: u64) -> Vec<SessionRecord> {
        let mut records = Vec::new();
        for key in self.storage.keys(&self.key("archive:")) {
            if let Some(ArchivedSessions(archived)) = self.read(&key, now_ms) {
                records.extend(archived);
            }
        }
        for key in self.storage.keys(&self.log_key("")) {
            records.extend(self.read::<SessionRecord>(&key, now_ms));
        }
        merge(records)
    }

    /// What was logged since an instant (milliseconds since 1970, UTC), and maybe more, in any order, without what is deleted;
    /// `None` where nothing was ever logged. Costs nothing for what is older, but the names of its keys: they say when a
    /// session began, and when the latest of an archive did.
    #[must_use]
    pub fn log_since(&self, since_ms: u64, now_ms: u64) -> Option<Vec<SessionRecord>> {
        let is_recent = |when: Option<&str>| {
            when.and_then(|when| when.parse().ok()).is_none_or(|when_ms: u64| when_ms >= since_ms)
        };
        let (archives, logs) = (self.key("archive:"), self.log_key(""));
        let mut has_log = false;
        let mut records = Vec::new();
        // Once for both: asking for the keys takes longer than reading a session.
        for key in self.storage.keys(&self.key("")) {
            if key.starts_with(&archives) {
                has_log = true;
                if is_recent(key.rsplit(':').next())
                    && let Some(ArchivedSessions(archived)) = self.read(&key, now_ms)
                {
                    records.extend(archived);
                }
            } else if let Some(id) = key.strip_prefix(&logs) {
                has_log = true;
                if is_recent(id.split('-').next()) {
                    records.extend(self.read::<SessionRecord>(&key, now_ms));
                }
            }
        }
        has_log.then(|| self.document::<Corrections>(now_ms).split(records).0)
    }

    /// Remembers how a routine and the exercises done in it are called: each an id and a name. Nothing is written where all of
    /// it is known.
    pub fn remember_names<'a>(
        &self,
        (routine, name): (&str, &str),
        exercises: impl IntoIterator<Item = (&'a str, &'a str)>,
        now_ms: u64,
    ) {
        self.update(now_ms, |names: &mut KnownNames| {
            names.remember_routine(routine, name, now_ms);
            for (id, name) in exercises {
                names.remember_exercise(id, name, now_ms);
            }
        });
    }

    /// Archives older sessions once there are many of them. The newest stay as they are, since they may still
    /// be resumed; so does any that was left unfinished.
    pub fn archive(&self, now_ms: u64) {
        let keys = self.storage.keys(&self.log_key(""));
        let Some(old) = keys.len().checked_sub(UNARCHIVED_LIMIT).filter(|old| *old >= SESSIONS_MAX) else {
            return;
        };
        let mut sessions: Vec<(&String, SessionRecord)> = Vec::new();
        for key in keys.iter().take(old) {
            let record: Option<SessionRecord> = self.read(key, now_ms);
            sessions.extend(record.filter(|record| record.ended_ms.is_some()).map(|record| (key, record)));
            if sessions.len() == SESSIONS_MAX {
                self.archive_sessions(std::mem::take(&mut sessions), now_ms);
            }
        }
    }

    fn archive_sessions(&self, sessions: Vec<(&String, SessionRecord)>, now_ms: u64) {
        let (keys, records): (Vec<_>, Vec<_>) = sessions.into_iter().unzip();
        let archive: Archive = records.into_iter().collect();
        let key = self.archive_key(&archive, now_ms);
        let Some(text) = envelope::encode(&archive) else { return };
        // Sessions that can't be archived stay where they are.
        if self.storage.get(&key).is_none() && self.storage.set_persistently(&key, &text) {
            for key in keys {
                self.storage.remove(key);
            }
        }
    }

    fn log_key(&self, id: &str) -> String {
        self.key(&format!("log:{id}"))
    }

    /// The key of an archive that is written at an instant. Before the latest start was part of it, the instant came last,
    /// after which there is nothing in the archive either: whoever looks for what is new can go by the last part of both.
    pub(super) fn archive_key(&self, archive: &Archive, when_ms: u64) -> String {
        self.key(&format!("archive:{}:{when_ms}:{}", archive.first_id(), archive.latest_start_ms()))
    }
}
