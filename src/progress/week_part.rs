//! How this week stands beside the person's goal, and what they can decide about their weeks.

use leptos::prelude::*;
use supple_core::{Day, Progress, WeeksKept, week};

use super::goal_choice::GoalChoice;
use super::state::ProgressState;
use super::week_decisions::WeekDecisions;
use crate::browser::dates;
use crate::components::week_strip::WeekStrip;

/// The days of the goal, the week strip, weeks in a row, a pause and the goal.
#[component]
pub(super) fn WeekPart(#[prop(into)] progress: Signal<Progress>, today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let decisions = WeekDecisions::new(state);
    let kept = Memo::new(move |_| {
        progress.with(|progress| {
            decisions.goal.with(|goal| {
                state
                    .pauses
                    .with(|pauses| WeeksKept::of(&progress.days, goal, pauses, today, state.first_weekday))
            })
        })
    });
    let days = move || {
        let week = kept.get().this_week;
        messages.days_of_goal(week.done, week.goal)
    };
    let pause = move || state.pauses.with(|pauses| pauses.on(today));
    let rest = move || match pause() {
        Some(pause) => messages.pause_since(dates::day(pause.from, &state.lang())),
        None => messages.rest_of_week(&kept.get().this_week),
    };
    // One button for both ways, so that the focus stays where it was.
    let pause_or_return =
        move || if decisions.is_paused(today) { messages.pause_end() } else { messages.pause_start() };
    view! {
        <section class="aside week-part" aria-labelledby="week-title">
            <h3 class="heading" id="week-title">
                {messages.goal_title()}
            </h3>
            <div class="week-standing" role="status">
                <p class="goal-days">{days}</p>
                <p class="soft">{rest}</p>
            </div>
            <WeekStrip
                messages
                week=Signal::derive(move || state.log.with(|log| week(log, today, state.first_weekday)))
            />
            <Show when=move || kept.get().best != 0>
                <p class="weeks-kept">{move || messages.weeks_kept(kept.get())}</p>
            </Show>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| decisions.pause_or_return(today)>
                    {pause_or_return}
                </button>
            </div>
            <GoalChoice
                days=Signal::derive(move || kept.get().this_week.goal)
                on_change=move |days| decisions.choose_goal(days, today)
            />
        </section>
    }
}
