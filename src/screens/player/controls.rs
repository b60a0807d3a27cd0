//! The buttons of the player, and the list of keys that do the same.

use leptos::prelude::*;
use supple_core::{Command, PhaseKind, State};

use super::EXTEND_MS;
use super::current::Current;
use crate::browser::{focus, fullscreen};
use crate::components::description_list::{Description, DescriptionList};
use crate::components::icon::{self, Icon};
use crate::session_controller::SessionController;
use crate::state::AppState;

/// All buttons of the player, in the order of the Tab key.
#[component]
pub(super) fn Controls() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let is_own_pace = expect_context::<Current>().is_own_pace;
    let fullscreen_button =
        fullscreen::is_possible(&state.host().document()).then(|| view! { <FullscreenButton/> });
    view! {
        <div class="controls">
            <Show when=move || is_own_pace.get()>
                <DoneButton/>
                <TooMuchButton/>
            </Show>
            <CommandButton class="control" command=Command::Previous name=messages.player_previous() icon=icon::PREVIOUS/>
            <PauseButton/>
            <CommandButton class="control" command=Command::Next name=messages.player_next() icon=icon::NEXT/>
            <Show when=move || !is_own_pace.get()>
                <TooMuchButton/>
            </Show>
            <CommandButton class="control minor" command=Command::Extend(EXTEND_MS) name=messages.player_extend()/>
            <CommandButton class="control minor" command=Command::Stop name=messages.player_stop() icon=icon::STOP/>
            <button
                type="button"
                class="control minor"
                on:click=move |_| session.command(Command::RestartExercise)
            >
                <span>{messages.player_restart()}</span>
            </button>
            {fullscreen_button}
            <button type="button" class="control minor keys-button" popovertarget="keys">
                <span>{messages.player_keys()}</span>
            </button>
        </div>
    }
}

/// A button that asks one thing of the session.
#[component]
fn CommandButton(
    class: &'static str,
    command: Command,
    name: &'static str,
    #[prop(optional)] icon: Option<&'static str>,
) -> impl IntoView {
    let session = expect_context::<SessionController>();
    view! {
        <button type="button" class=class on:click=move |_| session.command(command)>
            {icon.map(|path| view! { <Icon path/> })}
            <span>{name}</span>
        </button>
    }
}

#[component]
fn PauseButton() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let session = expect_context::<SessionController>();
    let current = expect_context::<Current>();
    let is_running = Memo::new(move |_| current.state.get() == Some(State::Running));
    let path = Signal::derive(move || if is_running.get() { icon::PAUSE } else { icon::PLAY });
    view! {
        <button type="button" class="control main" on:click=move |_| session.pause_or_resume()>
            <Icon path/>
            <span>
                {move || if is_running.get() { messages.player_pause() } else { messages.player_resume() }}
            </span>
        </button>
    }
}

/// At the person's own pace: they are ready, or done. It is there at all times, so that it can keep the focus.
#[component]
fn DoneButton() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let session = expect_context::<SessionController>();
    let current = expect_context::<Current>();
    view! {
        <button type="button" class="control main done" on:click=move |_| session.command(Command::Next)>
            <span>
                {move || if current.is_open() { messages.player_done() } else { messages.player_ready() }}
            </span>
        </button>
    }
}

/// It stays where it is at all times: a button that came and went would take the focus with it.
#[component]
fn TooMuchButton() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let session = expect_context::<SessionController>();
    let current = expect_context::<Current>();
    let is_hold =
        Memo::new(move |_| current.of_phase(|phase| phase.kind == PhaseKind::Hold).unwrap_or_default());
    view! {
        <button
            type="button"
            class="control minor caution"
            aria-disabled=move || if is_hold.get() { "false" } else { "true" }
            on:click=move |_| session.too_much()
        >
            <span>{messages.player_too_much()}</span>
        </button>
    }
}

/// The style sheet knows which of its two names is true.
#[component]
fn FullscreenButton() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    view! {
        <button type="button" class="control minor" on:click=move |event| fullscreen::toggle(&event)>
            <span class="to-full">{messages.player_fullscreen()}</span>
            <span class="from-full">{messages.player_exit_fullscreen()}</span>
        </button>
    }
}

/// What each key does, in the words of the buttons. The browser opens and closes the list, and gives the focus back.
#[component]
pub(super) fn KeysPopover() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let has_full_screen = fullscreen::is_possible(&state.host().document());
    let keys = [
        ("Space", messages.keys_pause()),
        ("← →", messages.keys_previous_next()),
        ("+", messages.keys_extend()),
        ("R", messages.keys_restart()),
        ("T", messages.keys_too_much()),
        ("F", messages.keys_fullscreen()),
        ("?", messages.keys_these()),
        ("Esc", messages.keys_stop()),
    ];
    let keys = keys
        .into_iter()
        .filter(move |(key, _)| *key != "F" || has_full_screen)
        .map(|(key, action)| view! { <Description term=key value=action.to_owned()/> });
    view! {
        <div
            class="keys"
            id="keys"
            popover="auto"
            role="dialog"
            aria-label=messages.keys_title()
            tabindex="-1"
            on:toggle=move |event| focus::follow_popover(&event)
        >
            <DescriptionList>{keys.collect_view()}</DescriptionList>
            <button type="button" class="button small" popovertarget="keys">
                {messages.keys_close()}
            </button>
        </div>
    }
}
