//! localStorage as a place for the core's store.

use js_sys::Reflect;
use leptos::prelude::window;
use supple_core::{StorageBackend, StorageError};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::exception_name;

/// The page's localStorage. Every use fails with [`StorageError::Unavailable`] if the page has none or may
/// not use it.
pub(crate) struct LocalStorage;

impl StorageBackend for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        storage()?.get_item(key).map_err(unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        storage()?.set_item(key, value).map_err(|thrown| match exception_name(&thrown).as_deref() {
            // The second name is Firefox's.
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
            _ => StorageError::Unavailable,
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        storage()?.remove_item(key).map_err(unavailable)
    }

    /// Asks for all keys at once: with ten thousand of them, `Storage.key()` for each one takes ten times as
    /// long.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let all = Reflect::own_keys(storage()?.as_ref()).map_err(unavailable)?;
        let mut keys: Vec<_> =
            all.iter().filter_map(|key| key.as_string()).filter(|key| key.starts_with(prefix)).collect();
        keys.sort();
        Ok(keys)
    }
}

/// Only asking for localStorage throws already where the page may not use it.
fn storage() -> Result<Storage, StorageError> {
    window().local_storage().map_err(unavailable)?.ok_or(StorageError::Unavailable)
}

fn unavailable(_: JsValue) -> StorageError {
    StorageError::Unavailable
}
