//! The routine as its recipients will see it.

use leptos::html::Div;
use leptos::prelude::*;
use supple_core::studio::Typed;

use super::problem_list::Waiting;
use super::state::Studio;

/// The live routine. While something is wrong, it is the last one that was right.
#[component]
pub(super) fn Preview() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let place = NodeRef::<Div>::new();
    let shown = RwSignal::new(false);
    Effect::new(move |last: Option<Option<String>>| {
        let last = last.flatten();
        let document = studio.settled().with(|document| document.to_string());
        let Some(place) = place.get() else { return last };
        // What is right now may not have been half a second ago.
        if studio.document().with(|now| studio.settled().with(|settled| settled != now)) {
            return last;
        }
        if studio.has_problems() || studio.is_empty() || last.as_ref() == Some(&document) {
            return last;
        }
        studio.page().show_preview(&place, &document);
        shown.set(true);
        Some(document)
    });
    view! {
        <section class={"part preview"} aria-labelledby="studio-preview">
            <h2 class={"heading"} id="studio-preview" tabindex="-1">{messages.studio_preview()}</h2>
            <p class={"soft"}>{messages.studio_preview_text()}</p>
            <Waiting empty=messages.studio_preview_empty() wrong=messages.studio_preview_problems()/>
            <Show when=move || shown.get()>
                <ReceivedHead/>
            </Show>
            <div class={"live"} hidden=move || !shown.get() node_ref=place></div>
        </section>
    }
}

/// What stands above the routine on the page that a link opens: its name, who is responsible for it, and for whom it is.
#[component]
fn ReceivedHead() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let name = move || studio.with_draft(|draft| draft.name.clone());
    let from = move || {
        studio.with_draft(|draft| match draft.author.name.trim() {
            "" => messages.received_anonymous().to_owned(),
            author => messages.received_from(author),
        })
    };
    let facts = move || {
        studio.with_draft(|draft| {
            let for_whom = Some(draft.for_whom.trim()).filter(|name| !name.is_empty());
            let days = draft.days_per_week.as_ref().and_then(Typed::number);
            let facts = [
                for_whom.map(|name| messages.received_for(name)),
                days.map(|days| messages.received_days(days.into())),
            ];
            facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <div class={"received-head"}>
            <h3 dir="auto">{name}</h3>
            <p>{from}</p>
            <p class={"soft"}>{facts}</p>
        </div>
    }
}
