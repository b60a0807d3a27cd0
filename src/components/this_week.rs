//! The week so far, for people who come back.

use leptos::prelude::*;
use supple_core::{Day, Today, Week};

use crate::components::week_strip::WeekStrip;
use crate::state::AppState;

/// The days of this week, which of them are done, and whether today still is to be. Nothing of it is to be seen on a first
/// visit, and while a session is there to be continued; it keeps its room.
#[component]
pub(crate) fn ThisWeek() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let week = Memo::new(move |_| state.week.get().unwrap_or_else(|| Week::of(&[], Day(0), 0)));
    let is_gone = move || state.week.with(Option::is_none) || state.leftover.with(Option::is_some);
    let standing = move || match week.get().standing {
        Today::Done { hour, minute } => messages.week_today_done(format!("{hour:02}:{minute:02}")),
        Today::Open => messages.week_today_open().to_owned(),
        Today::Back => messages.week_back().to_owned(),
    };
    view! {
        <div class="this-week" class:gone=is_gone>
            <p class="standing">{standing}</p>
            <WeekStrip messages week=Signal::derive(move || week.get().days)/>
        </div>
    }
}
