//! Sentences about backup files, put together from texts of the catalogue.

use supple_core::{BackupError, ImportPreview};

use crate::messages::Messages;
use crate::wording::as_count;

impl Messages {
    /// What a backup file would add to the log, with the first and the last day in words.
    pub(in crate::progress) fn import_preview(
        self,
        preview: ImportPreview,
        days: Option<(String, String)>,
    ) -> String {
        let ImportPreview { new, extended, known, .. } = preview;
        if !preview.changes_anything() {
            return self.backup_nothing_new().to_owned();
        }
        let added = as_count(new + extended);
        let mut sentences = vec![match days {
            Some((first, last)) if first == last => self.backup_new_on(added, first),
            Some((first, last)) => self.backup_new(added, first, last),
            None => self.backup_no_sessions().to_owned(),
        }];
        if extended > 0 {
            sentences.push(self.backup_replaces(as_count(extended)));
        }
        if known > 0 && new + extended > 0 {
            sentences.push(self.backup_known(as_count(known)));
        }
        if preview.measurements > 0 {
            sentences.push(self.backup_measurements(as_count(preview.measurements)));
        }
        if preview.deleted > 0 {
            sentences.push(self.backup_deleted(as_count(preview.deleted)));
        }
        if preview.restored > 0 {
            sentences.push(self.backup_restored(as_count(preview.restored)));
        }
        if sentences.len() == 1 && new + extended == 0 {
            sentences.push(self.backup_notes().to_owned());
        }
        sentences.join(" ")
    }

    /// On the button that adds what a backup has: so many sessions, or none and something else.
    pub(in crate::progress) fn add_from_backup(self, sessions: usize) -> String {
        if sessions == 0 { self.backup_add_notes().to_owned() } else { self.backup_add(as_count(sessions)) }
    }

    /// What was added to the log.
    pub(in crate::progress) fn imported(self, preview: ImportPreview) -> String {
        if preview.new + preview.extended == 0 {
            return self.backup_added_notes().to_owned();
        }
        self.backup_added(as_count(preview.new + preview.extended))
    }

    /// Why a file can't be added to the log.
    pub(in crate::progress) fn backup_error(self, error: BackupError) -> &'static str {
        match error {
            BackupError::TooLarge => self.backup_too_large(),
            BackupError::NotABackup => self.backup_not_a_backup(),
            BackupError::Damaged => self.backup_damaged(),
            BackupError::Newer => self.backup_newer(),
            BackupError::TooMany => self.backup_too_many(),
        }
    }
}

#[cfg(test)]
mod tests {
    use supple_core::Day;

    use super::*;

    #[test]
    fn what_a_backup_adds_is_said_in_whole_sentences() {
        let messages = Messages::english();
        let any_day = Some((Day(0), Day(1)));
        let preview = |new, extended, known, days: Option<(&str, &str)>| {
            let said = days.and(any_day);
            let preview = ImportPreview { new, extended, known, days: said, ..ImportPreview::default() };
            messages.import_preview(preview, days.map(|(first, last)| (first.to_owned(), last.to_owned())))
        };
        let days = Some(("3 March", "20 November"));
        assert_eq!(
            preview(12, 0, 30, days),
            "This adds 12 sessions (3 March to 20 November). 30 more are here already."
        );
        assert_eq!(preview(1, 0, 0, Some(("3 March", "3 March"))), "This adds 1 session (3 March).");
        assert_eq!(
            preview(1, 1, 1, days),
            "This adds 2 sessions (3 March to 20 November). 1 of them has more in it than what is here. 1 more is here already."
        );
        assert_eq!(preview(0, 0, 2, None), "Nothing to add. Everything in this file is here already.");
        let added = ImportPreview { new: 1, extended: 1, ..ImportPreview::default() };
        assert_eq!(messages.imported(added), "2 sessions added.");
        assert_eq!(messages.add_from_backup(1), "Add 1 session");
    }

    #[test]
    fn a_backup_without_new_sessions_may_still_add_something() {
        let messages = Messages::english();
        let notes = ImportPreview { documents: true, known: 3, ..ImportPreview::default() };
        let said = |preview| messages.import_preview(preview, None);
        assert_eq!(
            said(ImportPreview { known: 0, ..notes }),
            "No new sessions. This updates your other entries."
        );
        assert_eq!(
            said(ImportPreview { measurements: 2, deleted: 1, ..notes }),
            "No new sessions. This adds 2 measurements. 1 session you deleted on the other device \
             will be deleted here too."
        );
        assert_eq!(
            said(ImportPreview { restored: 1, ..notes }),
            "No new sessions. 1 deleted session will be restored."
        );
        assert_eq!(
            (messages.add_from_backup(0).as_str(), messages.imported(notes).as_str()),
            ("Add", "Added.")
        );
    }
}
