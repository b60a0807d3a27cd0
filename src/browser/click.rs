//! Presses that are the widget's own.

use leptos::prelude::event_target;
use web_sys::{Element, Event};

/// Whether a button or a link was pressed, rather than what lies around it.
pub(crate) fn is_on_control(event: &Event) -> bool {
    matches!(event_target::<Element>(event).closest("button, a"), Ok(Some(_)))
}

/// Keeps the press of a button from the page around the widget, which may have put it into a link. A button that opens a
/// popover still does: that is its own default.
pub(crate) fn keep_from_page(event: &Event) {
    let target = event_target::<Element>(event);
    if matches!(target.closest("button:not([popovertarget])"), Ok(Some(_))) {
        event.prevent_default();
    }
}
