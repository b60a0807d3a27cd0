//! What to heed, once before the first session.

use leptos::prelude::*;

use super::Heading;
use crate::widget::{Screen, Widget};

#[component]
pub(crate) fn Safety(widget: Widget) -> impl IntoView {
    let safety = widget.routine.with_value(|routine| routine.safety.clone());
    let accept = move |_| {
        if let Screen::Safety { exercise } = widget.screen.get_untracked() {
            widget.safety_read(exercise);
        }
    };
    view! {
        <section class="sheet" aria-labelledby="safety-title">
            <Heading id="safety-title" text="Before you start"/>
            <ul class="rules">{safety.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <div class="actions">
                <button type="button" class="button primary" on:click=accept>
                    "Got it, start"
                </button>
                <button type="button" class="button" on:click=move |_| widget.screen.set(Screen::Overview)>
                    "Not now"
                </button>
            </div>
        </section>
    }
}
