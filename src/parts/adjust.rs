//! The choices about one exercise, on its card.

use supple_core::{Dose, Exercise, HOLD_SECONDS};

use super::controls::{Choice, Switch, by, option_toggle, stepper};
use super::facts::unseen;
use crate::markup::{Element, el};
use crate::text;
use crate::widget::{Model, Widget};

/// Seconds that one step of a dose is.
const STEP_S: u32 = 5;

pub(crate) fn adjust(widget: Widget, exercise: &Exercise) -> Element {
    let id = &exercise.id;
    let variation = exercise.variation.as_ref().map(|variation| {
        let switch = Switch {
            exercise: id.clone(),
            read: |model, id| model.options.exercise(id).variation,
            write: |model, id, on| model.options.change_exercise(id, |chosen| chosen.variation = on),
        };
        option_toggle(widget, variation.label.clone(), switch)
    });
    let leave_out = Switch {
        exercise: id.clone(),
        read: |model, id| model.options.exercise(id).leave_out,
        write: |model, id, on| model.options.change_exercise(id, |chosen| chosen.leave_out = on),
    };
    let body = el("div", "adjust-body")
        .maybe(text::can_repeat(exercise.dose).then(|| stepper(widget, repeats(id))))
        .child(stepper(widget, seconds(exercise)))
        .maybe(variation)
        .child(option_toggle(widget, "Leave out", leave_out));
    el("details", "adjust with-scripts")
        .attr("id", format!("adjust-{id}"))
        .child(el("summary", "").text("Adjust").child(unseen(format!(" {}", exercise.name))))
        .child(body)
}

fn repeats(id: &str) -> Choice {
    Choice {
        label: "Repeats",
        exercise: id.to_owned(),
        read: |model, id| match model.routine.exercise(id) {
            Some(exercise) => {
                let (min, max) = range(exercise);
                (model.options.repeats(exercise).into(), min, max)
            }
            None => (1, 1, 1),
        },
        write: |model, id, next| {
            let next = u16::try_from(next).ok();
            let next = next.filter(|next| Some(*next) != own(model, id).1);
            model.options.change_exercise(id, |chosen| chosen.repeats = next);
        },
        next: by::<1>,
        shown: |repeats| repeats.to_string(),
    }
}

fn seconds(exercise: &Exercise) -> Choice {
    let label = match exercise.dose {
        Dose::Hold { .. } => "Hold, seconds",
        Dose::Move { .. } => "Move, seconds",
    };
    Choice {
        label,
        exercise: exercise.id.clone(),
        read: |model, id| {
            let now = model.routine.exercise(id).map_or(0, |exercise| model.options.seconds(exercise));
            (now, HOLD_SECONDS.0, HOLD_SECONDS.1)
        },
        write: |model, id, next| {
            let next = Some(next).filter(|next| *next != own(model, id).0);
            model.options.change_exercise(id, |chosen| chosen.seconds = next);
        },
        next: by::<STEP_S>,
        shown: |seconds| seconds.to_string(),
    }
}

fn range(exercise: &Exercise) -> (u32, u32) {
    match exercise.dose {
        Dose::Hold { repeats, .. } => (repeats.min.into(), repeats.max.into()),
        Dose::Move { .. } => (1, 1),
    }
}

/// The routine's own seconds and repeats: choosing them is choosing nothing.
fn own(model: &Model, id: &str) -> (u32, Option<u16>) {
    match model.routine.exercise(id).map(|exercise| exercise.dose) {
        Some(Dose::Hold { seconds, repeats }) => (seconds, Some(repeats.default)),
        Some(Dose::Move { seconds }) => (seconds, None),
        None => (0, None),
    }
}
