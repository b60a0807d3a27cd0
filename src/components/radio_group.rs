//! A few choices that exclude each other.

use leptos::prelude::*;

/// One choice of several.
#[component]
pub(crate) fn RadioGroup<T>(
    /// What is chosen.
    legend: &'static str,
    /// Tells this group from others of the widget.
    name: &'static str,
    /// The choices with their labels.
    choices: Vec<(T, &'static str)>,
    /// The present choice.
    #[prop(into)]
    value: Signal<T>,
    /// Called with what the person chooses.
    #[prop(into)]
    on_change: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let radios = choices.into_iter().map(|(choice, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || value.get() == choice
                    on:change=move |_| on_change.run(choice)
                />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choices">
            <legend>{legend}</legend>
            {radios.collect_view()}
        </fieldset>
    }
}
