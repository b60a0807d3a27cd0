//! Links to sources behind a text, in the manner of `[4]`. They lead straight to the source: a fragment can't point into a
//! shadow root.

use leptos::prelude::*;

use crate::state::AppState;

/// The sources with these numbers, counted from 1; unknown ones are left out.
#[component]
pub(crate) fn Citations(references: Vec<usize>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let routine = state.routine();
    let links = references.into_iter().map(|number| {
        let reference = number.checked_sub(1).and_then(|index| routine.references.get(index));
        let link = reference.map(|reference| {
            view! {
                <a
                    class="cite"
                    href=reference.url.clone()
                    aria-label=state.messages.about_source(number, &reference.title)
                    rel="noopener"
                >
                    {format!("[{number}]")}
                </a>
            }
        });
        view! { " " {link} }
    });
    links.collect_view()
}
