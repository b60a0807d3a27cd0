//! What of a session outlives the page: its log, its position, and that it is alive.

use leptos::prelude::*;
use supple_core::{Alive, HEARTBEAT_MS, Position, SessionRecord, State, Store, Unfinished, routine_name};

use super::SessionController;
use crate::browser::clock;

impl SessionController {
    /// Saves the log and the position of the session. Both cost the same however long the history is.
    pub(super) fn save(self) {
        let saved = self.state.session.with_untracked(|session| {
            let session = session.as_ref()?;
            self.run.try_update_value(|run| {
                let record = run.record.as_mut()?;
                let is_over = session.state().is_over();
                record.entries = session.entries().to_vec();
                record.ended_ms = is_over.then(|| clock::now().wall_ms);
                // A single exercise is not the routine.
                record.complete = session.is_complete() && run.options.only.is_none();
                let unfinished = (!is_over).then(|| Unfinished {
                    id: record.id.clone(),
                    routine: record.routine.clone(),
                    options: run.options.clone(),
                    position: session.position(),
                    entries: record.entries.len(),
                    plan_ms: session.plan().total_ms(),
                    plan: Some(session.plan().fingerprint()),
                    under_way: session.plan().entry_of(session.position().phase),
                    started_ms: record.started_ms,
                    offset_min: record.offset_min,
                });
                Some((record.clone(), unfinished))
            })?
        });
        let Some((record, unfinished)) = saved else { return };
        self.state.with_store(|store, now_ms| {
            store.save_record(&record);
            match &unfinished {
                Some(unfinished) => store.save_unfinished(unfinished),
                None => {
                    store.forget_unfinished(&record.id);
                    self.remember_names(store, &record, now_ms);
                }
            }
        });
        self.save_alive();
    }

    /// Keeps the names of an author's routine and of what was done of it: other pages of the same site show the same log, and
    /// know only what is built in. The names of all built-in exercises would be a weight for every visit, so those that such a
    /// routine has borrowed are kept with it; whoever reads them prefers the built-in ones.
    fn remember_names(self, store: &Store, record: &SessionRecord, now_ms: u64) {
        let routine = self.state.routine();
        if routine_name(&routine.id).is_none() && !record.entries.is_empty() {
            let done = record.entries.iter().map(|entry| entry.exercise.as_str());
            store.remember_names(
                (&routine.id, &routine.name),
                done.map(|id| (id, routine.name_of(id))),
                now_ms,
            );
        }
    }

    /// Saves that the session is alive if it is time for a heartbeat.
    pub(super) fn save_alive_if_due(self) {
        let now_ms = clock::now().monotonic_ms;
        let since_ms = self.run.with_value(|run| now_ms.saturating_sub(run.alive_ms));
        if since_ms >= HEARTBEAT_MS.into() {
            self.save_alive();
        }
    }

    /// Saves the exact position of a running session, in case the page is never heard of again.
    pub(super) fn save_alive(self) {
        let at = clock::now();
        let position = self.state.session.with_untracked(|session| {
            let session = session.as_ref().filter(|session| session.state() == State::Running)?;
            Some(session.position_at(at))
        });
        self.run.update_value(|run| run.alive_ms = at.monotonic_ms);
        if let (Some(Position { phase, elapsed_ms, .. }), Some(id)) = (position, self.session_id()) {
            self.state.with_store(|store, _| {
                store.save_alive(&id, Alive { phase, elapsed_ms, wall_ms: at.wall_ms });
            });
        }
    }
}
