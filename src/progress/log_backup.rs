//! The log goes into a file and comes out of one. The person first hears what a file would add, and then decides.

use leptos::ev::Event;
use leptos::prelude::*;
use supple_core::{Backup, BackupError};

use super::state::{ImportState, ProgressState, SavedFile};
use crate::browser::files::{self, ChosenFile, HandOver};
use crate::browser::{clock, dates, location};

/// The longest address that every browser takes by far, in bytes: some hundred sessions of the same routine.
const ADDRESS_BYTES_MAX: usize = 32_000;

/// Saves and imports the log of one widget.
#[derive(Clone, Copy)]
pub(super) struct LogBackup {
    state: ProgressState,
}

impl LogBackup {
    pub(super) fn new(state: ProgressState) -> Self {
        Self { state }
    }

    /// What the app knows.
    pub(super) fn state(self) -> ProgressState {
        self.state
    }

    /// Hands the log to the person as a file.
    pub(super) fn save(self) {
        let Some(backup) = self.whole_log() else { return };
        let name = format!("supple-{}.json", clock::today().iso());
        self.hand_over(name, "application/json", backup.into_text());
    }

    /// Hands a file to the person, and says what came of it.
    pub(super) fn hand_over(self, name: String, media_type: &str, text: String) {
        let messages = self.state.messages;
        files::hand_over(&name.clone(), media_type, &text.clone(), move |outcome| {
            if matches!(outcome, HandOver::Downloaded | HandOver::Refused) && !self.state.is_unmounted() {
                self.state.saved.set(Some(SavedFile { name: name.clone(), text }));
            }
            self.tell(match outcome {
                HandOver::Shared => messages.backup_shared(name),
                HandOver::Downloaded => messages.backup_downloaded(name),
                HandOver::Refused => messages.backup_not_saved().to_owned(),
                // The person closed the share sheet, and knows it.
                HandOver::Dismissed => String::new(),
            });
        });
    }

    /// Opens the page that takes the log to another device. The log is in the address, behind a hash, which no browser sends
    /// to a server.
    pub(super) fn hand_off(self) {
        let Some(site) = self.state.site() else { return };
        let Some(backup) = self.whole_log() else { return };
        let address = format!("{site}hand-off/#{}", backup.into_text().replace('%', "%25"));
        if address.len() > ADDRESS_BYTES_MAX {
            self.tell(self.state.messages.backup_too_long_for_link().to_owned());
        } else if !location::open_in_new_tab(&address) {
            self.tell(self.state.messages.backup_no_page_opens().to_owned());
        }
    }

    /// All that a backup carries, as it is now. `None` if it is empty; the person is told.
    fn whole_log(self) -> Option<Backup> {
        let backup = self.state.with_store(supple_core::Store::backup);
        if backup.is_empty() {
            self.tell(self.state.messages.backup_empty().to_owned());
            return None;
        }
        Some(backup)
    }

    /// The person has chosen a file in an input.
    pub(super) fn file_chosen(self, event: &Event) {
        files::take_chosen(event, Backup::BYTES_MAX, move |file| match file {
            _ if self.state.is_unmounted() => {}
            ChosenFile::Text(text) => {
                self.state.is_from_elsewhere.set(false);
                self.offer(&text);
            }
            ChosenFile::TooLarge => {
                self.state.is_from_elsewhere.set(false);
                self.refuse(BackupError::TooLarge);
            }
            ChosenFile::Unreadable => self.tell(self.state.messages.backup_unreadable_file().to_owned()),
        });
    }

    /// The same of a file that came with the page: whoever scanned a code on their other device came for nothing else.
    pub(super) fn offer_from_elsewhere(self, text: &str) {
        self.state.is_from_elsewhere.set(true);
        self.offer(text);
    }

    /// Says what a backup file would add, and asks.
    fn offer(self, text: &str) {
        match Backup::read(text) {
            Ok(backup) => self.preview(backup),
            Err(error) => self.refuse(error),
        }
    }

    fn refuse(self, error: BackupError) {
        let text = self.state.messages.backup_error(error).to_owned();
        self.state.import.set(ImportState::Message { text, takes_focus: false });
    }

    fn preview(self, mut backup: Backup) {
        let preview = self.state.with_store(|store, now_ms| store.preview_import(&mut backup, now_ms));
        let lang = self.state.lang();
        let days = preview.days.map(|(first, last)| (dates::date(first, &lang), dates::date(last, &lang)));
        let text = self.state.messages.import_preview(preview, days);
        self.state.import.set(if preview.changes_anything() {
            ImportState::Offered { backup: Box::new(backup), text, count: preview.new + preview.extended }
        } else {
            ImportState::Message { text, takes_focus: false }
        });
    }

    /// Adds what was offered.
    pub(super) fn accept(self) {
        let ImportState::Offered { backup, .. } = self.state.import.get_untracked() else { return };
        let added = self.state.with_store(|store, now_ms| store.import(*backup, now_ms));
        let messages = self.state.messages;
        let text = added.map_or(messages.backup_no_room().to_owned(), |added| messages.imported(added));
        self.state.import.set(ImportState::Message { text, takes_focus: true });
        self.state.read_log();
    }

    /// Adds nothing.
    pub(super) fn decline(self) {
        let text = self.state.messages.backup_dismissed().to_owned();
        self.state.import.set(ImportState::Message { text, takes_focus: true });
    }

    /// Says something about files. Late answers of the browser come here too.
    pub(super) fn tell(self, text: String) {
        if !self.state.is_unmounted() {
            self.state.is_from_elsewhere.set(false);
            self.state.import.set(ImportState::Message { text, takes_focus: false });
        }
    }
}
