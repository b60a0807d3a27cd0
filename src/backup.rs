//! The log goes into a file and comes out of one. What a file would add is said first, and only then added.

use leptos::ev::Event;
use supple_core::{Backup, BackupError, SessionRecord};

use crate::browser::{address, clock, dates, files};
use crate::text;
use crate::widget::{Topic, Widget};

/// The longest address that every browser takes, by far: some hundred sessions of the same routine.
const ADDRESS_BYTES_MAX: usize = 32_000;

/// How far adding from a file has come, and what there is to say about files.
#[derive(Default)]
pub(crate) enum Adding {
    /// Nothing was asked for.
    #[default]
    Nothing,
    /// The person is asked whether to add these.
    Offered {
        /// Those that the log here lacks.
        sessions: Vec<SessionRecord>,
        text: String,
    },
    /// Something to read.
    Told {
        text: String,
        /// Whether the button that led here is gone, and had the focus.
        pressed: bool,
    },
}

impl Widget {
    pub(crate) fn save_backup(self) {
        let Some(backup) = self.whole_log() else { return };
        let name = format!("supple-{}.json", clock::today().iso());
        let tell = move |said| self.tell_of_backup(said, false);
        files::hand_over(&name, "application/json", &backup.into_text(), tell);
    }

    /// Opens the page that hands the log to another device, with the log in the address: behind a hash, which no browser
    /// sends to a server.
    pub(crate) fn hand_off(self) {
        let Some(site) = self.read(|model| model.site.clone()) else { return };
        let Some(backup) = self.whole_log() else { return };
        let address = format!("{site}hand-off/#{}", backup.into_text().replace('%', "%25"));
        if address.len() > ADDRESS_BYTES_MAX {
            self.tell_of_backup(
                "Your log is too long for a link. A backup file has room for it.".to_owned(),
                false,
            );
        } else if !address::open(&address) {
            self.tell_of_backup(text::NO_PAGE_OPENS.to_owned(), false);
        }
    }

    /// The log as it is now. `None` if it is empty, which is said.
    fn whole_log(self) -> Option<Backup> {
        let made_ms = clock::now().wall_ms;
        let backup = self.read(|model| Backup { made_ms, sessions: model.store.log(made_ms) });
        self.show_notices();
        if backup.sessions.is_empty() {
            self.tell_of_backup("There is nothing to save yet.".to_owned(), false);
            return None;
        }
        Some(backup)
    }

    /// The person chose a file.
    pub(crate) fn backup_chosen(self, event: &Event) {
        files::take_chosen(event, Backup::BYTES_MAX, move |is_too_large, text| {
            let too_large = is_too_large.then_some(Err(BackupError::TooLarge));
            match too_large.or_else(|| text.as_deref().map(Backup::read)) {
                _ if self.is_gone() => {}
                Some(Ok(backup)) => self.offer(backup),
                Some(Err(error)) => self.tell_of_backup(error.to_string(), false),
                None => self.tell_of_backup(text::FILE_UNREADABLE.to_owned(), false),
            }
        });
    }

    fn offer(self, mut backup: Backup) {
        let (addition, lang) = self.read(|model| {
            (model.store.lacks(&mut backup.sessions, clock::now().wall_ms), model.lang.clone())
        });
        self.show_notices();
        let days = addition.days.map(|(first, last)| (dates::date(first, &lang), dates::date(last, &lang)));
        let text = text::addition(addition, days);
        self.set_adding(match addition.days {
            Some(_) => Adding::Offered { sessions: backup.sessions, text },
            None => Adding::Told { text, pressed: false },
        });
    }

    /// Adds what was offered.
    pub(crate) fn add_backup(self) {
        let adding = std::mem::take(&mut self.model_mut().adding);
        let Adding::Offered { sessions, .. } = adding else { return };
        let added = self.read(|model| model.store.add(sessions, clock::now().wall_ms));
        self.show_notices();
        self.tell_of_backup(added.map_or(text::NO_ROOM_TO_ADD.to_owned(), text::added), true);
        self.notify(Topic::Log);
    }

    /// Leaves what was offered.
    pub(crate) fn leave_backup(self) {
        self.tell_of_backup("Nothing was added.".to_owned(), true);
    }

    fn tell_of_backup(self, text: String, pressed: bool) {
        self.set_adding(Adding::Told { text, pressed });
    }

    /// Late answers of the browser come here too.
    fn set_adding(self, adding: Adding) {
        if !self.is_gone() {
            self.change(Topic::Adding, |model| model.adding = adding);
        }
    }
}
