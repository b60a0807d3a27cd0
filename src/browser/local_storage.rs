//! localStorage as the core's [`KeyValue`].

use supple_core::{KeyValue, StorageError, json};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/local_storage.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn get(key: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(catch)]
    fn set(key: &str, value: &str) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch)]
    fn remove(key: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    fn keys(prefix: &str) -> Result<String, JsValue>;
}

/// The page's localStorage.
pub(crate) struct LocalStorage;

fn unavailable(_: JsValue) -> StorageError {
    StorageError::Unavailable
}

impl KeyValue for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        get(key).map_err(unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let is_full = set(key, value).map_err(unavailable)?;
        if is_full { Err(StorageError::Full) } else { Ok(()) }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        remove(key).map_err(unavailable)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        // What is no list of texts was written by nobody here.
        let keys = json::read(&keys(prefix).map_err(unavailable)?).unwrap_or_default();
        Ok(keys.as_list().into_iter().flatten().filter_map(|key| Some(key.as_text()?.to_owned())).collect())
    }
}
