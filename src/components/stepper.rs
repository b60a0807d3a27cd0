//! A number between two ends that the person changes in steps.

use leptos::prelude::*;

use crate::state::AppState;

/// The values that a stepper stops at.
#[derive(Clone, Copy)]
pub(crate) enum Steps {
    /// Steps of this size from wherever the value is.
    Of(u32),
    /// These values, in ascending order.
    Through(&'static [u32]),
}

impl Steps {
    fn less(self, value: u32) -> u32 {
        match self {
            Self::Of(size) => value.saturating_sub(size),
            Self::Through(values) => values.iter().copied().rfind(|other| *other < value).unwrap_or(value),
        }
    }

    fn more(self, value: u32) -> u32 {
        match self {
            Self::Of(size) => value.saturating_add(size),
            Self::Through(values) => values.iter().copied().find(|other| *other > value).unwrap_or(value),
        }
    }
}

/// Named as a group, so that "More" is heard as more of what.
#[component]
pub(crate) fn Stepper(
    label: &'static str,
    /// The value now.
    #[prop(into)]
    value: Signal<u32>,
    /// Its least and its most.
    range: (u32, u32),
    steps: Steps,
    /// The value in words.
    #[prop(into)]
    format: Callback<u32, String>,
    /// Called with the value that the person wants, within the range.
    #[prop(into)]
    on_change: Callback<u32>,
) -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let (min, max) = range;
    let less = move || on_change.run(steps.less(value.get_untracked()).clamp(min, max));
    let more = move || on_change.run(steps.more(value.get_untracked()).clamp(min, max));
    view! {
        <div class="stepper" role="group" aria-label=label>
            <span class="stepper-label" aria-hidden="true">{label}</span>
            <StepButton
                name=messages.stepper_less()
                sign="−"
                enabled=Signal::derive(move || value.get() > min)
                on_press=less
            />
            <output class="stepper-value">{move || format.run(value.get())}</output>
            <StepButton
                name=messages.stepper_more()
                sign="+"
                enabled=Signal::derive(move || value.get() < max)
                on_press=more
            />
        </div>
    }
}

/// A round button that goes one step where there is one to go. Disabled, it can still have the focus.
#[component]
pub(crate) fn StepButton(
    name: &'static str,
    sign: &'static str,
    #[prop(into)] enabled: Signal<bool>,
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    let press = move |_| {
        if enabled.get_untracked() {
            on_press();
        }
    };
    view! {
        <button
            type="button"
            class="step"
            aria-label=name
            aria-disabled=move || if enabled.get() { "false" } else { "true" }
            on:click=press
        >
            {sign}
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_from_any_value_to_the_next_one() {
        let scales = Steps::Through(&[50, 75, 100]);
        assert_eq!([scales.less(75), scales.less(60), scales.less(50)], [50, 50, 50]);
        assert_eq!([scales.more(75), scales.more(60), scales.more(100)], [100, 75, 100]);
        assert_eq!([Steps::Of(5).less(3), Steps::Of(5).more(3)], [0, 8]);
    }
}
