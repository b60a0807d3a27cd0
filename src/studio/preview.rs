//! The routine as its recipients will see it.

use leptos::html::Div;
use leptos::prelude::*;

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
    let note = move || {
        if studio.is_empty() {
            messages.studio_preview_empty()
        } else if studio.has_problems() {
            messages.studio_preview_problems()
        } else {
            ""
        }
    };
    view! {
        <section class={"part preview"} aria-labelledby="studio-preview">
            <h2 class={"heading"} id="studio-preview" tabindex="-1">{messages.studio_preview()}</h2>
            <p class={"soft"}>{messages.studio_preview_text()}</p>
            <p class={"notice-line"}>{note}</p>
            <div class={"live"} hidden=move || !shown.get() node_ref=place></div>
        </section>
    }
}
