//! What the person must be told, over the screen and not in its flow, so that nothing moves.

use leptos::prelude::*;

use crate::state::use_state;

#[component]
pub(crate) fn Notices() -> impl IntoView {
    let state = use_state();
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
