//! Controls for choosing: a stepper and a switch.

use leptos::prelude::*;

/// A value between two ends, changed by steps. Named as a group, so that "More" is heard as more of what.
#[component]
pub(crate) fn Stepper(
    /// What is chosen.
    label: &'static str,
    /// The value in words.
    #[prop(into)]
    shown: Signal<String>,
    /// Whether there is less and more to be had.
    #[prop(into)]
    can: Signal<(bool, bool)>,
    /// Goes one step down (-1) or up (1).
    step: impl Fn(i32) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <div class="stepper" role="group" aria-label=label>
            <span class="stepper-label" aria-hidden="true">{label}</span>
            <button
                type="button"
                class="step"
                aria-label="Less"
                aria-disabled=move || (!can.get().0).to_string()
                on:click=move |_| if can.get_untracked().0 { step(-1) }
            >
                "−"
            </button>
            <output class="stepper-value">{shown}</output>
            <button
                type="button"
                class="step"
                aria-label="More"
                aria-disabled=move || (!can.get().1).to_string()
                on:click=move |_| if can.get_untracked().1 { step(1) }
            >
                "+"
            </button>
        </div>
    }
}

/// Yes or no.
#[component]
pub(crate) fn Toggle(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Changes it.
    set: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class="toggle">
            <input
                type="checkbox"
                role="switch"
                prop:checked=on
                on:change:target=move |event| set(event.target().checked())
            />
            <span class="toggle-track" aria-hidden="true"></span>
            <span>{label}</span>
        </label>
    }
}
