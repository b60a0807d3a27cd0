//! The routine as a file, for a site or a safe place.

use leptos::prelude::*;

use crate::browser::files::{self, HandOver};
use crate::studio::state::Studio;

/// The button that saves the file.
#[component]
pub(super) fn FileWay() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let save = move |_| save_file(studio, studio.file_name(), studio.file_text());
    view! {
        <div class={"way"}>
            <h3>{messages.studio_file()}</h3>
            <p class={"soft"}>{messages.studio_file_text()}</p>
            <p class={"actions"}>
                <button type="button" class={"button"} on:click=save>{messages.studio_save_file()}</button>
            </p>
        </div>
    }
}

/// Hands a JSON file to the person, and says what became of it.
pub(in crate::studio) fn save_file(studio: Studio, name: String, text: String) {
    let messages = studio.messages;
    files::hand_over(&name.clone(), "application/json", &text, move |outcome| {
        studio.say(match outcome {
            HandOver::Shared => messages.studio_file_shared(name),
            HandOver::Downloaded => messages.studio_file_saved(name),
            HandOver::Refused => messages.studio_file_refused().to_owned(),
            HandOver::Dismissed => return,
        });
    });
}
