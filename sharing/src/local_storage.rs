//! localStorage as a place for the core's store.

#![allow(clippy::disallowed_methods, reason = "the one file of this crate that names the browser")]

use js_sys::{Reflect, global};
use supple_core::{StorageBackend, StorageError};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, Window};

/// The page's localStorage. Every use fails with [`StorageError::Unavailable`] if the page has none or may not use it.
pub(crate) struct LocalStorage;

impl StorageBackend for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        storage()?.get_item(key).map_err(unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        storage()?.set_item(key, value).map_err(|thrown| {
            let name = thrown.dyn_ref::<DomException>().map(DomException::name);
            match name.as_deref() {
                // The second name is Firefox's.
                Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
                _ => StorageError::Unavailable,
            }
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        storage()?.remove_item(key).map_err(unavailable)
    }

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
    let window = global().dyn_into::<Window>().map_err(|_| StorageError::Unavailable)?;
    window.local_storage().map_err(unavailable)?.ok_or(StorageError::Unavailable)
}

fn unavailable(_: JsValue) -> StorageError {
    StorageError::Unavailable
}
