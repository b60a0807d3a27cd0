//! What the person must be told, over the screen and not in its flow, so that nothing moves.

use leptos::prelude::*;

use crate::state::AppState;

/// All notices in one box, with one button that dismisses them.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let state = expect_context::<AppState>();
    let notices = state.notices;
    let has_notices = Memo::new(move |_| notices.with(|notices| !notices.is_empty()));
    view! {
        <div class="notices" role="status">
            <Show when=move || has_notices.get()>
                <div class="notice">
                    <For each=move || notices.get() key=String::clone let:text>
                        <p>{text}</p>
                    </For>
                    <button type="button" class="button small" on:click=move |_| notices.set(Vec::new())>
                        {state.messages.notice_dismiss()}
                    </button>
                </div>
            </Show>
        </div>
    }
}
