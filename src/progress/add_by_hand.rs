//! Adding a session that somebody did without the app.

use leptos::html::Input;
use leptos::prelude::*;
use supple_core::{BY_HAND_MINUTES, ByHand, ByHandError, Day, SessionRecord, routine_names};
use web_sys::Element;

use super::session_news::{SessionNews, Undo};
use super::state::ProgressState;
use crate::browser::{clock, dates, focus, id};

/// A day, a routine and minutes, folded away until somebody asks. What is wrong is said at its field.
#[component]
pub(super) fn AddByHand() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let today = clock::today().iso();
    let routine = RwSignal::new(state.routine().id.clone());
    let day = RwSignal::new(today.clone());
    let minutes = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<ByHandError>);
    let is_open = RwSignal::new(false);
    let (day_field, minutes_field) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let add = move || match state.add_by_hand(
        &day.get_untracked(),
        routine.get_untracked(),
        &minutes.get_untracked(),
    ) {
        Ok(record) => {
            problem.set(None);
            minutes.set(String::new());
            is_open.set(false); // so that nobody adds it twice
            let time = messages.duration(record.entries.iter().map(|entry| entry.held_ms).sum());
            let text = messages.by_hand_added(dates::date(record.day(), &state.lang()), time);
            state.session_news.set(Some(SessionNews { text, undo: Some(Undo::Delete(record.id)) }));
            state.read_log();
        }
        Err(error) => {
            problem.set(Some(error));
            let field = match error {
                ByHandError::Day => day_field,
                ByHandError::Minutes => minutes_field,
            };
            if let Some(field) = field.get_untracked() {
                focus::focus_in_place(&field);
            }
        }
    };
    let has = move |error| move || problem.get() == Some(error);
    let invalid = move |error| move || (problem.get() == Some(error)).then_some("true");
    let options = routines(state).into_iter().map(|(id, name)| {
        let value = id.clone();
        let is_chosen = move || routine.with(|chosen| *chosen == id);
        view! { <option value=value prop:selected=is_chosen>{name}</option> }
    });
    view! {
        <details
            class="by-hand"
            prop:open=move || is_open.get()
            on:toggle=move |event| is_open.set(event_target::<Element>(&event).has_attribute("open"))
        >
            <summary>{messages.by_hand_title()}</summary>
            <div class="by-hand-fields" role="group" aria-label=messages.by_hand_title()>
                <p class="soft">{messages.by_hand_intro()}</p>
                <label class="by-hand-field">
                    <span>{messages.by_hand_day()}</span>
                    <input
                        type="date"
                        class="field"
                        max=today
                        aria-describedby="by-hand-day-problem"
                        aria-invalid=invalid(ByHandError::Day)
                        prop:value=move || day.get()
                        on:input=move |event| day.set(event_target_value(&event))
                        node_ref=day_field
                    />
                </label>
                <p class="problem" id="by-hand-day-problem">
                    <Show when=has(ByHandError::Day)>{messages.by_hand_day_problem()}</Show>
                </p>
                <label class="by-hand-field">
                    <span>{messages.by_hand_routine()}</span>
                    <select class="field" on:change=move |event| routine.set(event_target_value(&event))>
                        {options.collect_view()}
                    </select>
                </label>
                <label class="by-hand-field">
                    <span>{messages.by_hand_minutes()}</span>
                    <input
                        type="text"
                        class="field"
                        inputmode="numeric"
                        autocomplete="off"
                        aria-describedby="by-hand-minutes-problem"
                        aria-invalid=invalid(ByHandError::Minutes)
                        prop:value=move || minutes.get()
                        on:input=move |event| minutes.set(event_target_value(&event))
                        on:keydown=move |event| {
                            if event.key() == "Enter" {
                                add();
                            }
                        }
                        node_ref=minutes_field
                    />
                </label>
                <p class="problem" id="by-hand-minutes-problem">
                    <Show when=has(ByHandError::Minutes)>
                        {messages.by_hand_minutes_problem(BY_HAND_MINUTES.start(), BY_HAND_MINUTES.end())}
                    </Show>
                </p>
                <div class="actions">
                    <button type="button" class="button" on:click=move |_| add()>
                        {messages.by_hand_add()}
                    </button>
                </div>
            </div>
        </details>
    }
}

/// The routines to choose from, by their ids, in the order of their names: those that are built in, and the one that is shown.
fn routines(state: ProgressState) -> Vec<(String, String)> {
    let shown = state.routine();
    let others = routine_names().iter().filter(|(id, _)| *id != shown.id);
    let mut routines: Vec<_> = others.map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect();
    routines.push((shown.id.clone(), shown.name.clone()));
    routines.sort_by(|(_, one), (_, other)| one.cmp(other));
    routines
}

impl ProgressState {
    /// Adds a session to what is stored, from what was typed.
    fn add_by_hand(self, day: &str, routine: String, minutes: &str) -> Result<SessionRecord, ByHandError> {
        let day = Day::from_iso(day).ok_or(ByHandError::Day)?;
        let minutes = minutes.trim().parse().map_err(|_| ByHandError::Minutes)?;
        self.with_store(|store, now_ms| {
            let by_hand = ByHand { routine, day, minutes };
            let record = by_hand.into_record(clock::offset_min(), now_ms, &id::random())?;
            store.save_record(&record);
            Ok(record)
        })
    }
}
