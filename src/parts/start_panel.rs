//! Beginning: the start buttons, and what there is to know before the first press.
//!
//! Pressed before the widget has arrived, a start button opens, without any script, a note that says so
//! (`popovertarget`); the loader finds the note open and starts there.

use supple_core::{Exercise, PhaseKind, Plan, Position, Unfinished};

use super::facts::{facts, live_fact, unseen};
use crate::markup::{Element, Text, button, el, text_el};
use crate::text;
use crate::widget::{Leftover, Model, Screen, Topic, Widget};

/// What the start button of the whole routine is called where cards are named.
pub(crate) const WHOLE: &str = "routine";

/// Starts at a card. Where the exercise is not in the plan, it says so instead.
pub(crate) fn start_button(
    widget: Widget,
    exercise: &Exercise,
    is_planned: impl Fn() -> bool + Clone + Send + 'static,
) -> Element {
    let card = exercise.id.clone();
    let start = move || {
        if let Some(position) = widget.read(|model| model.plan.position_of(&card)) {
            widget.start(position);
        }
    };
    let is_in = is_planned.clone();
    let button = waiting_button("", &exercise.id, start)
        .class_if(is_planned, "button with-scripts", "button with-scripts gone")
        .text("Start here")
        .child(unseen(format!(": {}", exercise.name)));
    let note = text_el("p", "", "Left out").class_if(is_in, "left-out-note gone", "left-out-note");
    el("div", "stack").child(button).child(note).child(wait_note(&exercise.id))
}

fn waiting_button(class: &'static str, card: &str, press: impl FnMut() + Send + 'static) -> Element {
    button(class, press)
        .attr("id", format!("start-{card}"))
        .attr("popovertarget", format!("wait-{card}"))
        .attr("popovertargetaction", "show")
}

/// The note that a press is kept until the widget has arrived.
fn wait_note(card: &str) -> Element {
    text_el("div", "wait", "One moment: your routine is getting ready.")
        .attr("popover", "auto")
        .attr("id", format!("wait-{card}"))
        .attr("data-card", card.to_owned())
        .attr("role", "status")
}

/// The big button, and beneath it the facts, or the session that was left behind. Both take the same room, so
/// that one can take the other's place without anything moving.
pub(crate) fn start_panel(widget: Widget) -> Element {
    let of_plan = move |read: fn(&Plan) -> String| move || widget.follow(Topic::Options, |m| read(&m.plan));
    let nothing_left = move || widget.follow(Topic::Options, |model| model.plan.phases.is_empty());
    let has_leftover = move || widget.follow(Topic::Leftover, |model| model.leftover.is_some());
    let row = el("div", "start-row")
        .child(
            waiting_button("button primary big with-scripts", WHOLE, move || widget.start(0))
                .disabled(nothing_left)
                .text("Start routine"),
        )
        .child(wait_note(WHOLE))
        .child(
            button("button with-scripts", move || widget.show(Screen::Progress))
                .attr("id", "show-progress")
                .text("Progress"),
        )
        .child(text_el(
            "p",
            "without-scripts",
            "The guided timer needs JavaScript. Everything you need to know is below.",
        ));
    let ready = el("div", "")
        .class_if(has_leftover, "ready gone", "ready")
        .child(facts([
            live_fact("Total time", of_plan(|plan| about(plan) + &text::about(plan.total_ms()))),
            live_fact("Exercises", of_plan(|plan| plan.exercises.len().to_string())),
            live_fact(
                "In holds",
                of_plan(|plan| about(plan) + &text::clock(plan.total_of_ms(PhaseKind::Hold) / 1_000)),
            ),
        ]))
        .child(text_el("p", "", "Your progress stays on this device, for nobody but you."));
    let stack = el("div", "stack").child(ready).child(leftover_panel(widget));
    el("div", "start-panel").child(row).child(stack)
}

fn about(plan: &Plan) -> String {
    text::estimate(plan.is_estimate()).to_owned()
}

fn leftover_panel(widget: Widget) -> Element {
    let is_elsewhere = move || {
        widget.follow(Topic::Leftover, |model| matches!(model.leftover, Some(Leftover::Elsewhere(_))))
    };
    let title = move || if is_elsewhere() { "Running in another tab" } else { "You stopped in the middle" };
    let place = move || widget.follow(Topic::Leftover, place);
    let resume = move || {
        if let Some(Leftover::Offered(session)) = widget.read(|model| model.leftover.clone()) {
            widget.take_up(session);
        }
    };
    let is_gone = move || widget.follow(Topic::Leftover, |model| model.leftover.is_none());
    el("div", "")
        .class_if(is_gone, "leftover gone", "leftover")
        .child(el("p", "leftover-title").live_text(title))
        .child(
            el("div", "stack").child(text_el("p", "gone", LONGEST_PLACE)).child(el("p", "").live_text(place)),
        )
        .child(
            el("div", "")
                .class_if(move || is_gone() || is_elsewhere(), "actions gone", "actions")
                .child(button("button primary", resume).text("Go on from there"))
                .child(button("button", move || widget.discard_leftover()).text("Discard")),
        )
}

/// Keeps the room that a real one will take.
const LONGEST_PLACE: &str = "Seated stretch, one leg · Right leg · 20 s left";

/// "Anchor stretch · Left leg · 12 s left".
fn place(model: &Model) -> Text {
    match &model.leftover {
        Some(Leftover::Offered(session) | Leftover::Elsewhere(session)) => place_of(model, session).into(),
        None => LONGEST_PLACE.into(),
    }
}

fn place_of(model: &Model, session: &Unfinished) -> String {
    let plan = Plan::new(&model.routine, &session.options);
    let Some(phase) = plan.phases.get(session.position.phase) else { return String::new() };
    let Position { extended_ms, elapsed_ms, cut_ms, .. } = session.position;
    let left_ms = (phase.duration_ms + extended_ms).saturating_sub(elapsed_ms).saturating_sub(cut_ms);
    let left = if phase.open { String::new() } else { format!(" · {} s left", text::seconds_left(left_ms)) };
    let name = plan.exercises.get(phase.exercise).map_or("", |exercise| exercise.name.as_str());
    match phase.side.leg() {
        "" => format!("{name}{left}"),
        leg => format!("{name} · {leg}{left}"),
    }
}
