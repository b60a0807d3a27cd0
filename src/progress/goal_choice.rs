//! Choosing on how many days of a week to stretch.

use leptos::prelude::*;
use supple_core::GOAL_DAYS;

use super::sources::{DAYS_SOURCE, Source};
use super::state::ProgressState;
use crate::components::radio_group::RadioGroup;

/// The goal, folded away until somebody wants another one; with the reason for the one that is suggested.
#[component]
pub(super) fn GoalChoice(
    /// The present goal in days, within [`GOAL_DAYS`].
    #[prop(into)]
    days: Signal<u8>,
    /// Called with the goal that the person chooses.
    #[prop(into)]
    on_change: Callback<u8>,
) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    let choices = (GOAL_DAYS.0..=GOAL_DAYS.1).map(|days| (days, days.to_string())).collect();
    view! {
        <details class="goal-choice">
            <summary>{move || messages.goal_summary(days.get())}</summary>
            <div class="goal-body">
                <RadioGroup legend=messages.goal_choice() name="week-goal" choices value=days on_change/>
                <p class="soft">{messages.goal_why()} " " <Source source=DAYS_SOURCE/></p>
                <p class="soft">{messages.goal_keep()}</p>
            </div>
        </details>
    }
}
