//! What was done in a session, of each exercise.

use std::sync::Arc;

use leptos::prelude::*;
use supple_core::{ExerciseSummary, SideName};

use crate::messages::Messages;

/// A row: an exercise, and what was done of it.
pub(crate) struct DoneExercise {
    /// What it is called.
    pub(crate) name: String,
    /// The language of the name, where it isn't that of the interface.
    pub(crate) lang: Option<Arc<str>>,
    /// The direction of the name, where it may be another one.
    pub(crate) dir: Option<&'static str>,
    /// What was done.
    pub(crate) summary: ExerciseSummary,
}

/// A row for each exercise, and a column for each side where anything was done on one.
#[component]
pub(crate) fn DoneTable(
    messages: Messages,
    exercises: Vec<DoneExercise>,
    side_name: SideName,
) -> impl IntoView {
    let has_sides = exercises.iter().any(|it| it.summary.has_sides());
    let first = if has_sides { messages.side_left(side_name) } else { messages.done_time() };
    let second = has_sides.then(|| view! { <th scope="col">{messages.side_right(side_name)}</th> });
    let row = move |DoneExercise { name, lang, dir, summary }: DoneExercise| {
        let cells = if summary.has_sides() {
            view! {
                <td>{messages.duration(summary.left_ms)}</td>
                <td>{messages.duration(summary.right_ms)}</td>
            }
            .into_any()
        } else {
            view! { <td colspan=has_sides.then_some("2")>{messages.duration(summary.body_ms)}</td> }
                .into_any()
        };
        view! {
            <tr>
                <th scope="row" lang=lang dir=dir>{name}</th>
                {cells}
            </tr>
        }
    };
    view! {
        <table class="done">
            <caption class="visually-hidden">{messages.done_title()}</caption>
            <thead>
                <tr>
                    <th scope="col">{messages.done_exercise()}</th>
                    <th scope="col">{first}</th>
                    {second}
                </tr>
            </thead>
            <tbody>{exercises.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
