//! What can go wrong with storage, in words for a person.

use std::fmt;

/// Why a [`KeyValue`](crate::KeyValue) did not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no such place, or it refuses every call.
    Unavailable,
    /// There is no room left.
    Full,
}

/// Something about storage that the person must be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Nothing can be kept beyond this visit.
    Unavailable,
    /// What comes from now on is not kept beyond this visit.
    Full,
    /// Something could not be read. It was left whole under another key.
    SetAside {
        /// The key under which it was found.
        key: String,
        /// Where it is now; `None` where it could not be moved and was left as it is.
        moved_to: Option<String>,
        /// Whether a newer version of Supple wrote it.
        newer: bool,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable => f.write_str(
                "This browser doesn't let Supple save anything here. You can do the whole routine, but your progress is gone when you close the page.",
            ),
            Self::Full => f.write_str(
                "The browser's storage for this site is full. Go on, but what you do now is only kept until you close the page. Removing other data of this site makes room.",
            ),
            Self::SetAside { key, moved_to, newer } => {
                let why = if *newer {
                    "was saved by a newer version of Supple"
                } else {
                    "could not be read"
                };
                match moved_to {
                    Some(moved_to) => write!(
                        f,
                        "Saved data ({key}) {why}. Nothing is lost: it was set aside, whole, as {moved_to}. Supple goes on without it."
                    ),
                    None => write!(
                        f,
                        "Saved data ({key}) {why}. Nothing is lost: it was left untouched, and until the storage has room Supple won't save over it."
                    ),
                }
            }
        }
    }
}
