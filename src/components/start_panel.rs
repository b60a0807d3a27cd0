//! Beginning: the start buttons, and what there is to know before the first press.
//!
//! A button that is pressed before the widget has arrived opens a note, without any script (`popovertarget`). The loader finds
//! the note open and does what was asked for. Where no loader comes, the note says so after a while: that takes none either.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use supple_core::Exercise;

use crate::components::this_week::ThisWeek;
use crate::durations::seconds_left;
use crate::session_controller::SessionController;
use crate::state::{AppState, Beginning, Leftover, Screen};

/// Stands for the whole routine where start buttons are named by their exercises.
pub(crate) const WHOLE_ROUTINE: &str = "routine";

/// Names the note about the progress.
const PROGRESS: &str = "progress";

/// The big button and what it starts, and below it who may see what is done here, or the session that was left unfinished.
/// Those take the same room, so that one can take the other's place and nothing moves.
#[component]
pub(crate) fn StartPanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let is_empty = Signal::derive(move || state.plan.with(|plan| plan.phases.is_empty()));
    let is_offered = Signal::derive(move || {
        state.leftover.with(|leftover| matches!(leftover, Some(Leftover::Offered(_))))
    });
    view! {
        <div class="start-panel">
            <div class="start-row">
                <div class="stack with-scripts">
                    <button
                        type="button"
                        class="button primary big"
                        class:gone=move || is_offered.get()
                        id=format!("start-{WHOLE_ROUTINE}")
                        popovertarget=format!("wait-{WHOLE_ROUTINE}")
                        popovertargetaction="show"
                        aria-disabled=move || if is_empty.get() { "true" } else { "false" }
                        on:click=instead_of_note(move || session.start(Beginning::At(0)))
                    >
                        {messages.start_routine()}
                    </button>
                    <button
                        type="button"
                        class="button primary big"
                        class:gone=move || !is_offered.get()
                        on:click=move |_| session.resume_leftover()
                    >
                        {messages.leftover_resume()}
                    </button>
                </div>
                <WaitNote id=WHOLE_ROUTINE.to_owned() card=WHOLE_ROUTINE.to_owned()/>
                <button
                    type="button"
                    class="button with-scripts"
                    id="show-progress"
                    popovertarget=format!("wait-{PROGRESS}")
                    popovertargetaction="show"
                    on:click=instead_of_note(move || state.show(Screen::Progress))
                >
                    {messages.progress()}
                </button>
                <WaitNote id=PROGRESS.to_owned()/>
                <p class="without-scripts">{messages.start_without_scripts()}</p>
            </div>
            <Facts/>
            <div class="stack">
                <Trust/>
                <ThisWeek/>
                <LeftoverPanel is_offered/>
            </div>
        </div>
    }
}

/// Starts at a card, where its exercise is in the plan, or does this exercise alone.
#[component]
pub(crate) fn StartFromCard(exercise: Exercise, #[prop(into)] is_planned: Signal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let Exercise { id, name, .. } = exercise;
    let card = id.clone();
    let start = move || {
        if let Some(position) = state.plan.with_untracked(|plan| plan.position_of(&card)) {
            session.start(Beginning::At(position));
        }
    };
    let card = id.clone();
    let start_only = move || {
        if let Some(position) = state.routine().position_of(&card) {
            session.start(Beginning::Only(position));
        }
    };
    view! {
        <div class="actions with-scripts">
            <button
                type="button"
                class="button"
                id=format!("only-{id}")
                aria-label=messages.card_only_of(&name)
                popovertarget=format!("wait-only-{id}")
                popovertargetaction="show"
                on:click=instead_of_note(start_only)
            >
                {messages.card_only()}
            </button>
            <WaitNote id=format!("only-{id}") card=id.clone() only=true/>
            <button
                type="button"
                class="button"
                class:gone=move || !is_planned.get()
                id=format!("start-{id}")
                aria-label=messages.card_start_of(&name)
                popovertarget=format!("wait-card-{id}")
                popovertargetaction="show"
                on:click=instead_of_note(start)
            >
                {messages.card_start()}
            </button>
            <WaitNote id=format!("card-{id}") card=id/>
        </div>
    }
}

/// What a button with a note does once the widget is there: no note has to open any more.
fn instead_of_note(start: impl Fn() + 'static) -> impl Fn(MouseEvent) + 'static {
    move |event| {
        event.prevent_default();
        start();
    }
}

/// Says that the press was noticed, and that the routine starts at this card once the widget has loaded, or does it alone;
/// without a card, that the progress is shown then.
#[component]
fn WaitNote(
    id: String,
    #[prop(optional)] card: Option<String>,
    #[prop(optional)] only: bool,
) -> impl IntoView {
    view! {
        <div
            class="wait"
            popover="auto"
            id=format!("wait-{id}")
            data-card=card
            data-only=only
            role="status"
        >
            {waiting()}
        </div>
    }
}

/// Where no loader comes, the prerendered note says after a few seconds what is wrong (`style/overview.css`).
#[cfg(feature = "ssr")]
fn waiting() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    view! {
        <p>{messages.start_wait()}</p>
        <p class="in-vain">
            {messages.start_wait_in_vain()} " "
            <a href="">{messages.start_wait_again()}</a>
        </p>
    }
}

#[cfg(not(feature = "ssr"))]
fn waiting() -> impl IntoView {
    expect_context::<AppState>().messages.start_wait()
}

/// How long the routine takes, how much of it there is, and what it takes: "8 min · 8 exercises · You'll need a chair".
#[component]
fn Facts() -> impl IntoView {
    let state = expect_context::<AppState>();
    let routine = state.routine();
    let facts = move || {
        state.plan.with(|plan| {
            let needs = state.messages.needs(&plan.equipment(&routine));
            [Some(state.messages.length(plan)), needs].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    view! { <p class="start-facts">{facts}</p> }
}

/// What it costs, and who sees what is done.
#[component]
fn Trust() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let is_gone = move || state.leftover.with(Option::is_some) || state.week.with(Option::is_some);
    view! {
        <div class="trust" class:gone=is_gone>
            <p>{messages.start_free()}</p>
            <p>{messages.start_private()}</p>
        </div>
    }
}

/// The session that was left unfinished, here or in another tab.
#[component]
fn LeftoverPanel(is_offered: Signal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let place = move || {
        let place = state.leftover.with(|leftover| leftover.as_ref().map(|it| place_of(state, it)));
        // Keeps the room that a real one will take.
        place.unwrap_or_else(|| messages.leftover_longest_place().to_owned())
    };
    view! {
        <div class="leftover" class:gone=move || state.leftover.with(Option::is_none)>
            // Each keeps the room of the other: one may need a line more.
            <div class="stack leftover-title">
                <p class:gone=move || !is_offered.get()>{messages.leftover_title()}</p>
                <p class:gone=move || is_offered.get()>{messages.leftover_elsewhere()}</p>
            </div>
            <div class="stack">
                <p class="gone">{messages.leftover_longest_place()}</p>
                <p>{place}</p>
            </div>
            <div class="restart" class:gone=move || !is_offered.get()>
                <button
                    type="button"
                    class="button text"
                    on:click=move |_| session.start(Beginning::At(0))
                >
                    {messages.leftover_restart()}
                </button>
                <p class="soft">{messages.leftover_restart_hint()}</p>
            </div>
        </div>
    }
}

/// "Anchor stretch, left leg · 12 s to go"; empty where the routine is no longer what it was.
fn place_of(state: AppState, leftover: &Leftover) -> String {
    let Some(place) = leftover.session().place(&state.routine()) else { return String::new() };
    let what = state.messages.named_with_side(&place.exercise, place.side);
    let left = place.left_ms.map(|ms| state.messages.leftover_seconds_left(seconds_left(ms)));
    [Some(what), left].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
