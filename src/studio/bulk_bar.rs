//! What is done to all exercises that are selected.

use leptos::prelude::*;
use supple_core::Sides;
use supple_core::studio::{Edit, Typed};

use super::icon_button::{IconButton, Sign};
use super::item_editor::sides_value;
use super::state::Studio;
use crate::wording::as_count;

/// The sides that can be chosen for several at once.
const SIDES: [Sides; 3] = [Sides::Each, Sides::Left, Sides::Right];

/// One dose for all of them, copies, removal. It is there while something is selected. On a phone it is one line, because
/// who ticks the first exercise wants to see the next; the fields unfold from it.
#[component]
pub(super) fn BulkBar() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let count = Memo::new(move |_| as_count(studio.picked_items().len()));
    let is_unfolded = RwSignal::new(false);
    // The next selection begins with the line again.
    Effect::new(move |_| {
        if count.get() == 0 {
            is_unfolded.set(false);
        }
    });
    view! {
        <Show when=move || { count.get() > 0 }>
            <div
                class={"bulk"}
                class:unfolded=move || is_unfolded.get()
                role="group"
                aria-label=messages.studio_bulk()
            >
                <div class={"bulk-line"}>
                    <strong>{move || messages.studio_picked(count.get())}</strong>
                    <button
                        type="button"
                        class={"button small change"}
                        aria-expanded=move || if is_unfolded.get() { "true" } else { "false" }
                        on:click=move |_| is_unfolded.update(|it| *it = !*it)
                    >
                        {messages.studio_change()}
                    </button>
                    <IconButton
                        sign=Sign::Copy
                        label=messages.studio_duplicate()
                        on_press=move || studio.duplicate(studio.picked_items())
                    />
                    <button
                        type="button"
                        class={"button small"}
                        on:click=move |_| studio.remove(studio.picked_items())
                    >
                        {messages.studio_remove()}
                    </button>
                    <button type="button" class={"button small all"} on:click=move |_| studio.pick_all()>
                        {messages.studio_pick_all()}
                    </button>
                    <IconButton sign="✕" label=messages.studio_pick_none() on_press=move || studio.pick_none()/>
                </div>
                <div class={"pair"}>
                    <BulkNumber
                        label=messages.studio_seconds()
                        edit=|items, seconds| Edit::SetSeconds { items, seconds }
                    />
                    <BulkNumber
                        label=messages.studio_repeats()
                        edit=|items, repeats| Edit::SetRepeats { items, repeats }
                    />
                    <BulkSides/>
                </div>
            </div>
        </Show>
    }
}

/// A number for all of them. It takes effect when the field is left, or at Enter: until then it isn't whole.
#[component]
fn BulkNumber(label: &'static str, edit: fn(Vec<u32>, Option<Typed>) -> Edit) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let set = move |text: String| {
        if let Some(number) = Typed::of(&text) {
            studio.edit(edit(studio.picked_items(), Some(number)));
        }
    };
    view! {
        <label class={"labelled-field"}>
            <span>{label}</span>
            <input
                class={"field"}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                on:change=move |event| set(event_target_value(&event))
            />
        </label>
    }
}

/// Sides for all of them that have sides.
#[component]
fn BulkSides() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let set = move |value: String| {
        if let Some(sides) = SIDES.into_iter().find(|sides| sides_value(Some(*sides)) == value) {
            studio.edit(Edit::SetSides { items: studio.picked_items(), sides: Some(sides) });
        }
    };
    let option = |sides: Sides| {
        let name = messages.sides_choice(sides, supple_core::SideName::Side);
        view! { <option value=sides_value(Some(sides))>{name}</option> }
    };
    view! {
        <label class={"labelled-field"}>
            <span>{messages.studio_sides()}</span>
            <select class={"field"} autocomplete="off" on:change=move |event| set(event_target_value(&event))>
                <option value={""}>{messages.studio_unchanged()}</option>
                {SIDES.map(option).collect_view()}
            </select>
        </label>
    }
}
