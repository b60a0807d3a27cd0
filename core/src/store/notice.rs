//! What can go wrong with storage.

/// Something about storage that the person must be told. The words are the view's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Nothing can be saved beyond this visit.
    Unavailable,
    /// Nothing more can be saved beyond this visit: there is no room left.
    Full,
    /// Something could not be read. None of it is lost.
    SetAside {
        /// The key under which it was found.
        key: String,
        /// The key under which it is now, whole; `None` where it could not be moved and was left untouched.
        moved_to: Option<String>,
        /// Whether a newer version of Supple wrote it.
        newer: bool,
    },
}
