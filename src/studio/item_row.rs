//! An exercise of the routine as a row: its dose, where it stands, and what can be done with it.

use leptos::prelude::*;
use supple_core::studio::{Item, ItemExercise, ItemField, ItemKey, Place};

use super::icon_button::{IconButton, Sign};
use super::item_editor::ItemEditor;
use super::library_panel::picture_of;
use super::state::Studio;
use crate::browser::studio_keys::{self, StudioKey};

/// One exercise.
#[component]
pub(super) fn ItemRow(key: ItemKey) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let item = Memo::new(move |_| studio.with_draft(|draft| draft.item(key).cloned()).unwrap_or_default());
    let name = Memo::new(move |_| item.with(|item| messages.item_name(item)));
    let is_open = Memo::new(move |_| studio.opened.with(|opened| opened.contains(&key)));
    let is_picked = Memo::new(move |_| studio.picked.with(|picked| picked.contains(&key)));
    let problem = Memo::new(move |_| studio.problem_at(Place::Item(key, ItemField::Whole)));
    let has_problem = Memo::new(move |_| studio.item_has_problem(key));
    let picture = Memo::new(move |_| item.with(picture_of_item));
    let dose = move || {
        let all_ms = studio.item_ms(key);
        item.with(|item| messages.item_dose(item, all_ms))
    };
    let pressed = move |event| match studio_keys::take_move(&event) {
        Some(StudioKey::Up) => studio.move_up(key),
        Some(StudioKey::Down) => studio.move_down(key),
        Some(StudioKey::Undo | StudioKey::Redo) | None => {}
    };
    view! {
        <li
            class={"item"}
            class:picked=move || is_picked.get()
            class:with-problem=move || has_problem.get()
            data-key=key.to_string()
            on:keydown=pressed
        >
            <div class={"item-head"}>
                <label class={"pick"} title=messages.studio_select()>
                    <input
                        type="checkbox"
                        autocomplete="off"
                        aria-label=move || messages.studio_pick(name.get())
                        prop:checked=move || is_picked.get()
                        on:change=move |event| studio.pick(key, event_target_checked(&event))
                    />
                </label>
                {move || {
                    let picture = picture.get();
                    picture
                        .map(|src| view! { <img class={"thumb"} src=src alt="" width="54" height="48"/> })
                }}
                <div class={"item-name"} id=format!("item-{key}-whole") tabindex="-1">
                    <strong>{move || name.get()}</strong>
                    <small>{dose}</small>
                </div>
                <span class={"drag-items"} aria-hidden="true" title=messages.studio_drag()>{"⠿"}</span>
            </div>
            <p class={"problem"}>{move || problem.get()}</p>
            <ItemTools key name is_open/>
            <Show when=move || is_open.get()>
                <ItemEditor key item/>
            </Show>
        </li>
    }
}

/// The buttons of a row.
#[component]
fn ItemTools(key: ItemKey, name: Memo<String>, is_open: Memo<bool>) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    view! {
        <div class={"item-tools"}>
            <button
                type="button"
                class={"button small"}
                id=format!("item-{key}-edit")
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                aria-label=move || messages.studio_edit_named(name.get())
                on:click=move |_| studio.toggle_open(key)
            >
                {messages.studio_edit()}
            </button>
            <IconButton
                sign="↑"
                id=format!("item-{key}-up")
                label=Signal::derive(move || messages.studio_up_named(name.get()))
                on_press=move || studio.move_up(key)
            />
            <IconButton
                sign="↓"
                id=format!("item-{key}-down")
                label=Signal::derive(move || messages.studio_down_named(name.get()))
                on_press=move || studio.move_down(key)
            />
            <IconButton
                sign=Sign::Copy
                label=Signal::derive(move || messages.studio_duplicate_named(name.get()))
                on_press=move || studio.duplicate(vec![key])
            />
            <IconButton
                sign="✕"
                label=Signal::derive(move || messages.studio_remove_named(name.get()))
                on_press=move || studio.remove(vec![key])
            />
        </div>
    }
}

/// The picture of the exercise, or of the one whose figure it has.
pub(super) fn picture_of_item(item: &Item) -> Option<String> {
    let id = match &item.exercise {
        ItemExercise::Library { .. } => item.library().map(|exercise| exercise.id.as_str()),
        ItemExercise::Own(own) => own.figure.as_deref(),
    };
    id.and_then(picture_of)
}
