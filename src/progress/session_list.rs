//! The sessions of the log, newest first, some at a time.

use leptos::prelude::*;
use supple_core::{Held, SessionRecord};

use super::state::ProgressState;
use crate::browser::dates;

/// How many sessions are listed at a time.
const PAGE: usize = 20;

/// The first page of sessions, and a button for more.
#[component]
pub(super) fn SessionList() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let listed = RwSignal::new(PAGE);
    let count = Memo::new(move |_| state.log.with(Vec::len));
    let newest_first = move || {
        state.log.with(|log| log.iter().rev().take(listed.get()).cloned().collect::<Vec<SessionRecord>>())
    };
    view! {
        <section aria-labelledby="sessions-title">
            <h3 class="heading" id="sessions-title">{messages.progress_sessions()}</h3>
            <Show when=move || count.get() == 0>
                <p>{messages.progress_no_sessions()}</p>
            </Show>
            <ul class="sessions">
                <For each=newest_first key=SessionRecord::clone let:record>
                    <SessionItem record/>
                </For>
            </ul>
            <button
                type="button"
                class="button small"
                hidden=move || { listed.get() >= count.get() }
                on:click=move |_| listed.update(|listed| *listed += PAGE)
            >
                {messages.progress_show_more()}
            </button>
        </section>
    }
}

#[component]
fn SessionItem(record: SessionRecord) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let held = Held::of(&record.entries);
    let (left, right) = (messages.duration(held.left_ms), messages.duration(held.right_ms));
    let body = messages.duration(held.body_ms);
    let mut text = match (held.has_sides(), held.body_ms > 0) {
        (true, true) => {
            format!("{} · {}", messages.progress_session(left, right), messages.held_whole_body(body))
        }
        (false, true) => messages.progress_session_held(body),
        (_, false) => messages.progress_session(left, right),
    };
    if !record.complete {
        text += messages.progress_part();
    }
    let too_much = messages.what_was_too_much(&state.routine(), &record);
    view! {
        <li>
            <span class="when">{dates::moment(&record, &state.lang())}</span>
            <span>{text}</span>
            {too_much.map(|text| view! { <span class="much soft">{text}</span> })}
        </li>
    }
}
