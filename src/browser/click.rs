//! Presses that are the widget's own.

use leptos::prelude::event_target;
use web_sys::{Element, Event};

/// Keeps the press of a button from the page around the widget, which may have put it into a link. A button that opens a
/// popover still does: that is its own default.
pub(crate) fn keep_from_page(event: &Event) {
    let target = event_target::<Element>(event);
    if matches!(target.closest("button:not([popovertarget])"), Ok(Some(_))) {
        event.prevent_default();
    }
}
