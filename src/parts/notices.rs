//! Things the person must be told, over the screen and not in its flow, so that nothing moves.

use leptos::prelude::*;

use crate::widget::Widget;

#[component]
pub(crate) fn Notices(widget: Widget) -> impl IntoView {
    let notices = widget.notices;
    let dismiss = move |_| notices.set(Vec::new());
    view! {
        <div class="notices" role="status">
            <Show when=move || !notices.with(Vec::is_empty)>
                <div class="notice">
                    {move || notices.get().into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                    <button type="button" class="button small" on:click=dismiss>
                        "OK"
                    </button>
                </div>
            </Show>
        </div>
    }
}
