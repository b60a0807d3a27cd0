//! The drafts on the device, and what a new one can be made from.

use leptos::prelude::*;
use supple_core::studio::{DraftEntry, ListedDraft};
use supple_core::{Library, local_day, routine_name};

use super::icon_button::IconButton;
use super::import_panel::ImportPanel;
use super::state::Studio;
use crate::browser::{clock, dates, focus};
use crate::wording::as_count;

/// The list, a new one, and all of them as a file.
#[component]
pub(super) fn DraftsPanel() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let is_open = RwSignal::new(false);
    // A closed list is read when it is opened, and not at every change.
    let drafts = move || if is_open.get() { studio.drafts() } else { Vec::new() };
    let start = move |id: String| {
        if let Some(Ok((draft, _))) = Library::written(&id).map(supple_core::studio::Draft::from_document) {
            studio.begin_with(draft, false);
        }
    };
    let routine = |id: &'static str| view! { <option value=id>{routine_name(id).unwrap_or(id)}</option> };
    view! {
        <details class={"drafts"} on:toggle=move |event| is_open.set(focus::is_open(&event))>
            <summary id={"studio-drafts"}>{messages.studio_drafts()}</summary>
            <div class={"more"}>
                <p class={"actions"}>
                    <button type="button" class={"button small"} on:click=move |_| studio.begin()>
                        {messages.studio_new_draft()}
                    </button>
                    <button type="button" class={"button small"} on:click=move |_| studio.save_all_drafts()>
                        {messages.studio_save_drafts()}
                    </button>
                </p>
                <label class={"labelled-field"}>
                    <span>{messages.studio_from_routine()}</span>
                    <select class={"field"} autocomplete="off" on:change=move |event| start(event_target_value(&event))>
                        <option value={""}>{messages.studio_choose()}</option>
                        {Library::ROUTINES.map(routine).collect_view()}
                    </select>
                </label>
                <ul class={"draft-list"}>
                    {move || drafts().into_iter().map(|entry| view! { <DraftItem entry/> }).collect_view()}
                </ul>
                <Show when=move || studio.saving.deleted.with(Option::is_some)>
                    <p class={"actions"}>
                        <button type="button" class={"button small"} on:click=move |_| studio.restore_draft()>
                            {messages.studio_restore_draft()}
                        </button>
                    </p>
                </Show>
            </div>
        </details>
        <ImportPanel/>
    }
}

/// One draft: open it, delete it.
#[component]
fn DraftItem(entry: DraftEntry) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let ListedDraft { id, name, for_whom, changed_ms, exercises } = match entry {
        DraftEntry::Readable(listed) => listed,
        DraftEntry::Unreadable { .. } => {
            return view! { <li>{messages.studio_unreadable_draft()}</li> }.into_any();
        }
    };
    let name = if name.trim().is_empty() { messages.studio_nameless_draft().to_owned() } else { name };
    let for_whom = if for_whom.is_empty() { String::new() } else { messages.studio_sheet_for(for_whom) };
    let date = dates::date(local_day(changed_ms, clock::offset_min()), "en-GB");
    let is_open = {
        let id = id.clone();
        move || studio.with_draft(|draft| draft.id == id).then_some("true")
    };
    let (open, delete) = (id.clone(), id);
    view! {
        <li aria-current=is_open>
            <span>
                <strong>{name.clone()}</strong>
                {" "}
                {for_whom}
                <small>{messages.studio_draft_about(as_count(exercises), date)}</small>
            </span>
            <span class={"item-tools"}>
                <button
                    type="button"
                    class={"button small"}
                    aria-label=messages.studio_open_draft_named(&name)
                    on:click=move |_| studio.open_draft(&open)
                >
                    {messages.studio_open_draft()}
                </button>
                <IconButton
                    sign="✕"
                    label=messages.studio_delete_draft_named(&name)
                    on_press=move || studio.delete_draft(&delete)
                />
            </span>
        </li>
    }
    .into_any()
}
