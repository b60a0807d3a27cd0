//! Everything that isn't right yet, each with the way to its field.

use leptos::prelude::*;
use supple_core::studio::{Edit, Place, RoutineField};

use super::field::field_id;
use super::state::Studio;
use crate::wording::as_count;

/// The list, as long as there is anything in it.
#[component]
pub(super) fn ProblemList() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let problems = move || studio.problems();
    let item = move |(place, sentence, mend): (Place, String, Option<Edit>)| {
        let owner = studio.owner_of(place);
        let sentence = if owner.is_empty() { sentence } else { format!("{owner}: {sentence}") };
        let go = move |_| studio.go_to(place);
        let mend = mend.map(|edit| {
            let mend = move |_| studio.edit(edit.clone());
            view! { <button type="button" on:click=mend>{messages.studio_mend()}</button> }
        });
        if place == Place::Routine(RoutineField::Whole) {
            view! { <li id=field_id(place) tabindex="-1">{sentence} " " {mend}</li> }.into_any()
        } else {
            view! {
                <li>
                    <button type="button" on:click=go>{sentence}</button>
                    " "
                    {mend}
                </li>
            }
            .into_any()
        }
    };
    view! {
        <Show when=move || !problems().is_empty()>
            <div class={"problem-list"}>
                <h3>{move || messages.studio_problems(as_count(problems().len()))}</h3>
                <ul>{move || problems().into_iter().map(item).collect_view()}</ul>
            </div>
        </Show>
    }
}

/// Why something waits, and the way to the first thing that isn't right; empty as long as nothing waits.
#[component]
pub(super) fn Waiting(
    /// What is said as long as there is no exercise.
    empty: &'static str,
    /// What is said as long as something isn't right.
    wrong: &'static str,
) -> impl IntoView {
    let studio = expect_context::<Studio>();
    view! {
        <Show when=move || studio.is_empty()>
            <p class={"notice-line"}>{empty}</p>
        </Show>
        <Show when=move || studio.has_problems()>
            <div class={"notice-line"}>
                <p>{wrong}</p>
                <button type="button" class={"button small"} on:click=move |_| studio.go_to_first_problem()>
                    {studio.messages.studio_show_problem()}
                </button>
            </div>
        </Show>
    }
}
