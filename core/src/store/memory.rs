//! A place that never fails: what the real one refuses is kept in memory until the page is closed.

use std::cell::{Cell, RefCell};

use super::{KeyValue, Notice, StorageError};

#[derive(Default)]
pub(super) struct WithMemory {
    /// `None` where nothing is to be kept.
    place: Option<Box<dyn KeyValue>>,
    /// What the place refused: a text, or that there is none. Hides what the place has under the same key.
    memory: RefCell<Vec<(String, Option<String>)>>,
    /// Keys whose text in the place must not be written over.
    held_back: RefCell<Vec<String>>,
    /// Whether the last reading failed. What is written then would not be seen again.
    is_blind: Cell<bool>,
    notices: RefCell<Notices>,
}

#[derive(Default)]
struct Notices {
    pending: Vec<Notice>,
    told_unavailable: bool,
    told_full: bool,
}

impl WithMemory {
    pub(super) fn new(place: Box<dyn KeyValue>) -> Self {
        Self { place: Some(place), ..Self::default() }
    }

    pub(super) fn take_notices(&self) -> Vec<Notice> {
        std::mem::take(&mut self.notices.borrow_mut().pending)
    }

    pub(super) fn notice(&self, notice: Notice) {
        self.notices.borrow_mut().pending.push(notice);
    }

    pub(super) fn get(&self, key: &str) -> Option<String> {
        if let Some((_, value)) = self.memory.borrow().iter().find(|(other, _)| other == key) {
            return value.clone();
        }
        let found = self.place.as_ref()?.get(key);
        self.is_blind.set(found.is_err());
        match found {
            Ok(value) => {
                self.held_back.borrow_mut().retain(|other| other != key);
                value
            }
            Err(error) => {
                // Nobody knows what is there. It must not be written over by what was made up in its place.
                self.hold_back(key);
                self.tell(error);
                None
            }
        }
    }

    pub(super) fn set(&self, key: &str, value: &str) {
        self.write(key, Some(value), |place| place.set(key, value));
    }

    /// Writes to the place, or not at all.
    pub(super) fn set_for_good(&self, key: &str, value: &str) -> bool {
        self.place.as_ref().is_some_and(|place| place.set(key, value).is_ok())
    }

    /// Writes texts under keys that hold nothing yet: all of them, or none where the room is not enough. Where there is
    /// no writing at all, memory has them like everything else.
    pub(super) fn set_all(&self, texts: Vec<(String, String)>) -> Result<(), StorageError> {
        let place = self.place.as_deref().filter(|_| !self.is_blind.get());
        let mut written = 0;
        let done = place.ok_or(StorageError::Unavailable).and_then(|place| {
            texts.iter().try_for_each(|(key, text)| {
                place.set(key, text)?;
                written += 1;
                Ok(())
            })
        });
        let Err(error) = done else { return Ok(()) };
        for (key, _) in texts.iter().take(written) {
            self.remove(key);
        }
        if error == StorageError::Full {
            return done;
        }
        if self.place.is_some() {
            self.tell(error);
        }
        for (key, text) in texts {
            self.remember(&key, Some(Some(text)));
        }
        Ok(())
    }

    pub(super) fn remove(&self, key: &str) {
        self.write(key, None, |place| place.remove(key));
    }

    pub(super) fn keys(&self, prefix: &str) -> Vec<String> {
        let keys = self.place.as_ref().map_or(Ok(Vec::new()), |place| place.keys(prefix));
        let mut keys = keys.map_err(|error| self.tell(error)).unwrap_or_default();
        let memory = self.memory.borrow();
        keys.retain(|key| !memory.iter().any(|(other, _)| other == key));
        let in_memory = memory.iter().filter(|(key, value)| key.starts_with(prefix) && value.is_some());
        keys.extend(in_memory.map(|(key, _)| key.clone()));
        keys
    }

    /// Moves a text to a key of its own: a prefix and the time, or the next number that is free. Where that
    /// can't be done, the text stays as it is, and from now on nothing is written over it.
    pub(super) fn move_aside(&self, key: &str, value: &str, prefix: &str, now_ms: u64) -> Option<String> {
        let place = self.place.as_deref();
        let moved = place.and_then(|place| {
            let new_key = copy_aside(place, value, prefix, now_ms).ok()?;
            place.remove(key).ok().map(|()| new_key)
        });
        if moved.is_none() {
            self.remember(key, Some(None));
            self.hold_back(key);
        }
        moved
    }

    /// Writes to the place; what it refuses goes into memory.
    fn write(
        &self,
        key: &str,
        value: Option<&str>,
        write: impl Fn(&dyn KeyValue) -> Result<(), StorageError>,
    ) {
        let held_back = self.is_blind.get() || self.held_back.borrow().iter().any(|other| other == key);
        let place = self.place.as_deref().filter(|_| !held_back);
        let written = match place.map(write) {
            Some(Ok(())) => true,
            Some(Err(error)) => {
                self.tell(error);
                false
            }
            None => false,
        };
        self.remember(key, if written { None } else { Some(value.map(str::to_owned)) });
    }

    /// Keeps in memory what the place refused, in the stead of what was refused before; or nothing any more.
    fn remember(&self, key: &str, refused: Option<Option<String>>) {
        let mut memory = self.memory.borrow_mut();
        memory.retain(|(other, _)| other != key);
        memory.extend(refused.map(|value| (key.to_owned(), value)));
    }

    fn hold_back(&self, key: &str) {
        let mut held_back = self.held_back.borrow_mut();
        if !held_back.iter().any(|other| other == key) {
            held_back.push(key.to_owned());
        }
    }

    /// Each kind of failure is told once; repeating it at every phase would help nobody.
    fn tell(&self, error: StorageError) {
        let mut notices = self.notices.borrow_mut();
        let (told, notice) = match error {
            StorageError::Unavailable => (&mut notices.told_unavailable, Notice::Unavailable),
            StorageError::Full => (&mut notices.told_full, Notice::Full),
        };
        if !std::mem::replace(told, true) {
            notices.pending.push(notice);
        }
    }
}

/// Copies a text to a key that holds nothing yet. Where a place can be written but nothing removed, the text is
/// found again at every visit; then the copy of the first one is enough.
fn copy_aside(place: &dyn KeyValue, value: &str, prefix: &str, now_ms: u64) -> Result<String, StorageError> {
    let mut number = now_ms;
    let taken = place.keys(prefix)?;
    for key in &taken {
        if place.get(key)?.as_deref() == Some(value) {
            return Ok(key.clone());
        }
    }
    while taken.contains(&format!("{prefix}{number}")) {
        number = number.wrapping_add(1);
    }
    let new_key = format!("{prefix}{number}");
    place.set(&new_key, value)?;
    Ok(new_key)
}
