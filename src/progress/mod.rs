//! What all sessions came to, as an app of its own: its WebAssembly loads when the Progress screen is opened for the first time.
//! The screen itself ([`screens::progress`](crate::screens::progress)) is the widget's, and gives this its place.

mod add_by_hand;
mod backup_panel;
mod bars;
#[cfg(feature = "progress")]
pub mod bindings;
mod by_routine;
mod calendar;
mod data_table;
mod discomfort;
mod goal_choice;
mod log_backup;
mod log_table;
mod minutes_by_week;
mod minutes_this_week;
mod names;
mod plot;
mod programme_panel;
mod reach;
mod report;
mod report_wording;
mod session_item;
mod session_list;
mod session_news;
mod sources;
mod state;
mod week_decisions;
mod week_part;
mod week_wording;
mod wording;
mod year_part;

use leptos::prelude::*;
use supple_core::{Day, Progress, SideName, WeeklyMinutes};

use self::add_by_hand::AddByHand;
use self::backup_panel::{BackupPanel, ImportPanel};
use self::bars::WeekBars;
use self::by_routine::ByRoutine;
use self::calendar::Calendar;
use self::discomfort::{AfterSession, DiscomfortPanel};
use self::minutes_by_week::MinutesByWeek;
use self::minutes_this_week::MinutesThisWeek;
use self::programme_panel::ProgrammePanel;
use self::reach::Reach;
use self::session_list::SessionList;
use self::session_news::SessionNewsLine;
use self::state::ProgressState;
use self::week_part::WeekPart;
use self::year_part::YearPart;
use crate::browser::clock;
use crate::components::arms_up::ArmsUp;
use crate::components::description_list::{Description, DescriptionList};
use crate::messages::Messages;

/// What all sessions came to; or where a session is just over, the question about it alone.
#[component]
fn ProgressApp(state: ProgressState) -> impl IntoView {
    provide_context(state);
    let today = clock::today();
    match state.asks_about() {
        Some(id) => view! { <AfterSession id today/> }.into_any(),
        None => view! { <AllSessions today/> }.into_any(),
    }
}

/// What the log adds up to, or an invitation while it is empty; and the backup.
#[component]
fn AllSessions(today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let is_empty = Memo::new(move |_| state.log.with(Vec::is_empty));
    view! {
        <Show when=move || state.is_from_elsewhere.get()>
            <ImportPanel/>
        </Show>
        <Show when=move || is_empty.get() fallback=|| view! { <Figures/> }>
            <Empty/>
        </Show>
        <Reach today/>
        <DiscomfortPanel today/>
        <SessionNewsLine/>
        <Show when=move || !is_empty.get()>
            <SessionList today/>
        </Show>
        <AddByHand/>
        <BackupPanel/>
    }
}

/// How many weeks the charts of minutes look back on, the present one among them.
const MINUTES_WEEKS: usize = 8;

/// This week, last weeks, year and month; streak and totals.
#[component]
fn Figures() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let today = clock::today();
    let progress =
        Memo::new(move |_| state.log.with(|log| Progress::in_week_from(log, today, state.first_weekday)));
    let weeks = Memo::new(move |_| {
        let of_last_weeks =
            |log: &Vec<_>| WeeklyMinutes::of_last_weeks(log, MINUTES_WEEKS, today, state.first_weekday);
        state.log.with(of_last_weeks)
    });
    let days = move |read: fn(&Progress) -> u64| {
        Signal::derive(move || progress.with(|progress| messages.days(read(progress))))
    };
    let held = move |read: fn(&Progress) -> supple_core::Held| {
        Signal::derive(move || {
            // Legs of one routine and arms of another have nothing more in common than that they are sides.
            let name =
                if state.has_several_routines() { SideName::Side } else { state.routine().side_name() };
            progress.with(|it| messages.held(read(it), name, Messages::total_duration))
        })
    };
    view! {
        <WeekPart progress today/>
        <ProgrammePanel progress today/>
        <MinutesThisWeek weeks/>
        <WeekBars progress today/>
        <MinutesByWeek weeks/>
        <YearPart today/>
        <Calendar progress today/>
        <DescriptionList>
            <Description term=messages.progress_streak() value=days(|it| it.current_streak.into())/>
            <Description term=messages.progress_longest_streak() value=days(|it| it.longest_streak.into())/>
            <Description term=messages.progress_days_done() value=days(|it| it.days.len() as u64)/>
            <Description term=messages.progress_this_week() value=held(|it| it.week)/>
            <Description term=messages.progress_total() value=held(|it| it.total)/>
        </DescriptionList>
        <ByRoutine/>
    }
}

/// Before the first session.
#[component]
fn Empty() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    view! {
        <div class="empty">
            <ArmsUp/>
            <p>{messages.progress_empty(messages.rounded_duration(state.total_ms))}</p>
            <button type="button" class="button primary big" on:click=move |_| state.start()>
                {messages.start_routine()}
            </button>
        </div>
    }
}
