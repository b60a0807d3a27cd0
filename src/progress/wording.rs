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
        let Some((first, last)) = days else { return self.backup_nothing_new().to_owned() };
        let added = as_count(new + extended);
        let mut sentences = vec![if first == last {
            self.backup_new_on(added, first)
        } else {
            self.backup_new(added, first, last)
        }];
        if extended > 0 {
            sentences.push(self.backup_replaces(as_count(extended)));
        }
        if known > 0 {
            sentences.push(self.backup_known(as_count(known)));
        }
        sentences.join(" ")
    }

    /// What was added to the log.
    pub(in crate::progress) fn imported(self, preview: ImportPreview) -> String {
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
    use super::*;

    #[test]
    fn what_a_backup_adds_is_said_in_whole_sentences() {
        let messages = Messages::english();
        let preview = |new, extended, known, days: Option<(&str, &str)>| {
            let preview = ImportPreview { new, extended, known, ..ImportPreview::default() };
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
    }
}
