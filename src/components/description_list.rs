//! Facts with their names.

use leptos::prelude::*;

/// A list of [`Description`]s.
#[component]
pub(crate) fn DescriptionList(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One fact. It may change.
#[component]
pub(crate) fn Description(#[prop(into)] term: String, #[prop(into)] value: Signal<String>) -> impl IntoView {
    view! {
        <div>
            <dt>{term}</dt>
            <dd>{move || value.get()}</dd>
        </div>
    }
}
