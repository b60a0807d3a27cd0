//! localStorage as the core's [`KeyValue`].

use std::cell::OnceCell;

use js_sys::Reflect;
use supple_core::{KeyValue, StorageError};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The page's localStorage, from the first time that the page gives it.
#[derive(Default)]
pub(crate) struct LocalStorage(OnceCell<Storage>);

impl LocalStorage {
    fn storage(&self) -> Result<&Storage, StorageError> {
        if self.0.get().is_none() {
            let found = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
            found.map(|storage| self.0.set(storage));
        }
        self.0.get().ok_or(StorageError::Unavailable)
    }
}

fn unavailable(_: JsValue) -> StorageError {
    StorageError::Unavailable
}

impl KeyValue for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.storage()?.get_item(key).map_err(unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.storage()?.set_item(key, value).map_err(|error| {
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
        self.storage()?.remove_item(key).map_err(unavailable)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        // All names in one call: asking for ten thousand keys one by one takes ten times as long.
        let names = Reflect::own_keys(self.storage()?).map_err(unavailable)?;
        names.sort();
        let names = names.iter().filter_map(|name| name.as_string());
        Ok(names.filter(|name| name.starts_with(prefix)).collect())
    }
}
