//! Numbers that lead to the sources.

use leptos::prelude::*;

use crate::widget::Widget;

/// Links to sources, in the manner of `[4]`. They lead straight there: a fragment can't point into a shadow root.
#[component]
pub(crate) fn Cite(widget: Widget, references: Vec<usize>) -> impl IntoView {
    let link = |number: usize| {
        widget.routine.with_value(|routine| {
            let reference = routine.references.get(number.checked_sub(1)?)?;
            let name = format!("Source {number}: {}", reference.title);
            Some(view! {
                <a class="cite" href=reference.url.clone() aria-label=name rel="noopener">
                    {format!("[{number}]")}
                </a>
            })
        })
    };
    references.into_iter().map(link).collect_view()
}
