//! A switch with its label.

use leptos::prelude::*;

/// On or off.
#[component]
pub(crate) fn Toggle(
    #[prop(into)] label: String,
    /// What it is for, or what it costs.
    #[prop(optional, into)]
    hint: String,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with what the person wants: on or off.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="toggle">
            <input
                type="checkbox"
                role="switch"
                prop:checked=move || checked.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span class={"toggle-track"} aria-hidden="true"></span>
            <span>
                {label}
                {(!hint.is_empty()).then(|| view! { <span class="soft hint">{hint}</span> })}
            </span>
        </label>
    }
}
