//! The sessions of the log, newest first, some at a time, folded away until somebody asks.

use leptos::prelude::*;
use supple_core::{Day, Held, SessionRecord, SideName, exercise_name};

use super::state::ProgressState;
use crate::browser::dates;
use crate::messages::Messages;

/// How many sessions are listed at a time.
const PAGE: usize = 20;

/// The first page of sessions, and a button for more.
#[component]
pub(super) fn SessionList(today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let listed = RwSignal::new(PAGE);
    let count = Memo::new(move |_| state.log.with(Vec::len));
    let newest_first = move || {
        state.log.with(|log| log.iter().rev().take(listed.get()).cloned().collect::<Vec<SessionRecord>>())
    };
    view! {
        <details class="all-sessions">
            <summary>{move || messages.progress_all_sessions(count.get())}</summary>
            <ul class="sessions">
                <For each=newest_first key=SessionRecord::clone let:record>
                    <SessionItem record today/>
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

#[component]
fn SessionItem(record: SessionRecord, today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let routine = state.routine();
    let own = record.routine == routine.id;
    let side_name = if own { routine.side_name() } else { SideName::Side };
    let held = messages.held(Held::of(&record.entries), side_name, Messages::duration);
    // Which routine it was goes without saying while there is only one.
    let name = state.has_several_routines().then(|| state.routine_name(&record.routine));
    let part = (!record.complete).then(|| messages.progress_part());
    let feeling = record.feeling.map(|feeling| messages.feeling(feeling));
    let text = [name.as_deref(), Some(held.as_str()), part, feeling]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let too_much = if own {
        messages.what_was_too_much(&routine, &record)
    } else {
        messages.what_was_too_much_of(&record, |id| (exercise_name(id).unwrap_or(id), side_name))
    };
    let time = dates::time(&record, &state.lang());
    let when = match today.0 - record.day().0 {
        0 => messages.progress_today(time),
        1 => messages.progress_yesterday(time),
        2..=300 => format!("{}, {time}", dates::short_day(record.day(), &state.lang())),
        _ => format!("{}, {time}", dates::medium_date(record.day(), &state.lang())),
    };
    view! {
        <li>
            <span class="when">{when}</span>
            <span>{text}</span>
            {too_much.map(|text| view! { <span class="much soft">{text}</span> })}
        </li>
    }
}
