//! The log as a file: saving one, adding from one.

use crate::backup::Adding;
use crate::browser::focus;
use crate::markup::{Element, button, el, text_el};
use crate::widget::{Topic, Widget};

pub(crate) fn backup(widget: Widget) -> Element {
    // What was said at an earlier visit of the screen is old news.
    widget.model_mut().adding = Adding::Nothing;
    let input = el("input", "")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| widget.backup_chosen(&event));
    let has_site = widget.read(|model| model.site.is_some());
    let actions = el("div", "actions")
        .child(button("button", move || widget.save_backup()).text("Save a backup file"))
        .maybe(
            has_site.then(|| button("button", move || widget.hand_off()).text("Take it to another device")),
        )
        .child(el("label", "button file").text("Add from a backup file").child(input));
    let news = move || widget.follow(Topic::Adding, |model| news(&model.adding)).into_iter().collect();
    let offered =
        move || widget.follow(Topic::Adding, |model| matches!(model.adding, Adding::Offered { .. }));
    let answers = move || {
        let answers = || {
            el("div", "actions")
                .child(button("button primary", move || widget.add_backup()).text("Add them"))
                .child(button("button", move || widget.leave_backup()).text("Leave it"))
        };
        offered().then(answers).into_iter().collect()
    };
    el("section", "aside")
        .attr("aria-labelledby", "backup-title")
        .child(text_el("h3", "heading", "Backup").attr("id", "backup-title"))
        .child(text_el(
            "p",
            "soft",
            "The file holds the log of this device and nothing else. Keep it, or add it on another device.",
        ))
        .child(actions)
        .child(el("div", "").attr("role", "status").live_children(news))
        .live_children(answers)
}

fn news(adding: &Adding) -> Option<Element> {
    let (text, pressed) = match adding {
        Adding::Nothing => return None,
        Adding::Offered { text, .. } => (text, false),
        Adding::Told { text, pressed } => (text, *pressed),
    };
    let news = text_el("p", "news", text.clone());
    Some(if pressed { news.attr("tabindex", "-1").shown(focus::take_in_place) } else { news })
}
