//! The choices about the routine as a whole.

use supple_core::{HOLD_PERCENT, Leg, Options, TIME_BETWEEN_SECONDS};

use super::carriers::carriers;
use super::controls::{Choice, Switch, by, option_toggle, radio, stepper};
use crate::markup::{Element, button, el, text_el};
use crate::text;
use crate::widget::{Model, Topic, Widget};

/// Lengths of holds to choose from, in percent.
const SCALES: [u16; 10] = [50, 75, 100, 125, 150, 200, 300, 500, 750, 1_000];

pub(crate) fn options_panel(widget: Widget) -> Element {
    let own = move || widget.follow(Topic::Options, |model| model.options == Options::default());
    let reset = move || widget.change_options(|model| model.options = Options::default());
    let whole = el("div", "options-group")
        .child(partner_toggle(widget))
        .child(first_leg(widget))
        .child(stepper(widget, hold_scale()))
        .child(own_pace_toggle(widget));
    let between = el("div", "options-group").children(between().map(|choice| stepper(widget, choice)));
    let body = el("div", "options-body")
        .child(whole)
        .child(between)
        .child(carriers(widget))
        .child(button("button small", reset).disabled(own).text("Back to the routine's own"));
    el("details", "options with-scripts")
        .attr("id", "options")
        .child(text_el("summary", "", "Options"))
        .child(body)
}

/// Whether somebody is there to help.
pub(crate) fn partner_toggle(widget: Widget) -> Element {
    let switch = Switch {
        exercise: String::new(),
        read: |model, _| model.options.partner,
        write: |model, _, on| model.options.partner = on,
    };
    option_toggle(widget, "I have a partner", switch)
}

/// For who needs more time, or less.
fn own_pace_toggle(widget: Widget) -> Element {
    let switch = Switch {
        exercise: String::new(),
        read: |model, _| model.options.own_pace,
        write: |model, _, on| model.options.own_pace = on,
    };
    option_toggle(widget, "No timer: I tap when I'm done", switch)
}

fn first_leg(widget: Widget) -> Element {
    let radio = |leg: Leg, label: &'static str| {
        let is_on = move || widget.follow(Topic::Options, |model| model.options.first_leg == leg);
        radio("first-leg", label, is_on, move || widget.change_options(|model| model.options.first_leg = leg))
    };
    el("fieldset", "choices")
        .child(text_el("legend", "", "First leg"))
        .child(radio(Leg::Left, "Left"))
        .child(radio(Leg::Right, "Right"))
}

fn hold_scale() -> Choice {
    Choice {
        label: "Length of holds",
        exercise: String::new(),
        read: |model, _| (model.options.hold_percent().into(), HOLD_PERCENT.0.into(), HOLD_PERCENT.1.into()),
        write: |model, _, next| model.options.hold_percent = u16::try_from(next).unwrap_or(HOLD_PERCENT.1),
        next: |now, by| {
            let mut scales = SCALES.into_iter().map(u32::from);
            let next =
                if by < 0 { scales.rfind(|scale| *scale < now) } else { scales.find(|scale| *scale > now) };
            next.unwrap_or(now)
        },
        shown: text::scale,
    }
}

/// Times between: the routine's own is what nobody chose.
fn between() -> [Choice; 3] {
    type Read = fn(&Model, &str) -> (u32, u32, u32);
    type Write = fn(&mut Model, &str, u32);
    let choice = |label, read: Read, write: Write| Choice {
        label,
        exercise: String::new(),
        read,
        write,
        next: by::<1>,
        shown: |seconds| seconds.to_string(),
    };
    [
        choice(
            "Get ready, seconds",
            |model, _| within(model.options.prepare_s(&model.routine)),
            |model, _, next| model.options.prepare_s = unless(next, model.routine.times.prepare_s),
        ),
        choice(
            "Switch legs, seconds",
            |model, _| within(model.options.switch_s(&model.routine)),
            |model, _, next| model.options.switch_s = unless(next, model.routine.times.switch_s),
        ),
        choice(
            "Between repeats, seconds",
            |model, _| within(model.options.recover_s(&model.routine)),
            |model, _, next| model.options.recover_s = unless(next, model.routine.times.recover_s),
        ),
    ]
}

fn within(now: u32) -> (u32, u32, u32) {
    (now, TIME_BETWEEN_SECONDS.0, TIME_BETWEEN_SECONDS.1)
}

fn unless(next: u32, own: u32) -> Option<u32> {
    Some(next).filter(|next| *next != own)
}
