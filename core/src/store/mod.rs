//! What is stored between visits, and how it is read back without ever destroying anything.
//!
//! | key | value |
//! |---|---|
//! | `supple:<name>:options:<routine>` | the person's [`Options`] for a routine |
//! | `supple:<name>:personal` | those of them that hold for every routine: [`PersonalOptions`](crate::PersonalOptions) |
//! | `supple:<name>:hurts` | which exercises hurt, and how often: [`Hurts`] |
//! | `supple:<name>:carriers` | how cues reach the person: [`CueSettings`] |
//! | `supple:<name>:safety` | whether the safety notice was read |
//! | `supple:<name>:running:<id>` | the position of a session that can be resumed: [`Unfinished`] |
//! | `supple:<name>:alive:<id>` | the last moment a running session was surely alive: [`Alive`] |
//! | `supple:<name>:log:<id>` | one session of the log: [`SessionRecord`](crate::SessionRecord) |
//! | `supple:<name>:archive:<id>:<when>` | up to a hundred sessions of the log, older ones or ones from a backup file; the id is that of the first |
//! | `supple:<name>:corrections` | which sessions and measurements are deleted: [`Corrections`](crate::Corrections) |
//! | `supple:<name>:measurements` | how far the person reached: [`Measurements`](crate::Measurements) |
//! | `supple:<name>:discomfort` | how much it hurt: [`DiscomfortAnswers`](crate::DiscomfortAnswers) |
//! | `supple:<name>:goal`, `…:pauses`, `…:programme` | what the person decides about their weeks: [`Goal`](crate::Goal), [`Pauses`](crate::Pauses), [`Programme`](crate::Programme) |
//! | `supple:<name>:names` | names of what is in the log: [`KnownNames`](crate::KnownNames) |
//! | `supple:site:kept` | routines of other authors that the person keeps, for the whole site: `sharing::KeptRoutines` |
//! | `supple:set-aside:<key>:<when>` | whatever could not be read under `supple:<key>`, whole |
//!
//! `<name>` is the widget's `storage-key`, with `%3A` for a colon and `%25` for a percent sign. Every value
//! is a JSON object with a `version`. The last ones, from `corrections` on, are each a [`Document`].

mod archive;
mod backend;
mod backup;
mod document;
mod documents;
mod envelope;
mod fallback;
mod import;
mod measurements;
mod notice;
mod sessions;
mod unfinished;

pub use backend::{StorageBackend, StorageError};
pub use backup::{Backup, BackupError};
pub use document::Document;
pub use documents::Documents;
pub use import::ImportPreview;
pub use notice::Notice;
pub use unfinished::{Alive, HEARTBEAT_MS, Place, Unfinished};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::cue_settings::CueSettings;
use crate::hurts::Hurts;
use crate::options::Options;
use fallback::FallbackStorage;

/// Everything that is stored for one `storage-key`, over a [`StorageBackend`].
///
/// Where the backend fails, things stay in memory until the page is closed, and [`Store::take_notices`] says
/// so once.
pub struct Store {
    storage: FallbackStorage,
    name: String,
}

/// Whether the person has read something.
#[derive(Serialize, Deserialize)]
struct Seen {
    read: bool,
}

impl Store {
    /// Over a backend, under a name (the widget's `storage-key`).
    #[must_use]
    pub fn new(backend: Box<dyn StorageBackend>, name: &str) -> Self {
        // The page chooses the name, which must not reach into another's keys, as "a:log" would into those of
        // "a".
        let name = name.replace('%', "%25").replace(':', "%3A");
        Self { storage: FallbackStorage::new(backend), name }
    }

    /// In memory only, as the person or the page asked for: nothing outlives the page, and no notice says so.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { storage: FallbackStorage::default(), name: String::new() }
    }

    /// What the person should be told since the last call.
    #[must_use]
    pub fn take_notices(&self) -> Vec<Notice> {
        self.storage.take_notices()
    }

    /// What is stored, for another store over the same texts in the same page. It sees what only memory holds, too.
    #[must_use]
    pub fn texts(&self) -> &dyn StorageBackend {
        &self.storage
    }

    /// The key of one kind of value. A `storage` event from another tab names it, too.
    #[must_use]
    pub fn key(&self, kind: &str) -> String {
        format!("supple:{}:{kind}", self.name)
    }

    /// The options for a routine; the defaults where none were saved. `now_ms` (milliseconds since 1970, UTC)
    /// names what has to be set aside, here and below.
    ///
    /// Those that hold for every routine are as they were saved last, with whichever routine. Before there was more than
    /// one, they were saved with it alone.
    #[must_use]
    pub fn options(&self, routine: &str, now_ms: u64) -> Options {
        let options: Options =
            self.read(&self.key(&format!("options:{routine}")), now_ms).unwrap_or_default();
        match self.read(&self.key("personal"), now_ms) {
            Some(personal) => options.with_personal(personal),
            None => options,
        }
    }

    /// Saves the options for a routine, and those of them that hold for every routine.
    pub fn save_options(&self, routine: &str, options: &Options) {
        self.write(&self.key(&format!("options:{routine}")), options);
        self.write(&self.key("personal"), &options.personal());
    }

    /// What hurt since the person last chose how to do it.
    #[must_use]
    pub fn hurts(&self, now_ms: u64) -> Hurts {
        self.read(&self.key("hurts"), now_ms).unwrap_or_default()
    }

    /// Saves what hurt.
    pub fn save_hurts(&self, hurts: &Hurts) {
        self.write(&self.key("hurts"), hurts);
    }

    /// How cues reach the person; the defaults where nothing was saved.
    #[must_use]
    pub fn cue_settings(&self, now_ms: u64) -> CueSettings {
        self.read(&self.key("carriers"), now_ms).unwrap_or_default()
    }

    /// Saves how cues reach the person.
    pub fn save_cue_settings(&self, settings: &CueSettings) {
        self.write(&self.key("carriers"), settings);
    }

    /// Whether the safety notice was read.
    #[must_use]
    pub fn safety_was_read(&self, now_ms: u64) -> bool {
        self.read(&self.key("safety"), now_ms).is_some_and(|Seen { read }| read)
    }

    /// Saves that the safety notice was read.
    pub fn save_safety_was_read(&self) {
        self.write(&self.key("safety"), &Seen { read: true });
    }

    /// Sessions that can be resumed, newest last, each where it was when it was last seen alive, which may be
    /// a [`HEARTBEAT_MS`] and a second before its end.
    #[must_use]
    pub fn unfinished(&self, now_ms: u64) -> Vec<Unfinished> {
        // Ids begin with the time, and keys come in alphabetical order.
        let keys = self.storage.keys(&self.running_key(""));
        let sessions = keys.iter().filter_map(|key| self.read(key, now_ms));
        sessions
            .map(|mut session: Unfinished| {
                if let Some(alive) = self.alive(&session.id, now_ms) {
                    session.advance_to(alive);
                }
                session
            })
            .collect()
    }

    /// Saves the position of a session.
    pub fn save_unfinished(&self, session: &Unfinished) {
        // The last heartbeat says nothing about the new position: `Previous` may have gone back within the
        // same phase.
        self.storage.remove(&self.alive_key(&session.id));
        self.write(&self.running_key(&session.id), session);
    }

    /// Removes the position of a session that is over. Its log stays.
    pub fn forget_unfinished(&self, id: &str) {
        self.storage.remove(&self.running_key(id));
        self.storage.remove(&self.alive_key(id));
    }

    /// The last moment a session was surely alive.
    #[must_use]
    pub fn alive(&self, id: &str, now_ms: u64) -> Option<Alive> {
        self.read(&self.alive_key(id), now_ms)
    }

    /// Saves that a session is alive.
    pub fn save_alive(&self, id: &str, alive: Alive) {
        self.write(&self.alive_key(id), &alive);
    }

    fn read<T: DeserializeOwned>(&self, key: &str, now_ms: u64) -> Option<T> {
        envelope::read(&self.storage, key, now_ms)
    }

    fn write<T: Serialize>(&self, key: &str, value: &T) {
        envelope::write(&self.storage, key, value);
    }

    fn running_key(&self, id: &str) -> String {
        self.key(&format!("running:{id}"))
    }

    fn alive_key(&self, id: &str) -> String {
        self.key(&format!("alive:{id}"))
    }
}
