//! The middle of the player: what to do now, how it looks, how long it lasts, and how to do it well.

use leptos::prelude::*;
use supple_core::{NamedSide, PhaseKind, Side, SideName, State};

use super::current::Current;
use crate::components::ring::Ring;
use crate::components::screen_heading::ScreenHeading;
use crate::components::text_list::OrderedTexts;
use crate::durations::{countdown, has_minutes, seconds_shown};
use crate::state::AppState;

/// Phase, figure, dial and guidance.
#[component]
pub(super) fn Stage() -> impl IntoView {
    let current = expect_context::<Current>();
    view! {
        <div class="stage" class:own-pace=move || current.is_own_pace.get()>
            <DoingNow/>
            <MovingFigure/>
            <div class="dial">
                <Ring/>
                <Remaining/>
            </div>
            <Guidance/>
        </div>
    }
}

/// What to do now, and with which leg, arm or side.
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
    let side = Memo::new(move |_| current.of_phase(|phase| NamedSide::from(phase)));
    let legs = move || {
        let NamedSide { side, name } = side.get()?;
        match side {
            Side::None => None,
            Side::Both => {
                let both = view! { <span class="leg on">{messages.side_both(name)}</span> };
                Some(view! { <p class="legs">{both}</p> }.into_any())
            }
            working @ (Side::Left | Side::Right) => Some(
                view! {
                    <p class="legs">
                        <Leg name=messages.player_left() of=name is_working=working == Side::Left/>
                        <Leg name=messages.player_right() of=name is_working=working == Side::Right/>
                    </p>
                }
                .into_any(),
            ),
        }
    };
    view! {
        <div class="doing-now">
            <p class="what">{what}</p>
            <ScreenHeading id="player-title">
                <span lang=state.author_lang() dir=state.author_dir()>{name}</span>
            </ScreenHeading>
            {legs}
        </div>
    }
}

/// One leg, arm or side, on the side of the screen where the person has it. Only the working one is named aloud.
#[component]
fn Leg(name: &'static str, of: SideName, is_working: bool) -> impl IntoView {
    let word = if is_working { expect_context::<AppState>().messages.player_side(of) } else { "" };
    view! {
        <span class="leg" class:on=is_working aria-hidden=(!is_working).then_some("true")>
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
        let is_running = current.state.get() == Some(State::Running) && !current.is_settling.get();
        Some(format!("{id} {phase} {side}{}", if is_running { "" } else { " paused" }))
    });
    view! { <supple-figure shows=move || shows.get()></supple-figure> }
}

/// The seconds that are left, or in an open phase those that have passed.
#[component]
fn Remaining() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let current = expect_context::<Current>();
    let seconds = Memo::new(move |_| state.snapshot.get().map_or(0, |snapshot| seconds_shown(&snapshot)));
    let is_long = Memo::new(move |_| has_minutes(seconds.get()));
    let label = move || {
        if current.is_open() { messages.player_seconds_so_far() } else { messages.player_seconds_left() }
    };
    let repeat = move || current.of_phase(|phase| messages.repeat(phase)).flatten().unwrap_or_default();
    view! {
        <div class="remaining">
            <div class="seconds" class:long=move || is_long.get() role="timer" aria-label=label>
                {move || countdown(seconds.get())}
            </div>
            <p class="repeat">{repeat}</p>
        </div>
    }
}

/// How to do it well: the steps while getting ready, the key afterwards; and what comes next.
#[component]
fn Guidance() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let current = expect_context::<Current>();
    let is_preparing =
        Memo::new(move |_| current.of_phase(|phase| phase.kind == PhaseKind::Prepare).unwrap_or_default());
    let how = move || {
        let exercise = current.exercise.get()?;
        Some(if is_preparing.get() {
            let texts = state.routine().steps_of(&exercise.id).to_vec();
            view! { <OrderedTexts class="cue-steps" texts/> }.into_any()
        } else {
            view! { <p class="cue" lang=state.author_lang() dir=state.author_dir()>{exercise.key}</p> }
                .into_any()
        })
    };
    let next = Memo::new(move |_| {
        state.session.with(|session| {
            let session = session.as_ref()?;
            Some(messages.next(session.plan(), session.position().phase))
        })
    });
    view! {
        <div class="guidance">
            {how}
            <p class="next-up">
                <span class="next-word">{messages.player_next_label()}</span>
                " "
                <bdi>{move || next.get()}</bdi>
            </p>
        </div>
    }
}
