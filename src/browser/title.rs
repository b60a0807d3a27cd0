//! The title of the browser tab.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/title.js")]
extern "C" {
    fn title() -> String;
    fn show(text: &str);
}

thread_local! {
    /// What the page called itself before anybody borrowed its title, and how many have borrowed it.
    static BORROWED: RefCell<(String, usize)> = RefCell::default();
}

/// The title, borrowed: it shows something else until the last widget that borrowed it gives it back.
pub(crate) struct TabTitle(());

impl TabTitle {
    /// Borrows it.
    pub(crate) fn borrow() -> Self {
        BORROWED.with_borrow_mut(|(before, borrowers)| {
            if *borrowers == 0 {
                *before = title();
            }
            *borrowers += 1;
        });
        Self(())
    }

    /// Shows a text. Setting a title costs the browser something even if nothing changed, so say only news.
    pub(crate) fn show(&self, text: &str) {
        show(text);
    }
}

impl Drop for TabTitle {
    fn drop(&mut self) {
        let before = BORROWED.with_borrow_mut(|(before, borrowers)| {
            *borrowers -= 1;
            (*borrowers == 0).then(|| std::mem::take(before))
        });
        if let Some(before) = before {
            self.show(&before);
        }
    }
}
