//! One file a screen, and the switch between them.

mod ease;
mod finish;
mod overview;
mod player;
mod progress;
mod safety;

use leptos::prelude::*;

use crate::browser::focus;
use crate::markup::{Element, button, el, text_el};
use crate::widget::{Screen, Topic, Widget};

/// The whole widget. The overview stays where it is under the other screens, so that coming back finds it as it
/// was left, down to the button that was pressed.
#[component]
pub(crate) fn App(widget: Widget) -> impl IntoView {
    let screen = move || widget.follow(Topic::Screen, |model| model.screen);
    let other = move || match screen() {
        Screen::Overview => None,
        Screen::Safety { .. } => Some(safety::safety(widget)),
        Screen::Player => Some(player::player(widget)),
        Screen::Ease => Some(ease::ease(widget)),
        Screen::Finish => finish::finish(widget),
        Screen::Progress => Some(progress::progress(widget)),
    };
    let give_focus_back = move || {
        let is_overview = screen() == Screen::Overview;
        let pressed = widget.model_mut().pressed.take_if(|_| is_overview);
        if let Some(pressed) = pressed {
            focus::give_back(&pressed);
        }
    };
    // In this order: the overview has to be visible before anything in it can have the focus.
    let overview =
        el("div", "overview").flag("hidden", move || screen() != Screen::Overview).follow(give_focus_back);
    el("div", "screens")
        .child(notices(widget))
        .child(overview.children(overview::overview(widget)))
        .live_children(move || other().into_iter().collect())
}

/// A heading that takes the focus when its screen appears, and brings the top of the widget into sight.
pub(crate) fn heading(id: &'static str) -> Element {
    el("h2", "heading").attr("id", id).attr("tabindex", "-1").shown(focus::take_shown)
}

/// Things the person must be told, over the screen and not in its flow, so that nothing moves.
fn notices(widget: Widget) -> Element {
    let notices = move || {
        let texts = widget.follow(Topic::Notices, |model| model.notices.clone());
        if texts.is_empty() {
            return Vec::new();
        }
        let dismiss = move || widget.change(Topic::Notices, |model| model.notices.clear());
        let notice = el("div", "notice")
            .children(texts.into_iter().map(|text| text_el("p", "", text)))
            .child(button("button small", dismiss).text("OK"));
        vec![notice]
    };
    el("div", "notices").attr("role", "status").live_children(notices)
}
