//! A week at a glance: a dot for each day.

use leptos::prelude::*;
use supple_core::WeekDay;

use crate::messages::Messages;

/// The days of a week, with those that are done filled in.
#[component]
pub(crate) fn WeekStrip(messages: Messages, #[prop(into)] week: Signal<[WeekDay; 7]>) -> impl IntoView {
    let day = move |WeekDay { day, is_done, is_today, is_ahead }: WeekDay| {
        view! {
            <span class:done=is_done class:today=is_today class:ahead=is_ahead>
                {messages.weekday(day).chars().next()}
                <i class={"dot"}></i>
            </span>
        }
    };
    view! {
        <p class="week" role="img" aria-label=move || messages.week_in_words(&week.get())>
            {move || week.get().map(&day).into_iter().collect_view()}
        </p>
    }
}
