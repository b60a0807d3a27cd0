//! Beginning: the start buttons, and what there is to know before the first press.
//!
//! A button that is pressed before the widget has arrived opens a note, without any script (`popovertarget`). The loader finds
//! the note open and does what was asked for. Where no loader comes, the note says so after a while: that takes none either.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use supple_core::{Exercise, PhaseKind, Plan};

use crate::components::description_list::{Description, DescriptionList};
use crate::components::visually_hidden::VisuallyHidden;
use crate::durations::{clock_face, seconds_left};
use crate::session_controller::SessionController;
use crate::state::{AppState, Leftover, Screen};

/// Stands for the whole routine where start buttons are named by their exercises.
pub(crate) const WHOLE_ROUTINE: &str = "routine";

/// Names the note about the progress.
const PROGRESS: &str = "progress";

/// The big button, and below it the facts, or the session that was left unfinished. Both take the same room, so that one can take
/// the other's place and nothing moves.
#[component]
pub(crate) fn StartPanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let is_empty = Signal::derive(move || state.plan.with(|plan| plan.phases.is_empty()));
    view! {
        <div class="start-panel">
            <div class="start-row">
                <button
                    type="button"
                    class="button primary big with-scripts"
                    id=format!("start-{WHOLE_ROUTINE}")
                    popovertarget=format!("wait-{WHOLE_ROUTINE}")
                    popovertargetaction="show"
                    aria-disabled=move || if is_empty.get() { "true" } else { "false" }
                    on:click=instead_of_note(move || session.start(0))
                >
                    {messages.start_routine()}
                </button>
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
            <div class="stack">
                <Facts/>
                <LeftoverPanel/>
            </div>
        </div>
    }
}

/// Starts at a card. Where the exercise is not in the plan, it says so instead.
#[component]
pub(crate) fn StartHere(exercise: Exercise, #[prop(into)] is_planned: Signal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let Exercise { id, name, .. } = exercise;
    let card = id.clone();
    let start = move || {
        if let Some(position) = state.plan.with_untracked(|plan| plan.position_of(&card)) {
            session.start(position);
        }
    };
    view! {
        <div class="stack">
            <button
                type="button"
                class="button with-scripts"
                class:gone=move || !is_planned.get()
                id=format!("start-{id}")
                popovertarget=format!("wait-card-{id}")
                popovertargetaction="show"
                on:click=instead_of_note(start)
            >
                {messages.card_start()}
                <VisuallyHidden text=format!(": {name}")/>
            </button>
            <p class="left-out-note" class:gone=move || is_planned.get()>
                {messages.card_left_out()}
            </p>
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

/// Says that the press was noticed, and that the routine starts at this card once the widget has loaded; without a card, that
/// the progress is shown then.
#[component]
fn WaitNote(id: String, #[prop(optional)] card: Option<String>) -> impl IntoView {
    view! {
        <div class="wait" popover="auto" id=format!("wait-{id}") data-card=card role="status">
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

/// How long the routine takes, and what it consists of.
#[component]
fn Facts() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let of_plan = move |read: fn(AppState, &Plan) -> String| {
        Signal::derive(move || state.plan.with(|plan| read(state, plan)))
    };
    let total = |state: AppState, plan: &Plan| {
        let messages = state.messages;
        messages.estimated(plan.is_estimate(), messages.rounded_duration(plan.total_ms()))
    };
    let in_holds = |state: AppState, plan: &Plan| {
        let time = clock_face(plan.total_of_ms(PhaseKind::Hold) / 1_000);
        state.messages.estimated(plan.is_estimate(), time)
    };
    let has_leftover = move || state.leftover.with(Option::is_some);
    view! {
        <div class="ready" class:gone=has_leftover>
            <DescriptionList>
                <Description term=messages.start_total() value=of_plan(total)/>
                <Description
                    term=messages.start_exercises()
                    value=of_plan(|_, plan| plan.exercises.len().to_string())
                />
                <Description term=messages.start_in_holds() value=of_plan(in_holds)/>
            </DescriptionList>
            <p>{messages.start_private()}</p>
        </div>
    }
}

/// The session that was left unfinished, here or in another tab.
#[component]
fn LeftoverPanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let is_gone = Signal::derive(move || state.leftover.with(Option::is_none));
    let is_elsewhere = Signal::derive(move || {
        state.leftover.with(|leftover| matches!(leftover, Some(Leftover::Elsewhere(_))))
    });
    let title = move || {
        if is_elsewhere.get() { messages.leftover_elsewhere() } else { messages.leftover_title() }
    };
    let place = move || {
        let place = state.leftover.with(|leftover| leftover.as_ref().map(|it| place_of(state, it)));
        // Keeps the room that a real one will take.
        place.unwrap_or_else(|| messages.leftover_longest_place().to_owned())
    };
    view! {
        <div class="leftover" class:gone=move || is_gone.get()>
            <p class="leftover-title">{title}</p>
            <div class="stack">
                <p class="gone">{messages.leftover_longest_place()}</p>
                <p>{place}</p>
            </div>
            <div class="actions" class:gone=move || is_gone.get() || is_elsewhere.get()>
                <button type="button" class="button primary" on:click=move |_| session.resume_leftover()>
                    {messages.leftover_resume()}
                </button>
                <button type="button" class="button" on:click=move |_| session.discard_leftover()>
                    {messages.leftover_discard()}
                </button>
            </div>
        </div>
    }
}

/// "Anchor stretch · Left leg · 12 s left"; empty where the routine is no longer what it was.
fn place_of(state: AppState, leftover: &Leftover) -> String {
    let Some(place) = leftover.session().place(&state.routine()) else { return String::new() };
    let side = state.messages.side(place.side).map(str::to_owned);
    let left = place.left_ms.map(|ms| state.messages.leftover_seconds_left(seconds_left(ms)));
    [Some(place.exercise), side, left].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
