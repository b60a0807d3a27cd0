//! Storage that never fails: what the real one refuses stays in memory until the page is closed.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::backend::{StorageBackend, StorageError};
use super::notice::Notice;

#[derive(Default)]
pub(super) struct FallbackStorage {
    /// `None` where nothing is to be stored.
    backend: Option<Box<dyn StorageBackend>>,
    /// What the backend refused to store: a text, or `None` for one it refused to remove. Hides what the
    /// backend has under the same key.
    refused: RefCell<BTreeMap<String, Option<String>>>,
    /// Keys whose text in the backend must not be overwritten.
    protected: RefCell<BTreeSet<String>>,
    /// Whether the last reading failed. What is written then would not be seen again.
    is_unreadable: Cell<bool>,
    notices: RefCell<Notices>,
}

#[derive(Default)]
struct Notices {
    pending: Vec<Notice>,
    has_told_unavailable: bool,
    has_told_full: bool,
}

impl FallbackStorage {
    pub(super) fn new(backend: Box<dyn StorageBackend>) -> Self {
        Self { backend: Some(backend), ..Self::default() }
    }

    pub(super) fn take_notices(&self) -> Vec<Notice> {
        std::mem::take(&mut self.notices.borrow_mut().pending)
    }

    pub(super) fn notify(&self, notice: Notice) {
        self.notices.borrow_mut().pending.push(notice);
    }

    pub(super) fn get(&self, key: &str) -> Option<String> {
        if let Some(value) = self.refused.borrow().get(key) {
            return value.clone();
        }
        self.get_stored(key)
    }

    /// The text in the backend that one in memory hides, as long as it may be overwritten. Another tab may have written it since
    /// this one could not.
    pub(super) fn beneath(&self, key: &str) -> Option<String> {
        let is_protected = self.protected.borrow().contains(key);
        if self.is_in_memory(key) && !is_protected { self.get_stored(key) } else { None }
    }

    /// Whether the backend has refused to store the text of a key.
    pub(super) fn is_in_memory(&self, key: &str) -> bool {
        matches!(self.refused.borrow().get(key), Some(Some(_)))
    }

    /// The text in the backend.
    fn get_stored(&self, key: &str) -> Option<String> {
        let found = self.backend.as_ref()?.get(key);
        self.is_unreadable.set(found.is_err());
        match found {
            Ok(value) => {
                self.protected.borrow_mut().remove(key);
                value
            }
            Err(error) => {
                // Nobody knows what is there, so defaults must not overwrite it.
                self.protect(key);
                self.report(error);
                None
            }
        }
    }

    pub(super) fn set(&self, key: &str, value: &str) {
        self.write(key, Some(value), |backend| backend.set(key, value));
    }

    /// Writes to the backend without falling back to memory. Returns whether it worked.
    pub(super) fn set_persistently(&self, key: &str, value: &str) -> bool {
        self.backend.as_ref().is_some_and(|backend| backend.set(key, value).is_ok())
    }

    /// Writes texts: all of them, or none where there isn't room for all. What may not be overwritten stays, and where the
    /// backend can't be written at all, the texts go into memory, like everything else.
    pub(super) fn set_all(&self, texts: Vec<(String, String)>) -> Result<(), StorageError> {
        let is_protected = |(key, _): &(String, String)| self.protected.borrow().contains(key);
        let (protected, texts): (Vec<_>, Vec<_>) = texts.into_iter().partition(is_protected);
        let backend = self.backend.as_deref().filter(|_| !self.is_unreadable.get());
        let mut before = Vec::new();
        let result = backend.ok_or(StorageError::Unavailable).and_then(|backend| {
            texts.iter().try_for_each(|(key, text)| {
                let replaced = backend.get(key)?;
                backend.set(key, text)?;
                before.push(replaced);
                Ok(())
            })
        });
        let in_memory = match result {
            Ok(()) => {
                let mut refused = self.refused.borrow_mut();
                for (key, _) in &texts {
                    refused.remove(key);
                }
                protected
            }
            Err(error) => {
                for ((key, _), replaced) in texts.iter().zip(before) {
                    self.put_back(key, replaced.as_deref());
                }
                if error == StorageError::Full {
                    return Err(error);
                }
                if self.backend.is_some() {
                    self.report(error);
                }
                [protected, texts].concat()
            }
        };
        self.refused.borrow_mut().extend(in_memory.into_iter().map(|(key, text)| (key, Some(text))));
        Ok(())
    }

    /// Writes what the backend had under a key. What memory has under it stays.
    fn put_back(&self, key: &str, text: Option<&str>) {
        let in_memory = self.refused.borrow().get(key).cloned();
        match text {
            Some(text) => self.set(key, text),
            None => self.remove(key),
        }
        self.refused.borrow_mut().extend(in_memory.map(|text| (key.to_owned(), text)));
    }

    pub(super) fn remove(&self, key: &str) {
        self.write(key, None, |backend| backend.remove(key));
    }

    pub(super) fn keys(&self, prefix: &str) -> Vec<String> {
        let keys = self.backend.as_ref().map_or(Ok(Vec::new()), |backend| backend.keys(prefix));
        let mut keys = keys.map_err(|error| self.report(error)).unwrap_or_default();
        let refused = self.refused.borrow();
        keys.retain(|key| !refused.contains_key(key));
        let in_memory = refused.iter().filter(|(key, value)| key.starts_with(prefix) && value.is_some());
        keys.extend(in_memory.map(|(key, _)| key.clone()));
        keys.sort();
        keys
    }

    /// Moves a text to a key of its own: a prefix and the time, or the next number that is free. Where that
    /// fails the text stays where it is and nothing overwrites it from now on.
    pub(super) fn move_aside(&self, key: &str, text: &str, prefix: &str, now_ms: u64) -> Option<String> {
        let moved_to = self.backend.as_deref().and_then(|backend| {
            let new_key = copy_aside(backend, text, prefix, now_ms).ok()?;
            backend.remove(key).ok().map(|()| new_key)
        });
        if moved_to.is_none() {
            self.refused.borrow_mut().insert(key.to_owned(), None);
            self.protect(key);
        }
        moved_to
    }

    /// Writes to the backend; what it refuses goes into memory.
    fn write(
        &self,
        key: &str,
        value: Option<&str>,
        write: impl Fn(&dyn StorageBackend) -> Result<(), StorageError>,
    ) {
        let is_protected = self.is_unreadable.get() || self.protected.borrow().contains(key);
        let backend = self.backend.as_deref().filter(|_| !is_protected);
        let is_written = match backend.map(write) {
            Some(Ok(())) => true,
            Some(Err(error)) => {
                self.report(error);
                false
            }
            None => false,
        };
        let mut refused = self.refused.borrow_mut();
        if is_written {
            refused.remove(key);
        } else {
            refused.insert(key.to_owned(), value.map(str::to_owned));
        }
    }

    /// From now on nothing overwrites the text of a key, until it could be read.
    pub(super) fn protect(&self, key: &str) {
        self.protected.borrow_mut().insert(key.to_owned());
    }

    /// Tells the person once about each kind of failure: repeating it at every phase would help nobody.
    fn report(&self, error: StorageError) {
        let mut notices = self.notices.borrow_mut();
        let (has_told, notice) = match error {
            StorageError::Unavailable => (&mut notices.has_told_unavailable, Notice::Unavailable),
            StorageError::Full => (&mut notices.has_told_full, Notice::Full),
        };
        if !std::mem::replace(has_told, true) {
            notices.pending.push(notice);
        }
    }
}

/// What another store over the same texts sees. It is told what there is no room for, so that it can take back what it was
/// about; everything else that fails falls back to memory here, is told here, and overwrites nothing.
impl StorageBackend for FallbackStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(Self::get(self, key))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        if self.protected.borrow().contains(key) {
            Self::set(self, key, value);
            return Ok(());
        }
        self.set_all(vec![(key.to_owned(), value.to_owned())])
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        Self::remove(self, key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        Ok(Self::keys(self, prefix))
    }
}

/// Copies a text to a key that holds nothing yet. Where the backend can write but not remove, every visit
/// finds the text again; the first copy is enough then.
fn copy_aside(
    backend: &dyn StorageBackend,
    text: &str,
    prefix: &str,
    now_ms: u64,
) -> Result<String, StorageError> {
    let taken = backend.keys(prefix)?;
    for key in &taken {
        if backend.get(key)?.as_deref() == Some(text) {
            return Ok(key.clone());
        }
    }
    let mut number = now_ms;
    while taken.contains(&format!("{prefix}{number}")) {
        number = number.wrapping_add(1);
    }
    let new_key = format!("{prefix}{number}");
    backend.set(&new_key, text)?;
    Ok(new_key)
}
