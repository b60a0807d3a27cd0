//! Where a widget is: an element may be put into the document of another window, such as a pop-up, and be moved from one to
//! another. What is meant by "the document" and "the window" is found there, and anew each time.

use leptos::prelude::document;
use web_sys::{Document, Node};

/// The document that a node is in now.
pub(crate) fn document_of(node: &Node) -> Document {
    node.owner_document().unwrap_or_else(document)
}

/// The document of the page that has loaded the widget, for what is in none.
#[cfg(feature = "ssr")]
pub(crate) fn main_document() -> Document {
    document()
}
