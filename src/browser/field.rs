//! What a person typed or chose.

use js_sys::Reflect;
use web_sys::Event;

/// The text of the input or select that an event comes from.
pub(crate) fn text(event: &Event) -> String {
    let value = event.target().and_then(|target| Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}
