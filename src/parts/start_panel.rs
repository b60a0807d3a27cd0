//! Beginning: the start buttons, and what there is to know before the first press.

use leptos::prelude::*;
use supple_core::Unfinished;

use crate::text;
use crate::widget::{Leftover, Screen, Widget};

/// What the start button of the whole routine is called where cards are named.
const WHOLE: &str = "routine";

/// Starts at a card. Pressed before the widget has arrived it opens, without any script, a note that says so;
/// the loader finds the note open and starts there.
#[component]
pub(crate) fn StartButton(
    widget: Widget,
    card: String,
    name: String,
    #[prop(into)] is_planned: Signal<bool>,
) -> impl IntoView {
    let wait = format!("wait-{card}");
    let id = format!("start-{card}");
    let card = StoredValue::new(card);
    let start = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let position = widget.plan.with_untracked(|plan| card.with_value(|card| plan.position_of(card)));
        if let Some(position) = position {
            widget.start(position);
        }
    };
    view! {
        <button
            type="button"
            id=id
            class="button with-scripts"
            hidden=move || !is_planned.get()
            popovertarget=wait.clone()
            popovertargetaction="show"
            on:click=start
        >
            "Start here" <span class="visually-hidden">": " {name}</span>
        </button>
        <p class="left-out-note" hidden=is_planned>"Left out"</p>
        <Wait id=wait card=card.get_value()/>
    }
}

/// The note that a press is kept until the widget has arrived.
#[component]
fn Wait(id: String, card: String) -> impl IntoView {
    view! {
        <div popover="auto" class="wait" id=id data-card=card role="status">
            "One moment: your routine is getting ready."
        </div>
    }
}

/// The big button, and beneath it the facts, or the session that was left behind. Both take the same room, so
/// that one can take the other's place without anything moving.
#[component]
pub(crate) fn StartPanel(widget: Widget) -> impl IntoView {
    let total = Memo::new(move |_| widget.plan.with(supple_core::Plan::total_ms));
    let count = Memo::new(move |_| widget.plan.with(|plan| plan.exercises.len()));
    let held = Memo::new(move |_| widget.plan.with(|plan| plan.total_of_ms(supple_core::PhaseKind::Hold)));
    let nothing_left = move || count.get() == 0;
    let start = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        widget.start(0);
    };
    view! {
        <div class="start-panel">
            <div class="start-row">
                <button
                    type="button"
                    id="start-routine"
                    class="button primary big with-scripts"
                    popovertarget="wait-routine"
                    popovertargetaction="show"
                    aria-disabled=move || nothing_left().to_string()
                    on:click=start
                >
                    "Start routine"
                </button>
                <Wait id="wait-routine".to_owned() card=WHOLE.to_owned()/>
                <button
                    type="button"
                    id="show-progress"
                    class="button with-scripts"
                    on:click=move |_| widget.screen.set(Screen::Progress)
                >
                    "Progress"
                </button>
                <p class="without-scripts">
                    "The guided timer needs JavaScript. Everything you need to know is below."
                </p>
            </div>
            <div class="stack">
                <div class="ready" class:gone=move || widget.leftover.with(Option::is_some)>
                    <dl class="facts">
                        <div><dt>"Total time"</dt><dd>{move || text::about(total.get())}</dd></div>
                        <div><dt>"Exercises"</dt><dd>{count}</dd></div>
                        <div><dt>"In holds"</dt><dd>{move || text::seconds(held.get())}</dd></div>
                    </dl>
                    <p>"Your progress stays on this device, for nobody but you."</p>
                </div>
                <LeftoverPanel widget/>
            </div>
        </div>
    }
}

#[component]
fn LeftoverPanel(widget: Widget) -> impl IntoView {
    let elsewhere = move || matches!(widget.leftover.get(), Some(Leftover::Elsewhere(_)));
    let where_it_is = move || match widget.leftover.get() {
        Some(Leftover::Offered(session) | Leftover::Elsewhere(session)) => place(widget, &session),
        // Keeps the room that a real one will take.
        None => "Seated stretch, one leg · Right leg · 20 s left".to_owned(),
    };
    let resume = move |_| {
        if let Some(Leftover::Offered(session)) = widget.leftover.get_untracked() {
            widget.take_up(session);
        }
    };
    view! {
        <div class="leftover" class:gone=move || widget.leftover.with(Option::is_none)>
            <p class="leftover-title">
                {move || if elsewhere() { "Running in another tab" } else { "You stopped in the middle" }}
            </p>
            <p>{where_it_is}</p>
            <div class="actions" class:gone=elsewhere>
                <button type="button" class="button primary" on:click=resume>"Go on from there"</button>
                <button type="button" class="button" on:click=move |_| widget.discard_leftover()>"Discard"</button>
            </div>
        </div>
    }
}

/// "Anchor stretch · Left leg · 12 s left".
fn place(widget: Widget, session: &Unfinished) -> String {
    let plan = widget.routine.with_value(|routine| supple_core::Plan::new(routine, &session.options));
    let Some(phase) = plan.phases.get(session.position.phase) else { return String::new() };
    let name = plan.exercises.get(phase.exercise).map_or("", |exercise| exercise.name.as_str());
    let duration_ms = phase.duration_ms + session.position.extended_ms;
    let left = text::seconds_left(duration_ms.saturating_sub(session.position.elapsed_ms));
    let leg = text::leg(phase.side);
    let parts = [name, leg].into_iter().filter(|part| !part.is_empty());
    parts.map(|part| format!("{part} · ")).collect::<String>() + &format!("{left} s left")
}
