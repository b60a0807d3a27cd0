//! `<details>` whose content is drawn when it is opened for the first time.

use leptos::prelude::*;

use crate::state::AppState;

/// A title that opens and closes what is below it. Most people open none, so the widget draws the content when it is asked
/// for. The prerendered page has all of it, and what was opened there is open here too.
#[component]
pub(crate) fn Panel(
    /// Class of the `<details>`.
    class: &'static str,
    #[prop(into)] id: String,
    /// Class of the element around the content.
    body_class: &'static str,
    /// What stands in the `<summary>`.
    title: AnyView,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let was_opened = expect_context::<AppState>().was_opened_early(&id);
    let is_drawn = RwSignal::new(was_opened || cfg!(feature = "ssr"));
    // The click comes before the panel opens, so that nothing moves twice. Not every way to open it is a click.
    let draw = move || is_drawn.set(true);
    view! {
        <details class=class id=id open=was_opened on:toggle=move |_| draw()>
            <summary on:click=move |_| draw()>{title}</summary>
            <Show when=move || is_drawn.get()>
                <div class=body_class>{children()}</div>
            </Show>
        </details>
    }
}
