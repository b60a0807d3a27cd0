//! The choices about the routine as a whole.

use leptos::prelude::*;
use supple_core::{HOLD_PERCENT, Leg, Options, Posture, RESUME_SECONDS, TIME_BETWEEN_SECONDS};

use crate::components::cue_settings::CueSettingsGroup;
use crate::components::fit_to_time::FitToTime;
use crate::components::not_for_me::NotForMe;
use crate::components::panel::Panel;
use crate::components::radio_group::RadioGroup;
use crate::components::stepper::{Stepper, Steps};
use crate::components::toggle::Toggle;
use crate::state::AppState;

/// Lengths of holds to choose from, in percent of the routine's.
const HOLD_SCALES: [u32; 10] = [50, 75, 100, 125, 150, 200, 300, 500, 750, 1_000];

/// Time, partner, first leg, length of holds, what isn't for this person, times between, cues.
#[component]
pub(crate) fn OptionsPanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    view! {
        <Panel
            class="options with-scripts"
            id="options"
            body_class="options-body"
            title=messages.options_title().into_any()
        >
                <div class="options-group">
                    <FitToTime/>
                    <PartnerToggle/>
                    <RadioGroup
                        legend=messages.option_first()
                        name="first-leg"
                        choices=vec![
                            (Leg::Left, messages.player_left()),
                            (Leg::Right, messages.player_right()),
                        ]
                        value=Signal::derive(move || state.options.with(|options| options.first_leg))
                        on_change=move |leg| state.update_options(|options| options.first_leg = leg)
                    />
                    <HoldScale/>
                    <Toggle
                        label=messages.option_own_pace()
                        checked=Signal::derive(move || state.options.with(|options| options.own_pace))
                        on_change=move |on| state.update_options(|options| options.own_pace = on)
                    />
                    <NotForMe/>
                </div>
                <TimesBetween/>
                <CueSettingsGroup/>
        </Panel>
    }
}

/// Whether somebody is there to help.
#[component]
pub(crate) fn PartnerToggle() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <Toggle
            label=state.messages.option_partner()
            checked=Signal::derive(move || state.options.with(|options| options.partner))
            on_change=move |on| state.update_options(|options| options.partner = on)
        />
    }
}

#[component]
fn HoldScale() -> impl IntoView {
    let state = expect_context::<AppState>();
    let choose = move |percent| {
        let percent = u16::try_from(percent).unwrap_or(HOLD_PERCENT.1);
        state.update_options(|options| options.hold_percent = percent);
    };
    view! {
        <Stepper
            label=state.messages.option_length_of_holds()
            value=Signal::derive(move || state.options.with(|options| options.hold_percent().into()))
            range=(HOLD_PERCENT.0.into(), HOLD_PERCENT.1.into())
            steps=Steps::Through(&HOLD_SCALES)
            format=move |percent| state.messages.hold_length(percent)
            on_change=choose
        />
    }
}

/// The times between holds. Choosing the routine's own time is choosing nothing.
#[component]
fn TimesBetween() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let times = StoredValue::new(state.routine().times);
    let chosen = |seconds: u32, routines_own: u32| Some(seconds).filter(|seconds| *seconds != routines_own);
    let value = move |read: fn(&Options, &supple_core::Routine) -> u32| {
        let routine = state.routine();
        Signal::derive(move || state.options.with(|options| read(options, &routine)))
    };
    view! {
        <div class="options-group">
            <TimeBetween
                label=messages.option_get_ready()
                value=value(|options, routine| options.prepare_s(routine).unwrap_or(Posture::SECONDS.0))
                format=move |seconds: u32| {
                    let is_chosen = state.options.with(|options| options.prepare_s(&state.routine()).is_some());
                    let (least, most) = Posture::SECONDS;
                    if is_chosen {
                        messages.time_seconds(seconds)
                    } else {
                        messages.time_seconds(format!("{least}–{most}"))
                    }
                }
                on_change=move |seconds| {
                    let prepare_s = Some(seconds).filter(|_| times.get_value().prepare_s != Some(seconds));
                    state.update_options(|options| options.prepare_s = prepare_s);
                }
            />
            <TimeBetween
                label=messages.option_switch(state.routine().side_name())
                value=value(Options::switch_s)
                on_change=move |seconds| {
                    state
                        .update_options(|options| {
                            let unchosen = options.pause_s(times.get_value().switch_s);
                            options.switch_s = chosen(seconds, unchosen);
                        });
                }
            />
            <TimeBetween
                label=messages.option_between_repeats()
                value=value(Options::recover_s)
                on_change=move |seconds| {
                    state
                        .update_options(|options| {
                            let unchosen = options.pause_s(times.get_value().recover_s);
                            options.recover_s = chosen(seconds, unchosen);
                        });
                }
            />
            <TimeBetween
                label=messages.option_resume()
                range=RESUME_SECONDS
                value=Signal::derive(move || state.options.with(Options::resume_s))
                on_change=move |seconds| {
                    let resume_s = chosen(seconds, Options::default().resume_s());
                    state.update_options(|options| options.resume_s = resume_s);
                }
            />
        </div>
    }
}

#[component]
fn TimeBetween(
    label: &'static str,
    #[prop(default = TIME_BETWEEN_SECONDS)] range: (u32, u32),
    #[prop(into)] value: Signal<u32>,
    #[prop(into, optional)] format: Option<Callback<u32, String>>,
    #[prop(into)] on_change: Callback<u32>,
) -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let format = format.unwrap_or_else(|| Callback::new(move |seconds: u32| messages.time_seconds(seconds)));
    view! {
        <Stepper
            label=label
            value=value
            range=range
            steps=Steps::Of(1)
            format=format
            on_change=on_change
        />
    }
}
