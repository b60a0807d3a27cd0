//! One session of the list: when it was and what it came to; opened, what was done of each exercise, and deleting it.

use leptos::prelude::*;
use supple_core::{Day, Held, SessionRecord, SessionSummary, SideName};

use super::session_news::{SessionNews, Undo};
use super::state::ProgressState;
use crate::browser::dates;
use crate::components::done_table::{DoneExercise, DoneTable};
use crate::messages::Messages;

/// A row that opens. What is in it is drawn when somebody opens it for the first time.
#[component]
pub(super) fn SessionItem(
    record: SessionRecord,
    /// Whether it says which routine it was.
    names_routine: bool,
    today: Day,
) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let routine = state.routine();
    let names = state.names();
    let is_own = record.routine == routine.id;
    let side_name = if is_own { routine.side_name() } else { SideName::Side };
    let held = messages.held(Held::of(&record.entries), side_name, Messages::duration);
    let name = names_routine.then(|| names.routine(&record.routine));
    let part = (!record.complete).then(|| messages.progress_part());
    let by_hand = record.is_by_hand().then(|| messages.by_hand());
    let feeling = record.feeling.map(|feeling| messages.feeling(feeling));
    let text = [name, Some(held.as_str()), part, by_hand, feeling]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let too_much = if is_own {
        messages.what_was_too_much(&routine, &record)
    } else {
        messages.what_was_too_much_of(&record, |id| (names.exercise(id), side_name))
    };
    let when = state.when(&record, today);
    let is_drawn = RwSignal::new(false);
    let draw = move || is_drawn.set(true);
    let shown = StoredValue::new((record, when.clone()));
    view! {
        <li>
            <details class="session" on:toggle=move |_| draw()>
                <summary on:click=move |_| draw()>
                    <span class="when">{when}</span>
                    <span>{text}</span>
                    {too_much.map(|text| view! { <span class="much soft">{text}</span> })}
                </summary>
                <Show when=move || is_drawn.get()>
                    {shown.with_value(|(record, when)| view! { <SessionDetails record=record.clone() when=when.clone()/> })}
                </Show>
            </details>
        </li>
    }
}

/// What was done of each exercise, on each side.
#[component]
fn SessionDetails(record: SessionRecord, when: String) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let routine = state.routine();
    let names = state.names();
    let is_own = record.routine == routine.id;
    let side_name = if is_own { routine.side_name() } else { SideName::Side };
    let exercises = SessionSummary::of(&record.entries).exercises.into_iter().map(|summary| {
        let known = if is_own { routine.name_of(&summary.exercise) } else { &summary.exercise };
        let is_known = known != summary.exercise;
        let name = if is_known { known } else { names.exercise(&summary.exercise) }.to_owned();
        DoneExercise { name, lang: None, dir: Some("auto"), summary }
    });
    let exercises = exercises.collect();
    let id = record.id;
    let label = messages.sessions_delete_of(&when);
    view! {
        <div class="session-details">
            <DoneTable messages exercises side_name/>
            <button
                type="button"
                class="button small"
                aria-label=label
                on:click=move |_| delete(state, &id, &when)
            >
                {messages.sessions_delete()}
            </button>
        </div>
    }
}

/// Leaves a session out of the log, unless it can still be resumed, and says so.
fn delete(state: ProgressState, id: &str, when: &str) {
    let messages = state.messages;
    let is_deleted = state.with_store(|store, now_ms| store.delete_session(id, now_ms));
    let news = if is_deleted {
        SessionNews { text: messages.sessions_deleted(when), undo: Some(Undo::Restore(id.to_owned())) }
    } else {
        SessionNews { text: messages.sessions_not_over().to_owned(), undo: None }
    };
    state.session_news.set(Some(news));
    if is_deleted {
        state.read_log();
    }
}

impl ProgressState {
    /// "Today, 07:30", "Fri 20 Nov, 07:30". Of a session that was added by hand nobody knows the time.
    fn when(self, record: &SessionRecord, today: Day) -> String {
        let (messages, lang) = (self.messages, self.lang());
        let time = (!record.is_by_hand()).then(|| dates::time(record, &lang));
        let day = match today.0 - record.day().0 {
            0 => {
                return time
                    .map_or(messages.sessions_today().to_owned(), |time| messages.progress_today(time));
            }
            1 => {
                return time.map_or(messages.sessions_yesterday().to_owned(), |time| {
                    messages.progress_yesterday(time)
                });
            }
            2..=300 => dates::short_day(record.day(), &lang),
            _ => dates::medium_date(record.day(), &lang),
        };
        time.map_or(day.clone(), |time| format!("{day}, {time}"))
    }
}
