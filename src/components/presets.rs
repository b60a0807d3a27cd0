//! The choice that most people make, before all the others.

use leptos::prelude::*;
use supple_core::{Options, Plan, Preset};

use crate::components::back_today::SoreToggle;
use crate::components::radio_group::group_name;
use crate::state::AppState;

/// How deep a session goes, each with how long it takes, and below it what else the person has chosen.
#[component]
pub(crate) fn Presets() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let routine = StoredValue::new(state.routine());
    let chosen = Memo::new(move |_| {
        state.options.with(|options| routine.with_value(|routine| Preset::of(routine, options)))
    });
    let changes = Memo::new(move |_| {
        state.options.with(|options| routine.with_value(|routine| options.changes(routine)))
    });
    let applied = move |preset: Preset| {
        state.options.with(|options| routine.with_value(|routine| preset.apply(routine, options)))
    };
    let time = move |preset| {
        let plan = routine.with_value(|routine| Plan::new(routine, &applied(preset)));
        messages.estimated(plan.is_estimate(), messages.rounded_duration(plan.total_ms()))
    };
    let choices = Preset::ALL.map(|preset| {
        let name = match preset {
            Preset::Gentle => messages.preset_gentle(),
            Preset::Standard => messages.preset_standard(),
            Preset::Deeper => messages.preset_deeper(),
        };
        view! {
            <label class="preset">
                <input
                    type="radio"
                    name=group_name("preset")
                    checked=cfg!(feature = "ssr") && preset == Preset::Standard
                    prop:checked=move || chosen.get() == Some(preset)
                    on:change=move |_| state.update_options(|options| {
                        *options = routine.with_value(|routine| preset.apply(routine, options));
                    })
                />
                <span class="preset-name">{name}</span>
                <span class="preset-time">{move || time(preset)}</span>
            </label>
        }
    });
    let text = move || match chosen.get() {
        Some(Preset::Gentle) => messages.preset_gentle_text(),
        Some(Preset::Standard) => messages.preset_standard_text(),
        Some(Preset::Deeper) => messages.preset_deeper_text(),
        None => messages.preset_own_text(),
    };
    view! {
        <div class="presets with-scripts">
            <fieldset>
                <legend class="visually-hidden">{messages.presets()}</legend>
                {choices.into_iter().collect_view()}
            </fieldset>
            <div class="preset-text">
                <p>{text}</p>
                <p class="changes" class:gone=move || changes.get() == 0>
                    {move || messages.options_changes(changes.get() as u64)}
                    " · "
                    <button
                        type="button"
                        class="button text"
                        on:click=move |_| state.update_options(Options::reset)
                    >
                        {messages.option_reset()}
                    </button>
                </p>
            </div>
            <SoreToggle/>
        </div>
    }
}
