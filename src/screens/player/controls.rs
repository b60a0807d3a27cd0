//! The buttons of the player: three to steer, one for when it hurts, one to leave. The rest is behind "More".

use leptos::prelude::*;
use supple_core::{Command, PhaseKind, State};

use super::EXTEND_MS;
use super::current::Current;
use super::place::Place;
use crate::browser::{focus, fullscreen};
use crate::components::description_list::{Description, DescriptionList};
use crate::components::icon::{self, Icon};
use crate::session_controller::SessionController;
use crate::state::AppState;

/// Above the stage: the way out, the place in the whole, the sound, and what is seldom needed.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    view! {
        <div class="top-bar">
            <CommandButton class="corner" command=Command::Stop name=messages.player_stop() icon=icon::STOP/>
            <Place/>
            <SoundButton/>
            <button type="button" class="corner" aria-label=messages.player_more() popovertarget="more">
                <Icon path=icon::MORE/>
            </button>
        </div>
    }
}

/// Sounds and voice off for now, and on again.
#[component]
fn SoundButton() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_heard =
        Memo::new(move |_| state.cue_settings.with(|settings| !settings.muted && settings.is_audible()));
    let path = Signal::derive(move || if is_heard.get() { icon::SOUND_ON } else { icon::SOUND_OFF });
    view! {
        <button
            type="button"
            class="corner"
            aria-label=state.messages.player_sound()
            aria-pressed=move || if is_heard.get() { "true" } else { "false" }
            on:click=move |_| state.mute(is_heard.get_untracked())
        >
            <Icon path/>
        </button>
    }
}

/// Below the stage, where the thumb is.
#[component]
pub(super) fn Controls() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    view! {
        <div class="controls">
            <CommandButton class="control" command=Command::Previous name=messages.player_previous() icon=icon::PREVIOUS/>
            <MainButton/>
            <CommandButton class="control" command=Command::Next name=messages.player_next() icon=icon::NEXT/>
            <AlarmButton/>
        </div>
    }
}

/// A button that asks one thing of the session.
#[component]
pub(super) fn CommandButton(
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

/// What the large button does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Main {
    Pause,
    Resume,
    /// The person is in position.
    Ready,
    /// At their own pace, the person has moved or held for as long as they like.
    Done,
}

fn main_of(current: Current) -> Main {
    let is_open = current.is_open();
    if current.state.get() != Some(State::Running) {
        Main::Resume
    } else if is_open && !current.is_waiting() {
        Main::Done
    } else if is_open || current.is_own_pace.get() {
        Main::Ready
    } else {
        Main::Pause
    }
}

/// One button for whatever comes next, so that it keeps the focus.
#[component]
fn MainButton() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let session = expect_context::<SessionController>();
    let current = expect_context::<Current>();
    let main = Memo::new(move |_| main_of(current));
    let icon = move || match main.get() {
        Main::Pause => Some(icon::PAUSE),
        Main::Resume => Some(icon::PLAY),
        Main::Ready | Main::Done => None,
    };
    let name = move || match main.get() {
        Main::Pause => messages.player_pause(),
        Main::Resume => messages.player_resume(),
        Main::Ready => messages.player_ready(),
        Main::Done => messages.player_done(),
    };
    let press = move |_| match main.get_untracked() {
        Main::Pause | Main::Resume => session.pause_or_resume(),
        Main::Ready | Main::Done => session.command(Command::Next),
    };
    view! {
        <button type="button" class="control main" on:click=press>
            {move || icon().map(|path| view! { <Icon path/> })}
            <span>{name}</span>
        </button>
    }
}

/// While something is done: it hurts. While the person gets into position: they need more time. One place for both, so that
/// neither can be pressed for the other, and so that it keeps the focus.
#[component]
fn AlarmButton() -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let session = expect_context::<SessionController>();
    let current = expect_context::<Current>();
    let is_doing = Memo::new(move |_| current.of_phase(|phase| phase.kind.is_logged()).unwrap_or_default());
    let is_waiting = Memo::new(move |_| current.is_waiting());
    let name = move || match (is_doing.get(), is_waiting.get()) {
        (true, _) => messages.player_too_much(),
        (false, true) => messages.player_waits(),
        (false, false) => messages.player_more_time(),
    };
    let press = move |_| match (is_doing.get_untracked(), is_waiting.get_untracked()) {
        (true, _) => session.too_much(),
        (false, true) => {}
        (false, false) => session.command(Command::Extend(EXTEND_MS)),
    };
    view! {
        <button
            type="button"
            class="control alarm"
            class:caution=move || is_doing.get()
            aria-disabled=move || is_waiting.get().then_some("true")
            on:click=press
        >
            <span>{name}</span>
        </button>
    }
}

/// What is seldom needed, and what each key does. The browser opens and closes it, and gives the focus back.
#[component]
pub(super) fn MorePopover() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let current = expect_context::<Current>();
    let has_full_screen = fullscreen::is_possible(&state.host().document());
    // Where the large button doesn't pause.
    let pauses = Memo::new(move |_| matches!(main_of(current), Main::Ready | Main::Done));
    let is_doing = Memo::new(move |_| {
        current
            .of_phase(|phase| phase.kind == PhaseKind::Hold || phase.kind == PhaseKind::Move)
            .unwrap_or_default()
    });
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
    let fullscreen_button = has_full_screen.then(|| {
        view! {
            // The style sheet knows which of its two names is true.
            <button type="button" popovertarget="more" on:click=move |event| fullscreen::toggle(&event)>
                <span class="to-full">{messages.player_fullscreen()}</span>
                <span class="from-full">{messages.player_exit_fullscreen()}</span>
            </button>
        }
    });
    view! {
        <div
            class="more"
            id="more"
            popover="auto"
            role="dialog"
            aria-label=messages.player_more()
            tabindex="-1"
            on:toggle=move |event| focus::follow_popover(&event)
        >
            <div class="more-buttons">
                <Show when=move || pauses.get()>
                    <MenuItem name=messages.player_pause() on_press=move || session.command(Command::Pause)/>
                </Show>
                <Show when=move || is_doing.get()>
                    <MenuItem
                        name=messages.player_extend()
                        on_press=move || session.command(Command::Extend(EXTEND_MS))
                    />
                </Show>
                <MenuItem
                    name=messages.player_restart()
                    on_press=move || session.command(Command::RestartExercise)
                />
                {fullscreen_button}
            </div>
            <section class="keys">
                <h3>{messages.keys_title()}</h3>
                <DescriptionList>{keys.collect_view()}</DescriptionList>
            </section>
            <button type="button" class="button small" popovertarget="more">
                {messages.keys_close()}
            </button>
        </div>
    }
}

/// Does something and closes the popover.
#[component]
fn MenuItem(name: &'static str, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" popovertarget="more" on:click=move |_| on_press.run(())>
            <span>{name}</span>
        </button>
    }
}
