//! The log as a file: saving one, adding from one.

use leptos::html::P;
use leptos::prelude::*;

use super::log_backup::LogBackup;
use super::report::ReportForPrint;
use super::state::{ImportState, ProgressState, SavedFile};
use crate::browser::{files, focus};

/// Saves the log as a file, and adds the sessions of one after a question.
#[component]
pub(super) fn BackupPanel() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let backup = LogBackup::new(state);
    let hand_off = state.site().is_some().then(|| {
        view! {
            <button type="button" class="quiet-row" on:click=move |_| backup.hand_off()>
                {messages.backup_hand_off()}
            </button>
        }
    });
    view! {
        <section class="aside" aria-labelledby="backup-title">
            <h3 class="heading" id="backup-title">{messages.backup_title()}</h3>
            <p class="soft">{messages.backup_intro()}</p>
            <div class="quiet-rows">
                <button type="button" class="quiet-row" on:click=move |_| backup.save()>
                    {messages.backup_save()}
                </button>
                {hand_off}
                <button type="button" class="quiet-row" on:click=move |_| backup.save_table()>
                    {messages.csv_save()}
                </button>
                <ReportForPrint/>
                <label class="quiet-row file">
                    {messages.backup_add_file()}
                    <input
                        type="file"
                        accept=".json,application/json"
                        on:change=move |event| backup.file_chosen(&event)
                    />
                </label>
            </div>
            <Show when=move || !state.is_from_elsewhere.get()>
                <ImportPanel/>
            </Show>
            <For each=move || state.saved.get() key=SavedFile::clone let:file>
                <FileText file/>
            </For>
        </section>
    }
}

/// What a file would add, with a question; and what has come of it.
#[component]
pub(super) fn ImportPanel() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let backup = LogBackup::new(state);
    let offered = Memo::new(move |_| {
        state.import.with(|import| match import {
            ImportState::Offered { count, .. } => Some(*count),
            ImportState::Idle | ImportState::Message { .. } => None,
        })
    });
    // Each message is a new element, so that a screen reader hears it even if it says the same as the one before.
    let number = StoredValue::new(0_u32);
    let messages_shown = move || {
        let (text, takes_focus) = state.import.with(|import| match import {
            ImportState::Idle => None,
            ImportState::Offered { text, .. } => Some((text.clone(), false)),
            ImportState::Message { text, takes_focus } => Some((text.clone(), *takes_focus)),
        })?;
        number.update_value(|number| *number += 1);
        Some((number.get_value(), text, takes_focus || state.is_from_elsewhere.get_untracked()))
    };
    view! {
        <div class="import" class:offered=move || offered.get().is_some()>
            <div role="status">
                <For each=messages_shown key=|(number, ..)| *number let((_, text, takes_focus))>
                    <ImportMessage text takes_focus/>
                </For>
            </div>
            <For each=move || offered.get() key=|count| *count let:count>
                <div class="actions">
                    <button type="button" class="button primary" on:click=move |_| backup.accept()>
                        {messages.add_from_backup(count)}
                    </button>
                    <button type="button" class="button" on:click=move |_| backup.decline()>
                        {messages.backup_leave()}
                    </button>
                </div>
            </For>
        </div>
    }
}

/// The text of a file, for people whose browser didn't save it.
#[component]
fn FileText(file: SavedFile) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    view! {
        <details class="tries">
            <summary>{messages.backup_text()}</summary>
            <p class="soft">{messages.backup_text_copy(file.name)}</p>
            <textarea
                class="field file-text"
                readonly=true
                rows="4"
                aria-label=messages.backup_text_label()
                prop:value=file.text
                on:focus=move |event| files::select_all(&event)
            ></textarea>
        </details>
    }
}

/// What has come of it. It takes the focus where the button that led here is gone, or where there was none.
#[component]
fn ImportMessage(text: String, takes_focus: bool) -> impl IntoView {
    let paragraph = NodeRef::<P>::new();
    if takes_focus {
        paragraph.on_load(|paragraph| focus::focus_in_place(&paragraph));
    }
    view! {
        <p class="news" tabindex=takes_focus.then_some("-1") node_ref=paragraph>
            {text}
        </p>
    }
}
