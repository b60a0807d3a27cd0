//! What is stored here would gain from a backup, and gains.

use std::collections::{BTreeMap, BTreeSet};

use super::archive::pack;
use super::document::Document;
use super::{Backup, StorageError, Store, envelope};
use crate::corrections::Corrections;
use crate::day::Day;
use crate::log::SessionRecord;
use crate::measurement::Measurements;

/// What importing a backup would change, or has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportPreview {
    /// How many sessions the log doesn't have.
    pub new: usize,
    /// How many it has, but with less done in them.
    pub extended: usize,
    /// How many it has already, just so or with more done.
    pub known: usize,
    /// The first and the last day of the new and the extended ones; `None` if there are none.
    pub days: Option<(Day, Day)>,
    /// How many sessions of the log would be deleted, since they were on the other device, and later than anything was
    /// decided about them here.
    pub deleted: usize,
    /// How many deleted sessions would be there again, since that was undone on the other device.
    pub restored: usize,
    /// How many measurements there would be that aren't there now.
    pub measurements: usize,
    /// Whether any document would change: any of the measurements, answers, corrections and names.
    pub documents: bool,
}

impl ImportPreview {
    /// Whether it would change anything.
    #[must_use]
    pub fn changes_anything(&self) -> bool {
        self.days.is_some() || self.documents
    }

    /// Compares sessions with those that are stored, and removes those that would change nothing. Those that are deleted in
    /// the end are not counted, but kept, so that they can be restored.
    fn compare(
        &mut self,
        stored: &[SessionRecord],
        corrections: &Corrections,
        sessions: &mut Vec<SessionRecord>,
    ) {
        let stored: BTreeMap<&str, &SessionRecord> =
            stored.iter().map(|record| (record.id.as_str(), record)).collect();
        sessions.retain(|session| {
            if session.entries.is_empty() {
                return false; // The log holds no session in which nothing was done.
            }
            let known = stored.get(session.id.as_str());
            let changes = known.is_none_or(|known| session.supersedes(known));
            if corrections.is_session_deleted(&session.id) {
                return changes;
            }
            match known {
                Some(_) if !changes => {
                    self.known += 1;
                    return false;
                }
                Some(_) => self.extended += 1,
                None => self.new += 1,
            }
            let day = session.day();
            let (first, last) = self.days.unwrap_or((day, day));
            self.days = Some((first.min(day), last.max(day)));
            true
        });
    }
}

impl Store {
    /// All that a backup carries.
    #[must_use]
    pub fn backup(&self, now_ms: u64) -> Backup {
        let documents = self.documents(now_ms);
        let (sessions, deleted) = documents.corrections.split(self.records(now_ms));
        Backup { made_ms: now_ms, sessions, deleted, documents }
    }

    /// What importing a backup would change; sessions that would change nothing are removed from it. Nothing stored changes.
    pub fn preview_import(&self, backup: &mut Backup, now_ms: u64) -> ImportPreview {
        let records = self.records(now_ms);
        let before: Corrections = self.document(now_ms);
        let after = Document::merge(before.clone(), backup.documents.corrections.clone());
        let mut preview = ImportPreview::default();
        preview.compare(&records, &after, &mut backup.sessions);
        preview.compare(&records, &after, &mut backup.deleted);
        for record in &records {
            match (before.is_session_deleted(&record.id), after.is_session_deleted(&record.id)) {
                (false, true) => preview.deleted += 1,
                (true, false) => preview.restored += 1,
                _ => {}
            }
        }

        let stored: Measurements = self.document(now_ms);
        let merged = Document::merge(stored.clone(), backup.documents.measurements.clone());
        let stored = stored.without_deleted(&before);
        let known: BTreeSet<&str> = stored.all().iter().map(|measurement| measurement.id.as_str()).collect();
        let merged = merged.without_deleted(&after);
        let new = merged.all().iter().filter(|measurement| !known.contains(measurement.id.as_str()));
        preview.measurements = new.count();
        preview.documents = !self.merged_texts(backup.documents.clone(), now_ms).is_empty();
        preview
    }

    /// Imports a backup: sessions that are not stored here go into archives of their own, and overwrite nothing; each document
    /// is merged with the one that is stored.
    ///
    /// # Errors
    /// [`StorageError::Full`] where there isn't room for all of it; then nothing was imported. A backend that
    /// can't be written at all is no error: everything is there for this visit, and
    /// [`Store::take_notices`] says so.
    pub fn import(&self, mut backup: Backup, now_ms: u64) -> Result<ImportPreview, StorageError> {
        let preview = self.preview_import(&mut backup, now_ms);
        let Backup { sessions, deleted, documents, .. } = backup;
        let mut texts = Vec::new();
        for archive in pack([sessions, deleted].concat()) {
            let mut when_ms = now_ms;
            let mut key = self.archive_key(&archive, when_ms);
            while self.storage.get(&key).is_some() {
                when_ms += 1;
                key = self.archive_key(&archive, when_ms);
            }
            texts.extend(envelope::encode(&archive).map(|text| (key, text)));
        }
        texts.extend(self.merged_texts(documents, now_ms));
        self.storage.set_all(texts)?;
        Ok(preview)
    }
}
