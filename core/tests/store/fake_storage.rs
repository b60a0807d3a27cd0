//! A storage like the browser's localStorage, which tabs share, which counts its calls, and which fails on demand.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use supple_core::{StorageBackend, StorageError, Store};

/// Clones share their content.
#[derive(Clone, Default)]
pub(crate) struct FakeStorage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    faults: Rc<Cell<Faults>>,
    written: Rc<Cell<Written>>,
}

/// Which calls the storage refuses.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Faults {
    pub(crate) get: bool,
    pub(crate) set: bool,
    pub(crate) remove: bool,
    pub(crate) keys: bool,
    /// How many bytes of keys and texts there is room for.
    pub(crate) room: Option<usize>,
}

impl Faults {
    pub(crate) const ALL: Self = Self { get: true, set: true, remove: true, keys: true, room: None };
    pub(crate) const NONE: Self = Self { get: false, set: false, remove: false, keys: false, room: None };
}

/// What calls have cost so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Number of calls of any kind.
    pub(crate) calls: usize,
    /// Bytes of all texts that were written.
    pub(crate) bytes: usize,
}

/// The `storage-key` of the tests.
pub(crate) const NAME: &str = "legs";

impl FakeStorage {
    /// A store of one tab over this storage.
    pub(crate) fn store(&self) -> Store {
        self.store_named(NAME)
    }

    pub(crate) fn store_named(&self, name: &str) -> Store {
        Store::new(Box::new(self.clone()), name)
    }

    /// Stores a text, even where calls are refused.
    pub(crate) fn put(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// Everything that is stored, even where calls are refused.
    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    pub(crate) fn refuse(&self, faults: Faults) {
        self.faults.set(faults);
    }

    /// What an action costs.
    pub(crate) fn cost_of(&self, action: impl FnOnce()) -> Written {
        self.written.set(Written::default());
        action();
        self.written.get()
    }

    fn call(&self, bytes: usize, refused: bool) -> Result<(), StorageError> {
        let Written { calls, bytes: before } = self.written.get();
        self.written.set(Written { calls: calls + 1, bytes: before + bytes });
        if refused { Err(StorageError::Unavailable) } else { Ok(()) }
    }
}

impl StorageBackend for FakeStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.call(0, self.faults.get().get)?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.call(value.len(), self.faults.get().set)?;
        let mut texts = self.texts.borrow_mut();
        let others = texts.iter().filter(|(other, _)| *other != key);
        let used: usize = others.map(|(key, text)| key.len() + text.len()).sum();
        if self.faults.get().room.is_some_and(|room| used + key.len() + value.len() > room) {
            return Err(StorageError::Full);
        }
        texts.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.call(0, self.faults.get().remove)?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.call(0, self.faults.get().keys)?;
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }
}
