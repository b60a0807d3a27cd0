//! A session as the person sees it: what to do, which leg, how long.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use supple_core::{Command, Phase, PhaseKind, Side, State};

use super::Heading;
use crate::browser::keyboard::{self, Key};
use crate::parts::icon::{Icon, Sign};
use crate::parts::ring::Ring;
use crate::text;
use crate::widget::Widget;

/// What the "+10 s" button adds.
const EXTEND_MS: u64 = 10_000;

#[component]
pub(crate) fn Player(widget: Widget) -> impl IntoView {
    let index = Memo::new(move |_| widget.snapshot.get().map_or(0, |snapshot| snapshot.phase));
    let phase = Memo::new(move |_| widget.session_plan.with(|plan| plan.phases.get(index.get()).cloned()));
    let state = Memo::new(move |_| widget.snapshot.get().map(|snapshot| snapshot.state));
    let is_running = move || state.get() == Some(State::Running);
    let keys = move |event: KeyboardEvent| {
        let Some(key) = keyboard::key(&event) else { return };
        event.prevent_default();
        match key {
            Key::Space => widget.pause_or_resume(),
            Key::Left => widget.command(Command::Previous),
            Key::Right => widget.command(Command::Next),
            Key::Escape => widget.command(Command::Stop),
        }
    };
    view! {
        <section
            class="player"
            class:running=is_running
            class:doing=move || phase.with(|phase| phase.as_ref().is_some_and(|phase| phase.kind.is_logged()))
            aria-labelledby="player-title"
            on:keydown=keys
        >
            <Place widget phase/>
            <div class="stage">
                <Doing widget phase state/>
                <div class="dial">
                    <Ring widget/>
                    <Remaining widget phase/>
                </div>
                <Guidance widget phase index/>
            </div>
            <Controls widget state/>
            <Announcer widget phase/>
        </section>
    }
}

/// Where in the whole, and how long it still takes.
#[component]
fn Place(widget: Widget, phase: Memo<Option<Phase>>) -> impl IntoView {
    let exercise = Memo::new(move |_| phase.with(|phase| phase.as_ref().map_or(0, |phase| phase.exercise)));
    let count = widget.session_plan.with_untracked(|plan| plan.exercises.len());
    let left =
        Memo::new(move |_| widget.snapshot.get().map_or(0, |snapshot| text::seconds_left(snapshot.left_ms)));
    let segments = widget.session_plan.with_untracked(|plan| {
        let segment = |(i, exercise): (usize, &supple_core::PlannedExercise)| {
            let weight = exercise.total_ms.to_string();
            view! {
                <span
                    class="segment"
                    class:over=move || { i < exercise_index(phase) }
                    class:now=move || i == exercise_index(phase)
                    style:flex-grow=weight
                ></span>
            }
        };
        plan.exercises.iter().enumerate().map(segment).collect_view()
    });
    view! {
        <div class="place">
            <div class="segments" aria-hidden="true">{segments}</div>
            <p class="place-text">
                <span>{move || format!("Exercise {} of {count}", exercise.get() + 1)}</span>
                <span class="time-left">{move || format!("{} left", text::clock(left.get()))}</span>
            </p>
        </div>
    }
}

fn exercise_index(phase: Memo<Option<Phase>>) -> usize {
    phase.with(|phase| phase.as_ref().map_or(0, |phase| phase.exercise))
}

/// What to do now, and with which leg.
#[component]
fn Doing(widget: Widget, phase: Memo<Option<Phase>>, state: Memo<Option<State>>) -> impl IntoView {
    let what = move || match state.get() {
        Some(State::Paused) => "Paused",
        Some(State::Away) => "You were away. Go on from here?",
        _ => phase.with(|phase| phase.as_ref().map_or("", text::what)),
    };
    let name = Signal::derive(move || {
        let index = exercise_index(phase);
        widget
            .session_plan
            .with(|plan| plan.exercises.get(index).map_or_else(String::new, |e| e.name.clone()))
    });
    let side = Memo::new(move |_| phase.with(|phase| phase.as_ref().map_or(Side::None, |phase| phase.side)));
    view! {
        <div class="doing-now">
            <p class="what">{what}</p>
            <Heading id="player-title" text=name/>
            {move || match side.get() {
                Side::None => ().into_any(),
                Side::Both => view! { <p class="legs"><span class="leg on">"Both legs"</span></p> }.into_any(),
                one => view! {
                    <p class="legs">
                        <Leg name="Left" on=one == Side::Left/>
                        <Leg name="Right" on=one == Side::Right/>
                    </p>
                }.into_any(),
            }}
        </div>
    }
}

/// One leg, on the side of the screen where the person has it. Only the working one is named aloud.
#[component]
fn Leg(name: &'static str, on: bool) -> impl IntoView {
    view! {
        <span class="leg" class:on=on aria-hidden=(!on).then_some("true")>
            {name} <span class="leg-word">" leg"</span>
        </span>
    }
}

#[component]
fn Remaining(widget: Widget, phase: Memo<Option<Phase>>) -> impl IntoView {
    let seconds = Memo::new(move |_| {
        widget.snapshot.get().map_or(0, |snapshot| text::seconds_left(snapshot.remaining_ms))
    });
    let repeat = move || phase.with(|phase| phase.as_ref().map(text::repeat).unwrap_or_default());
    view! {
        <div class="remaining">
            <div class="seconds" role="timer" aria-label="Seconds left" class:long=move || { seconds.get() >= 60 }>
                {move || text::countdown(seconds.get())}
            </div>
            <p class="repeat">{repeat}</p>
        </div>
    }
}

/// How to do it well: the steps while getting ready, the key afterwards; and what comes next.
#[component]
fn Guidance(widget: Widget, phase: Memo<Option<Phase>>, index: Memo<usize>) -> impl IntoView {
    let exercise = Memo::new(move |_| exercise_index(phase));
    let is_ready = Memo::new(move |_| {
        phase.with(|phase| phase.as_ref().is_some_and(|phase| phase.kind == PhaseKind::Prepare))
    });
    let planned = move || widget.session_plan.with(|plan| plan.exercises.get(exercise.get()).cloned());
    let guidance = move || {
        let planned = planned()?;
        if !is_ready.get() {
            return Some(view! { <p class="cue">{planned.key}</p> }.into_any());
        }
        let steps = widget.routine.with_value(|routine| steps_of(routine, &planned.id));
        let steps = steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
        Some(view! { <ol class="cue-steps">{steps}</ol> }.into_any())
    };
    let next = move || widget.session_plan.with(|plan| text::next(plan, index.get()));
    view! {
        <div class="guidance">
            {guidance}
            <p class="next-up"><span class="next-word">"Next"</span> " " {next}</p>
        </div>
    }
}

fn steps_of(routine: &supple_core::Routine, id: &str) -> Vec<String> {
    let of_variation = |exercise: &supple_core::Exercise| {
        let variation = exercise.variation.as_ref()?;
        (variation.id == id).then(|| variation.steps.clone())
    };
    match routine.exercise(id) {
        Some(exercise) => exercise.steps.clone(),
        None => routine.exercises().find_map(of_variation).unwrap_or_default(),
    }
}

#[component]
fn Controls(widget: Widget, state: Memo<Option<State>>) -> impl IntoView {
    let is_running = move || state.get() == Some(State::Running);
    let icon = Signal::derive(move || if is_running() { Icon::Pause } else { Icon::Play });
    let press = move |command: Command| move |_| widget.command(command);
    view! {
        <div class="controls">
            <button type="button" class="control" on:click=press(Command::Previous)>
                <Sign icon=Icon::Previous/> <span>"Previous"</span>
            </button>
            <button type="button" class="control main" on:click=move |_| widget.pause_or_resume()>
                <Sign icon/> <span>{move || if is_running() { "Pause" } else { "Resume" }}</span>
            </button>
            <button type="button" class="control" on:click=press(Command::Next)>
                <Sign icon=Icon::Next/> <span>"Next"</span>
            </button>
            <button type="button" class="control minor" on:click=press(Command::Extend(EXTEND_MS))>
                "+10 s"
            </button>
            <button type="button" class="control minor" on:click=press(Command::RestartExercise)>
                "Restart exercise"
            </button>
            <button type="button" class="control minor" on:click=press(Command::Stop)>
                <Sign icon=Icon::Stop/> <span>"Stop"</span>
            </button>
        </div>
    }
}

/// Says each phase once, politely, and never a second of it.
#[component]
fn Announcer(widget: Widget, phase: Memo<Option<Phase>>) -> impl IntoView {
    let turn = Memo::new(move |_| widget.snapshot.get().map(|snapshot| snapshot.turn));
    let said = move || {
        turn.track();
        phase.with(|phase| {
            let phase = phase.as_ref()?;
            Some(widget.session_plan.with(|plan| text::announce(plan, phase)))
        })
    };
    view! { <p class="visually-hidden" role="status">{said}</p> }
}
