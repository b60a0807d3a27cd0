//! The middle of the player: what to do now, how it looks, how long it lasts, and how to do it well. A tap on it pauses.

use leptos::prelude::*;
use supple_core::{Command, NamedSide, PhaseKind, Side, SideName, Sides, State};

use super::controls::CommandButton;
use super::current::Current;
use crate::browser::click;
use crate::components::notices::Notices;
use crate::components::screen_heading::ScreenHeading;
use crate::components::time_bar::TimeBar;
use crate::components::visually_hidden::VisuallyHidden;
use crate::durations::{countdown, has_minutes, seconds_shown, step_shown};
use crate::session_controller::SessionController;
use crate::state::AppState;

/// Phase, leg, figure, time and guidance.
#[component]
pub(super) fn Stage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let session = expect_context::<SessionController>();
    let current = expect_context::<Current>();
    let is_breathing = Memo::new(move |_| {
        let is_held = current.of_phase(|phase| phase.kind == PhaseKind::Hold).unwrap_or_default();
        is_held && current.is_counting() && state.cue_settings.with(|settings| settings.breathing)
    });
    view! {
        <div
            class="stage"
            class:waiting=move || current.is_waiting()
            class:breathing=move || is_breathing.get()
            // For a hand that is busy. The keyboard has Space, and everybody has the button.
            on:click=move |event| {
                if !click::is_on_control(&event) {
                    session.pause_or_resume();
                }
            }
        >
            <DoingNow/>
            <Legs/>
            <MovingFigure/>
            <Remaining/>
            <TimeBar/>
            <Guidance/>
            <Notices/>
        </div>
    }
}

/// What to do now. A screen reader hears the leg in the heading too.
#[component]
fn DoingNow() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let current = expect_context::<Current>();
    let what = move || match current.state.get() {
        Some(State::Paused) => messages.player_paused(),
        Some(State::Away) => messages.player_away(),
        _ if current.is_settling.get() => messages.player_settling(),
        Some(State::Running | State::Stopped | State::Complete) | None => {
            current.of_phase(|phase| messages.phase(phase)).unwrap_or_default()
        }
    };
    let name = move || {
        current.exercise.with(|exercise| exercise.as_ref().map(|it| it.name.clone())).unwrap_or_default()
    };
    let side = move || {
        let side = current.of_phase(|phase| messages.side_after_name(phase.into())).flatten();
        side.map(|text| view! { <VisuallyHidden text/> })
    };
    view! {
        <div class="doing-now">
            <p class="what">{what}</p>
            <ScreenHeading id="player-title">
                <span class="exercise-name" lang=state.author_lang() dir=state.author_dir()>{name}</span>
                {side}
            </ScreenHeading>
        </div>
    }
}

/// The legs, arms or sides, each where the person has it, or the one that the exercise is for; the heading names the
/// working one for screen readers.
#[component]
fn Legs() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let current = expect_context::<Current>();
    let side = Memo::new(move |_| current.of_phase(|phase| NamedSide::from(phase)));
    let sides = Memo::new(move |_| current.exercise.with(|exercise| exercise.as_ref().map(|it| it.sides)));
    move || {
        let NamedSide { side, name } = side.get()?;
        let legs = match side {
            Side::None => return None,
            Side::Both => view! { <span class="leg on">{messages.side_both(name)}</span> }.into_any(),
            working @ (Side::Left | Side::Right) => {
                // Beside the only one there is none to come.
                let is_alone = matches!(sides.get(), Some(Sides::Left | Sides::Right));
                let leg = |side: Side, text: &'static str| {
                    let is_working = side == working;
                    (is_working || !is_alone).then(|| view! { <Leg name=text of=name is_working/> })
                };
                view! {
                    {leg(Side::Left, messages.player_left())}
                    {leg(Side::Right, messages.player_right())}
                }
                .into_any()
            }
        };
        Some(view! { <p class="legs" aria-hidden="true">{legs}</p> })
    }
}

/// One leg, arm or side. Only the working one says which it is in full.
#[component]
fn Leg(name: &'static str, of: SideName, is_working: bool) -> impl IntoView {
    let word = if is_working { expect_context::<AppState>().messages.player_side(of) } else { "" };
    view! {
        <span class="leg" class:on=is_working>
            {format!("{name}{word}")}
        </span>
    }
}

/// The figure does what the session does: the exercise, the phase, the side, and whether time stands still.
#[component]
fn MovingFigure() -> impl IntoView {
    let current = expect_context::<Current>();
    let shows = Memo::new(move |_| {
        let id = current.exercise.with(|exercise| exercise.as_ref().map(|it| it.id.clone()))?;
        let (phase, side) = current.of_phase(|phase| (phase.kind.name(), phase.side.name()))?;
        Some(format!("{id} {phase} {side}{}", if current.is_counting() { "" } else { " paused" }))
    });
    view! { <supple-figure shows=move || shows.get()></supple-figure> }
}

/// The seconds that are left, or in an open phase those that have passed. A screen reader reads them as one sentence.
#[component]
fn Remaining() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let current = expect_context::<Current>();
    let seconds = Memo::new(move |_| state.snapshot.get().map_or(0, |snapshot| seconds_shown(&snapshot)));
    let is_long = Memo::new(move |_| has_minutes(seconds.get()));
    let label = move || {
        let time = messages.spoken_duration(seconds.get());
        if current.is_open() { messages.player_so_far(time) } else { messages.time_left(time) }
    };
    let repeat = move || current.of_phase(|phase| messages.repeat(phase)).flatten().unwrap_or_default();
    let breath = move || {
        state.cue_settings.with(|settings| settings.breathing).then(|| {
            view! {
                <p class="breath" aria-hidden="true">
                    <span>{messages.player_breathe_in()}</span>
                    <span>{messages.player_breathe_out()}</span>
                </p>
            }
        })
    };
    view! {
        <div class="remaining">
            <div class="seconds" class:long=move || is_long.get() role="timer" aria-label=label>
                {move || countdown(seconds.get())}
            </div>
            <p class="repeat">{repeat}</p>
            {breath}
        </div>
    }
}

/// What stands under the figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Help {
    /// How to get into position, move and stop.
    Guide,
    /// What makes the exercise work.
    Key,
    /// What else can be done than to continue.
    Ways,
}

/// How to do it well: into position step by step, the key afterwards; and what comes next. In a pause, the ways on.
#[component]
fn Guidance() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let current = expect_context::<Current>();
    let help = Memo::new(move |_| {
        let is_getting_ready = current.of_phase(|phase| !phase.kind.is_logged());
        match (current.is_running(), is_getting_ready) {
            (false, _) => Help::Ways,
            (true, Some(true)) => Help::Guide,
            (true, Some(false) | None) => Help::Key,
        }
    });
    let how = move || match help.get() {
        Help::Guide => view! { <Guide/> }.into_any(),
        Help::Key => {
            let key = move || {
                current
                    .exercise
                    .with(|exercise| exercise.as_ref().map(|it| it.key.clone()))
                    .unwrap_or_default()
            };
            view! { <p class="cue" lang=state.author_lang() dir=state.author_dir()>{key}</p> }.into_any()
        }
        Help::Ways => view! { <Ways/> }.into_any(),
    };
    let next = Memo::new(move |_| {
        state.session.with(|session| {
            let session = session.as_ref()?;
            Some(messages.next(session.plan(), session.position().phase))
        })
    });
    let next_up = move || {
        next.get().map(|next| match next {
            Some(next) => {
                view! { <span class="next-word">{messages.player_next_label()}</span> " " <bdi>{next}</bdi> }
                    .into_any()
            }
            None => view! { <span class="next-word">{messages.player_next_none()}</span> }.into_any(),
        })
    };
    view! {
        <div class="guidance">
            {how}
            <p class="next-up">{next_up}</p>
        </div>
    }
}

/// How to get into position, how to move, how far. Where there is room for one of them, they take turns; a screen reader
/// has them all.
#[component]
fn Guide() -> impl IntoView {
    let state = expect_context::<AppState>();
    let current = expect_context::<Current>();
    let texts = Memo::new(move |_| {
        current
            .exercise
            .with(|exercise| exercise.as_ref().map(|it| state.routine().guide_to(&it.id)))
            .unwrap_or_default()
    });
    let shown = Memo::new(move |_| {
        let elapsed_ms = state.snapshot.get().map_or(0, |snapshot| snapshot.elapsed_ms);
        step_shown(elapsed_ms, texts.with(Vec::len))
    });
    let steps = move || {
        let steps = texts.get().into_iter().enumerate();
        steps
            .map(|(step, text)| view! { <li class:now=move || shown.get() == step>{text}</li> })
            .collect_view()
    };
    let dots = move || {
        let dots = 0..texts.with(Vec::len);
        dots.map(|step| view! { <span class:now=move || shown.get() == step></span> }).collect_view()
    };
    view! {
        <ol class="cue-steps" lang=state.author_lang() dir=state.author_dir()>{steps}</ol>
        <p class="dots" aria-hidden="true">{dots}</p>
    }
}

/// In a pause: what else there is to do.
#[component]
fn Ways() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    view! {
        <p class="cue paused-hint">{messages.player_paused_hint()}</p>
        <div class="paused-ways">
            <CommandButton class="button small" command=Command::RestartExercise name=messages.player_restart()/>
            <CommandButton class="button small" command=Command::Next name=messages.player_skip()/>
            <CommandButton class="button small" command=Command::Stop name=messages.too_much_end()/>
        </div>
    }
}
