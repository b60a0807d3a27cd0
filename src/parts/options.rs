//! The choices about the routine as a whole.

use leptos::prelude::*;
use supple_core::{Leg, Options, Routine, TIME_BETWEEN_SECONDS};

use super::controls::{Stepper, Toggle};
use crate::text;
use crate::widget::Widget;

/// Lengths of holds to choose from, in percent.
const SCALES: [u16; 10] = [50, 75, 100, 125, 150, 200, 300, 500, 750, 1_000];
/// Seconds that one step of a time between is.
const STEP_S: u32 = 1;

#[component]
pub(crate) fn OptionsPanel(widget: Widget) -> impl IntoView {
    let partner = Signal::derive(move || widget.options.with(|options| options.partner));
    let changed = move || widget.options.with(|options| *options != Options::default());
    view! {
        <details class="options" id="options">
            <summary>"Options"</summary>
            <div class="options-body">
                <div class="options-group">
                    <Toggle
                        label="I have a partner"
                        on=partner
                        set=move |on| widget.change_options(|options| options.partner = on)
                    />
                    <FirstLeg widget/>
                    <Scale widget/>
                </div>
                <div class="options-group">
                    <Between widget label="Get ready, seconds" read=Options::prepare_s
                        write=|options, seconds| options.prepare_s = seconds/>
                    <Between widget label="Switch legs, seconds" read=Options::switch_s
                        write=|options, seconds| options.switch_s = seconds/>
                    <Between widget label="Between repeats, seconds" read=Options::recover_s
                        write=|options, seconds| options.recover_s = seconds/>
                </div>
                <button
                    type="button"
                    class="button small"
                    aria-disabled=move || (!changed()).to_string()
                    on:click=move |_| widget.change_options(|options| *options = Options::default())
                >
                    "Back to the routine's own"
                </button>
            </div>
        </details>
    }
}

#[component]
fn FirstLeg(widget: Widget) -> impl IntoView {
    let radio = move |leg: Leg, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="first-leg"
                    prop:checked=move || widget.options.with(|options| options.first_leg == leg)
                    on:change=move |_| widget.change_options(|options| options.first_leg = leg)
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>"First leg"</legend>
            {radio(Leg::Left, "Left")}
            {radio(Leg::Right, "Right")}
        </fieldset>
    }
}

#[component]
fn Scale(widget: Widget) -> impl IntoView {
    let now = Memo::new(move |_| widget.options.with(Options::hold_percent));
    let less = move || SCALES.iter().rev().find(|scale| **scale < now.get_untracked()).copied();
    let more = move || SCALES.iter().find(|scale| **scale > now.get_untracked()).copied();
    let can = Signal::derive(move || {
        now.track();
        (less().is_some(), more().is_some())
    });
    let step = move |by: i32| {
        if let Some(percent) = if by < 0 { less() } else { more() } {
            widget.change_options(|options| options.hold_percent = percent);
        }
    };
    view! { <Stepper label="Length of holds" shown=Signal::derive(move || text::scale(now.get())) can step/> }
}

#[component]
fn Between(
    widget: Widget,
    label: &'static str,
    read: fn(&Options, &Routine) -> u32,
    write: fn(&mut Options, Option<u32>),
) -> impl IntoView {
    let (min, max) = TIME_BETWEEN_SECONDS;
    let read = move |options: &Options| widget.routine.with_value(|routine| read(options, routine));
    let now = Memo::new(move |_| widget.options.with(read));
    let shown = Signal::derive(move || now.get().to_string());
    let can = Signal::derive(move || (now.get() > min, now.get() < max));
    let step = move |by: i32| {
        let now = now.get_untracked();
        let next = if by < 0 { now.saturating_sub(STEP_S) } else { now + STEP_S };
        let own = read(&Options::default());
        widget
            .change_options(|options| write(options, Some(next.clamp(min, max)).filter(|next| *next != own)));
    };
    view! { <Stepper label shown can step/> }
}
