//! What a person decided about their weeks, as it is stored.

use leptos::prelude::*;
use supple_core::{Day, Goal, Pauses};

use super::state::ProgressState;

/// A handle to the goal; the pauses are the [state](ProgressState)'s. Deciding something stores it, together with what another
/// tab has stored.
#[derive(Clone, Copy)]
pub(super) struct WeekDecisions {
    state: ProgressState,
    /// On how many days of each week the person wants to stretch.
    pub(super) goal: RwSignal<Goal>,
}

impl WeekDecisions {
    /// Reads the goal, and reads it again whenever the log is read: a backup that is added may bring another one.
    pub(super) fn new(state: ProgressState) -> Self {
        let read = move || state.with_store(|store, now_ms| store.document::<Goal>(now_ms));
        let goal = RwSignal::new(read());
        Effect::watch(move || state.log.track(), move |&(): &(), _: Option<&()>, _| goal.set(read()), false);
        Self { state, goal }
    }

    /// Chooses a goal in days, from the week of today on.
    pub(super) fn choose_goal(self, days: u8, today: Day) {
        let goal = self.state.with_store(|store, now_ms| {
            store.update::<Goal>(now_ms, |goal| goal.choose(days, today, now_ms))
        });
        self.goal.set(goal);
    }

    /// Whether there is a pause on a day.
    pub(super) fn is_paused(self, today: Day) -> bool {
        self.state.pauses.with(|pauses| pauses.on(today).is_some())
    }

    /// Starts a pause today, or ends the one that there is.
    pub(super) fn pause_or_return(self, today: Day) {
        let pauses = self.state.with_store(|store, now_ms| {
            store.update::<Pauses>(now_ms, |pauses| match pauses.on(today) {
                Some(_) => pauses.end(today, now_ms),
                None => pauses.start(today, None, now_ms),
            })
        });
        self.state.pauses.set(pauses);
    }
}
