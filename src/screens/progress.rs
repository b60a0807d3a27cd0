//! What all sessions came to: a month of days, the streak, the seconds for each leg, the list.

use leptos::prelude::*;
use supple_core::{Held, Progress};

use crate::browser::{clock, location};
use crate::components::backup::BackupPanel;
use crate::components::calendar::Calendar;
use crate::components::description_list::{Description, DescriptionList};
use crate::components::screen_heading::ScreenHeading;
use crate::components::session_list::SessionList;
use crate::state::{AppState, Screen};

/// Streak, seconds, calendar, sessions and backup.
#[component]
pub(crate) fn ProgressScreen() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    state.read_log();
    // It may be long, and nothing else shows it.
    on_cleanup(move || {
        state.log.try_set(Vec::new());
    });
    let today = clock::today();
    let progress = Memo::new(move |_| state.log.with(|log| Progress::of(log, today)));
    let of_progress = move |read: fn(AppState, &Progress) -> String| {
        Signal::derive(move || progress.with(|it| read(state, it)))
    };
    view! {
        <section class="sheet progress" aria-labelledby="progress-title">
            <ScreenHeading id="progress-title">{messages.progress()}</ScreenHeading>
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
                    term=messages.progress_this_week()
                    value=of_progress(|state, progress| left_and_right(state, progress.week))
                />
                <Description
                    term=messages.progress_total()
                    value=of_progress(|state, progress| left_and_right(state, progress.total))
                />
            </DescriptionList>
            <Calendar progress today/>
            <SessionList/>
            <BackupPanel/>
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| state.show(Screen::Overview)>
                    {messages.back_to_routine()}
                </button>
                <ReminderLink/>
            </div>
        </section>
    }
}

/// "2 min 20 s · 2 min".
fn left_and_right(state: AppState, held: Held) -> String {
    format!("{} · {}", state.messages.duration(held.left_ms), state.messages.duration(held.right_ms))
}

/// The way to the page that makes a reminder. A reminder is made once, so it is no part of the widget.
#[component]
fn ReminderLink() -> impl IntoView {
    let state = expect_context::<AppState>();
    state.site().map(|site| {
        let minutes = state.plan.with_untracked(supple_core::Plan::total_ms).div_ceil(60_000);
        let title = location::encode_component(&state.routine().name);
        let link = location::encode_component(&location::page_url());
        view! {
            <a
                class="button"
                href=format!("{site}reminder/#minutes={minutes}&title={title}&link={link}")
                target="_blank"
                rel="noopener"
            >
                {state.messages.progress_reminder()}
            </a>
        }
    })
}
