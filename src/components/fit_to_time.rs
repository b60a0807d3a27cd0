//! How long the person has.

use leptos::prelude::*;

use crate::components::radio_group::RadioGroup;
use crate::state::AppState;

/// Minutes to choose from.
const CHOICES: [u16; 4] = [5, 8, 10, 15];

/// As long as the routine takes, or some minutes that it is fitted into.
#[component]
pub(crate) fn FitToTime() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let as_designed = (None, messages.option_minutes_none().to_owned());
    let minutes = CHOICES.map(|minutes| (Some(minutes), messages.time_minutes(minutes)));
    let choices: Vec<_> = std::iter::once(as_designed).chain(minutes).collect();
    // Why a choice does nothing.
    let unavailable = move || {
        let is_in_vain =
            state.options.with(|options| options.minutes.is_some() && options.minutes().is_none());
        is_in_vain.then(|| messages.option_minutes_own_pace())
    };
    view! {
        <RadioGroup
            legend=messages.option_minutes()
            name="minutes"
            choices
            value=Signal::derive(move || state.options.with(|options| options.minutes))
            on_change=move |minutes| state.update_options(|options| options.minutes = minutes)
        />
        <p class="soft unavailable">{unavailable}</p>
    }
}
