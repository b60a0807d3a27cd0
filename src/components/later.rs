//! What can wait for a moment.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::task::next_task;

/// Draws what nobody needs at once in the next task, so that what they do need is there sooner.
#[component]
pub(crate) fn Later(children: ChildrenFn) -> impl IntoView {
    let is_due = RwSignal::new(false);
    spawn_local(async move {
        next_task().await;
        is_due.try_set(true); // what it stands in may be gone by then
    });
    // A keyed list of one: it remembers what it stands in. `Show` asks whether that is an `Element`, which it isn't where a
    // library such as MooTools has put a class of its own in the place of the browser's.
    view! { <For each=move || is_due.get().then_some(()) key=|()| () children=move |()| children()/> }
}
