//! The choices about the routine as a whole.

use supple_core::{Leg, Options, Routine, TIME_BETWEEN_SECONDS};

use super::controls::{stepper, toggle};
use crate::markup::{Element, button, el, text_el};
use crate::text;
use crate::widget::{Topic, Widget};

/// Lengths of holds to choose from, in percent.
const SCALES: [u16; 10] = [50, 75, 100, 125, 150, 200, 300, 500, 750, 1_000];

pub(crate) fn options_panel(widget: Widget) -> Element {
    let own = move || widget.follow(Topic::Options, |model| model.options == Options::default());
    let reset = move || widget.change_options(|options| *options = Options::default());
    let whole = el("div", "options-group")
        .child(partner_toggle(widget))
        .child(first_leg(widget))
        .child(hold_scale(widget));
    let between = el("div", "options-group").children([
        between(widget, "Get ready, seconds", Options::prepare_s, |options, s| options.prepare_s = s),
        between(widget, "Switch legs, seconds", Options::switch_s, |options, s| options.switch_s = s),
        between(widget, "Between repeats, seconds", Options::recover_s, |options, s| options.recover_s = s),
    ]);
    let body = el("div", "options-body")
        .child(whole)
        .child(between)
        .child(button("button small", reset).disabled(own).text("Back to the routine's own"));
    el("details", "options with-scripts")
        .attr("id", "options")
        .child(text_el("summary", "", "Options"))
        .child(body)
}

/// Whether somebody is there to help.
pub(crate) fn partner_toggle(widget: Widget) -> Element {
    toggle(
        "I have a partner",
        move || widget.follow(Topic::Options, |model| model.options.partner),
        move |on| widget.change_options(|options| options.partner = on),
    )
}

fn first_leg(widget: Widget) -> Element {
    let radio = |leg: Leg, label: &'static str| {
        let input = el("input", "")
            .attr("type", "radio")
            .attr("name", "first-leg")
            .property("checked", move || {
                widget.follow(Topic::Options, |model| model.options.first_leg == leg)
            })
            .on("change", move |_| widget.change_options(|options| options.first_leg = leg));
        el("label", "choice").child(input).child(text_el("span", "", label))
    };
    el("fieldset", "choices")
        .child(text_el("legend", "", "First leg"))
        .child(radio(Leg::Left, "Left"))
        .child(radio(Leg::Right, "Right"))
}

fn hold_scale(widget: Widget) -> Element {
    let now = move || widget.follow(Topic::Options, |model| model.options.hold_percent());
    let less = move || SCALES.into_iter().rev().find(|scale| *scale < now());
    let more = move || SCALES.into_iter().find(|scale| *scale > now());
    stepper(
        "Length of holds",
        move || (text::scale(now()), less().is_some(), more().is_some()),
        move |by| {
            if let Some(percent) = if by < 0 { less() } else { more() } {
                widget.change_options(|options| options.hold_percent = percent);
            }
        },
    )
}

fn between(
    widget: Widget,
    label: &'static str,
    read: fn(&Options, &Routine) -> u32,
    write: fn(&mut Options, Option<u32>),
) -> Element {
    let (min, max) = TIME_BETWEEN_SECONDS;
    let now = move || widget.follow(Topic::Options, |model| read(&model.options, &model.routine));
    stepper(
        label,
        move || {
            let now = now();
            (now.to_string(), now > min, now < max)
        },
        move |by| {
            let next = if by < 0 { now() - 1 } else { now() + 1 };
            let own = read(&Options::default(), &widget.routine());
            widget.change_options(|options| write(options, Some(next).filter(|next| *next != own)));
        },
    )
}
