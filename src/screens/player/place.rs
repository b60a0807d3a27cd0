//! Where the session is in the whole, and how long it still takes.

use std::cmp::Ordering;

use leptos::prelude::*;

use super::current::Current;
use crate::durations::TimeLeft;
use crate::state::AppState;

/// A segment for each exercise, and the same in words.
#[component]
pub(super) fn Place() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let current = expect_context::<Current>();
    let index = Memo::new(move |_| current.of_phase(|phase| phase.exercise).unwrap_or_default());
    let exercise = Memo::new(move |_| {
        let count = current.of_plan(|plan, _| plan.exercises.len()).unwrap_or_default();
        messages.place_exercise(count, index.get() + 1)
    });
    let left = Memo::new(move |_| {
        let left_ms = state.snapshot.get().map_or(0, |snapshot| snapshot.left_ms);
        TimeLeft::new(left_ms, current.is_estimate.get())
    });
    let durations = current
        .of_plan(|plan, _| plan.exercises.iter().map(|exercise| exercise.total_ms).collect::<Vec<_>>())
        .unwrap_or_default();
    let segments = durations.into_iter().enumerate().map(|(number, total_ms)| {
        view! {
            <span
                class=move || match number.cmp(&index.get()) {
                    Ordering::Less => "segment over",
                    Ordering::Equal => "segment now",
                    Ordering::Greater => "segment",
                }
                style=("--share", total_ms.to_string())
            ></span>
        }
    });
    view! {
        <div class="place">
            <div class="segments" aria-hidden="true">{segments.collect_view()}</div>
            <p class="place-text">
                <span>{move || exercise.get()}</span>
                <span class="time-left">{move || messages.left(left.get())}</span>
            </p>
        </div>
    }
}
