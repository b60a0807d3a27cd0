//! localStorage as the core's [`KeyValue`].

use js_sys::Reflect;
use supple_core::{KeyValue, StorageError};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The page's localStorage. It is looked up at every call, since it may be taken away at any time.
pub(crate) struct LocalStorage;

fn storage() -> Result<Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Unavailable)?;
    window.local_storage().ok().flatten().ok_or(StorageError::Unavailable)
}

fn unavailable(_: JsValue) -> StorageError {
    StorageError::Unavailable
}

impl KeyValue for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        storage()?.get_item(key).map_err(unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        storage()?.set_item(key, value).map_err(|error| {
            let name = Reflect::get(&error, &JsValue::from_str("name"));
            let name = name.ok().and_then(|name| name.as_string()).unwrap_or_default();
            // Firefox has a name of its own for it.
            if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" {
                StorageError::Full
            } else {
                StorageError::Unavailable
            }
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        storage()?.remove_item(key).map_err(unavailable)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        // All names in one call: asking for ten thousand keys one by one takes ten times as long.
        let names = Reflect::own_keys(&storage()?.into()).map_err(unavailable)?;
        names.sort();
        let names = names.iter().filter_map(|name| name.as_string());
        Ok(names.filter(|name| name.starts_with(prefix)).collect())
    }
}
