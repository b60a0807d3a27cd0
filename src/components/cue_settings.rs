//! The choices about how the person is told of cues, and a try of each cue.

use leptos::prelude::*;
use supple_core::{CueKind, CueSettings, SessionAudio, VOICE_PERCENT, Verbosity};

use crate::browser::vibration;
use crate::components::radio_group::RadioGroup;
use crate::components::stepper::{Stepper, Steps};
use crate::components::toggle::Toggle;
use crate::session_controller::SessionController;
use crate::state::AppState;

/// The kinds of cues, in the order in which a session gives them.
const KINDS: [CueKind; 8] = [
    CueKind::Ready,
    CueKind::Begin,
    CueKind::Halfway,
    CueKind::Last(1),
    CueKind::Switch,
    CueKind::Recover,
    CueKind::Next,
    CueKind::Done,
];

/// Sound, voice, vibration, flash, pocket mode.
#[component]
pub(crate) fn CueSettingsGroup() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let settings = state.cue_settings;
    // Why a choice that is on does nothing here, and what to do instead.
    let unavailable = move || {
        let chosen = settings.get();
        let obstacle = || state.plan.with(|plan| SessionAudio::obstacle(plan, plan.total_ms()));
        let is_voiceless = chosen.voice != Verbosity::Off && state.voices.with(Vec::is_empty);
        let notes = [
            is_voiceless.then(|| messages.cues_no_voice_here()),
            (chosen.vibration && !vibration::is_possible()).then(|| messages.cues_no_vibration()),
            chosen.pocket.then(obstacle).flatten().map(|obstacle| messages.no_track(obstacle)),
        ];
        notes.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    view! {
        <div class="options-group">
            <Stepper
                label=messages.cues_sound()
                value=Signal::derive(move || settings.with(|settings| settings.volume.into()))
                range=(0, 100)
                steps=Steps::Of(10)
                format=move |percent: u32| {
                    if percent == 0 { messages.percent_zero().to_owned() } else { messages.percent(percent) }
                }
                on_change=move |percent: u32| {
                    let volume = percent.try_into().unwrap_or_default();
                    state.update_cue_settings(|settings| settings.volume = volume);
                }
            />
            <RadioGroup
                legend=messages.cues_voice()
                name="voice"
                choices=vec![
                    (Verbosity::Off, messages.cues_voice_off()),
                    (Verbosity::Short, messages.cues_voice_short()),
                    (Verbosity::Full, messages.cues_voice_full()),
                ]
                value=Signal::derive(move || settings.with(|settings| settings.voice))
                on_change=move |voice| state.update_cue_settings(|settings| settings.voice = voice)
            />
            <p class="soft">{messages.cues_voice_hint()}</p>
            <VoiceSelect/>
            <Stepper
                label=messages.cues_rate()
                value=Signal::derive(move || settings.with(|settings| settings.rate.into()))
                range=(VOICE_PERCENT.0.into(), VOICE_PERCENT.1.into())
                steps=Steps::Of(25)
                format=move |percent| messages.speed(percent)
                on_change=move |percent: u32| {
                    let rate = percent.try_into().unwrap_or(VOICE_PERCENT.0);
                    state.update_cue_settings(|settings| settings.rate = rate);
                }
            />
            <CueToggle
                label=messages.cues_vibrate()
                read=|settings| settings.vibration
                write=|settings, on| settings.vibration = on
            />
            <CueToggle
                label=messages.cues_flash()
                hint=messages.cues_flash_hint()
                read=|settings| settings.flash
                write=|settings, on| settings.flash = on
            />
            <CueToggle
                label=messages.cues_breathing()
                hint=messages.cues_breathing_hint()
                read=|settings| settings.breathing
                write=|settings, on| settings.breathing = on
            />
            <CueToggle
                label=messages.cues_pocket()
                hint=messages.cues_pocket_hint()
                read=|settings| settings.pocket
                write=|settings, on| settings.pocket = on
            />
            <CueToggle
                label=messages.cues_silent_switch()
                hint=messages.cues_silent_switch_hint()
                read=|settings| settings.through_silent_switch
                write=|settings, on| settings.through_silent_switch = on
            />
            <p class="soft unavailable">{unavailable}</p>
            <CueTests/>
        </div>
    }
}

/// The device's voices. The list may arrive late, or be empty.
#[component]
fn VoiceSelect() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let cues = expect_context::<SessionController>().cues();
    // A voice that this device doesn't have is the browser's own choice.
    let chosen = Memo::new(move |_| {
        let name = state.cue_settings.with(|settings| settings.voice_name.clone());
        if state.voices.with(|voices| voices.contains(&name)) { name } else { String::new() }
    });
    let option = move |name: String| {
        let value = name.clone();
        let text = name.clone();
        let is_chosen = move || chosen.with(|chosen| *chosen == value);
        view! { <option value=name prop:selected=is_chosen>{text}</option> }
    };
    view! {
        <label class="labelled">
            <span>{messages.cues_voice_name()}</span>
            <select
                class="field voices"
                on:change=move |event| {
                    let name = event_target_value(&event);
                    state.update_cue_settings(|settings| settings.voice_name = name);
                    // The outputs hear of the voice before they let it speak.
                    cues.send(None);
                    cues.test(CueKind::Begin);
                }
            >
                <option value="" prop:selected=move || chosen.with(String::is_empty)>
                    {messages.cues_voice_default()}
                </option>
                <For each=move || state.voices.get() key=String::clone children=option/>
            </select>
        </label>
    }
}

/// One way of telling, on or off.
#[component]
fn CueToggle(
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    read: fn(&CueSettings) -> bool,
    write: fn(&mut CueSettings, bool),
) -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <Toggle
            label=label
            hint=hint
            checked=Signal::derive(move || state.cue_settings.with(read))
            on_change=move |on| state.update_cue_settings(|settings| write(settings, on))
        />
    }
}

#[component]
fn CueTests() -> impl IntoView {
    let state = expect_context::<AppState>();
    let (messages, side_name) = (state.messages, state.routine().side_name());
    let cues = expect_context::<SessionController>().cues();
    let buttons = KINDS.map(|kind| {
        view! {
            <button type="button" class="button small" on:click=move |_| cues.test(kind)>
                {messages.cue_name(kind, side_name)}
            </button>
        }
    });
    view! {
        <details class="tries">
            <summary>{messages.cues_try()}</summary>
            <div class="actions">{buttons.into_iter().collect_view()}</div>
        </details>
    }
}
