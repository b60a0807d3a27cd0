//! The routine as its recipients will see it.

use leptos::html::Div;
use leptos::prelude::*;

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
            <div class={"live"} hidden=move || !shown.get() node_ref=place></div>
        </section>
    }
}
