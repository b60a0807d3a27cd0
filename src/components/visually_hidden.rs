//! A text for screen readers alone.

use leptos::prelude::*;

/// Read aloud, and not to be seen.
#[component]
pub(crate) fn VisuallyHidden(#[prop(into)] text: String) -> impl IntoView {
    view! { <span class="visually-hidden">{text}</span> }
}
