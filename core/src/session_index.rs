//! Finding sessions by what people remember of them: the routine, an exercise, the month.

use std::collections::BTreeMap;

use crate::day::Month;
use crate::log::SessionRecord;

/// What a session can be found by. Only its name in the person's language is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundBy<'a> {
    /// The id of its routine.
    Routine(&'a str),
    /// The id of an exercise or variation that was done in it; [`BY_HAND`](crate::BY_HAND) is one of them.
    Exercise(&'a str),
    /// The month of its day.
    Month(Month),
}

/// The words of a log. Each name is asked for and prepared once, however many sessions have it, so that ten thousand of them
/// can be searched while somebody types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionIndex {
    /// Each different name, in lower case.
    names: Vec<String>,
    /// For each session of the log, in its order, the names it can be found by: indices into `names`.
    sessions: Vec<Vec<usize>>,
}

impl SessionIndex {
    /// Of a log. `name` says what something is called, in the words in which people will search.
    #[must_use]
    pub fn new(log: &[SessionRecord], name: impl Fn(FoundBy<'_>) -> String) -> Self {
        let mut known: BTreeMap<FoundBy<'_>, usize> = BTreeMap::new();
        let mut names = Vec::new();
        let mut index_of = |by| {
            *known.entry(by).or_insert_with(|| {
                names.push(name(by).to_lowercase());
                names.len() - 1
            })
        };
        let sessions = log.iter().map(|session| {
            let mut found_by = vec![
                index_of(FoundBy::Routine(&session.routine)),
                index_of(FoundBy::Month(session.day().month())),
            ];
            let mut last = None;
            for entry in &session.entries {
                // Repeats of one exercise follow each other.
                if last != Some(&entry.exercise) {
                    found_by.push(index_of(FoundBy::Exercise(&entry.exercise)));
                    last = Some(&entry.exercise);
                }
            }
            found_by
        });
        let sessions = sessions.collect();
        Self { names, sessions }
    }

    /// The sessions that have every word of a text in one of their names or another, newest first: positions in the log. A
    /// part of a word is enough, and case doesn't matter. Where there is no word, that is all of them.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<usize> {
        let text = text.to_lowercase();
        let has_word: Vec<Vec<bool>> = text
            .split_whitespace()
            .map(|word| self.names.iter().map(|name| name.contains(word)).collect())
            .collect();
        let is_found = |found_by: &[usize]| {
            has_word.iter().all(|has| found_by.iter().any(|name| has.get(*name) == Some(&true)))
        };
        let found = self.sessions.iter().enumerate().rev().filter(|(_, found_by)| is_found(found_by));
        found.map(|(position, _)| position).collect()
    }
}
