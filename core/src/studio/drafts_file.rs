//! All drafts as one file.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::drafts::{Drafts, StoredDraft};
use crate::StorageError;

/// What such a file says of itself.
const KIND: &str = "drafts";
/// The version that is written.
const VERSION: u64 = 1;

/// All drafts, as one file has them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DraftsFile {
    supple: String,
    version: u64,
    /// The drafts.
    pub drafts: Vec<StoredDraft>,
    /// Keys and texts of what could not be read when the file was made. Another version of Supple may be able to.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    unreadable: BTreeMap<String, String>,
}

/// Why a text is no file of drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftsFileError {
    /// It is something else.
    SomethingElse,
    /// A newer version of Supple wrote it.
    Newer,
    /// It is such a file, and something in it is broken.
    Broken,
}

/// What became of the drafts of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergedDrafts {
    /// How many there weren't before.
    pub added: usize,
    /// How many are there already, just so.
    pub same: usize,
    /// How many are there otherwise. The newer one has the id, and the older one is beside it as a copy with another.
    pub both: usize,
    /// Those that could not be saved, and why. What was there before is still there.
    pub not_saved: Vec<StoredDraft>,
    /// Why they could not be saved.
    pub error: Option<StorageError>,
}

#[derive(Deserialize)]
struct Probe {
    supple: String,
    version: u64,
}

impl fmt::Display for DraftsFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SomethingElse => "It is no file of drafts. Choose one that was saved by Supple.",
            Self::Newer => {
                "A newer version of Supple saved this file, so it can't be read here. Reload the page to update Supple."
            }
            Self::Broken => "The file of drafts is damaged, so nothing was read. Save it again where it comes from.",
        })
    }
}

impl DraftsFile {
    /// Reads a file.
    ///
    /// # Errors
    /// When it is something else, or can't be read here.
    pub fn read(text: &str) -> Result<Self, DraftsFileError> {
        let text = text.trim_start_matches('\u{feff}');
        let probe: Probe = serde_json::from_str(text).map_err(|_| DraftsFileError::SomethingElse)?;
        match probe {
            Probe { supple, .. } if supple != KIND => Err(DraftsFileError::SomethingElse),
            Probe { version, .. } if version > VERSION => Err(DraftsFileError::Newer),
            _ => serde_json::from_str(text).map_err(|_| DraftsFileError::Broken),
        }
    }

    /// The file's text.
    #[must_use]
    pub fn text(&self) -> String {
        // serde_json fails on maps whose keys aren't texts, and there are none.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Drafts<'_> {
    /// All drafts that are stored, as one file.
    ///
    /// # Errors
    /// When the storage can't be read.
    pub fn file(&self) -> Result<DraftsFile, StorageError> {
        let (drafts, unreadable) = self.all()?;
        let unreadable = unreadable.into_iter().collect();
        Ok(DraftsFile { supple: KIND.to_owned(), version: VERSION, drafts, unreadable })
    }

    /// Adds the drafts of a file to those that are stored. None of either is lost.
    pub fn merge(&self, file: DraftsFile) -> MergedDrafts {
        let mut merged = MergedDrafts::default();
        for (key, text) in &file.unreadable {
            if let Err(error) = self.put_back(key, text) {
                merged.error = Some(error);
            }
        }
        for theirs in file.drafts {
            if let Err(error) = self.merge_one(&theirs, &mut merged) {
                merged.error = Some(error);
                merged.not_saved.push(theirs);
            }
        }
        merged
    }

    fn merge_one(&self, theirs: &StoredDraft, merged: &mut MergedDrafts) -> Result<(), StorageError> {
        let (stored, unreadable) = self.all()?;
        let ours = stored.iter().find(|ours| ours.draft.id == theirs.draft.id);
        let is_taken = unreadable.iter().any(|(key, _)| *key == Drafts::key(&theirs.draft.id));
        match ours {
            None if !is_taken => {
                self.write(theirs)?;
                merged.added += 1;
            }
            Some(ours) if ours.draft == theirs.draft => merged.same += 1,
            Some(ours) => {
                let ours_is_newer = ours.revision.changed_ms >= theirs.revision.changed_ms;
                let (newer, older) = if ours_is_newer { (ours, theirs) } else { (theirs, ours) };
                // The copy first: if there is no space for it, nothing has changed.
                let is_new = self.write_copy(older, &stored, &unreadable)?;
                if !ours_is_newer {
                    self.write(newer)?;
                }
                if is_new || !ours_is_newer {
                    merged.both += 1;
                } else {
                    merged.same += 1;
                }
            }
            None => {
                self.write_copy(theirs, &stored, &unreadable)?;
                merged.both += 1;
            }
        }
        Ok(())
    }

    /// Saves a draft under another id, unless there is such a copy already. Returns whether it did.
    fn write_copy(
        &self,
        original: &StoredDraft,
        stored: &[StoredDraft],
        unreadable: &[(String, String)],
    ) -> Result<bool, StorageError> {
        let copy_named = |id: String| StoredDraft {
            revision: original.revision,
            draft: Draft { id, ..original.draft.clone() },
        };
        let is_there = |other: &StoredDraft| {
            other.draft.id != original.draft.id && other.draft == copy_named(other.draft.id.clone()).draft
        };
        if stored.iter().any(is_there) {
            return Ok(false);
        }
        let word: String = original.draft.id.chars().take(30).collect();
        let is_used = |id: &str| {
            let key = Drafts::key(id);
            stored.iter().any(|other| other.draft.id == id)
                || unreadable.iter().any(|(other, _)| *other == key)
        };
        let id = (2_u32..).map(|n| format!("{word}-{n}")).find(|id| !is_used(id)).unwrap_or_default();
        self.write(&copy_named(id))?;
        Ok(true)
    }
}
