//! The cards, and everything there is to read. It is prerendered, so nothing here may ask the browser anything before the person
//! presses something.
//!
//! It is drawn piece by piece, each in a task of its own: drawn at once, it would keep a slow phone from answering a press
//! for half a second. `element/takeover.js` sets the pace.

use leptos::prelude::*;
use supple_core::Routine;

use crate::components::card::Card;
use crate::components::cited::Citations;
use crate::components::figure::{Figure, MUSCLES};
use crate::components::keep_link::KeepLink;
use crate::components::options_panel::OptionsPanel;
use crate::components::presets::Presets;
use crate::components::start_panel::StartPanel;
use crate::components::text_list::UnorderedTexts;
use crate::state::AppState;

/// A part of the overview: what stands below what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    /// Name, start and options, in [`HERO_PIECES`].
    Hero,
    /// A section of the routine, by its index. Each of its cards is a piece, and the first brings the heading.
    Section(usize),
    /// The background. It is one piece.
    About,
}

/// The name with the start panel, and the presets with the options: each takes about as long as a card or two.
const HERO_PIECES: usize = 2;

impl Part {
    /// All parts from the top, each with the number of pieces before it, and the number of all pieces.
    fn all(routine: &Routine) -> (Vec<(usize, Self)>, usize) {
        let mut pieces = HERO_PIECES;
        let mut parts = vec![(0, Self::Hero)];
        for (index, section) in routine.sections.iter().enumerate() {
            parts.push((pieces, Self::Section(index)));
            pieces += section.exercises.len().max(1);
        }
        parts.push((pieces, Self::About));
        (parts, pieces + 1)
    }
}

/// In how many pieces the overview of a routine is drawn.
pub(crate) fn piece_count(routine: &Routine) -> usize {
    Part::all(routine).1
}

/// The start panel, the cards of each section, and the background, as far as they are to be drawn yet.
#[component]
pub(crate) fn Overview() -> impl IntoView {
    let state = expect_context::<AppState>();
    let (parts, _) = Part::all(&state.routine());
    let drawn = move || {
        let pieces = state.drawn_pieces.get();
        parts.iter().copied().filter(|(before, _)| *before < pieces).collect::<Vec<_>>()
    };
    let draw = |(before, part)| match part {
        Part::Hero => view! { <Hero/> }.into_any(),
        Part::Section(index) => view! { <SectionOfCards index pieces_before=before/> }.into_any(),
        Part::About => view! { <About/> }.into_any(),
    };
    view! { <For each=drawn key=|(_, part)| *part children=draw/> }
}

/// What the routine is, the way to start it, and its options.
#[component]
fn Hero() -> impl IntoView {
    let state = expect_context::<AppState>();
    let routine = state.routine();
    let is_drawn = move || state.drawn_pieces.get() >= HERO_PIECES;
    let cover = routine.cover().map(|exercise| {
        view! {
            <div class="cover" aria-hidden="true">
                <Figure id=exercise.id.clone() sides=exercise.sides/>
            </div>
        }
    });
    view! {
        <div class="hero">
            {cover}
            <div class="intro" lang=state.author_lang() dir=state.author_dir()>
                <h2 class="title">{routine.name.clone()}</h2>
                <Paragraph class="tagline" text=routine.tagline.clone()/>
            </div>
            <StartPanel/>
            <Paragraph class="summary" text=routine.summary.clone()/>
            <KeepLink/>
            <Show when=is_drawn>
                <Presets/>
                <OptionsPanel/>
            </Show>
        </div>
    }
}

/// A section of the routine with its cards.
#[component]
fn SectionOfCards(index: usize, pieces_before: usize) -> impl IntoView {
    let state = expect_context::<AppState>();
    state.routine().sections.get(index).cloned().map(|section| {
        let heading = format!("section-{}", section.id);
        let label = heading.clone();
        let exercises = section.exercises;
        let drawn = move || {
            let pieces = state.drawn_pieces.get().saturating_sub(pieces_before);
            exercises.iter().take(pieces).cloned().collect::<Vec<_>>()
        };
        view! {
            <section class="section" aria-labelledby=label>
                <div class="section-head" lang=state.author_lang() dir=state.author_dir()>
                    <h3 class="heading" id=heading>{section.name}</h3>
                    <Paragraph text=section.summary/>
                </div>
                <div class="cards">
                    <For each=drawn key=|exercise| exercise.id.clone() let(exercise)>
                        <Card exercise/>
                    </For>
                </div>
            </section>
        }
    })
}

/// Why it works, the muscles, safety and sources.
#[component]
fn About() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let routine = state.routine();
    let why = routine.why.iter().map(|note| {
        view! {
            <p lang=state.author_lang() dir=state.author_dir()>
                {note.text.clone()}
                <Citations references=note.references.clone()/>
            </p>
        }
    });
    let why = why.collect_view();
    let muscles = routine.muscles.iter().map(|muscle| {
        view! {
            <div class="muscle" lang=state.author_lang() dir=state.author_dir()>
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
            <li lang=state.author_lang() dir=state.author_dir()>
                <a href=reference.url.clone() rel="noopener">{reference.title.clone()}</a>
                {format!(". {}{date}.", reference.source)}
            </li>
        }
    });
    let references = references.collect_view();
    let (benefits, anatomy, safety) =
        (routine.benefits.clone(), routine.anatomy.clone(), routine.safety.clone());
    // A heading is there only where something follows it.
    let why = (!why.is_empty()).then(|| {
        view! { <AboutPart class="about-part" id="why-title" name=messages.about_why()>{why}</AboutPart> }
    });
    let benefits = (!benefits.is_empty()).then(|| {
        view! {
            <AboutPart class="about-part" id="benefits-title" name=messages.about_benefits()>
                <UnorderedTexts class="benefits" texts=benefits/>
            </AboutPart>
        }
    });
    // Who draws the muscles also says in words where they are.
    let has_picture = !anatomy.is_empty();
    let muscles = (!muscles.is_empty() || has_picture).then(|| {
        let class = if has_picture { "about-part wide" } else { "about-part all-muscles" };
        view! {
            <AboutPart class=class id="muscles-title" name=messages.about_muscles()>
                <Paragraph text=anatomy/>
                {has_picture.then(|| view! { <Figure id=MUSCLES.to_owned()/> })}
                {(!muscles.is_empty()).then(|| view! { <dl class="muscles">{muscles}</dl> })}
            </AboutPart>
        }
    });
    let references = (!references.is_empty()).then(|| {
        view! {
            <AboutPart class="about-part" id="references-title" name=messages.about_references()>
                <ol class="references">{references}</ol>
            </AboutPart>
        }
    });
    view! {
        <div class="about">
            {why} {benefits} {muscles}
            <AboutPart class="about-part safety" id="safety-always-title" name=messages.about_safety()>
                <UnorderedTexts class="rules" texts=safety/>
            </AboutPart>
            {references}
        </div>
    }
}

/// A text of its own; nothing where the author wrote none.
#[component]
fn Paragraph(#[prop(optional)] class: &'static str, text: String) -> impl IntoView {
    let state = expect_context::<AppState>();
    (!text.is_empty())
        .then(|| view! { <p class=class lang=state.author_lang() dir=state.author_dir()>{text}</p> })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_card_is_a_piece() {
        let mut routine = Routine::hamstring();
        let cards: usize = routine.sections.iter().map(|section| section.exercises.len()).sum();
        assert_eq!(piece_count(&routine), HERO_PIECES + cards + 1);
        let (parts, _) = Part::all(&routine);
        let before = HERO_PIECES + routine.sections[0].exercises.len();
        let expected = [(0, Part::Hero), (HERO_PIECES, Part::Section(0)), (before, Part::Section(1))];
        assert_eq!(parts[..3], expected);
        // The heading of a section without cards has to be drawn, too.
        routine.sections[0].exercises.clear();
        assert_eq!(Part::all(&routine).0[2], (HERO_PIECES + 1, Part::Section(1)));
    }
}
