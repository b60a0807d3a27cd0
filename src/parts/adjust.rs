//! The choices about one exercise, on its card.

use supple_core::{Dose, Exercise, ExerciseOptions, HOLD_SECONDS, Options};

use super::controls::{stepper, toggle};
use super::facts::unseen;
use crate::markup::{Element, el};
use crate::text;
use crate::widget::{Topic, Widget};

/// Seconds that one step of a dose is.
const STEP_S: u32 = 5;

/// The exercise's options, read and changed from several controls.
#[derive(Clone)]
struct Chosen {
    widget: Widget,
    id: String,
}

impl Chosen {
    /// What the options make of the exercise.
    fn follow<T: Default>(&self, read: impl FnOnce(&Options, &Exercise) -> T) -> T {
        self.widget.follow(Topic::Options, |model| {
            model
                .routine
                .exercise(&self.id)
                .map(|exercise| read(&model.options, exercise))
                .unwrap_or_default()
        })
    }

    fn is(&self, read: fn(&ExerciseOptions) -> bool) -> bool {
        self.widget.follow(Topic::Options, |model| read(&model.options.exercise(&self.id)))
    }

    fn change(&self, change: impl FnOnce(&mut ExerciseOptions)) {
        self.widget.change_options(|options| options.change_exercise(&self.id, change));
    }
}

pub(crate) fn adjust(widget: Widget, exercise: &Exercise) -> Element {
    let chosen = Chosen { widget, id: exercise.id.clone() };
    let body = el("div", "adjust-body")
        .maybe(text::can_repeat(exercise.dose).then(|| repeats(chosen.clone(), exercise.dose)))
        .child(seconds(chosen.clone(), exercise.dose))
        .maybe(exercise.variation.as_ref().map(|variation| {
            let (read, write) = (chosen.clone(), chosen.clone());
            toggle(
                variation.label.clone(),
                move || read.is(|chosen| chosen.variation),
                move |on| write.change(|chosen| chosen.variation = on),
            )
        }));
    let read = chosen.clone();
    let leave_out = toggle(
        "Leave out",
        move || read.is(|chosen| chosen.leave_out),
        move |on| chosen.change(|chosen| chosen.leave_out = on),
    );
    el("details", "adjust")
        .attr("id", format!("adjust-{}", exercise.id))
        .child(el("summary", "").text("Adjust").child(unseen(format!(" {}", exercise.name))))
        .child(body.child(leave_out))
}

fn repeats(chosen: Chosen, dose: Dose) -> Element {
    let (min, max, default) = match dose {
        Dose::Hold { repeats, .. } => (repeats.min, repeats.max, repeats.default),
        Dose::Move { .. } => (1, 1, 1),
    };
    let read = chosen.clone();
    let now = move || read.follow(Options::repeats);
    let before = now.clone();
    stepper(
        "Repeats",
        move || {
            let now = now();
            (now.to_string(), now > min, now < max)
        },
        move |by| {
            let next = if by < 0 { before() - 1 } else { before() + 1 };
            chosen.change(|chosen| chosen.repeats = Some(next).filter(|next| *next != default));
        },
    )
}

fn seconds(chosen: Chosen, dose: Dose) -> Element {
    let (label, own) = match dose {
        Dose::Hold { seconds, .. } => ("Hold, seconds", seconds),
        Dose::Move { seconds } => ("Move, seconds", seconds),
    };
    let (min, max) = HOLD_SECONDS;
    let read = chosen.clone();
    let now = move || read.follow(Options::seconds);
    let before = now.clone();
    stepper(
        label,
        move || {
            let now = now();
            (now.to_string(), now > min, now < max)
        },
        move |by| {
            let next = if by < 0 { before().saturating_sub(STEP_S) } else { before() + STEP_S };
            let next = next.clamp(min, max);
            chosen.change(|chosen| chosen.seconds = Some(next).filter(|next| *next != own));
        },
    )
}
