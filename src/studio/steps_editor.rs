//! The steps of an exercise: which of the library's stay, or the author's own.

use leptos::prelude::*;
use supple_core::studio::{Edit, Item, ItemExercise, ItemField, ItemKey, Place};

use super::field::{Field, field_id};
use super::state::Studio;

/// The library's steps with a tick each, or a field with a step a line.
#[component]
pub(super) fn StepsEditor(key: ItemKey, item: Memo<Item>) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let is_written =
        Memo::new(move |_| item.with(|item| item.words.steps.is_some() || item.library().is_none()));
    let value = Signal::derive(move || {
        item.with(|item| item.words.steps.as_ref().map(|steps| steps.join("\n")).unwrap_or_default())
    });
    let set = move |text: String| {
        let steps = if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() };
        studio.edit(Edit::SetSteps { item: key, steps });
    };
    let write = move |_| {
        let steps = item.with_untracked(|item| item.steps().into_iter().map(str::to_owned).collect());
        studio.edit(Edit::SetSteps { item: key, steps });
        studio.focus_soon(field_id(Place::Item(key, ItemField::Steps(None))));
    };
    let back = move |_| {
        studio.edit(Edit::SetSteps { item: key, steps: Vec::new() });
        studio.say(messages.studio_original_steps_back().to_owned());
        studio.focus_soon(format!("item-{key}-write-steps"));
    };
    let is_of_library = Memo::new(move |_| item.with(|item| item.library().is_some()));
    view! {
        <Show
            when=move || is_written.get()
            fallback=move || {
                view! {
                    <LibrarySteps key item/>
                    <p class={"actions"}>
                        <button
                            type="button"
                            class={"button small"}
                            id=format!("item-{key}-write-steps")
                            on:click=write
                        >
                            {messages.studio_write_steps()}
                        </button>
                    </p>
                }
            }
        >
            <Field
                label=messages.studio_steps()
                place=Place::Item(key, ItemField::Steps(None))
                value
                on_input=set
                rows=4
                hint=messages.studio_steps_hint()
            />
            <Show when=move || is_of_library.get()>
                <p class={"actions"}>
                    <button type="button" class={"button small"} on:click=back>
                        {messages.studio_original_steps()}
                    </button>
                </p>
            </Show>
        </Show>
    }
}

/// What the library says, each step with a tick that takes it out.
#[component]
fn LibrarySteps(key: ItemKey, item: Memo<Item>) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let problem = Memo::new(move |_| studio.problem_at(Place::Item(key, ItemField::LeftOutSteps)));
    let steps = Memo::new(move |_| item.with(Item::library_steps));
    let step = move |(index, text): (usize, &'static str)| {
        let number = index + 1;
        let is_in = move || {
            item.with(|item| match &item.exercise {
                ItemExercise::Library { left_out_steps, .. } => !left_out_steps.contains(&number),
                ItemExercise::Own(_) => true,
            })
        };
        let set = move |is_in: bool| {
            studio.edit(Edit::LeaveOutStep { item: key, step: number, left_out: !is_in });
        };
        view! {
            <li>
                <label>
                    <input
                        type="checkbox"
                        autocomplete="off"
                        prop:checked=is_in
                        on:change=move |event| set(event_target_checked(&event))
                    />
                    <span>{text}</span>
                </label>
            </li>
        }
    };
    view! {
        <fieldset>
            <legend>{messages.studio_steps_shown()}</legend>
            <p class={"problem"} id=format!("item-{key}-left-out") tabindex="-1">{move || problem.get()}</p>
            <ol class={"steps-list"}>
                {move || steps.get().into_iter().enumerate().map(step).collect_view()}
            </ol>
        </fieldset>
    }
}
