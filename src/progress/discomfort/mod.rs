//! How much it hurts after sessions: the question, what the answers say, and a chart with the minutes.

mod answered;
mod chart;
mod question;
mod state;
mod wording;

use leptos::html::Button;
use leptos::prelude::*;
use supple_core::Day;

use self::answered::to_ask_about;
use self::chart::AnsweredCharts;
use self::question::Question;
use self::state::DiscomfortState;
use super::state::ProgressState;
use crate::browser::focus;

/// The question about the newest session, and what the answers so far say. Nothing is there where nothing is asked, and
/// nothing was answered or chosen.
#[component]
pub(super) fn DiscomfortPanel(today: Day) -> impl IntoView {
    let discomfort = DiscomfortState::new(expect_context::<ProgressState>());
    provide_context(discomfort);
    let messages = discomfort.messages;
    let is_asked = Memo::new(move |_| discomfort.answers.with(supple_core::DiscomfortAnswers::is_asked));
    let asked_about = Memo::new(move |_| {
        let ask = |log: &Vec<_>| {
            to_ask_about(log, today).map(|session| (session.id.clone(), session.day() == today))
        };
        is_asked.get().then(|| discomfort.progress.log.with(ask)).flatten()
    });
    let has_answers = move || discomfort.shown.with(|shown| !shown.is_empty());
    let can_stop = move || asked_about.with(Option::is_some) || discomfort.has_switched.get();
    let is_shown = move || can_stop() || !is_asked.get() || has_answers();
    view! {
        <Show when=is_shown>
            <section class="aside discomfort" aria-labelledby="discomfort-title">
                <h3 class="heading" id="discomfort-title">{messages.discomfort_title()}</h3>
                <For each=move || asked_about.get() key=Clone::clone let((id, is_today))>
                    <Question id is_today/>
                </For>
                <EaseOff/>
                <Show when=has_answers>
                    <AnsweredCharts/>
                </Show>
                <Asking is_asked can_stop=Signal::derive(can_stop)/>
            </section>
        </Show>
    }
}

/// The question alone, where a session is just over. Nothing is there where nothing is asked; where that was chosen here, the
/// way back from it stays.
#[component]
pub(super) fn AfterSession(
    /// The session.
    id: String,
    today: Day,
) -> impl IntoView {
    let discomfort = DiscomfortState::new(expect_context::<ProgressState>());
    provide_context(discomfort);
    let is_asked = Memo::new(move |_| discomfort.answers.with(supple_core::DiscomfortAnswers::is_asked));
    let is_today = discomfort.progress.log.with_untracked(|log| {
        log.iter().rfind(|session| session.id == id).is_none_or(|session| session.day() == today)
    });
    let asked_about = move || is_asked.get().then(|| id.clone());
    view! {
        <Show when=move || is_asked.get() || discomfort.has_switched.get()>
            <section class="discomfort" aria-label=discomfort.messages.discomfort_title()>
                <For each=asked_about.clone() key=String::clone let:id>
                    <Question id is_today/>
                </For>
                <EaseOff/>
                <Asking is_asked can_stop=true/>
            </section>
        </Show>
    }
}

/// What the answers so far ask for, if they do.
#[component]
fn EaseOff() -> impl IntoView {
    let discomfort = expect_context::<DiscomfortState>();
    let messages = discomfort.messages;
    let advice = move || {
        let advice =
            discomfort.progress.log.with(|log| discomfort.answers.with(|answers| answers.advice(log)));
        advice.map(|supple_core::Advice::EaseOff| {
            view! {
                <div class="ease-off">
                    <p>{messages.discomfort_ease_off()}</p>
                    <p>{messages.discomfort_see_somebody()}</p>
                </div>
            }
        })
    };
    view! { <div role="status">{advice}</div> }
}

/// "Don't ask again", and the way back from that. Each takes the focus from the other.
#[component]
fn Asking(
    #[prop(into)] is_asked: Signal<bool>,
    /// Whether there is a question that could be switched off.
    #[prop(into)]
    can_stop: Signal<bool>,
) -> impl IntoView {
    let discomfort = expect_context::<DiscomfortState>();
    let messages = discomfort.messages;
    let button = move |asked: bool, name: &'static str| {
        let button = NodeRef::<Button>::new();
        if discomfort.has_switched.get_untracked() {
            button.on_load(|button| focus::focus_in_place(&button));
        }
        view! {
            <button type="button" class="text-button" node_ref=button on:click=move |_| discomfort.set_asked(asked)>
                {name}
            </button>
        }
    };
    let buttons = move || {
        if !is_asked.get() {
            Some(button(true, messages.discomfort_ask_again()))
        } else if can_stop.get() {
            Some(button(false, messages.discomfort_stop_asking()))
        } else {
            None
        }
    };
    view! {
        <div class="asking">
            <p role="status">{move || (!is_asked.get()).then(|| messages.discomfort_not_asked())}</p>
            {buttons}
        </div>
    }
}
