//! What to heed, once before the first session.

use super::heading;
use crate::markup::{Element, button, el};
use crate::parts::facts::list;
use crate::widget::{Screen, Widget};

pub(crate) fn safety(widget: Widget) -> Element {
    el("section", "sheet")
        .attr("aria-labelledby", "safety-title")
        .child(heading("safety-title").text("Before you start"))
        .child(list("ul", "rules", &widget.routine().safety))
        .child(
            el("div", "actions")
                .child(button("button primary", move || widget.safety_read()).text("Got it, start"))
                .child(button("button", move || widget.show(Screen::Overview)).text("Not now")),
        )
}
