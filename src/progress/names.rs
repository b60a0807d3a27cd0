//! What routines and exercises in the log are called. The log itself has ids alone.

use std::sync::Arc;

use supple_core::{
    BY_HAND, Exercise, KnownNames, Routine, SessionRecord, Store, exercise_name, routine_name,
};

use crate::messages::Messages;

/// All that is known: the routine that is shown, what is built in, and names stored when other routines were done.
pub(super) struct Names {
    messages: Messages,
    shown: Arc<Routine>,
    known: Arc<KnownNames>,
}

impl Names {
    pub(super) fn new(messages: Messages, shown: Arc<Routine>, known: Arc<KnownNames>) -> Self {
        Self { messages, shown, known }
    }

    /// The name of a routine; its id where nobody knows the name any more.
    pub(super) fn routine<'a>(&'a self, id: &'a str) -> &'a str {
        let own = (self.shown.id == id).then_some(self.shown.name.as_str());
        own.or_else(|| routine_name(id)).or_else(|| self.known.routine(id)).unwrap_or(id)
    }

    /// The name of an exercise or variation; its id where nobody knows the name any more.
    pub(super) fn exercise<'a>(&'a self, id: &'a str) -> &'a str {
        if id == BY_HAND {
            return self.messages.by_hand();
        }
        let own = Some(self.shown.name_of(id)).filter(|name| *name != id);
        exercise_name(id).or(own).or_else(|| self.known.exercise(id)).unwrap_or(id)
    }
}

/// Stores the names of a routine that is not built in, and of its exercises that aren't, if it is in the log: other pages show
/// the same log, and don't know it. The widget does so too when a session ends; older versions didn't.
pub(super) fn remember_names(store: &Store, routine: &Routine, log: &[SessionRecord], now_ms: u64) {
    let ways = |exercise: &'_ Exercise| {
        let variations =
            exercise.variations().map(|variation| (variation.id.clone(), variation.name.clone()));
        std::iter::once((exercise.id.clone(), exercise.name.clone())).chain(variations).collect::<Vec<_>>()
    };
    let own: Vec<(String, String)> =
        routine.exercises().flat_map(ways).filter(|(id, _)| exercise_name(id).is_none()).collect();
    let is_built_in = own.is_empty() && routine_name(&routine.id).is_some();
    if !is_built_in && log.iter().any(|record| record.routine == routine.id) {
        let exercises = own.iter().map(|(id, name)| (id.as_str(), name.as_str()));
        store.remember_names((&routine.id, &routine.name), exercises, now_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routine(id: &str, exercise: &str) -> Routine {
        let mut routine = Routine::hamstring();
        (routine.id, routine.name) = (id.to_owned(), "My routine".to_owned());
        let first = &mut routine.sections[0].exercises[0];
        (first.id, first.name) = (exercise.to_owned(), "My stretch".to_owned());
        routine
    }

    #[test]
    fn what_another_page_calls_its_exercises_is_known_here_once_it_was_in_the_log() {
        let store = Store::in_memory();
        let theirs = routine("theirs", "bow");
        let done = SessionRecord::new("1-a".to_owned(), "theirs".to_owned(), 1, 0);
        remember_names(&store, &theirs, &[], 1);
        assert!(store.document::<KnownNames>(1).is_empty(), "nobody has done it");
        remember_names(&store, &theirs, std::slice::from_ref(&done), 1);
        let known: KnownNames = store.document(1);
        assert_eq!(known.exercise("anchor"), None, "it is built in");
        let names = Names::new(Messages::english(), Routine::hamstring().into(), known.into());
        assert_eq!((names.routine("theirs"), names.exercise("bow")), ("My routine", "My stretch"));
        assert_eq!(
            (names.routine("hamstring"), names.exercise("anchor")),
            ("Hamstring routine", "Anchor stretch")
        );
        assert_eq!((names.routine("gone"), names.exercise("gone")), ("gone", "gone"));
        assert_eq!(names.exercise(BY_HAND), "Without the app");
    }

    #[test]
    fn nothing_is_stored_for_what_is_built_in() {
        let store = Store::in_memory();
        let done = SessionRecord::new("1-a".to_owned(), "hamstring".to_owned(), 1, 0);
        remember_names(&store, &Routine::hamstring(), &[done], 1);
        assert!(store.document::<KnownNames>(1).is_empty());
    }
}
