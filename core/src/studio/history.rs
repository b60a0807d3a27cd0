//! Undo and redo.

use std::collections::VecDeque;

use super::apply::Applied;
use super::draft::Draft;
use super::edit::Edit;
use super::place::Place;

/// How many steps can be undone.
pub const HISTORY_STEPS: usize = 50;

/// Typing in one field is one step as long as no pause in it is longer than this, in milliseconds.
pub const TYPING_MS: u64 = 1_000;

/// A draft, and how it was before.
#[derive(Clone, Debug)]
pub struct History {
    draft: Draft,
    past: VecDeque<Draft>,
    /// What was undone; the last one is redone first.
    undone: Vec<Draft>,
    /// The field in which one types, and when one did last.
    typing: Option<(Place, u64)>,
}

impl History {
    /// Begins with a draft, and nothing to undo.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        Self { draft, past: VecDeque::new(), undone: Vec::new(), typing: None }
    }

    /// The draft as it is now.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Changes the draft. Time is in milliseconds since any instant, always the same.
    pub fn apply(&mut self, edit: Edit, now_ms: u64) -> Applied {
        let field = edit.field();
        let before = self.draft.clone();
        let applied = self.draft.apply(edit);
        if applied.changed {
            let goes_on = self.typing.is_some_and(|(typing, when_ms)| {
                Some(typing) == field && now_ms.saturating_sub(when_ms) <= TYPING_MS
            });
            if !goes_on {
                self.remember(before);
            }
            self.undone.clear();
            self.typing = field.map(|field| (field, now_ms));
        }
        applied
    }

    /// Takes the draft as another tab has changed it. That is a step, too: undoing it brings one's own back.
    pub fn take_over(&mut self, theirs: Draft) {
        if theirs != self.draft {
            let mine = std::mem::replace(&mut self.draft, theirs);
            self.remember(mine);
            self.undone.clear();
        }
        self.typing = None;
    }

    /// Puts the draft as another tab has changed it below one's own, which stays as it is: for when both have changed it.
    /// Undoing brings theirs, and once more what was before.
    pub fn put_beneath(&mut self, theirs: Draft) {
        if theirs != self.draft && self.past.back() != Some(&theirs) {
            self.remember(theirs);
        }
        self.typing = None;
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes the last step back. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop_back() else { return false };
        self.undone.push(std::mem::replace(&mut self.draft, before));
        self.typing = None;
        true
    }

    /// Does once more what was undone last. Returns whether there was anything.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.undone.pop() else { return false };
        let before = std::mem::replace(&mut self.draft, after);
        self.remember(before);
        self.typing = None;
        true
    }

    fn remember(&mut self, draft: Draft) {
        self.past.push_back(draft);
        if self.past.len() > HISTORY_STEPS {
            self.past.pop_front();
        }
    }
}
