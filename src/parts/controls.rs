//! Controls for choosing: a stepper and a switch.

use crate::markup::{Element, Text, button, el, text_el};
use crate::widget::{Model, Topic, Widget};

/// A number that the person chooses. Plain functions, so that all of them share one stepper.
#[derive(Clone)]
pub(crate) struct Choice {
    /// What is chosen.
    pub(crate) label: &'static str,
    /// The exercise that it is about; empty where it is about the routine.
    pub(crate) exercise: String,
    /// The number now, its least and its most.
    pub(crate) read: fn(&Model, &str) -> (u32, u32, u32),
    /// Chooses another number.
    pub(crate) write: fn(&mut Model, &str, u32),
    /// The next number down (-1) or up (1) from one.
    pub(crate) next: fn(u32, i32) -> u32,
    /// The number in words.
    pub(crate) shown: fn(u32) -> String,
}

/// Steps of this size, on a grid of it.
pub(crate) fn by<const STEP: u32>(now: u32, by: i32) -> u32 {
    if by < 0 { now.saturating_sub(STEP) } else { now.saturating_add(STEP) }
}

/// A value between two ends, changed by steps. Named as a group, so that "More" is heard as more of what.
pub(crate) fn stepper(widget: Widget, choice: Choice) -> Element {
    let label = choice.label;
    let (shown, less, more) = (choice.clone(), choice.clone(), choice);
    let read =
        move |choice: &Choice| widget.follow(Topic::Options, |model| (choice.read)(model, &choice.exercise));
    let step_to = |name, sign, by: i32, choice: Choice| {
        let at_end = choice.clone();
        let can = move || {
            let (now, min, max) = read(&at_end);
            if by < 0 { now > min } else { now < max }
        };
        let step = move |by| {
            let (now, min, max) = read(&choice);
            let next = (choice.next)(now, by).clamp(min, max);
            widget.change_options(|model| (choice.write)(model, &choice.exercise, next));
        };
        step_button(name, sign, can, step, by)
    };
    el("div", "stepper")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(text_el("span", "stepper-label", label).attr("aria-hidden", "true"))
        .child(step_to("Less", "−", -1, less))
        .child(el("output", "stepper-value").live_text(move || (shown.shown)(read(&shown).0)))
        .child(step_to("More", "+", 1, more))
}

/// A round button that goes one step, where there is one to go.
pub(crate) fn step_button(
    name: &'static str,
    sign: &'static str,
    can: impl Fn() -> bool + Clone + Send + 'static,
    step: impl Fn(i32) + Send + 'static,
    by: i32,
) -> Element {
    let may = can.clone();
    let press = move || {
        if may() {
            step(by);
        }
    };
    button("step", press).attr("aria-label", name).disabled(move || !can()).text(sign)
}

/// Yes or no, about an exercise or, where that is empty, about the routine.
#[derive(Clone)]
pub(crate) struct Switch {
    /// The exercise that it is about.
    pub(crate) exercise: String,
    /// Whether it is on.
    pub(crate) read: fn(&Model, &str) -> bool,
    /// Turns it on or off.
    pub(crate) write: fn(&mut Model, &str, bool),
}

/// A switch about the options, with its label.
pub(crate) fn option_toggle(widget: Widget, label: impl Into<Text>, switch: Switch) -> Element {
    let now = switch.clone();
    let is_on = move || widget.follow(Topic::Options, |model| (now.read)(model, &now.exercise));
    toggle(label, is_on, move |on| widget.change_options(|model| (switch.write)(model, &switch.exercise, on)))
}

/// A switch with its label.
pub(crate) fn toggle(
    label: impl Into<Text>,
    is_on: impl Fn() -> bool + Clone + Send + 'static,
    turn: impl Fn(bool) + Send + 'static,
) -> Element {
    let now = is_on.clone();
    let input = el("input", "")
        .attr("type", "checkbox")
        .attr("role", "switch")
        .property("checked", now)
        .on("change", move |_| turn(!is_on()));
    el("label", "toggle")
        .child(input)
        .child(el("span", "toggle-track").attr("aria-hidden", "true"))
        .child(text_el("span", "", label))
}

/// One of several that exclude each other, those of the same name.
pub(crate) fn radio(
    name: &'static str,
    label: &'static str,
    is_on: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + Send + 'static,
) -> Element {
    let input = el("input", "")
        .attr("type", "radio")
        .attr("name", name)
        .property("checked", is_on)
        .on("change", move |_| choose());
    el("label", "choice").child(input).child(text_el("span", "", label))
}
