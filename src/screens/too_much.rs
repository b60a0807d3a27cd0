//! A hold hurt. It has stopped, and goes on only when the person says how.

use leptos::prelude::*;
use supple_core::Command;

use crate::browser::keyboard::{self, Key};
use crate::components::screen_heading::ScreenHeading;
use crate::durations::seconds_left;
use crate::session_controller::SessionController;
use crate::state::AppState;

/// What was too much, and the ways to go on.
#[component]
pub(crate) fn TooMuchScreen() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let what = state.session.with_untracked(|session| {
        let entry = session.as_ref()?.entries().last()?;
        Some(messages.exercise_and_side(&state.routine(), &entry.exercise, entry.side))
    });
    // Without a timer every hold is as short as the person likes.
    let now = state.snapshot.get_untracked();
    let resume = match now.filter(|now| !now.open) {
        Some(now) => messages.too_much_resume_left(messages.duration(seconds_left(now.remaining_ms) * 1_000)),
        None => messages.too_much_resume().to_owned(),
    };
    let half = now
        .and_then(|now| Some(now.half_ms()?.saturating_sub(now.elapsed_ms)))
        .map(|left_ms| messages.too_much_shorten(messages.duration(seconds_left(left_ms) * 1_000)));
    // None of them is the main button: nobody should have to find the right one first.
    let ways = [
        Some((resume, Command::Resume)),
        half.map(|half| (half, Command::Shorten)),
        Some((messages.too_much_skip().to_owned(), Command::Next)),
        Some((messages.too_much_end().to_owned(), Command::Stop)),
    ];
    let buttons = ways.into_iter().flatten().map(|(name, way)| {
        view! {
            <button type="button" class="button big" on:click=move |_| session.go_on(way)>
                {name}
            </button>
        }
    });
    view! {
        <section
            class="sheet"
            aria-labelledby="ease-title"
            on:keydown=move |event| {
                if keyboard::take(&event) == Some(Key::Escape) {
                    session.command(Command::Stop);
                }
            }
        >
            <ScreenHeading id="ease-title">{messages.too_much_title()}</ScreenHeading>
            <p class="totals">{what.unwrap_or_default()}</p>
            <p class="lead">{messages.too_much_lead()}</p>
            <div class="ways">{buttons.collect_view()}</div>
        </section>
    }
}
