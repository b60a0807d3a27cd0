//! What a log would gain from the sessions of a backup.

use std::collections::BTreeMap;

use crate::day::Day;
use crate::log::SessionRecord;

/// What importing some sessions would change, or has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportPreview {
    /// How many sessions the log doesn't have.
    pub new: usize,
    /// How many it has, but with less done in them.
    pub extended: usize,
    /// How many it has already, just so or with more done.
    pub known: usize,
    /// The first and the last day of the new and the extended ones; `None` if there are none.
    pub days: Option<(Day, Day)>,
}

impl ImportPreview {
    /// Compares sessions with a log, and removes those that would change nothing.
    pub(super) fn diff(log: &[SessionRecord], sessions: &mut Vec<SessionRecord>) -> Self {
        let log: BTreeMap<&str, &SessionRecord> =
            log.iter().map(|record| (record.id.as_str(), record)).collect();
        let mut preview = Self::default();
        sessions.retain(|session| {
            if session.entries.is_empty() {
                return false; // The log holds no session in which nothing was done.
            }
            match log.get(session.id.as_str()) {
                Some(known) if !session.supersedes(known) => {
                    preview.known += 1;
                    return false;
                }
                Some(_) => preview.extended += 1,
                None => preview.new += 1,
            }
            let day = session.day();
            let (first, last) = preview.days.unwrap_or((day, day));
            preview.days = Some((first.min(day), last.max(day)));
            true
        });
        preview
    }
}
