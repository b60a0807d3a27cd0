//! The Progress screen. What it shows is an app of its own ([`crate::progress`]), which loads when the screen is opened: most
//! visits don't need it.

use leptos::html::Div;
use leptos::prelude::*;

use crate::components::reminder_link::ReminderLink;
use crate::components::screen_heading::ScreenHeading;
use crate::state::{AppState, ProgressLoad, Screen};

/// The way back, a place for the app, and what there is to say until it is there.
#[component]
pub(crate) fn ProgressScreen() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let place = NodeRef::<Div>::new();
    let load = move || {
        if let Some(place) = place.get_untracked() {
            state.progress_load.set(ProgressLoad::Loading);
            state.host().show_progress(&place);
        }
    };
    place.on_load(move |_| load());
    on_cleanup(move || state.host().hide_progress());
    let is = move |wanted| move || state.progress_load.get() == wanted;
    view! {
        <section class="sheet progress" aria-labelledby="progress-title">
            <button type="button" class="text-button back" on:click=move |_| state.show(Screen::Overview)>
                {messages.back_to_routine()}
            </button>
            <ScreenHeading id="progress-title">{messages.progress()}</ScreenHeading>
            <div class="progress-status" role="status">
                <Show when=is(ProgressLoad::Loading)>
                    <p class="soft">{messages.screen_progress_loading()}</p>
                </Show>
                <Show when=is(ProgressLoad::Failed)>
                    <p>{messages.screen_progress_missing()}</p>
                </Show>
            </div>
            <div class="progress-place" node_ref=place></div>
            <Show when=is(ProgressLoad::Failed)>
                <div class="actions">
                    <button type="button" class="button" on:click=move |_| load()>
                        {messages.screen_progress_try_again()}
                    </button>
                </div>
            </Show>
            <ReminderLink class="quiet-row" text=messages.screen_progress_reminder()/>
        </section>
    }
}
