//! The cards, and everything there is to read. Prerendered, so nothing here may ask the browser anything before
//! somebody presses something.

use leptos::prelude::*;

use crate::parts::card::Card;
use crate::parts::cite::Cite;
use crate::parts::options::OptionsPanel;
use crate::parts::start_panel::StartPanel;
use crate::widget::Widget;

#[component]
pub(crate) fn Overview(widget: Widget) -> impl IntoView {
    let routine = widget.routine.get_value();
    let mut number = 0;
    let sections = routine.sections.into_iter().map(|section| {
        let cards = section.exercises.into_iter().map(|exercise| {
            number += 1;
            view! { <Card widget exercise number/> }
        });
        let heading = format!("section-{}", section.id);
        view! {
            <section class="section" aria-labelledby=heading.clone()>
                <div class="section-head">
                    <h3 class="heading" id=heading.clone()>{section.name}</h3>
                    <p>{section.summary}</p>
                </div>
                <div class="cards">{cards.collect_view()}</div>
            </section>
        }
    });
    let sections = sections.collect_view();
    view! {
        <div class="hero">
            <div class="intro">
                <h2 class="title">{routine.name}</h2>
                <p class="tagline">{routine.tagline}</p>
                <p class="summary">{routine.summary}</p>
            </div>
            <StartPanel widget/>
            <div class="with-scripts">
                <OptionsPanel widget/>
            </div>
        </div>
        {sections}
        <About widget/>
    }
}

#[component]
fn About(widget: Widget) -> impl IntoView {
    let routine = widget.routine.get_value();
    let why = routine.why.into_iter().map(|note| {
        view! {
            <p>{note.text} " " <Cite widget references=note.references/></p>
        }
    });
    let muscles = routine.muscles.into_iter().map(|muscle| {
        view! {
            <div class="muscle">
                <dt>{muscle.name}</dt>
                <dd>{muscle.text} " " <Cite widget references=muscle.references/></dd>
            </div>
        }
    });
    let benefits = routine.benefits.into_iter().map(|benefit| view! { <li>{benefit}</li> });
    let safety = routine.safety.into_iter().map(|line| view! { <li>{line}</li> });
    let references = routine.references.into_iter().map(|reference| view! {
        <li>
            <a href=reference.url rel="noopener">{reference.title}</a>
            ". " {reference.source} {(!reference.date.is_empty()).then(|| format!(", {}", reference.date))} "."
        </li>
    });
    view! {
        <div class="about">
            <section class="about-part" aria-labelledby="why-title">
                <h3 class="heading" id="why-title">"Why it works"</h3>
                {why.collect_view()}
            </section>
            <section class="about-part" aria-labelledby="benefits-title">
                <h3 class="heading" id="benefits-title">"What you gain"</h3>
                <ul class="benefits">{benefits.collect_view()}</ul>
            </section>
            <section class="about-part wide" aria-labelledby="muscles-title">
                <h3 class="heading" id="muscles-title">"The muscles"</h3>
                <p>{routine.anatomy}</p>
                <dl class="muscles">{muscles.collect_view()}</dl>
            </section>
            <section class="about-part safety" aria-labelledby="safety-always-title">
                <h3 class="heading" id="safety-always-title">"Safety"</h3>
                <ul class="rules">{safety.collect_view()}</ul>
            </section>
            <section class="about-part" aria-labelledby="references-title">
                <h3 class="heading" id="references-title">"References"</h3>
                <ol class="references">{references.collect_view()}</ol>
            </section>
        </div>
    }
}
