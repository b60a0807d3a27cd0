//! The week so far and what is due today, for people who come back.

use leptos::prelude::*;
use supple_core::{Day, Week};

use crate::components::week_strip::WeekStrip;
use crate::state::AppState;

/// How things stand today, by the programme if there is one; the days of this week, which of them are done, and how many there
/// should be where the person has chosen that. Nothing of it is to be seen on a first visit, and while a session is there to be
/// continued; it keeps its room.
#[component]
pub(crate) fn ThisWeek() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let week = Memo::new(move |_| state.week.get().unwrap_or_else(|| Week::of(&[], Day(0), 0)));
    let is_gone = move || state.week.with(Option::is_none) || state.leftover.with(Option::is_some);
    let goal = move || {
        let week = week.get();
        week.goal.map(|goal| {
            view! { <p>{messages.days_of_goal(week.days_done(), goal)}</p> }
        })
    };
    view! {
        <div class="this-week" class:gone=is_gone>
            <p class="standing">{move || messages.today(&week.get())}</p>
            <WeekStrip messages week=Signal::derive(move || week.get().days)/>
            {goal}
        </div>
    }
}
