//! What all sessions came to: a month of days, the streak, the seconds for each leg, the list.

use leptos::prelude::*;
use supple_core::{Held, Progress, SessionRecord};

use super::Heading;
use crate::browser::{clock, dates};
use crate::parts::calendar::Calendar;
use crate::text;
use crate::widget::{Screen, Widget};

/// How many sessions are listed at a time.
const LISTED: usize = 20;

#[component]
pub(crate) fn ProgressScreen(widget: Widget) -> impl IntoView {
    let now_ms = clock::now().wall_ms;
    let today = clock::today();
    let log = widget.store.with_value(|store| store.log(now_ms));
    widget.show_notices();
    let progress = Progress::of(&log, today);
    let held = |held: Held| format!("{} · {}", text::seconds(held.left_ms), text::seconds(held.right_ms));
    let lang = widget.lang.get_value();
    view! {
        <section class="sheet progress" aria-labelledby="progress-title">
            <Heading id="progress-title" text="Progress"/>
            <dl class="facts">
                <div><dt>"Streak"</dt><dd>{text::days(progress.current_streak)}</dd></div>
                <div><dt>"Longest streak"</dt><dd>{text::days(progress.longest_streak)}</dd></div>
                <div><dt>"Days done"</dt><dd>{progress.days.len()}</dd></div>
            </dl>
            <dl class="facts">
                <div><dt>"This week, left · right"</dt><dd>{held(progress.week)}</dd></div>
                <div><dt>"In total, left · right"</dt><dd>{held(progress.total)}</dd></div>
            </dl>
            <Calendar days=progress.days today lang=lang.clone()/>
            <SessionList log lang/>
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| widget.screen.set(Screen::Overview)>
                    "Back to the routine"
                </button>
            </div>
        </section>
    }
}

#[component]
fn SessionList(mut log: Vec<SessionRecord>, lang: String) -> impl IntoView {
    log.reverse();
    let count = log.len();
    let shown = RwSignal::new(LISTED);
    let log = StoredValue::new(log);
    let items = move || {
        log.with_value(|log| {
            let item = |session: &SessionRecord| {
                let held = Held::of(&session.entries);
                let early = if session.complete { "" } else { " · stopped early" };
                view! {
                    <li>
                        <span class="when">{dates::moment(session, &lang)}</span>
                        <span>
                            {format!("Left {} · right {}{early}", text::seconds(held.left_ms), text::seconds(held.right_ms))}
                        </span>
                    </li>
                }
            };
            log.iter().take(shown.get()).map(item).collect_view()
        })
    };
    view! {
        <section aria-labelledby="sessions-title">
            <h3 class="heading" id="sessions-title">"Sessions"</h3>
            {(count == 0).then(|| view! { <p>"None yet. Your first one will stand here."</p> })}
            <ul class="sessions">{items}</ul>
            <Show when=move || shown.get() < count>
                <button type="button" class="button small" on:click=move |_| shown.update(|shown| *shown += LISTED)>
                    "Show more"
                </button>
            </Show>
        </section>
    }
}
