//! The Progress screen. What it shows is an app of its own ([`crate::progress`]), which loads when the screen is opened: most
//! visits don't need it.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::location;
use crate::components::screen_heading::ScreenHeading;
use crate::state::{AppState, ProgressLoad, Screen};

/// A place for the app, what there is to say until it is there, and the way back.
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
            <ScreenHeading id="progress-title">{messages.progress()}</ScreenHeading>
            <div class="progress-status" role="status">
                <Show when=is(ProgressLoad::Loading)>
                    <p class="soft">{messages.progress_loading()}</p>
                </Show>
                <Show when=is(ProgressLoad::Failed)>
                    <p>{messages.progress_missing()}</p>
                </Show>
            </div>
            <div class="progress-place" node_ref=place></div>
            <div class="actions">
                <Show when=is(ProgressLoad::Failed)>
                    <button type="button" class="button" on:click=move |_| load()>
                        {messages.progress_try_again()}
                    </button>
                </Show>
                <button type="button" class="button primary" on:click=move |_| state.show(Screen::Overview)>
                    {messages.back_to_routine()}
                </button>
                <ReminderLink/>
            </div>
        </section>
    }
}

/// The way to the page that makes a reminder. A reminder is made once, so it is no part of the widget.
#[component]
fn ReminderLink() -> impl IntoView {
    let state = expect_context::<AppState>();
    state.site().map(|site| {
        let minutes = state.plan.with_untracked(supple_core::Plan::total_ms).div_ceil(60_000);
        let title = location::encode_component(&state.routine().name);
        let link = location::encode_component(&location::page_url());
        view! {
            <a
                class="button"
                href=format!("{site}reminder/#minutes={minutes}&title={title}&link={link}")
                target="_blank"
                rel="noopener"
            >
                {state.messages.progress_reminder()}
            </a>
        }
    })
}
