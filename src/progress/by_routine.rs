//! What was done of each routine, where there are several.

use leptos::prelude::*;
use supple_core::{Held, SideName, sessions_by_routine};

use super::state::ProgressState;
use crate::components::description_list::{Description, DescriptionList};
use crate::messages::Messages;
use crate::wording::as_count;

/// Sessions and time of each routine, the one that was done last first; nothing while there is only one.
#[component]
pub(super) fn ByRoutine() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let rows = Memo::new(move |_| {
        state.log.with(|log| {
            sessions_by_routine(log)
                .into_iter()
                .map(|(id, sessions)| {
                    let held = Held::of(sessions.iter().flat_map(|record| &record.entries));
                    let time = messages.held(held, SideName::Side, Messages::total_duration);
                    (
                        state.routine_name(id),
                        format!("{} · {time}", messages.progress_sessions(as_count(sessions.len()))),
                    )
                })
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || rows.with(|rows| rows.len() > 1)>
            <DescriptionList>
                <For each=move || rows.get() key=Clone::clone let:row>
                    <Description term=row.0.clone() value=Signal::stored(row.1)/>
                </For>
            </DescriptionList>
        </Show>
    }
}
