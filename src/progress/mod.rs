//! What all sessions came to, as an app of its own: its WebAssembly loads when the Progress screen is opened for the first time.
//! The screen itself ([`screens::progress`](crate::screens::progress)) is the widget's, and gives this its place.

mod backup_panel;
#[cfg(feature = "progress")]
pub mod bindings;
mod calendar;
mod log_backup;
mod session_list;
mod state;
mod wording;

use leptos::prelude::*;
use supple_core::{Held, Progress};

use self::backup_panel::BackupPanel;
use self::calendar::Calendar;
use self::session_list::SessionList;
use self::state::ProgressState;
use crate::browser::clock;
use crate::components::description_list::{Description, DescriptionList};

/// Streak, seconds, calendar, sessions and backup.
#[component]
fn ProgressApp(state: ProgressState) -> impl IntoView {
    provide_context(state);
    let messages = state.messages;
    let today = clock::today();
    let progress =
        Memo::new(move |_| state.log.with(|log| Progress::in_week_from(log, today, state.first_weekday)));
    let of_progress = move |read: fn(ProgressState, &Progress) -> String| {
        Signal::derive(move || progress.with(|it| read(state, it)))
    };
    // Left and right have columns of their own, as it were, unless there was anything else.
    let has_body = progress.with_untracked(|progress| progress.total.body_ms > 0);
    let (week, total) = if has_body || !state.routine().has_sides() {
        (messages.progress_this_week_held(), messages.progress_total_held())
    } else {
        (messages.progress_this_week(), messages.progress_total())
    };
    view! {
        <DescriptionList>
            <Description
                term=messages.progress_streak()
                value=of_progress(|state, progress| state.messages.days(progress.current_streak.into()))
            />
            <Description
                term=messages.progress_longest_streak()
                value=of_progress(|state, progress| state.messages.days(progress.longest_streak.into()))
            />
            <Description
                term=messages.progress_days_done()
                value=of_progress(|_, progress| progress.days.len().to_string())
            />
        </DescriptionList>
        <DescriptionList>
            <Description
                term=week
                value=of_progress(|state, progress| times_held(state, progress, progress.week))
            />
            <Description
                term=total
                value=of_progress(|state, progress| times_held(state, progress, progress.total))
            />
        </DescriptionList>
        <Calendar progress today/>
        <SessionList/>
        <BackupPanel/>
    }
}

/// "2 min 20 s · 2 min"; in words where there is more than left and right.
fn times_held(state: ProgressState, progress: &Progress, held: Held) -> String {
    let (messages, total) = (state.messages, progress.total);
    if !total.has_sides() && (total.body_ms > 0 || !state.routine().has_sides()) {
        messages.duration(held.body_ms)
    } else if total.body_ms > 0 {
        messages.held(held)
    } else {
        format!("{} · {}", messages.duration(held.left_ms), messages.duration(held.right_ms))
    }
}
