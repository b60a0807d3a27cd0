//! One exercise as a card: whole without scripts, and without its picture.

use supple_core::{Exercise, Plan, Variation};

use super::adjust::adjust;
use super::controls::{Switch, option_toggle};
use super::facts::{list, note};
use super::figure::figure;
use super::options::partner_toggle;
use super::start_panel::start_button;
use crate::markup::{Element, el, text_el};
use crate::text;
use crate::widget::{Topic, Widget};

pub(crate) fn card(widget: Widget, exercise: &Exercise, number: usize) -> Element {
    let heading = format!("exercise-{}", exercise.id);
    let id = exercise.id.clone();
    let is_planned = move || widget.follow(Topic::Options, |model| model.plan.position_of(&id).is_some());
    let is_in = is_planned.clone();
    let id_of_dose = exercise.id.clone();
    let dose = move || {
        widget.follow(Topic::Options, |model| {
            let Some(exercise) = model.routine.exercise(&id_of_dose) else { return String::new() };
            let card = Plan::card(&model.routine, &model.options, exercise);
            card.exercises.first().map(text::dose).unwrap_or_default()
        })
    };
    let head = el("header", "card-head")
        .child(text_el("span", "number", number.to_string()).attr("aria-hidden", "true"))
        .child(text_el("h4", "card-name", exercise.name.clone()).attr("id", heading.clone()))
        .child(el("p", "dose").live_text(dose));
    let foot = el("footer", "card-foot")
        .child(start_button(widget, exercise, is_planned))
        .child(adjust(widget, exercise));
    el("article", "")
        .class_if(is_in, "card", "card left-out")
        .attr("aria-labelledby", heading)
        .child(head)
        .child(figure(&exercise.id))
        .maybe(non_empty(&exercise.summary).map(|text| text_el("p", "card-summary", text)))
        .maybe(
            non_empty(&exercise.needs).map(|text| {
                el("p", "needs").child(text_el("strong", "", "You need ")).text(lower_first(&text))
            }),
        )
        .child(list("ol", "steps", &exercise.steps))
        .maybe(note("note key", "The key", &exercise.key))
        .maybe(note("note mistake", "The usual mistake", &exercise.mistake))
        .maybe(exercise.variation.as_ref().map(variation))
        .maybe(exercise.partner.then(|| partner(widget, exercise)))
        .child(foot)
}

fn variation(variation: &Variation) -> Element {
    el("details", "variation")
        .attr("id", format!("variation-{}", variation.id))
        .child(text_el("summary", "", format!("Variation: {}", lower_first(&variation.label))))
        .child(figure(&variation.id))
        .child(list("ol", "steps", &variation.steps))
        .maybe(note("note key", "The key", &variation.key))
}

/// Without somebody to help the exercise is left out, and something else is offered in its place.
fn partner(widget: Widget, exercise: &Exercise) -> Element {
    let routine = widget.routine();
    let substitute = exercise.substitute.as_ref().and_then(|id| routine.exercise(id));
    let offer = substitute.map(|other| {
        let switch = Switch {
            exercise: exercise.id.clone(),
            read: |model, id| model.options.exercise(id).substitute,
            write: |model, id, on| model.options.change_exercise(id, |chosen| chosen.substitute = on),
        };
        let switch =
            option_toggle(widget, format!("Do the {} again instead", lower_first(&other.name)), switch);
        let has_partner = move || widget.follow(Topic::Options, |model| model.options.partner);
        el("div", "").class_if(has_partner, "with-scripts gone", "with-scripts").child(switch)
    });
    el("div", "note partner")
        .child(text_el("p", "note-title", "Needs a partner"))
        .child(text_el("p", "", "Without one, this stretch is left out."))
        .child(el("div", "with-scripts").child(partner_toggle(widget)))
        .maybe(offer)
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// "A chair" as it stands within a sentence.
fn lower_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}
