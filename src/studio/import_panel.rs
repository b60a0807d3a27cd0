//! Pasting and opening what was written elsewhere. What was understood is shown before anything is added, and what wasn't is
//! marked.

use leptos::prelude::*;
use supple_core::sharing::from_fragment;
use supple_core::studio::import::{Import, ImportedExercises, import};
use supple_core::studio::{Draft, Edit, Item, Kept};

use super::import_line::{Line, Taken};
use super::state::{Studio, Tab};
use crate::browser::files::{self, ChosenBytes};
use crate::wording::as_count;

/// The largest file that is read, in bytes: as much as core reads.
const BYTES_MAX: u64 = 5_000_000;

/// A field to paste into, a file to open, and what was read.
#[component]
pub(super) fn ImportPanel() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let pasted = RwSignal::new(String::new());
    let read = RwSignal::new(None::<ImportedExercises>);
    let problem = RwSignal::new(String::new());
    let take = move |bytes: &[u8]| {
        read.set(None);
        problem.set(String::new());
        match import(bytes) {
            Ok(Import::Exercises(exercises)) => read.set(Some(exercises)),
            Ok(Import::Routine(draft, kept)) => begin(studio, *draft, &kept),
            Ok(Import::Drafts(file)) => studio.add_drafts(file),
            Ok(Import::Link(fragment)) => {
                match from_fragment(&fragment).map(|text| Draft::from_document(&text)) {
                    Ok(Ok((draft, kept))) => begin(studio, draft, &kept),
                    Ok(Err(error)) => problem.set(error.to_string()),
                    Err(error) => problem.set(messages.studio_link_unread(error)),
                }
            }
            Err(refused) => problem.set(refused.to_string()),
        }
    };
    let chosen = move |event| {
        files::take_chosen_bytes(&event, BYTES_MAX, move |file| match file {
            ChosenBytes::Bytes(bytes) => take(&bytes),
            ChosenBytes::TooLarge => problem.set(messages.studio_file_too_large(BYTES_MAX / 1_000_000)),
            ChosenBytes::Unreadable => problem.set(messages.studio_file_unreadable().to_owned()),
        });
    };
    view! {
        <details class={"import"}>
            <summary>{messages.studio_import()}</summary>
            <div class={"more"}>
                <p class={"soft"}>{messages.studio_import_text()}</p>
                <label class={"labelled-field"}>
                    <span>{messages.studio_pasted()}</span>
                    <textarea
                        class={"field"}
                        rows="4"
                        autocomplete="off"
                        prop:value=move || pasted.get()
                        on:input=move |event| pasted.set(event_target_value(&event))
                    ></textarea>
                </label>
                <p class={"actions"}>
                    <button
                        type="button"
                        class={"button small"}
                        on:click=move |_| take(pasted.get_untracked().as_bytes())
                    >
                        {messages.studio_read()}
                    </button>
                </p>
                <label class={"labelled-field"}>
                    <span>{messages.studio_import_file()}</span>
                    <input class={"field"} type="file" autocomplete="off" on:change=chosen/>
                </label>
                <p class={"notice-line"} role="alert">{move || problem.get()}</p>
                {move || {
                    read.get().map(|exercises| view! { <Understanding exercises read pasted/> })
                }}
            </div>
        </details>
    }
}

/// Begins a draft with a routine, and says what of it no field shows.
fn begin(studio: Studio, draft: Draft, kept: &[Kept]) {
    let name = draft.name.clone();
    studio.begin_with(draft, true);
    let fields: Vec<&str> = kept.iter().map(|kept| kept.field.as_str()).collect();
    studio.say(if fields.is_empty() {
        studio.messages.studio_opened(name)
    } else {
        studio.messages.studio_opened_kept(fields.join(", "), name)
    });
}

/// Each line with what was understood of it, and the button that adds them.
#[component]
fn Understanding(
    exercises: ImportedExercises,
    read: RwSignal<Option<ImportedExercises>>,
    pasted: RwSignal<String>,
) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let parts: Vec<_> = exercises.parts().cloned().collect();
    let unclear = parts.iter().filter(|part| !part.is_clear()).count();
    let taken = RwSignal::new(vec![Taken::AsRead; parts.len()]);
    let lines = parts.clone();
    let items = move || -> Vec<Item> {
        taken.with(|taken| lines.iter().zip(taken).filter_map(|(line, taken)| taken.item(line)).collect())
    };
    let count = {
        let items = items.clone();
        move || as_count(items().len())
    };
    let add = move |_| {
        let items = items();
        let count = as_count(items.len());
        studio.edit(Edit::Import { items, at: None });
        read.set(None);
        pasted.set(String::new());
        studio.tab.set(Tab::Routine);
        studio.say(messages.studio_imported(count));
        studio.focus_soon("studio-routine".to_owned());
    };
    let heading = if unclear == 0 {
        messages.studio_all_clear().to_owned()
    } else {
        messages.studio_unclear(as_count(unclear))
    };
    view! {
        <p role="status"><strong>{heading}</strong></p>
        <ul class={"import-lines"}>
            {parts
                .into_iter()
                .enumerate()
                .map(|(index, part)| view! { <Line index part taken/> })
                .collect_view()}
        </ul>
        <p class={"actions"}>
            <button type="button" class={"button primary"} on:click=add>
                {move || messages.studio_add_lines(count())}
            </button>
            <button type="button" class={"button"} on:click=move |_| read.set(None)>
                {messages.studio_dismiss()}
            </button>
        </p>
    }
}
