//! Sentences about backup files, put together from texts of the catalogue.

use supple_core::{BackupError, ImportPreview};

use crate::messages::Messages;

impl Messages {
    /// What a backup file would add to the log, with the first and the last day in words.
    pub(in crate::progress) fn import_preview(
        self,
        preview: ImportPreview,
        days: Option<(String, String)>,
    ) -> String {
        let ImportPreview { new, extended, known, .. } = preview;
        let Some((first, last)) = days else { return self.backup_nothing_new().to_owned() };
        let mut text = self.backup_new(as_count(new + extended), &first);
        if last != first {
            text += &self.backup_to(last);
        }
        if extended > 0 {
            text += "; ";
            text += &self.backup_replaces(extended);
        }
        if known > 0 {
            text += "; ";
            text += &self.backup_known(as_count(known));
        }
        text + "."
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

/// A number of things as the catalogue's plurals want it.
fn as_count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
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
            "12 sessions will be added, from 3 March to 20 November; 30 are here already."
        );
        assert_eq!(preview(1, 0, 0, Some(("3 March", "3 March"))), "1 session will be added, from 3 March.");
        assert_eq!(
            preview(1, 1, 1, days),
            "2 sessions will be added, from 3 March to 20 November; 1 of them to replace a part that is here; 1 is here already."
        );
        assert_eq!(preview(0, 0, 2, None), "Nothing new: all that is in this file is here already.");
        let added = ImportPreview { new: 1, extended: 1, ..ImportPreview::default() };
        assert_eq!(messages.imported(added), "Added: 2 sessions.");
    }
}
