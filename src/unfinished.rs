//! Finds a session that was left unfinished, and finds out whether it is still running in another tab.

use leptos::prelude::*;
use supple_core::Unfinished;

use crate::browser::locks;
use crate::state::{AppState, Leftover};

/// Looks for unfinished sessions on behalf of one widget.
#[derive(Clone, Copy)]
pub(crate) struct UnfinishedSessions {
    state: AppState,
    /// The lock of another tab's session that this widget waits for.
    awaited_lock: StoredValue<Option<String>>,
}

impl UnfinishedSessions {
    pub(crate) fn new(state: AppState) -> Self {
        Self { state, awaited_lock: StoredValue::new(None) }
    }

    /// Finds the newest unfinished session of the routine, unless one is under way here.
    pub(crate) fn look(self) {
        let state = self.state;
        if state.is_unmounted() || state.session_state().is_some() {
            return;
        }
        let routine = state.routine();
        let unfinished = state.with_store(supple_core::Store::unfinished);
        let Some(newest) = unfinished.into_iter().rfind(|session| session.routine == routine.id) else {
            return state.leftover.set(None);
        };
        let lock = self.lock_name(&newest.id);
        locks::is_free(&lock.clone(), move |is_free| {
            if state.is_unmounted() || state.session_state().is_some() {
                return;
            }
            // The answer takes a moment, in which the session may have ended.
            let unfinished = state.with_store(supple_core::Store::unfinished);
            if unfinished.iter().all(|session| session.id != newest.id) {
                return self.look();
            }
            if is_free && newest.lay_out(&routine).is_none() {
                // The routine has changed. It is in the log before the person hears of it.
                if self.close(newest) {
                    state.notify(state.messages.leftover_routine_changed().to_owned());
                }
                return self.look();
            }
            if is_free {
                return state.leftover.set(Some(Leftover::Offered(newest)));
            }
            state.leftover.set(Some(Leftover::Elsewhere(newest)));
            self.wait_for(lock);
        });
    }

    /// Puts an unfinished session into the log as stopped early, and forgets its position. Tells whether anything was
    /// done in it.
    pub(crate) fn close(self, unfinished: Unfinished) -> bool {
        let routine = self.state.routine();
        self.state.with_store(|store, now_ms| {
            let id = unfinished.id.clone();
            let record = unfinished.close(store.record(&id, now_ms), &routine, now_ms);
            store.save_record(&record);
            store.forget_unfinished(&id);
            !record.entries.is_empty()
        })
    }

    /// Looks again once another tab's session is over. One wait is enough.
    fn wait_for(self, lock: String) {
        if self.awaited_lock.with_value(|awaited| awaited.as_deref() == Some(&lock)) {
            return;
        }
        self.awaited_lock.set_value(Some(lock.clone()));
        locks::when_free(&lock, move || {
            if !self.state.is_unmounted() {
                self.awaited_lock.set_value(None);
                self.look();
            }
        });
    }

    /// Name of the Web Lock of a session.
    pub(crate) fn lock_name(self, id: &str) -> String {
        self.state.storage_key(&format!("session:{id}"))
    }
}
