use std::thread::{ThreadId, current};

/// The thread of a value.
pub(crate) struct Home(ThreadId);

impl Home {
    pub(crate) fn here() -> Self {
        Self(current().id())
    }

    pub(crate) fn is_here(&self) -> bool {
        self.0 == current().id()
    }

    pub(crate) fn check(&self) {
        assert!(self.is_here(), "A value is used on a thread that isn't its own.");
    }
}

/// Comes before the end of the value itself, which must not be on a thread of others.
impl Drop for Home {
    fn drop(&mut self) {
        if !self.is_here() {
            // A panic would unwind from here, and drop the value after all.
            std::process::abort();
        }
    }
}
