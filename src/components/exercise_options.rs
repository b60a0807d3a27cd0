//! The choices about one exercise, on its card.

use leptos::prelude::*;
use supple_core::{Dose, Exercise, ExerciseOptions, HOLD_SECONDS};

use crate::components::panel::Panel;
use crate::components::stepper::{Stepper, Steps};
use crate::components::toggle::Toggle;
use crate::components::visually_hidden::VisuallyHidden;
use crate::state::AppState;

/// One step of a dose, in seconds.
const STEP_S: u32 = 5;

/// Repeats, seconds, variation, and whether to leave it out.
#[component]
pub(crate) fn ExerciseOptionsPanel(exercise: Exercise) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let title = view! {
        {messages.option_adjust()}
        <VisuallyHidden text=format!(" {}", exercise.name)/>
    };
    view! {
        <Panel
            class="adjust with-scripts"
            id=format!("adjust-{}", exercise.id)
            body_class="adjust-body"
            title=title.into_any()
        >
            {repeats_stepper(state, &exercise)}
            {seconds_stepper(state, exercise.clone())}
            {exercise.easier.as_ref().map(|easier| {
                view! {
                    <ExerciseToggle
                        exercise=exercise.id.clone()
                        label=messages.card_easier(&easier.label)
                        read=|chosen| chosen.easier
                        write=|chosen, on| chosen.easier = on
                    />
                }
            })}
            {exercise.variation.as_ref().map(|variation| {
                view! {
                    <ExerciseToggle
                        exercise=exercise.id.clone()
                        label=variation.label.clone()
                        read=|chosen| chosen.variation
                        write=|chosen, on| chosen.variation = on
                    />
                }
            })}
            <ExerciseToggle
                exercise=exercise.id.clone()
                label=messages.option_leave_out()
                read=|chosen| chosen.leave_out
                write=|chosen, on| chosen.leave_out = on
            />
        </Panel>
    }
}

/// Yes or no, about an exercise.
#[component]
pub(crate) fn ExerciseToggle(
    /// Id of the exercise.
    exercise: String,
    #[prop(into)] label: String,
    read: fn(&ExerciseOptions) -> bool,
    write: fn(&mut ExerciseOptions, bool),
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let id = exercise.clone();
    view! {
        <Toggle
            label=label
            checked=Signal::derive(move || state.options.with(|options| read(&options.exercise(&id))))
            on_change=move |on| {
                state
                    .update_options(|options| {
                        options.change_exercise(&exercise, |chosen| write(chosen, on));
                    });
            }
        />
    }
}

/// How often to hold, where that can be chosen.
fn repeats_stepper(state: AppState, exercise: &Exercise) -> Option<impl IntoView + use<>> {
    let Dose::Hold { repeats, .. } = exercise.dose else { return None };
    if repeats.min >= repeats.max {
        return None;
    }
    let (for_value, id) = (exercise.clone(), exercise.id.clone());
    let choose = move |chosen| {
        // The routine's own number is no choice.
        let chosen = u16::try_from(chosen).ok().filter(|chosen| *chosen != repeats.default);
        state.update_options(|options| options.change_exercise(&id, |exercise| exercise.repeats = chosen));
    };
    Some(view! {
        <Stepper
            label=state.messages.option_repeats()
            value=Signal::derive(move || state.options.with(|options| options.repeats(&for_value).into()))
            range=(repeats.min.into(), repeats.max.into())
            steps=Steps::Of(1)
            format=|repeats: u32| repeats.to_string()
            on_change=choose
        />
    })
}

/// How long to hold or move, in seconds.
fn seconds_stepper(state: AppState, exercise: Exercise) -> impl IntoView {
    let label = match exercise.dose {
        Dose::Hold { .. } => state.messages.option_hold_seconds(),
        Dose::Move { .. } | Dose::Breathing { .. } => state.messages.option_move_seconds(),
    };
    let routines_own = exercise.dose.seconds();
    let id = exercise.id.clone();
    let choose = move |seconds| {
        let chosen = Some(seconds).filter(|seconds| *seconds != routines_own);
        state.update_options(|options| options.change_exercise(&id, |exercise| exercise.seconds = chosen));
    };
    view! {
        <Stepper
            label=label
            value=Signal::derive(move || state.options.with(|options| options.seconds(&exercise)))
            range=HOLD_SECONDS
            steps=Steps::Of(STEP_S)
            format=move |seconds: u32| state.messages.time_seconds(seconds)
            on_change=choose
        />
    }
}
