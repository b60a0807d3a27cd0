//! The cards, and everything there is to read. It is prerendered, so nothing here may ask the browser anything before the person
//! presses something.
//!
//! It is drawn part by part, each in a task of its own: drawn at once, it would keep a slow phone from answering a press
//! for half a second. `element/takeover.js` sets the pace.

use leptos::prelude::*;
use supple_core::{Routine, Section};

use crate::components::card::Card;
use crate::components::cited::Citations;
use crate::components::figure::{Figure, MUSCLES};
use crate::components::options_panel::OptionsPanel;
use crate::components::start_panel::StartPanel;
use crate::components::text_list::UnorderedTexts;
use crate::state::AppState;

/// A part of the overview that is drawn in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    /// Name, start and options.
    Hero,
    /// A section of the routine, by its index.
    Section(usize),
    /// The background.
    About,
}

impl Part {
    /// All parts, from the top.
    fn all(routine: &Routine) -> Vec<Self> {
        let sections = (0..routine.sections.len()).map(Self::Section);
        std::iter::once(Self::Hero).chain(sections).chain([Self::About]).collect()
    }
}

/// How many parts the overview of a routine has.
pub(crate) fn part_count(routine: &Routine) -> usize {
    Part::all(routine).len()
}

/// The start panel, the cards of each section, and the background, as far as they are to be drawn yet.
#[component]
pub(crate) fn Overview() -> impl IntoView {
    let state = expect_context::<AppState>();
    let parts = Part::all(&state.routine());
    let drawn = move || parts.iter().copied().take(state.drawn_parts.get()).collect::<Vec<_>>();
    let draw = |part| match part {
        Part::Hero => view! { <Hero/> }.into_any(),
        Part::Section(index) => view! { <SectionOfCards index/> }.into_any(),
        Part::About => view! { <About/> }.into_any(),
    };
    view! { <For each=drawn key=|part| *part children=draw/> }
}

/// What the routine is, the way to start it, and its options.
#[component]
fn Hero() -> impl IntoView {
    let routine = expect_context::<AppState>().routine();
    view! {
        <div class="hero">
            <div class="intro">
                <h2 class="title">{routine.name.clone()}</h2>
                <p class="tagline">{routine.tagline.clone()}</p>
                <p class="summary">{routine.summary.clone()}</p>
            </div>
            <StartPanel/>
            <OptionsPanel/>
        </div>
    }
}

/// A section of the routine with its cards, which are numbered through the whole routine, from 1.
#[component]
fn SectionOfCards(index: usize) -> impl IntoView {
    let routine = expect_context::<AppState>().routine();
    let before = routine.sections.iter().take(index).map(|section| section.exercises.len());
    let first_number = before.sum::<usize>() + 1;
    routine.sections.get(index).cloned().map(|section| section_of_cards(section, first_number))
}

fn section_of_cards(section: Section, first_number: usize) -> impl IntoView {
    let heading = format!("section-{}", section.id);
    let label = heading.clone();
    let cards = section.exercises.into_iter().zip(first_number..);
    view! {
        <section class="section" aria-labelledby=label>
            <div class="section-head">
                <h3 class="heading" id=heading>{section.name}</h3>
                <p>{section.summary}</p>
            </div>
            <div class="cards">
                {cards.map(|(exercise, number)| view! { <Card exercise number/> }).collect_view()}
            </div>
        </section>
    }
}

/// Why it works, the muscles, safety and sources.
#[component]
fn About() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let routine = state.routine();
    let why = routine.why.iter().map(|note| {
        view! {
            <p>
                {note.text.clone()}
                <Citations references=note.references.clone()/>
            </p>
        }
    });
    let why = why.collect_view();
    let muscles = routine.muscles.iter().map(|muscle| {
        view! {
            <div class="muscle">
                <dt>{muscle.name.clone()}</dt>
                <dd>
                    {muscle.text.clone()}
                    <Citations references=muscle.references.clone()/>
                </dd>
            </div>
        }
    });
    let muscles = muscles.collect_view();
    let references = routine.references.iter().map(|reference| {
        let date = if reference.date.is_empty() { String::new() } else { format!(", {}", reference.date) };
        view! {
            <li>
                <a href=reference.url.clone() rel="noopener">{reference.title.clone()}</a>
                {format!(". {}{date}.", reference.source)}
            </li>
        }
    });
    let references = references.collect_view();
    let (benefits, anatomy, safety) =
        (routine.benefits.clone(), routine.anatomy.clone(), routine.safety.clone());
    view! {
        <div class="about">
            <AboutPart class="about-part" id="why-title" name=messages.about_why()>
                {why}
            </AboutPart>
            <AboutPart class="about-part" id="benefits-title" name=messages.about_benefits()>
                <UnorderedTexts class="benefits" texts=benefits/>
            </AboutPart>
            <AboutPart class="about-part wide" id="muscles-title" name=messages.about_muscles()>
                <p>{anatomy}</p>
                <Figure id=MUSCLES.to_owned()/>
                <dl class="muscles">{muscles}</dl>
            </AboutPart>
            <AboutPart class="about-part safety" id="safety-always-title" name=messages.about_safety()>
                <UnorderedTexts class="rules" texts=safety/>
            </AboutPart>
            <AboutPart class="about-part" id="references-title" name=messages.about_references()>
                <ol class="references">{references}</ol>
            </AboutPart>
        </div>
    }
}

#[component]
fn AboutPart(class: &'static str, id: &'static str, name: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class=class aria-labelledby=id>
            <h3 class="heading" id=id>{name}</h3>
            {children()}
        </section>
    }
}
