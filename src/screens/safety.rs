//! The safety notice, once before the first session.

use leptos::prelude::*;

use crate::components::back_today::BackToday;
use crate::components::screen_heading::ScreenHeading;
use crate::components::text_list::UnorderedTexts;
use crate::session_controller::SessionController;
use crate::state::{AppState, Screen};

/// The rules, to be read before the first session.
#[component]
pub(crate) fn SafetyScreen() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let is_sharp = RwSignal::new(false);
    view! {
        <section class="sheet" aria-labelledby="safety-title">
            <ScreenHeading id="safety-title">{messages.safety_title()}</ScreenHeading>
            <UnorderedTexts class="rules" texts=state.routine().safety.clone()/>
            <BackToday is_sharp/>
            <div class="actions">
                <button
                    type="button"
                    class="button primary"
                    hidden=move || is_sharp.get()
                    on:click=move |_| session.accept_safety()
                >
                    {messages.safety_start()}
                </button>
                <button type="button" class="button" on:click=move |_| state.show(Screen::Overview)>
                    {messages.safety_later()}
                </button>
            </div>
        </section>
    }
}
