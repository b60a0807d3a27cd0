//! A hold hurt. It has stopped, and goes on only when the person says how.

use leptos::prelude::*;
use supple_core::Command;

use crate::browser::keyboard::{self, Key};
use crate::components::screen_heading::ScreenHeading;
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
    let is_open = state.snapshot.with_untracked(|snapshot| snapshot.is_some_and(|snapshot| snapshot.open));
    // None of them is the main button: nobody should have to find the right one first.
    let ways = [
        (messages.too_much_resume(), Command::Resume),
        (messages.too_much_shorten(), Command::Shorten),
        (messages.too_much_skip(), Command::Next),
        (messages.too_much_end(), Command::Stop),
    ];
    let ways = ways.into_iter().filter(|(_, way)| !is_open || *way != Command::Shorten);
    let buttons = ways.map(|(name, way)| {
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
