//! What a person says of themselves, so that exercises that aren't for them are left out.

use leptos::prelude::*;
use supple_core::{Avoid, Exercise};

use crate::components::toggle::Toggle;
use crate::messages::Messages;
use crate::state::AppState;

/// The reasons for which somebody should leave out an exercise of this routine. It is chosen for every routine; one that
/// has no such exercise doesn't ask.
#[component]
pub(crate) fn NotForMe() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let routine = state.routine();
    let is_asked = |reason: &Avoid| routine.exercises().any(|exercise| exercise.avoid.contains(reason));
    let reasons: Vec<Avoid> = Avoid::ALL.into_iter().filter(is_asked).collect();
    (!reasons.is_empty()).then(|| {
        let toggles = reasons.into_iter().map(|reason| {
            view! {
                <Toggle
                    label=messages.reason(reason)
                    checked=Signal::derive(move || state.options.with(|options| options.avoid.contains(&reason)))
                    on_change=move |applies| state.update_options(|options| options.set_reason(reason, applies))
                />
            }
        });
        view! {
            <fieldset class="not-for-me">
                <legend>{messages.not_for_me()}</legend>
                <p class="soft">{messages.not_for_me_text()}</p>
                {toggles.collect_view()}
            </fieldset>
        }
    })
}

impl Messages {
    /// Why somebody leaves an exercise out.
    fn reason(self, reason: Avoid) -> &'static str {
        match reason {
            Avoid::Osteoporosis => self.avoid_osteoporosis(),
            Avoid::HipReplacement => self.avoid_hip_replacement(),
            Avoid::Pregnancy => self.avoid_pregnancy(),
            Avoid::Glaucoma => self.avoid_glaucoma(),
            Avoid::BloodPressure => self.avoid_blood_pressure(),
            Avoid::Heart => self.avoid_heart(),
            Avoid::Knee => self.avoid_knee(),
            Avoid::Wrist => self.avoid_wrist(),
            Avoid::Shoulder => self.avoid_shoulder(),
            Avoid::Neck => self.avoid_neck(),
            Avoid::Ankle => self.avoid_ankle(),
            Avoid::Groin => self.avoid_groin(),
            Avoid::BackSurgery => self.avoid_back_surgery(),
            Avoid::Balance => self.avoid_balance(),
        }
    }
}

impl AppState {
    /// Why an exercise is left out, on its card.
    pub(crate) fn why_left_out(self, exercise: &Exercise) -> String {
        let messages = self.messages;
        if self.plan.with(|plan| plan.left_out_for_time.contains(&exercise.id)) {
            return messages.card_left_out_for_time().to_owned();
        }
        match self.options.with(|options| options.reason_against(exercise)) {
            Some(reason) => messages.card_left_out_because(messages.reason(reason)),
            None => messages.card_left_out().to_owned(),
        }
    }
}
