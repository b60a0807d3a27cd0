//! What the panel about discomfort knows. Its components find it in the context.

use leptos::prelude::*;
use supple_core::{Discomfort, DiscomfortAnswers};

use super::answered::{Answered, answered};
use crate::messages::Messages;
use crate::progress::state::ProgressState;

/// Handles to it.
#[derive(Clone, Copy)]
pub(super) struct DiscomfortState {
    /// The screen's state.
    pub(super) progress: ProgressState,
    /// The texts of the interface.
    pub(super) messages: Messages,
    /// All answers, and whether the question is asked.
    pub(super) answers: Memo<DiscomfortAnswers>,
    /// The sessions that are shown, oldest first.
    pub(super) shown: Memo<Vec<Answered>>,
    /// Whether the person has just switched the question on or off: what they pressed is replaced by something to take the focus.
    pub(super) has_switched: RwSignal<bool>,
    changes: RwSignal<u32>,
}

impl DiscomfortState {
    /// Reads the answers, and reads them again whenever the log is: a backup may have brought some.
    pub(super) fn new(progress: ProgressState) -> Self {
        let changes = RwSignal::new(0);
        let answers = Memo::new(move |_| {
            progress.log.track();
            changes.track();
            progress.with_store(|store, now_ms| store.document::<DiscomfortAnswers>(now_ms))
        });
        let shown =
            Memo::new(move |_| progress.log.with(|log| answers.with(|answers| answered(answers, log))));
        Self {
            progress,
            messages: progress.messages,
            answers,
            shown,
            has_switched: RwSignal::new(false),
            changes,
        }
    }

    /// Saves what the person says of a session.
    pub(super) fn answer(self, session: &str, discomfort: Discomfort) {
        self.change(|answers, now_ms| answers.answer(session, discomfort, now_ms));
    }

    /// Switches the question on or off, for good.
    pub(super) fn set_asked(self, asked: bool) {
        self.has_switched.set(true);
        self.change(|answers, now_ms| answers.set_asked(asked, now_ms));
    }

    fn change(self, change: impl FnOnce(&mut DiscomfortAnswers, u64)) {
        self.progress.with_store(|store, now_ms| {
            store.update(now_ms, |answers: &mut DiscomfortAnswers| change(answers, now_ms));
        });
        self.changes.update(|changes| *changes += 1);
    }
}
