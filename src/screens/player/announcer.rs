//! Tells a screen reader each phase once, politely, its half and its end, and never each second; and that it stopped or went on.

use leptos::prelude::*;
use supple_core::{CueKind, State};

use super::current::Current;
use crate::state::AppState;

/// What a screen reader is told.
#[component]
pub(super) fn Announcer() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let current = expect_context::<Current>();
    let turn = Memo::new(move |_| state.snapshot.get().map_or(0, |snapshot| snapshot.turn));
    let text = Memo::new(move |_| {
        let text = match state.cue.get().map(|cue| cue.kind) {
            Some(CueKind::Halfway) => messages.player_halfway().to_owned(),
            Some(CueKind::Last(_)) => messages.player_last_seconds().to_owned(),
            _ => current.of_plan(|plan, phase| messages.announcement(plan, phase)).unwrap_or_default(),
        };
        match current.state.get() {
            None => text,
            Some(State::Paused) => messages.player_paused_announced().to_owned(),
            Some(State::Away) => messages.player_away_announced().to_owned(),
            Some(State::Running) if current.is_settling.get() => messages.player_settling().to_owned(),
            // The same phase begun again is news too, and a screen reader only hears what has changed.
            Some(State::Running | State::Stopped | State::Complete) if turn.get() % 2 == 1 => text + "\u{a0}",
            Some(State::Running | State::Stopped | State::Complete) => text,
        }
    });
    view! {
        <p class="visually-hidden" role="status">
            {move || text.get()}
        </p>
    }
}
