//! Something has hurt more than once. Before it is done again, the person says how.

use leptos::prelude::*;

use crate::components::radio_group::RadioGroup;
use crate::components::screen_heading::ScreenHeading;
use crate::session_controller::SessionController;
use crate::session_controller::hurts::{Hurt, Way};
use crate::state::{AppState, Screen};

/// What has hurt, the ways to go on with each, and the way to the session that waits for the answer.
#[component]
pub(crate) fn HurtBeforeScreen() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let answers = session.hurts_to_ask_about().into_iter().map(|hurt| {
        // The easier way is what this screen is for; leaving it out or going on is the person's own decision.
        let way = RwSignal::new(if hurt.easier.is_some() { Way::Easier } else { Way::AsBefore });
        (hurt, way)
    });
    let answers = StoredValue::new(answers.collect::<Vec<_>>());
    let start = move |_| {
        let chosen = answers.with_value(|answers| {
            answers.iter().map(|(hurt, way)| (hurt.clone(), way.get_untracked())).collect::<Vec<_>>()
        });
        session.start_after_answers(&chosen);
    };
    view! {
        <section class="sheet" aria-labelledby="hurt-title">
            <ScreenHeading id="hurt-title">{messages.hurt_title()}</ScreenHeading>
            <p class="lead">{messages.hurt_lead()}</p>
            {answers
                .get_value()
                .into_iter()
                .map(|(hurt, way)| view! { <HowToGoOn hurt way/> })
                .collect_view()}
            <p>{messages.hurt_see_somebody()}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=start>
                    {messages.hurt_start()}
                </button>
                <button type="button" class="button" on:click=move |_| state.show(Screen::Overview)>
                    {messages.safety_later()}
                </button>
            </div>
        </section>
    }
}

/// An exercise that has hurt, and the ways to go on with it.
#[component]
fn HowToGoOn(hurt: Hurt, way: RwSignal<Way>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let easier = hurt.easier.map(|name| (Way::Easier, messages.hurt_easier(name)));
    let others = [
        (Way::AsBefore, messages.hurt_as_before().to_owned()),
        (Way::LeftOut, messages.option_leave_out().to_owned()),
    ];
    let choices: Vec<_> = easier.into_iter().chain(others).collect();
    let lighter = (!hurt.lighter.is_empty()).then(|| {
        view! {
            <p class="way">
                <strong>{messages.card_make_easier()}</strong>
                " "
                <bdi lang=state.author_lang() dir=state.author_dir()>{hurt.lighter}</bdi>
            </p>
        }
    });
    view! {
        <div class="hurt">
            <RadioGroup
                legend=hurt.name
                name=format!("hurt-{}", hurt.done)
                choices
                value=way
                on_change=move |chosen| way.set(chosen)
            />
            {lighter}
        </div>
    }
}
