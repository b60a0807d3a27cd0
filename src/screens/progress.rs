//! What all sessions came to: a month of days, the streak, the seconds for each leg, the list.

use leptos::prelude::*;
use supple_core::{Held, Progress, SessionRecord};

use super::heading;
use crate::browser::{address, clock, dates};
use crate::markup::{Element, button, el, text_el};
use crate::parts::backup::backup;
use crate::parts::calendar::calendar;
use crate::parts::facts::{fact, facts};
use crate::text;
use crate::widget::{Screen, Topic, Widget};

/// How many sessions are listed at a time.
const LISTED: i32 = 20;

pub(crate) fn progress(widget: Widget) -> Element {
    let back = button("button primary", move || widget.show(Screen::Overview)).text("Back to the routine");
    el("section", "sheet progress")
        .attr("aria-labelledby", "progress-title")
        .child(heading("progress-title").text("Progress"))
        .live_children(move || from_log(widget))
        .child(backup(widget))
        .child(el("div", "actions").child(back).maybe(reminder(widget)))
}

/// The way to the page that makes a reminder. It is used once, so that it is no part of the widget.
fn reminder(widget: Widget) -> Option<Element> {
    let address = widget.read(|model| {
        let site = model.site.as_ref()?;
        let minutes = model.plan.total_ms().div_ceil(60_000);
        let (title, link) = (address::escaped(&model.routine.name), address::escaped(&address::of_page()));
        Some(format!("{site}reminder/#minutes={minutes}&title={title}&link={link}"))
    })?;
    Some(
        text_el("a", "button", "Set a reminder")
            .attr("href", address)
            .attr("target", "_blank")
            .attr("rel", "noopener"),
    )
}

/// All that is computed from the log, and again when sessions are added to it here.
fn from_log(widget: Widget) -> Vec<Element> {
    let today = clock::today();
    let (log, lang) =
        widget.follow(Topic::Log, |model| (model.store.log(clock::now().wall_ms), model.lang.clone()));
    widget.show_notices();
    let progress = Progress::of(&log, today);
    let held = |held: Held| format!("{} · {}", text::seconds(held.left_ms), text::seconds(held.right_ms));
    let days = facts([
        fact("Streak", text::days(progress.current_streak)),
        fact("Longest streak", text::days(progress.longest_streak)),
        fact("Days done", progress.days.len().to_string()),
    ]);
    let seconds = facts([
        fact("This week, left · right", held(progress.week)),
        fact("In total, left · right", held(progress.total)),
    ]);
    vec![days, seconds, calendar(progress, today, lang.clone()), session_list(widget, log, lang)]
}

fn session_list(widget: Widget, mut log: Vec<SessionRecord>, lang: String) -> Element {
    log.reverse();
    let count = log.len();
    let shown = RwSignal::new(LISTED);
    let items =
        move || log.iter().take(some(shown.get())).map(|session| item(widget, session, &lang)).collect();
    let more = button("button small", move || shown.update(|shown| *shown += LISTED))
        .flag("hidden", move || some(shown.get()) >= count)
        .text("Show more");
    el("section", "")
        .attr("aria-labelledby", "sessions-title")
        .child(text_el("h3", "heading", "Sessions").attr("id", "sessions-title"))
        .maybe((count == 0).then(|| text_el("p", "", "None yet. Your first one will stand here.")))
        .child(el("ul", "sessions").live_children(items))
        .child(more)
}

fn some(shown: i32) -> usize {
    usize::try_from(shown).unwrap_or(0)
}

fn item(widget: Widget, session: &SessionRecord, lang: &str) -> Element {
    let held = Held::of(&session.entries);
    let early = if session.complete { "" } else { " · in part" };
    let (left, right) = (text::seconds(held.left_ms), text::seconds(held.right_ms));
    let too_much = widget.read(|model| text::too_much(&model.routine, &session.entries));
    el("li", "")
        .child(text_el("span", "when", dates::moment(session, lang)))
        .child(text_el("span", "", format!("Left {left} · right {right}{early}")))
        .maybe((!too_much.is_empty()).then(|| text_el("span", "much soft", too_much)))
}
