//! What is kept between visits, and how it is read back without ever destroying anything.
//!
//! | key | what |
//! |---|---|
//! | `supple:<name>:options:<routine>` | the person's [`Options`] for a routine |
//! | `supple:<name>:carriers` | what carries the cues: [`Carriers`] |
//! | `supple:<name>:safety` | that the safety notice was read |
//! | `supple:<name>:running:<id>` | the position of a session that can still go on |
//! | `supple:<name>:alive:<id>` | the last moment a running session was surely alive |
//! | `supple:<name>:log:<id>` | one session of the log |
//! | `supple:<name>:archive:<id>:<when>` | up to a hundred sessions of the log, older ones or ones from a backup file; the id is the first one's |
//! | `supple:set-aside:<key>:<when>` | whole, what could not be read under `supple:<key>` |
//!
//! `<name>` is the widget's `storage-key`, with `%3A` for a colon and `%25` for a percent sign. Every value is
//! JSON with a `version`.

mod archive;
mod backup;
mod kept;
mod memory;
mod notice;
mod versioned;

pub use backup::{Addition, Backup, BackupError};
pub use notice::{Notice, StorageError};

use crate::json::Value;
use crate::{Carriers, Options, Position, SessionRecord, merge};
use archive::{Archive, put_together};
use kept::{Seen, Write as _};
use memory::WithMemory;

/// What carries the cues, as plain data: for those who do.
#[must_use]
pub fn carriers_as_data(carriers: &Carriers) -> Value {
    Value::Object(carriers.write().0)
}

/// A session as it is kept.
pub(crate) fn text_of(record: &SessionRecord) -> String {
    versioned::text(record)
}

/// A place that keeps texts under keys, such as the browser's localStorage. Every call may fail.
pub trait KeyValue {
    /// The text under a key.
    ///
    /// # Errors
    /// When the place can't be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Keeps a text under a key.
    ///
    /// # Errors
    /// When the place is full or can't be written.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    /// Forgets a key.
    ///
    /// # Errors
    /// When the place can't be written.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// All keys that begin with a prefix, in the order of their text.
    ///
    /// # Errors
    /// When the place can't be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}

/// A session that can still go on: enough to lay out the same plan again and find the place in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// Id of its [`SessionRecord`].
    pub id: String,
    /// Id of its routine.
    pub routine: String,
    /// The options it was planned with.
    pub options: Options,
    /// Where it was at the last phase or command.
    pub position: Position,
    /// How many entries its log had then.
    pub entries: usize,
    /// Length of its plan in milliseconds. If the routine changed since, this tells.
    pub plan_ms: u64,
    /// When it began: milliseconds since 1970, UTC.
    pub started_ms: u64,
    /// Minutes that the local time was ahead of UTC when it began.
    pub offset_min: i32,
}

/// The last moment at which a session was surely alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alive {
    /// Index of the phase; of no use if the session moved on since.
    pub phase: usize,
    /// Milliseconds of the phase that had passed.
    pub elapsed_ms: u64,
    /// When, in milliseconds since 1970, UTC.
    pub wall_ms: u64,
}

/// How often a running session is to be said to be alive ([`Store::save_alive`]), in milliseconds. Each time costs the
/// browser more than all that is drawn in a second.
pub const HEARTBEAT_MS: u32 = 500;
/// How many sessions one archive holds.
const ARCHIVED: usize = 100;
/// How many of the newest sessions are not put away.
const KEPT_LOOSE: usize = 50;

/// Everything that is kept for one `storage-key`, over a [`KeyValue`].
///
/// Where the place fails, it keeps things in memory and says so once in [`Store::take_notices`].
pub struct Store {
    place: WithMemory,
    name: String,
}

impl Store {
    /// Over a place, under a name (the widget's `storage-key`).
    #[must_use]
    pub fn new(place: Box<dyn KeyValue>, name: &str) -> Self {
        // A name of a page's making must not reach into the keys of another: "a" and "a:log".
        let name = name.replace('%', "%25").replace(':', "%3A");
        Self { place: WithMemory::new(place), name }
    }

    /// In memory only, by the person's or the page's choice: nothing is kept, and nothing said about it.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { place: WithMemory::default(), name: String::new() }
    }

    /// What a person should be told since the last call.
    #[must_use]
    pub fn take_notices(&self) -> Vec<Notice> {
        self.place.take_notices()
    }

    /// The key of one kind of thing; also what a `storage` event of another tab names.
    #[must_use]
    pub fn key(&self, kind: &str) -> String {
        format!("supple:{}:{kind}", self.name)
    }

    /// The options for a routine; the defaults where none were saved. `now_ms` names what is set aside.
    #[must_use]
    pub fn options(&self, routine: &str, now_ms: u64) -> Options {
        versioned::read(&self.place, &self.key(&format!("options:{routine}")), now_ms).unwrap_or_default()
    }

    /// Keeps the options for a routine.
    pub fn save_options(&self, routine: &str, options: &Options) {
        versioned::write(&self.place, &self.key(&format!("options:{routine}")), options);
    }

    /// What carries the cues; the defaults where nothing was chosen.
    #[must_use]
    pub fn carriers(&self, now_ms: u64) -> Carriers {
        versioned::read(&self.place, &self.key("carriers"), now_ms).unwrap_or_default()
    }

    /// Keeps what carries the cues.
    pub fn save_carriers(&self, carriers: &Carriers) {
        versioned::write(&self.place, &self.key("carriers"), carriers);
    }

    /// Whether the safety notice was read.
    #[must_use]
    pub fn safety_was_read(&self, now_ms: u64) -> bool {
        versioned::read::<Seen>(&self.place, &self.key("safety"), now_ms).is_some_and(|seen| seen.0)
    }

    /// Keeps that the safety notice was read.
    pub fn save_safety_was_read(&self) {
        versioned::write(&self.place, &self.key("safety"), &Seen(true));
    }

    /// Sessions that can still go on, newest last, each where it was when it was last alive, give or take half a
    /// [`HEARTBEAT_MS`].
    #[must_use]
    pub fn unfinished(&self, now_ms: u64) -> Vec<Unfinished> {
        // Ids begin with the time, and keys come in order.
        let keys = self.place.keys(&self.running_key(""));
        let running = keys.iter().filter_map(|key| versioned::read(&self.place, key, now_ms));
        running
            .map(|mut session: Unfinished| {
                let Position { phase, elapsed_ms, .. } = session.position;
                let alive = self.alive(&session.id, now_ms);
                if let Some(alive) = alive.filter(|it| it.phase == phase && it.elapsed_ms >= elapsed_ms) {
                    // It ended before the next heartbeat: half of one on is never further off than that. What
                    // nobody saw is passed over, and not credited.
                    session.position.elapsed_ms = alive.elapsed_ms + u64::from(HEARTBEAT_MS / 2);
                    session.position.logged_ms += u64::from(HEARTBEAT_MS / 2);
                }
                session
            })
            .collect()
    }

    /// Keeps the position of a session.
    pub fn save_unfinished(&self, session: &Unfinished) {
        // The heartbeat of before says nothing about the new position: `previous` may have gone back in the
        // same phase.
        self.place.remove(&self.alive_key(&session.id));
        versioned::write(&self.place, &self.running_key(&session.id), session);
    }

    /// Forgets the position of a session: it is over. Its log stays.
    pub fn forget_unfinished(&self, id: &str) {
        self.place.remove(&self.running_key(id));
        self.place.remove(&self.alive_key(id));
    }

    /// The last moment a session was surely alive.
    #[must_use]
    pub fn alive(&self, id: &str, now_ms: u64) -> Option<Alive> {
        versioned::read(&self.place, &self.alive_key(id), now_ms)
    }

    /// Keeps that a session is alive.
    pub fn save_alive(&self, id: &str, alive: Alive) {
        // Twice a second: written straight as text.
        let Alive { phase, elapsed_ms, wall_ms } = alive;
        let text =
            format!(r#"{{"version":1,"phase":{phase},"elapsed_ms":{elapsed_ms},"wall_ms":{wall_ms}}}"#);
        self.place.set(&self.alive_key(id), &text);
    }

    /// Keeps a session's log. Costs the same however many others there are; a session of which nothing is done
    /// yet is not kept.
    pub fn save_record(&self, record: &SessionRecord) {
        if !record.entries.is_empty() {
            versioned::write(&self.place, &self.key(&format!("log:{}", record.id)), record);
        }
    }

    /// The log of one session.
    #[must_use]
    pub fn record(&self, id: &str, now_ms: u64) -> Option<SessionRecord> {
        versioned::read(&self.place, &self.key(&format!("log:{id}")), now_ms)
    }

    /// The whole log, oldest session first.
    #[must_use]
    pub fn log(&self, now_ms: u64) -> Vec<SessionRecord> {
        let mut records = Vec::new();
        for key in self.place.keys(&self.key("archive:")) {
            if let Some(Archive(archived)) = versioned::read(&self.place, &key, now_ms) {
                records.extend(archived);
            }
        }
        for key in self.place.keys(&self.key("log:")) {
            records.extend(versioned::read::<SessionRecord>(&self.place, &key, now_ms));
        }
        merge(records)
    }

    /// What the log lacks of some sessions; those that it has are taken out of them. Changes nothing that is kept.
    pub fn lacks(&self, sessions: &mut Vec<SessionRecord>, now_ms: u64) -> Addition {
        Addition::of(self.log(now_ms), sessions)
    }

    /// Adds to the log what it lacks of some sessions, in archives of their own: nothing that is there is written over.
    ///
    /// # Errors
    /// [`StorageError::Full`] where there is no room for all of it; then none of it was added. A place that can't be
    /// written at all is no error: the sessions are in the log of this visit, and [`Store::take_notices`] says so.
    pub fn add(&self, mut sessions: Vec<SessionRecord>, now_ms: u64) -> Result<Addition, StorageError> {
        let addition = self.lacks(&mut sessions, now_ms);
        let mut texts = Vec::new();
        for archive in put_together(sessions) {
            let first = archive.0.first().map_or("", |record| &record.id);
            let mut when = now_ms;
            let mut key = self.archive_key(first, when);
            while self.place.get(&key).is_some() {
                when += 1;
                key = self.archive_key(first, when);
            }
            texts.push((key, versioned::text(&archive)));
        }
        self.place.set_all(texts)?;
        Ok(addition)
    }

    /// Puts older sessions away into archives, once there are many of them. The newest stay as they are, since
    /// they may still go on; so does one that was left behind unfinished.
    pub fn archive(&self, now_ms: u64) {
        let keys = self.place.keys(&self.key("log:"));
        let Some(old) = keys.len().checked_sub(KEPT_LOOSE).filter(|old| *old >= ARCHIVED) else { return };
        let mut away: Vec<(&String, SessionRecord)> = Vec::new();
        for key in keys.iter().take(old) {
            let record = versioned::read(&self.place, key, now_ms);
            let over = record.filter(|record: &SessionRecord| record.ended_ms.is_some());
            away.extend(over.map(|record| (key, record)));
            if away.len() == ARCHIVED {
                self.put_away(std::mem::take(&mut away), now_ms);
            }
        }
    }

    fn put_away(&self, sessions: Vec<(&String, SessionRecord)>, now_ms: u64) {
        let (keys, records): (Vec<_>, Vec<_>) = sessions.into_iter().unzip();
        let first = records.first().map_or("", |record| &record.id);
        let key = self.archive_key(first, now_ms);
        // What could not be put away stays where it is.
        if self.place.get(&key).is_none()
            && self.place.set_for_good(&key, &versioned::text(&Archive(records)))
        {
            for key in keys {
                self.place.remove(key);
            }
        }
    }

    fn archive_key(&self, first: &str, when_ms: u64) -> String {
        self.key(&format!("archive:{first}:{when_ms}"))
    }

    fn running_key(&self, id: &str) -> String {
        self.key(&format!("running:{id}"))
    }

    fn alive_key(&self, id: &str) -> String {
        self.key(&format!("alive:{id}"))
    }
}
