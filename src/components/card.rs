//! One exercise as a card. It is complete without scripts, and without its picture.

use leptos::prelude::*;
use supple_core::{Exercise, Plan, Variation};

use crate::components::callout::Callout;
use crate::components::exercise_options::{ExerciseOptionsPanel, ExerciseToggle};
use crate::components::figure::Figure;
use crate::components::options_panel::PartnerToggle;
use crate::components::start_panel::StartHere;
use crate::components::text_list::OrderedTexts;
use crate::state::AppState;

/// The card of an exercise; `number` counts from 1 through the routine.
#[component]
pub(crate) fn Card(exercise: Exercise, number: usize) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let heading = format!("exercise-{}", exercise.id);
    let label = heading.clone();
    let id = exercise.id.clone();
    let is_planned = Memo::new(move |_| state.plan.with(|plan| plan.position_of(&id).is_some()));
    let variation = exercise.variation.clone().map(|variation| view! { <VariationDetails variation/> });
    let partner = exercise.partner.then(|| view! { <PartnerCallout exercise=exercise.clone()/> });
    let summary = (!exercise.summary.is_empty()).then(|| {
        view! {
            <p class="card-summary" lang=state.author_lang() dir=state.author_dir()>
                {exercise.summary.clone()}
            </p>
        }
    });
    let needs = (!exercise.needs.is_empty()).then(|| {
        view! {
            <p class="needs">
                <strong>{messages.card_needs()}</strong>
                <bdi lang=state.author_lang() dir=state.author_dir()>{exercise.needs.clone()}</bdi>
            </p>
        }
    });
    view! {
        <article class="card" class:left-out=move || !is_planned.get() aria-labelledby=label>
            <header class="card-head">
                <span class="number" aria-hidden="true">{number}</span>
                <h4 class="card-name" id=heading lang=state.author_lang() dir=state.author_dir()>
                    {exercise.name.clone()}
                </h4>
                <Dose exercise=exercise.clone()/>
            </header>
            <Figure id=exercise.id.clone()/>
            {summary}
            {needs}
            <OrderedTexts class="steps" texts=exercise.steps.clone()/>
            <Callout class="note key" title=messages.key_note() text=exercise.key.clone()/>
            <Callout class="note mistake" title=messages.mistake_note() text=exercise.mistake.clone()/>
            {variation}
            {partner}
            <footer class="card-foot">
                <StartHere exercise=exercise.clone() is_planned/>
                <ExerciseOptionsPanel exercise/>
            </footer>
        </article>
    }
}

/// How long and how often, with the person's options.
#[component]
fn Dose(exercise: Exercise) -> impl IntoView {
    let state = expect_context::<AppState>();
    let routine = state.routine();
    let dose = Memo::new(move |_| {
        let card = state.options.with(|options| Plan::card(&routine, options, &exercise));
        card.exercises.first().map(|planned| state.messages.dose(planned)).unwrap_or_default()
    });
    view! { <p class="dose">{move || dose.get()}</p> }
}

#[component]
fn VariationDetails(variation: Variation) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let details_id = format!("variation-{}", variation.id);
    let was_opened = state.was_opened_early(&details_id);
    view! {
        <details class="variation" id=details_id open=was_opened>
            <summary>{messages.card_variation(variation.label)}</summary>
            <Figure id=variation.id/>
            <OrderedTexts class="steps" texts=variation.steps/>
            <Callout class="note key" title=messages.key_note() text=variation.key/>
        </details>
    }
}

/// Without somebody to help the exercise is left out, and another one is offered in its place.
#[component]
fn PartnerCallout(exercise: Exercise) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let routine = state.routine();
    let has_partner = Signal::derive(move || state.options.with(|options| options.partner));
    let substitute = exercise.substitute.as_ref().and_then(|id| routine.exercise(id));
    let offer = substitute.map(|substitute| {
        view! {
            <div class="with-scripts" class:gone=move || has_partner.get()>
                <ExerciseToggle
                    exercise=exercise.id.clone()
                    label=messages.card_substitute(&substitute.name)
                    read=|chosen| chosen.substitute
                    write=|chosen, on| chosen.substitute = on
                />
            </div>
        }
    });
    view! {
        <div class="note partner">
            <p class="note-title">{messages.card_partner()}</p>
            <p>{messages.card_partner_left_out()}</p>
            <div class="with-scripts">
                <PartnerToggle/>
            </div>
            {offer}
        </div>
    }
}
