//! What is always in sight: how long the routine takes, whether it is saved, undo, and where to go.

use leptos::prelude::*;

use super::saving::Saved;
use super::state::{Studio, Tab};

/// The bar at the top.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let saved = move || match studio.saving.state.get() {
        Saved::Nothing => "",
        Saved::Yes => messages.studio_saved(),
        Saved::Full | Saved::Refused => messages.studio_unsaved(),
    };
    let warning = move || match studio.saving.state.get() {
        Saved::Full => messages.studio_not_saved_full(),
        Saved::Refused => messages.studio_not_saved_refused(),
        Saved::Nothing | Saved::Yes => "",
    };
    let disabled = |can: bool| if can { "false" } else { "true" };
    let tab = move |tab: Tab| {
        let name = match tab {
            Tab::Library => messages.studio_library(),
            Tab::Routine => messages.studio_routine(),
            Tab::Preview => messages.studio_preview(),
            Tab::HandOver => messages.studio_hand_over(),
        };
        view! {
            <button
                type="button"
                data-tab=tab.name()
                aria-current=move || (studio.tab.get() == tab).then_some("true")
                on:click=move |_| {
                    studio.tab.set(tab);
                    studio.focus_soon(format!("studio-{}", tab.name()));
                }
            >
                {name}
            </button>
        }
    };
    view! {
        <div class={"studio-bar"}>
            <p class={"total"}>
                <span>{move || studio.total()}</span>
                {" "}
                <span class={"saved"}>{saved}</span>
            </p>
            <button
                type="button"
                class={"icon-button"}
                aria-label=messages.studio_undo()
                aria-disabled=move || disabled(studio.history.with(|history| history.can_undo()))
                aria-keyshortcuts="Control+Z"
                on:click=move |_| studio.undo()
            >
                {"↶"}
            </button>
            <button
                type="button"
                class={"icon-button"}
                aria-label=messages.studio_redo()
                aria-disabled=move || disabled(studio.history.with(|history| history.can_redo()))
                aria-keyshortcuts="Control+Shift+Z"
                on:click=move |_| studio.redo()
            >
                {"↷"}
            </button>
            <nav class={"studio-tabs"} aria-label=messages.studio_tabs()>{Tab::ALL.map(tab).collect_view()}</nav>
        </div>
        <div class={"wide"}>
            <p class={"notice-line"} role="alert">{warning}</p>
            <p class={"said"} role="status">{move || studio.said()}</p>
        </div>
    }
}
