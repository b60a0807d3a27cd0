//! One exercise as a card: whole without scripts, and without its picture.

use leptos::prelude::*;
use supple_core::{Exercise, Plan};

use super::adjust::Adjust;
use super::controls::Toggle;
use super::start_panel::StartButton;
use crate::text;
use crate::widget::Widget;

#[component]
pub(crate) fn Card(widget: Widget, exercise: Exercise, number: usize) -> impl IntoView {
    let heading = format!("exercise-{}", exercise.id);
    let id = StoredValue::new(exercise.id.clone());
    let for_dose = exercise.clone();
    let dose = Memo::new(move |_| {
        let card = widget.routine.with_value(|routine| Plan::card(routine, &widget.options.get(), &for_dose));
        card.exercises.first().map(text::dose).unwrap_or_default()
    });
    let is_planned =
        Memo::new(move |_| widget.plan.with(|plan| id.with_value(|id| plan.position_of(id)).is_some()));
    let steps = exercise.steps.iter().map(|step| view! { <li>{step.clone()}</li> }).collect_view();
    view! {
        <article class="card" class:left-out=move || !is_planned.get() aria-labelledby=heading.clone()>
            <header class="card-head">
                <span class="number" aria-hidden="true">{number}</span>
                <h4 class="card-name" id=heading.clone()>{exercise.name.clone()}</h4>
                <p class="dose">{dose}</p>
            </header>
            {non_empty(&exercise.summary).map(|text| view! { <p class="card-summary">{text}</p> })}
            {non_empty(&exercise.needs).map(|text| view! {
                <p class="needs"><strong>"You need "</strong>{lower_first(&text)}</p>
            })}
            <ol class="steps">{steps}</ol>
            {non_empty(&exercise.key).map(|text| view! {
                <div class="note key"><p class="note-title">"The key"</p><p>{text}</p></div>
            })}
            {non_empty(&exercise.mistake).map(|text| view! {
                <div class="note mistake"><p class="note-title">"The usual mistake"</p><p>{text}</p></div>
            })}
            <VariationBlock exercise=exercise.clone()/>
            <PartnerBlock widget exercise=exercise.clone()/>
            <footer class="card-foot">
                <StartButton widget card=exercise.id.clone() name=exercise.name.clone() is_planned/>
                <Adjust widget exercise/>
            </footer>
        </article>
    }
}

#[component]
fn VariationBlock(exercise: Exercise) -> impl IntoView {
    exercise.variation.map(|variation| {
        let steps = variation.steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
        view! {
            <details class="variation" id=format!("variation-{}", variation.id)>
                <summary>"Variation: " {lower_first(&variation.label)}</summary>
                <ol class="steps">{steps}</ol>
                {non_empty(&variation.key).map(|text| view! {
                    <div class="note key"><p class="note-title">"The key"</p><p>{text}</p></div>
                })}
            </details>
        }
    })
}

/// Without somebody to help the exercise is left out, and something else is offered in its place.
#[component]
fn PartnerBlock(widget: Widget, exercise: Exercise) -> impl IntoView {
    if !exercise.partner {
        return None;
    }
    let id = StoredValue::new(exercise.id);
    let partner = Signal::derive(move || widget.options.with(|options| options.partner));
    let substitute = exercise.substitute.and_then(|id| {
        widget.routine.with_value(|routine| routine.exercise(&id).map(|other| other.name.to_lowercase()))
    });
    let offer = substitute.map(|name| {
        let on = Signal::derive(move || {
            widget.options.with(|options| id.with_value(|id| options.exercise(id).substitute))
        });
        let set = move |on| {
            widget.change_options(|options| {
                id.with_value(|id| options.change_exercise(id, |chosen| chosen.substitute = on));
            });
        };
        view! {
            <div class="with-scripts" class:quiet=partner>
                <Toggle label=format!("Do the {name} again instead") on set/>
            </div>
        }
    });
    Some(view! {
        <div class="note partner">
            <p class="note-title">"Needs a partner"</p>
            <p>"Without one, this stretch is left out."</p>
            <div class="with-scripts">
                <Toggle
                    label="I have a partner"
                    on=partner
                    set=move |on| widget.change_options(|options| options.partner = on)
                />
            </div>
            {offer}
        </div>
    })
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// "A chair" as it stands within a sentence.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
