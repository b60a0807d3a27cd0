//! One exercise as a row of the list that opens. It is complete without scripts, and without its picture.

use leptos::prelude::*;
use supple_core::{Exercise, Plan, Variation};

use crate::components::callout::Callout;
use crate::components::cited::Citations;
use crate::components::exercise_options::{ExerciseOptionsPanel, ExerciseToggle};
use crate::components::figure::Figure;
use crate::components::options_panel::PartnerToggle;
use crate::components::start_panel::StartFromCard;
use crate::components::text_list::OrderedTexts;
use crate::state::AppState;

/// The row of an exercise, and all about it once the row is opened. It is all there while the row is closed, so that it
/// prints and can be found in the page.
#[component]
pub(crate) fn Card(exercise: Exercise) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let heading = format!("exercise-{}", exercise.id);
    let label = heading.clone();
    let details_id = format!("card-{}", exercise.id);
    let was_opened = state.was_opened_early(&details_id);
    let id = exercise.id.clone();
    let is_planned = Memo::new(move |_| state.plan.with(|plan| plan.position_of(&id).is_some()));
    let it = exercise.clone();
    let left_out = move || state.why_left_out(&it);
    let variation = exercise.variation.clone().map(|variation| {
        let title = messages.card_variation(&variation.label);
        view! { <VariationDetails variation title/> }
    });
    let easier = exercise.easier.clone().map(|easier| {
        let title = messages.card_easier(&easier.label);
        view! { <VariationDetails variation=easier title/> }
    });
    let partner = exercise.partner.then(|| view! { <PartnerCallout exercise=exercise.clone()/> });
    let summary = (!exercise.summary.is_empty())
        .then(|| view! { <p class="card-summary" lang=state.author_lang() dir=state.author_dir()>{exercise.summary.clone()}</p> });
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
            <details class="row" id=details_id open=was_opened>
                <summary>
                    <span class="thumbnail" aria-hidden="true">
                        <Figure id=exercise.id.clone() sides=exercise.sides/>
                    </span>
                    <span class="row-text">
                        <h4 lang=state.author_lang() dir=state.author_dir() class="card-name" id=heading>{exercise.name.clone()}</h4>
                        // One takes the other's place, so that nothing moves once the person's options are known.
                        <span class="stack">
                            <Dose exercise=exercise.clone() is_planned/>
                            <span class="left-out-note" class:gone=move || is_planned.get()>
                                {left_out}
                            </span>
                        </span>
                    </span>
                </summary>
                <div class="card-body">
                    <Figure id=exercise.id.clone() sides=exercise.sides/>
                    <div class="card-text">
                        {summary}
                        {needs}
                        <OrderedTexts class="steps" texts=exercise.steps.clone()/>
                        <Callout class="note key" title=messages.key_note() text=exercise.key.clone()/>
                        <Callout
                            class="note mistake"
                            title=messages.mistake_note()
                            text=exercise.mistake.clone()
                        />
                        <Advice exercise=exercise.clone()/>
                        {easier}
                        {variation}
                        {partner}
                        <StartFromCard exercise=exercise.clone() is_planned/>
                        <ExerciseOptionsPanel exercise/>
                    </div>
                </div>
            </details>
        </article>
    }
}

/// How long and how often, with the person's options.
#[component]
fn Dose(exercise: Exercise, is_planned: Memo<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let routine = state.routine();
    let dose = Memo::new(move |_| {
        let planned = state.plan.with(|plan| plan.on_card(&exercise.id).cloned());
        // What isn't in the plan has the dose that it would have.
        let on_its_own =
            || state.options.with(|options| Plan::card(&routine, options, &exercise).exercises.pop());
        let planned = planned.or_else(on_its_own);
        let planned = planned.as_ref();
        let dose = planned.map(|planned| state.messages.dose(planned)).unwrap_or_default();
        // What is done today is not what the card is called after.
        let easier = planned.filter(|planned| exercise.easier.as_ref().is_some_and(|it| it.id == planned.id));
        match easier {
            Some(easier) => state.messages.dose_easier(dose, &easier.name),
            None => dose,
        }
    });
    view! {
        <span class="dose" class:gone=move || !is_planned.get()>
            {move || dose.get()}
        </span>
    }
}

/// How to make it lighter or stronger, who should leave it out, and the sources of it all.
#[component]
fn Advice(exercise: Exercise) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let ways = [
        (messages.card_make_easier(), exercise.make_easier),
        (messages.card_make_harder(), exercise.make_harder),
    ];
    let ways = ways.into_iter().filter(|(_, text)| !text.is_empty()).map(|(title, text)| {
        view! {
            <p class="way">
                <strong>{title}</strong>
                " "
                <bdi lang=state.author_lang() dir=state.author_dir()>{text}</bdi>
            </p>
        }
    });
    view! {
        {ways.collect_view()}
        <Callout class="note caution" title=messages.card_caution() text=exercise.caution/>
        {(!exercise.references.is_empty()).then(|| {
            view! {
                <p class="sources">
                    {messages.card_sources()}
                    <Citations references=exercise.references/>
                </p>
            }
        })}
    }
}

#[component]
fn VariationDetails(variation: Variation, title: String) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let details_id = format!("variation-{}", variation.id);
    let was_opened = state.was_opened_early(&details_id);
    view! {
        <details class="variation" id=details_id open=was_opened>
            <summary>{title}</summary>
            <Figure id=variation.id sides=variation.sides/>
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
