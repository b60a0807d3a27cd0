//! The title of the browser tab.

use std::cell::RefCell;

use web_sys::Document;

/// What widgets do with the page's title.
#[derive(Default)]
struct Borrowed {
    borrowers: usize,
    /// Whose title it is. A widget may be put into another document.
    document: Option<Document>,
    /// What the page calls itself.
    page_title: String,
    /// What a widget showed last, as the browser gives it back. `None` while no widget has shown anything.
    shown: Option<String>,
}

thread_local! {
    /// One for all widgets of the page.
    static BORROWED: RefCell<Borrowed> = RefCell::default();
}

impl Borrowed {
    fn show(&mut self, document: Document, text: &str) {
        if self.document.as_ref() != Some(&document) {
            self.restore();
        }
        let current = document.title();
        // A page that renamed itself meanwhile gets that name back.
        if self.shown.as_ref() != Some(&current) {
            self.page_title = current;
        }
        document.set_title(text);
        // The browser trims the title and collapses its white space.
        self.shown = Some(document.title());
        self.document = Some(document);
    }

    fn restore(&mut self) {
        let Some(document) = self.document.take() else { return };
        if self.shown.take().is_some_and(|shown| shown == document.title()) {
            document.set_title(&self.page_title);
        }
    }
}

/// The page's title, borrowed. When the last widget that borrowed it drops this, the page gets its title
/// back, unless it has changed it itself by then.
pub(crate) struct TabTitle {
    /// Where it was last asked to show something.
    document: Option<Document>,
    /// What it was last asked to show.
    text: String,
}

impl TabTitle {
    /// Borrows the title. It stays as it is until something is shown.
    pub(crate) fn borrow() -> Self {
        BORROWED.with_borrow_mut(|borrowed| borrowed.borrowers += 1);
        Self { document: None, text: String::new() }
    }

    /// Shows a text as the title of a document. The same text again does nothing, because browsers do some work for every new
    /// title.
    pub(crate) fn show(&mut self, document: Document, text: &str) {
        if self.document.as_ref() != Some(&document) || self.text != text {
            text.clone_into(&mut self.text);
            self.document = Some(document.clone());
            BORROWED.with_borrow_mut(|borrowed| borrowed.show(document, text));
        }
    }
}

impl Drop for TabTitle {
    fn drop(&mut self) {
        BORROWED.with_borrow_mut(|borrowed| {
            borrowed.borrowers -= 1;
            if borrowed.borrowers == 0 {
                borrowed.restore();
            }
        });
    }
}
