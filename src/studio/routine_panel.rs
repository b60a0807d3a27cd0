//! The routine that is being written.

use leptos::html::Ol;
use leptos::prelude::*;
use supple_core::studio::SectionKey;

use super::about_routine::AboutRoutine;
use super::bulk_bar::BulkBar;
use super::drafts_panel::DraftsPanel;
use super::problem_list::ProblemList;
use super::section_part::SectionPart;
use super::state::Studio;

/// Drafts, what belongs to the whole, the sections, and what can be added.
#[component]
pub(super) fn RoutinePanel() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let sections = Memo::new(move |_| {
        studio.with_draft(|draft| draft.sections.iter().map(|section| section.key).collect::<Vec<_>>())
    });
    // A draft of its own has sections of its own, whatever their keys.
    let draft = Memo::new(move |_| studio.with_draft(|draft| draft.id.clone()));
    let list = NodeRef::<Ol>::new();
    let moved = move |section: String, _: String, index: usize| {
        if let Ok(section) = section.parse::<SectionKey>() {
            studio.drop_section(section, index);
        }
    };
    list.on_load(move |list| studio.page().sortable(&list, "sections", moved));
    view! {
        <section class={"part routine"} aria-labelledby="studio-routine">
            <h2 class={"heading"} id="studio-routine" tabindex="-1">{messages.studio_routine()}</h2>
            <DraftsPanel/>
            <ProblemList/>
            <AboutRoutine/>
            <Show when=move || studio.is_empty()>
                <p class={"empty-routine"}>{messages.studio_empty()}</p>
            </Show>
            <ol class={"sections"} data-key={"sections"} node_ref=list>
                <For
                    each=move || {
                        let draft = draft.get();
                        sections.get().into_iter().map(move |key| (draft.clone(), key))
                    }
                    key=Clone::clone
                    let((_, key))
                >
                    <SectionPart key/>
                </For>
            </ol>
            <p class={"actions"}>
                <button type="button" class={"button"} on:click=move |_| studio.add_own()>
                    {messages.studio_add_own()}
                </button>
                <button type="button" class={"button"} on:click=move |_| studio.add_section()>
                    {messages.studio_add_section()}
                </button>
            </p>
            <p class={"soft keys-hint"}>{messages.studio_keys()}</p>
            <BulkBar/>
        </section>
    }
}
