//! The cards, and everything there is to read. Prerendered, so nothing here may ask the browser anything before
//! somebody presses something.

use supple_core::{Routine, Section};

use crate::markup::{Element, el, text_el};
use crate::parts::card::card;
use crate::parts::facts::{cited, list};
use crate::parts::figure::{MUSCLES, figure};
use crate::parts::options::options_panel;
use crate::parts::start_panel::start_panel;
use crate::widget::Widget;

pub(crate) fn overview(widget: Widget) -> Vec<Element> {
    let routine = widget.routine();
    let intro = el("div", "intro")
        .child(text_el("h2", "title", routine.name.clone()))
        .child(text_el("p", "tagline", routine.tagline.clone()))
        .child(text_el("p", "summary", routine.summary.clone()));
    let hero = el("div", "hero").child(intro).child(start_panel(widget)).child(options_panel(widget));
    let mut parts = vec![hero];
    let mut number = 1;
    for part in &routine.sections {
        parts.push(section(widget, part, number));
        number += part.exercises.len();
    }
    parts.push(about(&routine));
    parts
}

fn section(widget: Widget, section: &Section, first_number: usize) -> Element {
    let id = format!("section-{}", section.id);
    let head = el("div", "section-head")
        .child(text_el("h3", "heading", section.name.clone()).attr("id", id.clone()))
        .child(text_el("p", "", section.summary.clone()));
    let cards = section.exercises.iter().zip(first_number..);
    el("section", "section")
        .attr("aria-labelledby", id)
        .child(head)
        .child(el("div", "cards").children(cards.map(|(exercise, number)| card(widget, exercise, number))))
}

fn about(routine: &Routine) -> Element {
    let why =
        routine.why.iter().map(|note| cited(text_el("p", "", note.text.clone()), routine, &note.references));
    let muscles = routine.muscles.iter().map(|muscle| {
        el("div", "muscle").child(text_el("dt", "", muscle.name.clone())).child(cited(
            text_el("dd", "", muscle.text.clone()),
            routine,
            &muscle.references,
        ))
    });
    let references = routine.references.iter().map(|reference| {
        let date = if reference.date.is_empty() { String::new() } else { format!(", {}", reference.date) };
        el("li", "")
            .child(
                text_el("a", "", reference.title.clone())
                    .attr("href", reference.url.clone())
                    .attr("rel", "noopener"),
            )
            .text(format!(". {}{date}.", reference.source))
    });
    el("div", "about")
        .child(part("", "why-title", "Why it works").children(why))
        .child(part("", "benefits-title", "What you gain").child(list("ul", "benefits", &routine.benefits)))
        .child(
            part(" wide", "muscles-title", "The muscles")
                .child(text_el("p", "", routine.anatomy.clone()))
                .child(figure(MUSCLES))
                .child(el("dl", "muscles").children(muscles)),
        )
        .child(part(" safety", "safety-always-title", "Safety").child(list("ul", "rules", &routine.safety)))
        .child(part("", "references-title", "References").child(el("ol", "references").children(references)))
}

fn part(class: &'static str, id: &'static str, name: &'static str) -> Element {
    el("section", "")
        .attr("class", format!("about-part{class}"))
        .attr("aria-labelledby", id)
        .child(text_el("h3", "heading", name).attr("id", id))
}
