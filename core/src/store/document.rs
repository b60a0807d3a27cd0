//! What is stored as one text under one key, although two tabs or two devices may both change it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Store;
use super::envelope;

/// Something that is stored as a whole: a struct that serde writes as a JSON object, without a field named `version`.
///
/// Where nothing is stored, its default holds.
pub trait Document: Default + Serialize + DeserializeOwned {
    /// The last part of its key, `supple:<name>:<KIND>`. It must not begin like a key that the list in `store/mod.rs` has for
    /// something else.
    const KIND: &'static str;

    /// What two tabs, or two devices, know together.
    ///
    /// It must not matter which of the two comes first, in which order three of them are merged, and how often: otherwise two
    /// devices never come to the same. A list of changes, each with its time, can be merged so; a bare value can't.
    #[must_use]
    fn merge(self, other: Self) -> Self;
}

impl Store {
    /// A document as it is stored now; its default where nothing is, or what is can't be read. That is set aside, under a
    /// name with `now_ms` (milliseconds since 1970, UTC), and the person is told.
    #[must_use]
    pub fn document<D: Document>(&self, now_ms: u64) -> D {
        let key = self.key(D::KIND);
        let known = envelope::read(&self.storage, &key, now_ms).unwrap_or_default();
        // What this tab could not write stays in its memory, while another tab may have gone on writing.
        match self.storage.beneath(&key).map(|text| envelope::decode::<D>(&text)) {
            None => known,
            Some(Ok(beneath)) => D::merge(known, beneath),
            Some(Err(_)) => {
                self.storage.protect(&key);
                known
            }
        }
    }

    /// Some fields of a document as this tab knows it; `None` where nothing is stored, or what is can't be read. It stays where
    /// it is.
    pub(crate) fn peek<T: DeserializeOwned>(&self, kind: &str) -> Option<T> {
        envelope::decode(&self.storage.get(&self.key(kind))?).ok()
    }

    /// Changes a document, and returns it as it is stored then. It is read just before that, so that nothing is lost that
    /// another tab has stored since this one has looked. What stays as it is isn't written, unless it couldn't be before.
    pub fn update<D: Document>(&self, now_ms: u64, change: impl FnOnce(&mut D)) -> D {
        let key = self.key(D::KIND);
        let mut document = self.document(now_ms);
        let before = envelope::encode(&document);
        change(&mut document);
        if let Some(text) = envelope::encode(&document)
            && (before.as_ref() != Some(&text) || self.storage.is_in_memory(&key))
        {
            self.storage.set(&key, &text);
        }
        document
    }

    /// Saves a document together with what is stored already ([`Document::merge`]), and returns both.
    pub fn save_document<D: Document>(&self, document: D, now_ms: u64) -> D {
        self.update(now_ms, |stored| *stored = D::merge(std::mem::take(stored), document))
    }

    /// The key of a document, and its text with another one merged into it. `None` if that changes nothing.
    pub(super) fn merged_text<D: Document>(&self, other: D, now_ms: u64) -> Option<(String, String)> {
        let stored: D = self.document(now_ms);
        let before = envelope::encode(&stored);
        let merged = envelope::encode(&D::merge(stored, other))?;
        (before.as_ref() != Some(&merged)).then(|| (self.key(D::KIND), merged))
    }
}
