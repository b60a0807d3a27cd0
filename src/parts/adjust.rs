//! The choices about one exercise, on its card.

use leptos::prelude::*;
use supple_core::{Dose, Exercise, HOLD_SECONDS, Repeats};

use super::controls::{Stepper, Toggle};
use crate::text;
use crate::widget::Widget;

/// Seconds that one step of a dose is.
const STEP_S: u32 = 5;

#[component]
pub(crate) fn Adjust(widget: Widget, exercise: Exercise) -> impl IntoView {
    let id = StoredValue::new(exercise.id.clone());
    let chosen = Memo::new(move |_| widget.options.with(|options| id.with_value(|id| options.exercise(id))));
    let left_out = Signal::derive(move || chosen.with(|chosen| chosen.leave_out));
    let variation = exercise.variation.as_ref().map(|variation| {
        let label = variation.label.clone();
        let on = Signal::derive(move || chosen.with(|chosen| chosen.variation));
        let set = move |on| change(widget, id, |chosen| chosen.variation = on);
        view! { <Toggle label on set/> }
    });
    let repeats = match exercise.dose {
        Dose::Hold { repeats, .. } if text::can_repeat(exercise.dose) => {
            Some(view! { <RepeatsStepper widget id exercise=exercise.clone() range=repeats/> })
        }
        Dose::Hold { .. } | Dose::Move { .. } => None,
    };
    let label = match exercise.dose {
        Dose::Hold { .. } => "Hold, seconds",
        Dose::Move { .. } => "Move, seconds",
    };
    let details_id = format!("adjust-{}", exercise.id);
    view! {
        <details class="adjust" id=details_id>
            <summary>"Adjust" <span class="visually-hidden">" " {exercise.name.clone()}</span></summary>
            <div class="adjust-body">
                {repeats}
                <SecondsStepper widget id exercise label/>
                {variation}
                <Toggle label="Leave out" on=left_out set=move |on| change(widget, id, |chosen| chosen.leave_out = on)/>
            </div>
        </details>
    }
}

type Id = StoredValue<String>;

fn change(widget: Widget, id: Id, change: impl FnOnce(&mut supple_core::ExerciseOptions)) {
    widget.change_options(|options| id.with_value(|id| options.change_exercise(id, change)));
}

#[component]
fn RepeatsStepper(widget: Widget, id: Id, exercise: Exercise, range: Repeats) -> impl IntoView {
    let now = Memo::new(move |_| widget.options.with(|options| options.repeats(&exercise)));
    let shown = Signal::derive(move || now.get().to_string());
    let can = Signal::derive(move || (now.get() > range.min, now.get() < range.max));
    let step = move |by: i32| {
        let repeats = now.get_untracked().saturating_add_signed(i16::try_from(by).unwrap_or(0));
        change(widget, id, |chosen| {
            chosen.repeats = Some(repeats).filter(|repeats| *repeats != range.default)
        });
    };
    view! { <Stepper label="Repeats" shown can step/> }
}

#[component]
fn SecondsStepper(widget: Widget, id: Id, exercise: Exercise, label: &'static str) -> impl IntoView {
    let (Dose::Move { seconds } | Dose::Hold { seconds, .. }) = exercise.dose;
    let now = Memo::new(move |_| widget.options.with(|options| options.seconds(&exercise)));
    let shown = Signal::derive(move || now.get().to_string());
    let can = Signal::derive(move || (now.get() > HOLD_SECONDS.0, now.get() < HOLD_SECONDS.1));
    let step = move |by: i32| {
        let now = now.get_untracked();
        let next = if by < 0 { now.saturating_sub(STEP_S) } else { now + STEP_S };
        let next = next.clamp(HOLD_SECONDS.0, HOLD_SECONDS.1);
        change(widget, id, |chosen| chosen.seconds = Some(next).filter(|next| *next != seconds));
    };
    view! { <Stepper label shown can step/> }
}
