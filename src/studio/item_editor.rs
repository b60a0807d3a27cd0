//! What can be changed of one exercise: its dose, its words, its steps.

use leptos::prelude::*;
use supple_core::studio::{DoseKind, Edit, Item, ItemField, ItemKey, Place, Typed, Words};
use supple_core::{Exercise, Sides};

use super::field::{Choice, Field};
use super::own_editor::OwnEditor;
use super::state::Studio;
use super::steps_editor::StepsEditor;
use crate::messages::Messages;

/// The fields of an exercise, below its row.
#[component]
pub(super) fn ItemEditor(key: ItemKey, item: Memo<Item>) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let is_own = Memo::new(move |_| item.with(|item| item.of().is_none()));
    view! {
        <div class={"item-editor"} role="group" aria-label=move || messages.studio_edit_named(item.with(|it| messages.item_name(it)))>
            <WordsField
                key
                item
                field=ItemField::Name
                label=messages.studio_exercise_name()
                own=|words| &words.name
                library=|exercise| &exercise.name
            />
            <DoseFields key item/>
            <Show when=move || is_own.get()>
                <OwnEditor key item/>
            </Show>
            <StepsEditor key item/>
            <WordsField
                key
                item
                field=ItemField::Key
                label=messages.studio_key_point()
                own=|words| &words.key
                library=|exercise| &exercise.key
            />
            <WordsField
                key
                item
                field=ItemField::Mistake
                label=messages.studio_mistake()
                own=|words| &words.mistake
                library=|exercise| &exercise.mistake
            />
            <WordsField
                key
                item
                field=ItemField::Summary
                label=messages.studio_summary()
                own=|words| &words.summary
                library=|exercise| &exercise.summary
            />
            <WordsField
                key
                item
                field=ItemField::Caution
                label=messages.studio_exercise_caution()
                own=|words| &words.caution
                library=|exercise| &exercise.caution
            />
            <p class={"actions"}>
                <button type="button" class={"button small"} on:click=move |_| studio.close(key)>
                    {messages.studio_done()}
                </button>
            </p>
        </div>
    }
}

/// A text of the exercise. What the library says stands there until the author says something else.
#[component]
fn WordsField(
    key: ItemKey,
    item: Memo<Item>,
    field: ItemField,
    label: &'static str,
    own: fn(&Words) -> &Option<String>,
    library: fn(&Exercise) -> &String,
) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let value = Signal::derive(move || item.with(|item| own(&item.words).clone().unwrap_or_default()));
    let placeholder =
        Signal::derive(move || item.with(|item| item.library().map(library).cloned()).unwrap_or_default());
    let on_input = move |text: String| studio.edit(Edit::item_text(key, field, text));
    let place = Place::Item(key, field);
    if field == ItemField::Name {
        view! { <Field label place value on_input placeholder/> }.into_any()
    } else {
        view! { <Field label place value on_input rows=2 placeholder/> }.into_any()
    }
}

/// Seconds, repeats and sides.
#[component]
fn DoseFields(key: ItemKey, item: Memo<Item>) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let typed = move |read: fn(&Item) -> &Option<Typed>| {
        Signal::derive(move || item.with(|item| read(item).as_ref().map(Typed::text).unwrap_or_default()))
    };
    // What holds while nothing stands there.
    let of_library = move |read: fn(&Item) -> Option<u32>| {
        Signal::derive(move || {
            item.with(|item| {
                let bare = Item { seconds: None, repeats: None, ..item.clone() };
                read(&bare).map(|number| number.to_string()).unwrap_or_default()
            })
        })
    };
    let is_held = Memo::new(move |_| {
        item.with(|item| item.kind().is_none_or(|kind| kind == DoseKind::Hold) || item.repeats.is_some())
    });
    let set_seconds = move |text: String| {
        studio.edit(Edit::SetSeconds { items: vec![key], seconds: Typed::of(&text) });
    };
    let set_repeats = move |text: String| {
        studio.edit(Edit::SetRepeats { items: vec![key], repeats: Typed::of(&text) });
    };
    let choices = Signal::derive(move || item.with(|item| sides_choices(messages, item)));
    let sides = Signal::derive(move || item.with(|item| sides_value(item.sides())));
    let choose = move |value: String| {
        let sides = item.with_untracked(|item| {
            item.sides_choices().into_iter().find(|sides| sides_value(Some(*sides)) == value)
        });
        studio.edit(Edit::SetSides { items: vec![key], sides });
    };
    view! {
        <div class={"pair"}>
            <Field
                label=messages.studio_seconds()
                place=Place::Item(key, ItemField::Seconds)
                value=typed(|item| &item.seconds)
                placeholder=of_library(Item::seconds)
                on_input=set_seconds
                numeric=true
            />
            <Show when=move || is_held.get()>
                <Field
                    label=messages.studio_repeats()
                    place=Place::Item(key, ItemField::Repeats)
                    value=typed(|item| &item.repeats)
                    placeholder=of_library(Item::repeats)
                    on_input=set_repeats
                    numeric=true
                />
            </Show>
            <Show when=move || choices.with(|choices| choices.len() > 1)>
                <Choice
                    label=messages.studio_sides()
                    place=Place::Item(key, ItemField::Sides)
                    choices
                    value=sides
                    on_change=choose
                />
            </Show>
        </div>
    }
}

/// The sides that can be chosen for this exercise.
fn sides_choices(messages: Messages, item: &Item) -> Vec<(String, String)> {
    let name = item.side_name();
    let mut choices = item.sides_choices();
    if let Some(sides) = item.sides().filter(|sides| !choices.contains(sides)) {
        choices.insert(0, sides);
    }
    let choice = |sides| (sides_value(Some(sides)), messages.sides_choice(sides, name));
    choices.into_iter().map(choice).collect()
}

/// A value of the choice.
pub(super) fn sides_value(sides: Option<Sides>) -> String {
    let name = match sides {
        None => "",
        Some(Sides::None) => "none",
        Some(Sides::Together) => "together",
        Some(Sides::Alternating) => "alternating",
        Some(Sides::Each) => "each",
        Some(Sides::Left) => "left",
        Some(Sides::Right) => "right",
    };
    name.to_owned()
}
