//! The routine as plain text, for the notes of a clinic or a message.

use leptos::prelude::*;

use super::Copied;
use crate::studio::state::Studio;

/// The text, and the button that copies it.
#[component]
pub(super) fn NotesWay() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    view! {
        <div class={"way"}>
            <h3>{messages.studio_notes()}</h3>
            <p class={"soft"}>{messages.studio_notes_text()}</p>
            <Copied label=messages.studio_notes() button=messages.studio_copy_notes() text=studio.notes()/>
        </div>
    }
}
