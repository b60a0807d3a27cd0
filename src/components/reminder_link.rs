//! The way to the page that makes a reminder. A reminder is made once, so it is no part of the widget.

use leptos::prelude::*;

use crate::browser::location;
use crate::durations::nearest_minutes;
use crate::state::AppState;

/// A link that tells the page what to remind of; nothing where there is no such page.
#[component]
pub(crate) fn ReminderLink(class: &'static str, text: &'static str) -> impl IntoView {
    let state = expect_context::<AppState>();
    state.site().map(|site| {
        let minutes = nearest_minutes(state.plan.with_untracked(supple_core::Plan::total_ms)).max(1);
        let title = location::encode_component(&state.routine().name);
        let link = location::encode_component(&location::page_url());
        view! {
            <a
                class=class
                href=format!("{site}reminder/#minutes={minutes}&title={title}&link={link}")
                target="_blank"
                rel="noopener"
            >
                {text}
            </a>
        }
    })
}
