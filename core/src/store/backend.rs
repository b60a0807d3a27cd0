//! Where texts are stored.

/// Why a [`StorageBackend`] did not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no storage, or it refuses every call.
    Unavailable,
    /// There is no room left.
    Full,
}

/// Stores texts under keys, as the browser's localStorage does. Every call may fail.
pub trait StorageBackend {
    /// The text under a key.
    ///
    /// # Errors
    /// When the storage can't be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Stores a text under a key.
    ///
    /// # Errors
    /// When the storage is full or can't be written.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    /// Removes a key and its text.
    ///
    /// # Errors
    /// When the storage can't be written.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// All keys that begin with a prefix, in alphabetical order.
    ///
    /// # Errors
    /// When the storage can't be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;
}
