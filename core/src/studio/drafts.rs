//! Drafts as they are stored, each under a key of its own.

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use crate::{StorageBackend, StorageError};

/// What the keys of all drafts begin with.
const PREFIX: &str = "supple:studio:draft:";

/// The version of everything written today.
const VERSION: u64 = 1;

/// Which of its states a draft has been stored in. Two tabs that save the same draft don't make the same one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// How often it was saved.
    pub count: u64,
    /// When it was saved last, in milliseconds since 1970, UTC.
    pub changed_ms: u64,
}

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredDraft {
    /// Which of its states this is.
    pub revision: Revision,
    /// The draft.
    pub draft: Draft,
}

/// What a list of drafts says of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedDraft {
    /// Its id.
    pub id: String,
    /// Its name, which may be empty.
    pub name: String,
    /// For whom it is, which may be empty.
    pub for_whom: String,
    /// When it was changed last, in milliseconds since 1970, UTC.
    pub changed_ms: u64,
    /// How many exercises it has.
    pub exercises: usize,
}

/// One of the drafts that are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftEntry {
    /// A draft.
    Readable(ListedDraft),
    /// Something that can't be read here. It stays as it is, and is in the file of all drafts.
    Unreadable {
        /// Its key.
        key: String,
        /// Whether a newer version of Supple wrote it.
        newer: bool,
    },
}

/// Why a draft could not be read or saved. It is still where it was: what is being written stays in memory.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftsError {
    /// The storage refuses, or there is no space left.
    Storage(StorageError),
    /// What is stored under its id can't be read here.
    Unreadable {
        /// Whether a newer version of Supple wrote it.
        newer: bool,
    },
    /// Another tab has changed it since: this is what it has become there. Nothing was saved.
    ChangedElsewhere(Box<StoredDraft>),
}

impl From<StorageError> for DraftsError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

/// All drafts that are stored, over a [`StorageBackend`]. Nothing here is remembered between two calls, so that what
/// another tab does is seen at once.
pub struct Drafts<'a> {
    storage: &'a dyn StorageBackend,
}

/// Keys and texts of what can't be read.
pub(super) type Unreadable = Vec<(String, String)>;

/// What is stored under a key.
#[derive(Serialize, Deserialize)]
struct Envelope {
    version: u64,
    #[serde(flatten)]
    stored: StoredDraft,
}

#[derive(Deserialize)]
struct VersionProbe {
    version: u64,
}

impl<'a> Drafts<'a> {
    /// The drafts in a storage.
    #[must_use]
    pub fn new(storage: &'a dyn StorageBackend) -> Self {
        Self { storage }
    }

    /// The key of a draft, which a `storage` event from another tab names.
    #[must_use]
    pub fn key(id: &str) -> String {
        format!("{PREFIX}{}", id.replace('%', "%25").replace(':', "%3A"))
    }

    /// The id of the draft with a key, if it is the key of a draft.
    #[must_use]
    pub fn id_of(key: &str) -> Option<String> {
        Some(key.strip_prefix(PREFIX)?.replace("%3A", ":").replace("%25", "%"))
    }

    /// All drafts, those first that were changed last, and then what can't be read.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn list(&self) -> Result<Vec<DraftEntry>, StorageError> {
        let (stored, unreadable) = self.all()?;
        let mut listed: Vec<ListedDraft> = stored.iter().map(StoredDraft::listed).collect();
        listed
            .sort_by(|one, other| other.changed_ms.cmp(&one.changed_ms).then_with(|| one.id.cmp(&other.id)));
        let unreadable = unreadable.into_iter().map(|(key, text)| {
            let newer = read(&text).is_err_and(|unreadable| unreadable);
            DraftEntry::Unreadable { key, newer }
        });
        Ok(listed.into_iter().map(DraftEntry::Readable).chain(unreadable).collect())
    }

    /// A draft; `None` if there is none of this id.
    ///
    /// # Errors
    /// When the storage refuses, or what is there can't be read.
    pub fn load(&self, id: &str) -> Result<Option<StoredDraft>, DraftsError> {
        let Some(text) = self.storage.get(&Self::key(id))? else { return Ok(None) };
        read(&text).map(Some).map_err(|newer| DraftsError::Unreadable { newer })
    }

    /// Saves a draft. `known` is the revision from which it was changed, and `None` for a new one. If it was deleted
    /// meanwhile, it is there again.
    ///
    /// # Errors
    /// When the storage refuses, and when another tab has saved it meanwhile: then nothing is saved.
    pub fn save(&self, draft: &Draft, known: Option<Revision>, now_ms: u64) -> Result<Revision, DraftsError> {
        let stored = match self.load(&draft.id) {
            Ok(stored) => stored,
            Err(DraftsError::Unreadable { .. }) => {
                self.set_aside(&draft.id, now_ms)?;
                None
            }
            Err(error) => return Err(error),
        };
        if let Some(stored) = &stored
            && known != Some(stored.revision)
            && stored.draft != *draft
        {
            return Err(DraftsError::ChangedElsewhere(Box::new(stored.clone())));
        }
        let count = stored.map(|stored| stored.revision.count).max(known.map(|known| known.count));
        let revision = Revision { count: count.unwrap_or_default().saturating_add(1), changed_ms: now_ms };
        self.write(&StoredDraft { revision, draft: draft.clone() })?;
        Ok(revision)
    }

    /// Deletes a draft, and returns it so that it can be restored.
    ///
    /// # Errors
    /// When the storage refuses, or what is there can't be read: that isn't deleted.
    pub fn remove(&self, id: &str) -> Result<Option<StoredDraft>, DraftsError> {
        let stored = self.load(id)?;
        self.storage.remove(&Self::key(id))?;
        Ok(stored)
    }

    /// Takes the deletion of a draft back, unless there is one of its id again.
    ///
    /// # Errors
    /// When the storage refuses, or there is another draft of its id.
    pub fn restore(&self, stored: &StoredDraft) -> Result<(), DraftsError> {
        match self.load(&stored.draft.id)? {
            Some(other) if other.draft != stored.draft => Err(DraftsError::ChangedElsewhere(Box::new(other))),
            _ => Ok(self.write(stored)?),
        }
    }

    pub(super) fn write(&self, stored: &StoredDraft) -> Result<(), StorageError> {
        let envelope = Envelope { version: VERSION, stored: stored.clone() };
        // serde_json fails on maps whose keys aren't texts, and there are none.
        let text = serde_json::to_string(&envelope).map_err(|_| StorageError::Unavailable)?;
        self.storage.set(&Self::key(&stored.draft.id), &text)
    }

    /// All drafts, and what can't be read.
    pub(super) fn all(&self) -> Result<(Vec<StoredDraft>, Unreadable), StorageError> {
        let (mut drafts, mut unreadable) = (Vec::new(), Vec::new());
        for key in self.storage.keys(PREFIX)? {
            let Some(text) = self.storage.get(&key)? else { continue };
            match read(&text) {
                // One under the key of another could be changed only there.
                Ok(stored) if Self::key(&stored.draft.id) == key => drafts.push(stored),
                _ => unreadable.push((key, text)),
            }
        }
        Ok((drafts, unreadable))
    }

    /// Puts the text of what can't be read back, unless there is something.
    pub(super) fn put_back(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if key.starts_with(PREFIX) && self.storage.get(key)?.is_none() {
            self.storage.set(key, text)?;
        }
        Ok(())
    }

    /// Moves what can't be read to a key of its own, where it stays whole.
    fn set_aside(&self, id: &str, now_ms: u64) -> Result<(), StorageError> {
        let key = Self::key(id);
        let Some(text) = self.storage.get(&key)? else { return Ok(()) };
        let without_prefix = key.strip_prefix("supple:").unwrap_or(&key);
        self.storage.set(&format!("supple:set-aside:{without_prefix}:{now_ms}"), &text)
    }
}

impl StoredDraft {
    fn listed(&self) -> ListedDraft {
        let Draft { id, name, for_whom, .. } = &self.draft;
        ListedDraft {
            id: id.clone(),
            name: name.clone(),
            for_whom: for_whom.clone(),
            changed_ms: self.revision.changed_ms,
            exercises: self.draft.items().count(),
        }
    }
}

/// The draft of a text; where it can't be read, whether a newer version of Supple wrote it.
fn read(text: &str) -> Result<StoredDraft, bool> {
    let version = serde_json::from_str::<VersionProbe>(text).map_err(|_| false)?.version;
    if version != VERSION {
        return Err(version > VERSION);
    }
    serde_json::from_str::<Envelope>(text).map(|envelope| envelope.stored).map_err(|_| false)
}
