//! What all sessions came to, as an app of its own: its WebAssembly loads when the Progress screen is opened for the first time.
//! The screen itself ([`screens::progress`](crate::screens::progress)) is the widget's, and gives this its place.

mod add_by_hand;
mod backup_panel;
mod bars;
#[cfg(feature = "progress")]
pub mod bindings;
mod by_routine;
mod calendar;
mod log_backup;
mod log_table;
mod names;
mod programme_panel;
mod report;
mod report_wording;
mod session_item;
mod session_list;
mod session_news;
mod state;
mod wording;

use leptos::prelude::*;
use supple_core::{Progress, SideName, week};

use self::add_by_hand::AddByHand;
use self::backup_panel::{BackupPanel, ImportPanel};
use self::bars::WeekBars;
use self::by_routine::ByRoutine;
use self::calendar::Calendar;
use self::programme_panel::ProgrammePanel;
use self::session_list::SessionList;
use self::session_news::SessionNewsLine;
use self::state::ProgressState;
use crate::browser::clock;
use crate::components::arms_up::ArmsUp;
use crate::components::description_list::{Description, DescriptionList};
use crate::components::week_strip::WeekStrip;
use crate::messages::Messages;

/// What the log adds up to, or an invitation while it is empty; and the backup.
#[component]
fn ProgressApp(state: ProgressState) -> impl IntoView {
    provide_context(state);
    let is_empty = Memo::new(move |_| state.log.with(Vec::is_empty));
    view! {
        <Show when=move || state.is_from_elsewhere.get()>
            <ImportPanel/>
        </Show>
        <Show when=move || is_empty.get() fallback=|| view! { <Figures/> }>
            <Empty/>
        </Show>
        <SessionNewsLine/>
        <AddByHand/>
        <BackupPanel/>
    }
}

/// Streak, week, last weeks, calendar and sessions.
#[component]
fn Figures() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let today = clock::today();
    let progress =
        Memo::new(move |_| state.log.with(|log| Progress::in_week_from(log, today, state.first_weekday)));
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
        <DescriptionList>
            <Description term=messages.progress_streak() value=days(|it| it.current_streak.into())/>
            <Description term=messages.progress_longest_streak() value=days(|it| it.longest_streak.into())/>
            <Description term=messages.progress_days_done() value=days(|it| it.days.len() as u64)/>
        </DescriptionList>
        <WeekStrip
            messages
            week=Signal::derive(move || state.log.with(|log| week(log, today, state.first_weekday)))
        />
        <DescriptionList>
            <Description term=messages.progress_this_week() value=held(|it| it.week)/>
            <Description term=messages.progress_total() value=held(|it| it.total)/>
        </DescriptionList>
        <ByRoutine/>
        <ProgrammePanel progress today/>
        <WeekBars progress today/>
        <Calendar progress today/>
        <SessionList today/>
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
