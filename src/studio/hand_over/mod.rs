//! The ways to hand a routine over: a link, a code, paper, notes, a file, and code for a site.

mod code;
mod embed;
mod file;
mod link;
mod notes;

use leptos::prelude::*;

use self::code::CodeWay;
use self::embed::EmbedWays;
use self::file::FileWay;
pub(super) use self::file::save_file;
use self::link::LinkWay;
use self::notes::NotesWay;
use super::problem_list::Waiting;
use super::state::Studio;
use crate::browser::printing;

/// All ways, each with what it is good for. Those come first that most people need.
#[component]
pub(super) fn HandOver() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    // What others can't open isn't handed to them.
    let is_right = Memo::new(move |_| !studio.is_empty() && !studio.has_problems());
    view! {
        <section class={"part hand-over"} aria-labelledby="studio-hand-over">
            <h2 class={"heading"} id="studio-hand-over" tabindex="-1">{messages.studio_hand_over()}</h2>
            <Waiting empty=messages.studio_hand_over_empty() wrong=messages.studio_hand_over_problems()/>
            <Show when=move || is_right.get()>
                <LinkWay/>
                <CodeWay/>
            </Show>
            <PrintWay/>
            <NotesWay/>
            <FileWay/>
            <Show when=move || is_right.get()>
                <EmbedWays/>
            </Show>
        </section>
    }
}

/// The sheet, as the browser prints it.
#[component]
fn PrintWay() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let print = move |_| {
        if !printing::print_page() {
            studio.say(messages.studio_print_failed().to_owned());
        }
    };
    view! {
        <div class={"way"}>
            <h3>{messages.studio_paper()}</h3>
            <p class={"soft"}>{messages.studio_paper_text()}</p>
            <p class={"actions"}>
                <button type="button" class={"button"} on:click=print>{messages.studio_print()}</button>
            </p>
        </div>
    }
}

/// A text to be copied, and the button that does it.
#[component]
fn Copied(
    /// What the field is called.
    label: &'static str,
    /// What the button is called.
    button: &'static str,
    #[prop(into)] text: Signal<String>,
) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let said = RwSignal::new("");
    let copy = move |_| {
        let text = text.get_untracked();
        studio.page().copy_text(&text, move |is_copied| {
            said.set(if is_copied { messages.studio_copied() } else { messages.studio_copy_failed() });
        });
    };
    // What was said was about another text.
    Effect::new(move |_| {
        text.track();
        said.set("");
    });
    view! {
        <label class={"labelled-field"}>
            <span>{label}</span>
            <textarea class={"snippet"} readonly=true rows="3" prop:value=move || text.get()></textarea>
        </label>
        <p class={"actions"}>
            <button type="button" class={"button"} on:click=copy>{button}</button>
            <span role="status">{move || said.get()}</span>
        </p>
    }
}
