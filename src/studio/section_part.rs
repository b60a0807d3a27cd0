//! A section of the routine: its heading, and its exercises in order.

use leptos::html::Ol;
use leptos::prelude::*;
use supple_core::studio::{DraftSection, Edit, ItemKey, Place, SectionField, SectionKey, Spot};

use super::field::Field;
use super::icon_button::IconButton;
use super::item_row::ItemRow;
use super::state::Studio;
use crate::browser::studio_keys::{self, StudioKey};

/// One section.
#[component]
pub(super) fn SectionPart(key: SectionKey) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let read = move |read: fn(&DraftSection) -> &str| {
        Memo::new(move |_| {
            studio.with_draft(|draft| draft.section(key).map(|it| read(it).to_owned())).unwrap_or_default()
        })
    };
    let name = read(|section| &section.name);
    let summary = read(|section| &section.summary);
    let shown_name = Memo::new(move |_| {
        name.with(|name| {
            if name.trim().is_empty() { messages.studio_nameless_section().to_owned() } else { name.clone() }
        })
    });
    let items = Memo::new(move |_| {
        let keys = |section: &DraftSection| section.items.iter().map(|item| item.key).collect::<Vec<_>>();
        studio.with_draft(|draft| draft.section(key).map(keys)).unwrap_or_default()
    });
    let list = NodeRef::<Ol>::new();
    let moved = move |item: String, section: String, index: usize| {
        if let (Ok(item), Ok(section)) = (item.parse::<ItemKey>(), section.parse::<SectionKey>()) {
            studio.move_item(item, Spot { section, index });
        }
    };
    list.on_load(move |list| studio.page().sortable(&list, "items", moved));
    let is_first = move || studio.with_draft(|draft| draft.sections.first().is_some_and(|it| it.key == key));
    let is_last = move || studio.with_draft(|draft| draft.sections.last().is_some_and(|it| it.key == key));
    let is_only = move || is_first() && is_last();
    let pressed = move |event| match studio_keys::take_move(&event) {
        Some(StudioKey::Up) => studio.move_section(key, -1),
        Some(StudioKey::Down) => studio.move_section(key, 1),
        Some(StudioKey::Undo | StudioKey::Redo) | None => {}
    };
    view! {
        <li class={"draft-section"} data-key=key.to_string()>
            <div class={"section-head"} on:keydown=pressed>
                <Field
                    label=messages.studio_section_name()
                    place=Place::Section(key, SectionField::Name)
                    value=name
                    on_input=move |text: String| studio.edit(Edit::section_text(key, SectionField::Name, text))
                />
                <div class={"item-tools"}>
                    <span class={"drag-sections"} aria-hidden="true" hidden=is_only title=messages.studio_drag()>
                        {"⠿"}
                    </span>
                    <IconButton
                        sign="↑"
                        id=format!("section-{key}-up")
                        hidden=Signal::derive(is_first)
                        label=Signal::derive(move || messages.studio_up_named(shown_name.get()))
                        on_press=move || studio.move_section(key, -1)
                    />
                    <IconButton
                        sign="↓"
                        id=format!("section-{key}-down")
                        hidden=Signal::derive(is_last)
                        label=Signal::derive(move || messages.studio_down_named(shown_name.get()))
                        on_press=move || studio.move_section(key, 1)
                    />
                    <IconButton
                        sign="✕"
                        hidden=Signal::derive(is_only)
                        label=Signal::derive(move || messages.studio_remove_named(shown_name.get()))
                        on_press=move || studio.remove_section(key)
                    />
                </div>
                <details>
                    <summary>{messages.studio_section_more()}</summary>
                    <Field
                        label=messages.studio_section_summary()
                        place=Place::Section(key, SectionField::Summary)
                        value=summary
                        on_input=move |text: String| {
                            studio.edit(Edit::section_text(key, SectionField::Summary, text));
                        }
                        rows=2
                    />
                </details>
            </div>
            <ol class={"items"} data-key=key.to_string() aria-label=move || shown_name.get() node_ref=list>
                <For each=move || items.get() key=|item| *item let(item)>
                    <ItemRow key=item/>
                </For>
            </ol>
        </li>
    }
}
