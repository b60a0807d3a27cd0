//! A routine in a link: its document, packed behind the hash of an address.

use serde_json::Value;

use super::packing::{Kind, LinkError, pack, unpack};

/// The newest format of documents that this version reads.
const FORMAT: u64 = 1;

/// What comes behind the hash of a link that holds this routine: `v1-…`. The document should be as its author wrote it,
/// with references to the library: completed, it is many times as long.
///
/// ```
/// use serde_json::json;
/// use supple_core::sharing::{from_fragment, to_fragment};
///
/// let document = json!({ "format": 1, "id": "my-back", "name": "My back" });
/// let link = to_fragment(&document).expect("it is short");
/// assert!(link.starts_with("v1-") && link.len() < 80);
/// assert_eq!(from_fragment(&link), Ok(document.to_string()));
/// ```
///
/// # Errors
/// [`LinkError::TooLong`] if no link can hold it.
pub fn to_fragment(document: &Value) -> Result<String, LinkError> {
    pack(Kind::Routine, &document.to_string())
}

/// The document in a link, as compact JSON: what comes behind the hash, or the whole address. Whether it is a routine is for
/// [`Routine::parse`](crate::Routine) to say.
///
/// # Errors
/// Why it can't be read. A document of a newer format is of a newer version, too.
pub fn from_fragment(link: &str) -> Result<String, LinkError> {
    let text = unpack(Kind::Routine, link)?;
    let document: Value = serde_json::from_str(&text).map_err(|_| LinkError::NotALink)?;
    let format = document.get("format").and_then(Value::as_u64);
    if format.is_some_and(|format| format > FORMAT) { Err(LinkError::Newer) } else { Ok(text) }
}
