//! Controls for choosing: a stepper and a switch.

use crate::markup::{Element, Text, button, el, text_el};

/// A value between two ends, changed by steps. Named as a group, so that "More" is heard as more of what.
///
/// `value` gives it in words, and whether there is less and more to be had; `step` goes one down (-1) or up (1).
pub(crate) fn stepper(
    label: &'static str,
    value: impl Fn() -> (String, bool, bool) + Clone + Send + 'static,
    step: impl Fn(i32) + Clone + Send + 'static,
) -> Element {
    let (shown, less, more) = (value.clone(), value.clone(), value);
    el("div", "stepper")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(text_el("span", "stepper-label", label).attr("aria-hidden", "true"))
        .child(step_button("Less", "−", move || less().1, step.clone(), -1))
        .child(el("output", "stepper-value").live_text(move || shown().0))
        .child(step_button("More", "+", move || more().2, step, 1))
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

/// Yes or no.
pub(crate) fn toggle(
    label: impl Into<Text>,
    is: impl Fn() -> bool + Clone + Send + 'static,
    set: impl Fn(bool) + Send + 'static,
) -> Element {
    let now = is.clone();
    let input = el("input", "")
        .attr("type", "checkbox")
        .attr("role", "switch")
        .property("checked", is)
        .on("change", move |_| set(!now()));
    el("label", "toggle")
        .child(input)
        .child(el("span", "toggle-track").attr("aria-hidden", "true"))
        .child(text_el("span", "", label))
}
