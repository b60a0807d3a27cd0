//! The sessions of the log, newest first, some at a time, folded away until somebody asks; and finding some of them.

use leptos::prelude::*;
use supple_core::{Day, FoundBy, SessionIndex, SessionRecord};

use super::session_item::SessionItem;
use super::state::ProgressState;
use crate::browser::dates;
use crate::wording::as_count;

/// How many sessions are listed at a time.
const PAGE: usize = 20;

/// The first page of sessions, a search, and a button for more.
#[component]
pub(super) fn SessionList(today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let listed = RwSignal::new(PAGE);
    let sought = RwSignal::new(String::new());
    let all = Memo::new(move |_| state.log.with(Vec::len));
    // A memo is computed when it is first read, and most people don't search.
    let index = Memo::new(move |_| {
        let names = state.names();
        state.log.with(|log| {
            SessionIndex::new(log, |by| match by {
                FoundBy::Routine(id) => names.routine(id).to_owned(),
                FoundBy::Exercise(id) => names.exercise(id).to_owned(),
                FoundBy::Month(month) => dates::month(month, &state.lang()),
            })
        })
    });
    // Positions in the log; `None` while nobody searches.
    let found = Memo::new(move |_| {
        let is_searching = sought.with(|text| !text.trim().is_empty());
        is_searching.then(|| index.with(|index| sought.with(|text| index.find(text))))
    });
    let count = Memo::new(move |_| found.with(|found| found.as_ref().map_or_else(|| all.get(), Vec::len)));
    // Which routine it was goes without saying while there is only one.
    let names_routines = Memo::new(move |_| state.has_several_routines());
    let newest_first = move || {
        let shown = state.log.with(|log| match found.get() {
            Some(found) => {
                let shown = found.into_iter().take(listed.get());
                shown.filter_map(|position| log.get(position).cloned()).collect()
            }
            None => log.iter().rev().take(listed.get()).cloned().collect::<Vec<SessionRecord>>(),
        });
        let names_routine = names_routines.get();
        shown.into_iter().map(move |record| (record, names_routine))
    };
    let said = move || match found.with(|found| found.as_ref().map(Vec::len)) {
        None => String::new(),
        Some(0) => messages.sessions_none().to_owned(),
        Some(count) => messages.sessions_found(as_count(count)),
    };
    let search = move |text: String| {
        listed.set(PAGE);
        sought.set(text);
    };
    view! {
        <details class="all-sessions">
            <summary>{move || messages.progress_all_sessions(all.get())}</summary>
            <label class="session-search">
                <span>{messages.sessions_search()}</span>
                <input
                    type="search"
                    class="field"
                    autocomplete="off"
                    prop:value=move || sought.get()
                    on:input=move |event| search(event_target_value(&event))
                />
            </label>
            <p class="soft sessions-found" role="status">
                {said}
            </p>
            <ul class="sessions">
                <For each=newest_first key=Clone::clone let((record, names_routine))>
                    <SessionItem record names_routine today/>
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
        </details>
    }
}
