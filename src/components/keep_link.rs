//! The way to keep a routine that came in a link: on a page of the site, since an article's storage is not the app's.

use leptos::prelude::*;

use crate::state::AppState;

/// A link to the page where the routine can be kept; nothing where it didn't come in a link, or there is no such page.
#[component]
pub(crate) fn KeepLink() -> impl IntoView {
    let state = expect_context::<AppState>();
    state.site().zip(state.link()).map(|(site, link)| {
        view! {
            <a class="text-button" href=format!("{site}routines/shared/#{link}") target="_blank" rel="noopener">
                {state.messages.routine_keep()}
            </a>
        }
    })
}
