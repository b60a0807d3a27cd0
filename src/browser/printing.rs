//! Printing the page.

use leptos::prelude::window;

/// Opens the browser's print dialogue for the whole page. Returns whether there is one; a frame that may not open dialogues
/// says that there is, and opens none.
pub(crate) fn print_page() -> bool {
    window().print().is_ok()
}
