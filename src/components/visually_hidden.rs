//! A text for screen readers alone.

use leptos::prelude::*;

#[component]
pub(crate) fn VisuallyHidden(#[prop(into)] text: String) -> impl IntoView {
    view! { <span class="visually-hidden">{text}</span> }
}
