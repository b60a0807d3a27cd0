//! A hold was too much. It has stopped, and goes on only when the person says how.

use supple_core::Command;

use super::heading;
use crate::browser::keyboard::{self, Key};
use crate::markup::{Element, button, el, text_el};
use crate::text;
use crate::widget::Widget;

/// What there is to do now, and what each does. Nobody is to find the right one first, so none is.
const WAYS: [(&str, Command); 4] = [
    ("Ease off and go on", Command::Resume),
    ("Shorter hold", Command::Shorten),
    ("Skip", Command::Next),
    ("End", Command::Stop),
];

pub(crate) fn ease(widget: Widget) -> Element {
    let what = widget.read(|model| {
        let last = model.session.as_ref().and_then(|session| session.entries().last());
        last.map(|entry| text::exercise_and_leg(&model.routine, entry)).unwrap_or_default()
    });
    // Without a timer every hold is as short as the person likes.
    let open = widget.snapshot().is_some_and(|snapshot| snapshot.open);
    let ways = WAYS.into_iter().filter(|(_, way)| !open || *way != Command::Shorten);
    let way = |(name, command)| button("button big", move || widget.go_on(command)).text(name);
    el("section", "sheet")
        .attr("aria-labelledby", "ease-title")
        .on("keydown", move |event| {
            if keyboard::take(&event) == Some(Key::Escape) {
                widget.command(Command::Stop);
            }
        })
        .child(heading("ease-title").text("Ease off"))
        .child(text_el("p", "totals", what))
        .child(text_el("p", "lead", "Come out of it slowly, and breathe. A stretch may pull, but it should never hurt. Nothing goes on until you choose."))
        .child(el("div", "ways").children(ways.map(way)))
}
