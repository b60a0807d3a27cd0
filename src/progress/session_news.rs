//! What became of a session that somebody deleted or added by hand, with a button that takes it back.

use leptos::html::P;
use leptos::prelude::*;

use super::state::ProgressState;
use crate::browser::focus;

/// Something that was changed in the log, or could not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SessionNews {
    /// What there is to say.
    pub(super) text: String,
    /// How it is taken back, if it can be.
    pub(super) undo: Option<Undo>,
}

/// How a change of the log is taken back. Each has the id of the session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Undo {
    /// It was deleted: restores it.
    Restore(String),
    /// It was added: deletes it.
    Delete(String),
}

/// Shows the news. It isn't in the list of sessions, since that is gone with the last of them.
#[component]
pub(super) fn SessionNewsLine() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    // Each is a new element, so that a screen reader hears it even if it says the same as the one before.
    let number = StoredValue::new(0_u32);
    let shown = move || {
        let news = state.session_news.get()?;
        number.update_value(|number| *number += 1);
        Some((number.get_value(), news.text))
    };
    let undo = Memo::new(move |_| state.session_news.with(|news| news.as_ref()?.undo.clone()));
    view! {
        <div class="session-news">
            <div role="status">
                <For each=shown key=|(number, _)| *number let((_, text))>
                    <News text/>
                </For>
            </div>
            <For each=move || undo.get() key=Undo::clone let:undo>
                <button type="button" class="button small" on:click=move |_| take_back(state, &undo)>
                    {state.messages.sessions_undo()}
                </button>
            </For>
        </div>
    }
}

/// It takes the focus: what led here, such as the button of a session that was deleted, is gone. Undoing it comes next.
#[component]
fn News(text: String) -> impl IntoView {
    let paragraph = NodeRef::<P>::new();
    paragraph.on_load(|paragraph| focus::focus_in_place(&paragraph));
    view! {
        <p class="news" tabindex="-1" node_ref=paragraph>
            {text}
        </p>
    }
}

fn take_back(state: ProgressState, undo: &Undo) {
    let text = match undo {
        Undo::Restore(id) => {
            state.with_store(|store, now_ms| store.restore_session(id, now_ms));
            state.messages.sessions_restored()
        }
        Undo::Delete(id) => {
            state.with_store(|store, now_ms| store.delete_session(id, now_ms));
            state.messages.sessions_taken_back()
        }
    };
    state.session_news.set(Some(SessionNews { text: text.to_owned(), undo: None }));
    state.read_log();
}
