//! The title of the browser tab.

/// Shows something else as long as it lives, then what was there before.
pub(crate) struct TabTitle {
    before: String,
}

impl TabTitle {
    /// Remembers the present title.
    pub(crate) fn borrow() -> Option<Self> {
        Some(Self { before: document()?.title() })
    }

    /// Shows a text. Assigning a title costs the browser something even if nothing changed, so say only news.
    pub(crate) fn show(&self, text: &str) {
        if let Some(document) = document() {
            document.set_title(text);
        }
    }
}

impl Drop for TabTitle {
    fn drop(&mut self) {
        self.show(&self.before);
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
