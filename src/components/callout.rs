//! A short text with a title that stands out from what is around it.

use leptos::prelude::*;

use crate::state::AppState;

/// Shows nothing where there is nothing to say.
#[component]
pub(crate) fn Callout(class: &'static str, title: &'static str, text: String) -> impl IntoView {
    let state = expect_context::<AppState>();
    (!text.is_empty()).then(|| {
        view! {
            <div class=class>
                <p class="note-title">{title}</p>
                <p lang=state.author_lang() dir=state.author_dir()>{text}</p>
            </div>
        }
    })
}
