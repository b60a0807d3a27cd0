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
    L: Into<String> + 'static,
{
    let (choices, labels): (Vec<T>, Vec<String>) =
        choices.into_iter().map(|(choice, label)| (choice, label.into())).unzip();
    let choices = StoredValue::new(choices);
    let chosen = Signal::derive(move || {
        let value = value.get();
        choices.with_value(|choices| choices.iter().position(|choice| *choice == value))
    });
    let choose = move |index| {
        if let Some(choice) = choices.with_value(|choices| choices.get(index).copied()) {
            on_change.run(choice);
        }
    };
    view! { <Radios legend name labels chosen on_change=choose/> }
}

/// The radios of a group, whatever they choose among: it is compiled once for all groups.
#[component]
fn Radios(
    legend: String,
    name: String,
    labels: Vec<String>,
    /// The index of the present choice.
    chosen: Signal<Option<usize>>,
    /// Called with the index of what the person chooses.
    #[prop(into)]
    on_change: Callback<usize>,
) -> impl IntoView {
    let radios = labels.into_iter().enumerate().map(|(index, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=group_name(&name)
                    prop:checked=move || chosen.get() == Some(index)
                    on:change=move |_| on_change.run(index)
                />
                <span>{label}</span>
            </label>
        }
    });
    let radios = radios.collect_view();
    view! {
        <fieldset class="choices">
            <legend>{legend}</legend>
            {radios}
        </fieldset>
    }
}
