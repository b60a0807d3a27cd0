//! A few choices that exclude each other.

use leptos::prelude::*;

/// The `name` of a group's radios. The prerendered ones have another: while the widget takes over, both are in one tree, where
/// a new radio that is checked would uncheck what the person has chosen.
pub(crate) fn group_name(name: &str) -> String {
    if cfg!(feature = "ssr") { format!("{name}-prerendered") } else { name.to_owned() }
}

/// One choice of several.
#[component]
pub(crate) fn RadioGroup<T, L>(
    /// What is chosen.
    #[prop(into)]
    legend: String,
    /// Tells this group from others of the widget.
    #[prop(into)]
    name: String,
    /// The choices with their labels.
    choices: Vec<(T, L)>,
    /// The present choice.
    #[prop(into)]
    value: Signal<T>,
    /// Called with what the person chooses.
    #[prop(into)]
    on_change: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
    L: IntoView + 'static,
{
    let radios = choices.into_iter().map(|(choice, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=group_name(&name)
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
