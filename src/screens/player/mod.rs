//! A session as the person sees it: what to do, which leg, how long.

mod announcer;
mod controls;
mod current;
mod place;
mod stage;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use supple_core::Command;

use crate::browser::fullscreen;
use crate::browser::keyboard::{self, Key};
use crate::session_controller::SessionController;
use crate::state::AppState;

use announcer::Announcer;
use controls::{Controls, MorePopover, TopBar};
use current::Current;
use stage::Stage;

/// What more time is, in milliseconds.
const EXTEND_MS: u64 = 10_000;

/// The session: its place in the whole, what to do now, and the controls.
#[component]
pub(crate) fn PlayerScreen() -> impl IntoView {
    let session = expect_context::<SessionController>();
    let current = Current::new(expect_context::<AppState>());
    provide_context(current);
    let is_counting = Memo::new(move |_| current.is_counting());
    view! {
        <section
            class="player"
            class:running=move || is_counting.get()
            aria-labelledby="player-title"
            on:keydown=move |event| press_key(session, &event)
        >
            <TopBar/>
            <Stage/>
            <Controls/>
            <MorePopover/>
            <Announcer/>
            // The edge of the screen, which a cue may let flash.
            <div class={"edge"} aria-hidden="true"></div>
        </section>
    }
}

fn press_key(session: SessionController, event: &KeyboardEvent) {
    match keyboard::take(event) {
        Some(Key::Space) => session.pause_or_resume(),
        Some(Key::Left) => session.command(Command::Previous),
        Some(Key::Right) => session.command(Command::Next),
        Some(Key::Escape) => session.pause_or_stop(),
        Some(Key::Plus) => session.command(Command::Extend(EXTEND_MS)),
        Some(Key::Restart) => session.command(Command::RestartExercise),
        Some(Key::TooMuch) => session.too_much(),
        Some(Key::Fullscreen) => fullscreen::toggle(event),
        None => {}
    }
}
