//! What a session came to, honestly.

use leptos::html::Section;
use leptos::prelude::*;
use supple_core::{Command, ExerciseSummary, PhaseKind, Progress, Routine, SessionSummary, SideName, State};

use crate::browser::fullscreen;
use crate::components::description_list::{Description, DescriptionList};
use crate::components::screen_heading::ScreenHeading;
use crate::messages::Messages;
use crate::session_controller::SessionController;
use crate::state::{AppState, Screen, Summary};

/// What the session came to, and where to go from here.
#[component]
pub(crate) fn FinishScreen() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    let section = NodeRef::<Section>::new();
    section.on_load(|section| {
        fullscreen::leave(&section);
    });
    state.summary.get_untracked().map(|Summary { record, progress }| {
        let SessionSummary { exercises, held } = SessionSummary::of(&record.entries);
        let can_resume = state.session_state() == Some(State::Stopped);
        let (title, lead) = match (record.complete, can_resume) {
            _ if exercises.is_empty() => (messages.finish_empty_title(), messages.finish_empty_lead()),
            (true, _) => (messages.finish_whole_title(), messages.finish_whole_lead()),
            (false, false) => (messages.finish_part_title(), messages.finish_part_lead()),
            (false, true) => (messages.finish_early_title(), messages.finish_early_lead()),
        };
        let side_name = side_name(&state.routine(), &exercises);
        let has_sides = held.has_sides() || held.body_ms == 0 && state.routine().has_sides();
        let sides = has_sides.then(|| {
            view! {
                <Description
                    term=messages.finish_left_held(side_name)
                    value=messages.duration(held.left_ms)
                />
                <Description
                    term=messages.finish_right_held(side_name)
                    value=messages.duration(held.right_ms)
                />
            }
        });
        let body = (held.body_ms > 0 || !has_sides).then(|| {
            let term = if has_sides { messages.finish_body_held() } else { messages.finish_held() };
            view! { <Description term value=messages.duration(held.body_ms)/> }
        });
        let too_much = messages.what_was_too_much(&state.routine(), &record);
        let resume = can_resume.then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| session.command(Command::Resume)>
                    {messages.finish_resume()}
                </button>
            }
        });
        view! {
            <section class="sheet finish" aria-labelledby="finish-title" node_ref=section>
                <ScreenHeading id="finish-title">{title}</ScreenHeading>
                <p class="lead">{lead}</p>
                <DescriptionList>
                    {sides}
                    {body}
                    <Description
                        term=messages.progress_streak()
                        value=messages.days(progress.current_streak.into())
                    />
                </DescriptionList>
                {(!exercises.is_empty()).then(|| view! { <DoneTable exercises/> })}
                {too_much.map(|text| view! { <p class="totals">{text}</p> })}
                <p class="totals">{totals(messages, &progress)}</p>
                <div class="actions">
                    <button
                        type="button"
                        class="button primary"
                        on:click=move |_| session.close(Screen::Overview)
                    >
                        {messages.back_to_routine()}
                    </button>
                    {resume}
                    <button
                        type="button"
                        class="button"
                        id="finish-progress"
                        on:click=move |_| session.close(Screen::Progress)
                    >
                        {messages.progress()}
                    </button>
                </div>
            </section>
        }
    })
}

/// "In all: 2 min left, 2 min right, on 3 days. Longest streak: 2 days."
fn totals(messages: Messages, progress: &Progress) -> String {
    messages.finish_totals(
        messages.days(progress.days.len() as u64),
        messages.held(progress.total),
        messages.days(progress.longest_streak.into()),
    )
}

/// What the sides of what was done are called; of the whole routine, where nothing with sides was done.
fn side_name(routine: &Routine, done: &[ExerciseSummary]) -> SideName {
    let with_sides = done.iter().filter(|it| it.has_sides());
    let mut names = with_sides.map(|summary| routine.side_name_of(&summary.exercise)).peekable();
    if names.peek().is_none() { routine.side_name() } else { SideName::common(names) }
}

/// What was done of each exercise.
#[component]
fn DoneTable(exercises: Vec<ExerciseSummary>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let has_sides = exercises.iter().any(ExerciseSummary::has_sides);
    let of = side_name(&state.routine(), &exercises);
    let first = if has_sides { messages.side_left(of) } else { messages.done_time() };
    let second = has_sides.then(|| view! { <th scope="col">{messages.side_right(of)}</th> });
    let rows = exercises.into_iter().map(|summary| view! { <DoneRow summary has_sides/> });
    view! {
        <table class="done">
            <caption class="visually-hidden">{messages.done_title()}</caption>
            <thead>
                <tr>
                    <th scope="col">{messages.done_exercise()}</th>
                    <th scope="col">{first}</th>
                    {second}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

#[component]
fn DoneRow(summary: ExerciseSummary, has_sides: bool) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let name = state.routine().name_of(&summary.exercise).to_owned();
    let kind = if summary.kind == PhaseKind::Hold { messages.done_held() } else { messages.done_moved() };
    let cells = if !summary.has_sides() {
        view! { <td class="body" colspan=has_sides.then_some("2")>{messages.duration(summary.body_ms)}</td> }
            .into_any()
    } else {
        view! {
            <td>{messages.duration(summary.left_ms)}</td>
            <td>{messages.duration(summary.right_ms)}</td>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <bdi lang=state.author_lang() dir=state.author_dir()>{name}</bdi>
                <span class="kind">{format!(" {kind}")}</span>
            </th>
            {cells}
        </tr>
    }
}
