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
    let go = move |tab: Tab| {
        studio.show_part(tab);
        studio.focus_soon(format!("studio-{}", tab.name()));
    };
    let tab = move |tab: Tab| view! { <TabButton tab current=studio.tab go/> };
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
        </div>
    }
}

/// What the person was told last, at the bottom of the window: there it moves nothing of what they are at.
#[component]
pub(super) fn Toast() -> impl IntoView {
    let studio = expect_context::<Studio>();
    view! {
        <div class={"toast"}>
            <p class={"said"} role="status">{move || studio.said()}</p>
        </div>
    }
}

/// Which of both becomes of the routine, where there is space for one of them beside it.
#[component]
pub(super) fn OutcomeTabs() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    // The focus stays: what has changed is right below.
    let tab =
        move |tab: Tab| view! { <TabButton tab current=studio.outcome go=move |tab| studio.show_part(tab)/> };
    view! {
        <nav class={"studio-tabs outcome-tabs"} aria-label=messages.studio_outcome_tabs()>
            {Tab::OUTCOMES.map(tab).collect_view()}
        </nav>
    }
}

/// The button that brings a part into sight.
#[component]
fn TabButton(
    tab: Tab,
    /// The part that is in sight.
    #[prop(into)]
    current: Signal<Tab>,
    #[prop(into)] go: Callback<Tab>,
) -> impl IntoView {
    let studio = expect_context::<Studio>();
    view! {
        <button
            type="button"
            data-tab=tab.name()
            aria-current=move || (current.get() == tab).then_some("true")
            on:click=move |_| go.run(tab)
        >
            {tab.label(studio.messages)}
        </button>
    }
}
