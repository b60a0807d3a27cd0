//! What a session came to, honestly.

use leptos::html::Div;
use leptos::prelude::*;
use supple_core::{
    Command, ExerciseSummary, Feeling, Held, Outcome, Progress, Routine, SessionSummary, SideName, State,
    Store, WeekGain,
};

use crate::components::arms_up::ArmsUp;
use crate::components::done_table::{DoneExercise, DoneTable};
use crate::components::reminder_link::ReminderLink;
use crate::components::screen_heading::ScreenHeading;
use crate::components::week_strip::WeekStrip;
use crate::messages::Messages;
use crate::session_controller::SessionController;
use crate::state::{AppState, Screen, Summary};

/// What the session came to, and where to go from here.
#[component]
pub(crate) fn FinishScreen() -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let session = expect_context::<SessionController>();
    state.summary.get_untracked().map(|Summary { record, progress, outcome, week, gain }| {
        let SessionSummary { exercises, held } = SessionSummary::of(&record.entries);
        let planned = state.session.with_untracked(|session| {
            session.as_ref().map_or(exercises.len(), |session| session.plan().exercises.len())
        });
        let side_name = side_name(&state.routine(), &exercises);
        let facts = facts(messages, outcome, held, side_name, (exercises.len(), planned));
        let exercises = exercises.into_iter().map(|summary| DoneExercise {
            name: state.routine().name_of(&summary.exercise).to_owned(),
            lang: state.author_lang(),
            dir: state.author_dir(),
            summary,
        });
        let exercises = exercises.collect::<Vec<_>>();
        let too_much = messages.what_was_too_much(&state.routine(), &record);
        let resume = (state.session_state() == Some(State::Stopped)).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| session.command(Command::Resume)>
                    {messages.finish_resume()}
                </button>
            }
        });
        view! {
            <section class="sheet finish" aria-labelledby="finish-title">
                <ArmsUp/>
                <div class="finish-words">
                    <ScreenHeading id="finish-title">{messages.finish_title(outcome)}</ScreenHeading>
                    <p class="lead">{messages.finish_lead(outcome)}</p>
                    {messages.finish_streak(outcome).map(|text| view! { <p class="streak">{text}</p> })}
                </div>
                <WeekStrip messages week=Signal::stored(week)/>
                {gain.map(|gain| view! { <Gain gain/> })}
                <p class="finish-facts">{facts}</p>
                {too_much.map(|text| view! { <p class="eased-off">{text}</p> })}
                <FeelingQuestion side_name said=record.feeling/>
                <div class="actions">
                    <button
                        type="button"
                        class="button primary big"
                        on:click=move |_| session.close(Screen::Overview)
                    >
                        {messages.finish_done()}
                    </button>
                    {resume}
                </div>
                <div class="finish-links">
                    <button
                        type="button"
                        class="text-button"
                        id="finish-progress"
                        on:click=move |_| session.close(Screen::Progress)
                    >
                        {messages.finish_progress()}
                    </button>
                    <ReminderLink class="text-button" text=messages.finish_remind()/>
                </div>
                <DiscomfortQuestion session=record.id/>
                <details class="what-you-did">
                    <summary>{messages.done_title()}</summary>
                    <DoneTable messages exercises side_name/>
                    <p class="totals">{totals(messages, &state.routine(), &progress)}</p>
                </details>
            </section>
        }
    })
}

/// "1 min 40 s per leg · all 8 exercises".
fn facts(
    messages: Messages,
    outcome: Outcome,
    held: Held,
    side_name: SideName,
    (done, planned): (usize, usize),
) -> String {
    let exercises = messages.finish_exercises(outcome, done, planned);
    if held == Held::default() {
        return exercises;
    }
    format!("{} · {exercises}", messages.held(held, side_name, Messages::duration))
}

/// "21 days so far · 32 min per leg · best streak 5 days".
fn totals(messages: Messages, routine: &Routine, progress: &Progress) -> String {
    messages.finish_totals(
        messages.days(progress.days.len() as u64),
        messages.held(progress.total, routine.side_name(), Messages::total_duration),
        messages.days(progress.longest_streak.into()),
    )
}

/// What the sides of what was done are called; of the whole routine, where nothing with sides was done.
fn side_name(routine: &Routine, done: &[ExerciseSummary]) -> SideName {
    let with_sides = done.iter().filter(|it| it.has_sides());
    let mut names = with_sides.map(|summary| routine.side_name_of(&summary.exercise)).peekable();
    if names.peek().is_none() { routine.side_name() } else { SideName::common(names) }
}

/// One tap, which can be taken back.
#[component]
fn FeelingQuestion(side_name: SideName, said: Option<Feeling>) -> impl IntoView {
    let messages = expect_context::<AppState>().messages;
    let session = expect_context::<SessionController>();
    let said = RwSignal::new(said);
    let answer = move |feeling: Feeling| {
        let is_said = move || said.get() == Some(feeling);
        let say = move |_| {
            said.set((said.get_untracked() != Some(feeling)).then_some(feeling));
            session.say_feeling(said.get_untracked());
        };
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || if is_said() { "true" } else { "false" }
                on:click=say
            >
                {messages.feeling(feeling)}
            </button>
        }
    };
    view! {
        <div class="feeling" role="group" aria-labelledby="feeling-title">
            <p id="feeling-title">{messages.feeling_question(side_name)}</p>
            <div class="feelings">
                {[Feeling::Looser, Feeling::Same, Feeling::Sore].map(answer).into_iter().collect_view()}
            </div>
        </div>
    }
}

/// What the session added to the week: a bar of the time in holds, of which this session's part stands out.
#[component]
fn Gain(gain: WeekGain) -> impl IntoView {
    let state = expect_context::<AppState>();
    let WeekGain { before_ms, added_ms } = gain;
    let before = (before_ms > 0)
        .then(|| view! { <i class={"before"} style=("flex-grow", before_ms.to_string())></i> });
    view! {
        <div class="gain">
            <div class="gain-bar" aria-hidden="true">
                {before}
                <i class={"added"} style=("flex-grow", added_ms.to_string())></i>
            </div>
            <p>{state.messages.week_gain(gain)}</p>
        </div>
    }
}

/// A place for the question how much it hurts, which comes with the app that fills the Progress screen. It comes late, so it
/// stands below everything that is pressed here; where it can't be had, nothing is missing that was asked for. Whoever has
/// switched the question off loads nothing.
#[component]
fn DiscomfortQuestion(session: String) -> impl IntoView {
    let state = expect_context::<AppState>();
    state.with_store(|store, _| Store::asks_about_discomfort(store)).then(|| {
        let place = NodeRef::<Div>::new();
        place.on_load(move |place| state.host().ask_about(&place, &session));
        on_cleanup(move || state.host().hide_progress());
        view! { <div class="finish-question" node_ref=place></div> }
    })
}
