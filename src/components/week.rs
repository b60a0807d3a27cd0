//! The week so far, for people who come back.

use leptos::prelude::*;
use supple_core::{Day, Today, Week};

use crate::state::AppState;

/// The days of this week, which of them are done, and whether today still is to be. Nothing of it is to be seen on a first
/// visit, and while a session is there to be continued; it keeps its room.
#[component]
pub(crate) fn WeekStrip() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let week = move || state.week.get().unwrap_or_else(|| Week::of([], Day(0), 0));
    let is_gone = move || state.week.with(Option::is_none) || state.leftover.with(Option::is_some);
    let name_of = move |day: Day| {
        let index = usize::try_from(day.weekday()).unwrap_or_default();
        messages.week_day_names().split(", ").nth(index).unwrap_or_default()
    };
    let standing = move || match week().standing {
        Today::Done { hour, minute } => messages.week_today_done(format!("{hour:02}:{minute:02}")),
        Today::Open => messages.week_today_open().to_owned(),
        Today::Back => messages.week_back().to_owned(),
    };
    let summary = move || {
        let done: Vec<_> =
            week().days.into_iter().filter(|(_, is_done)| *is_done).map(|(day, _)| name_of(day)).collect();
        if done.is_empty() { messages.week_none().to_owned() } else { messages.week_done(done.join(", ")) }
    };
    let days = (0..7).map(|index| {
        let day = move || week().days.get(index).copied().unwrap_or((Day(0), false));
        view! {
            <span class="week-day" class:done=move || day().1 class:today=move || day().0 == week().today>
                {move || name_of(day().0).chars().next()}
            </span>
        }
    });
    view! {
        <div class="week" class:gone=is_gone>
            <p class="week-standing">{standing}</p>
            <div class="week-days" role="img" aria-label=summary>
                {days.collect_view()}
            </div>
        </div>
    }
}
