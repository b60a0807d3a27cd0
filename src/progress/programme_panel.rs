//! The programme of six weeks: which week it is in, what is due, and what the person may change about it.

use leptos::html::H3;
use leptos::prelude::*;
use supple_core::{Day, DayPlan, Due, Programme, ProgrammeWeek, Progress, Stage};

use super::state::ProgressState;
use crate::browser::{dates, focus, location};
use crate::components::visually_hidden::VisuallyHidden;
use crate::durations::nearest_minutes;

/// How many sessions ahead a calendar file has: six weeks of five.
const REMINDED: usize = 30;

/// What there is to know of the programme, or the offer to start one.
#[component]
pub(super) fn ProgrammePanel(#[prop(into)] progress: Signal<Progress>, today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let programme = RwSignal::new(state.with_store(|store, now_ms| store.document::<Programme>(now_ms)));
    // What was done, or paused, moves the rest.
    let week = Memo::new(move |_| {
        let pauses = state.pauses.get();
        programme.with(|it| progress.with(|progress| it.week(&progress.days, &pauses, today)))
    });
    let due = Memo::new(move |_| {
        let pauses = state.pauses.get();
        programme.with(|it| progress.with(|progress| it.due(&progress.days, &pauses, today)))
    });
    let news = RwSignal::new("");
    let heading = NodeRef::<H3>::new();
    let change = move |change: &dyn Fn(&mut Programme, u64), said: &'static str| {
        let changed = state.with_store(|store, now_ms| {
            store.update::<Programme>(now_ms, |programme| change(programme, now_ms))
        });
        programme.set(changed);
        news.set(said);
        // The button that was pressed may be gone.
        if let Some(heading) = heading.get_untracked() {
            focus::focus_in_place(&heading);
        }
    };
    let start = move |first: Day| {
        let tomorrow = Day(today.0 + 1);
        let label =
            if first == tomorrow { messages.programme_start_tomorrow() } else { messages.programme_start() };
        view! {
            <button
                type="button"
                class="button"
                on:click=move |_| change(&|programme, now_ms| programme.start(first, now_ms), "")
            >
                {label}
            </button>
        }
    };
    let offer = move || {
        view! {
            <p>{messages.programme_intro()}</p>
            <div class="actions">{start(today)} {start(Day(today.0 + 1))}</div>
        }
    };
    let under_way = move || {
        view! {
            <Show when=move || week.with(Option::is_some)>
                <WeekOfProgramme week=Signal::derive(move || week.get())/>
            </Show>
            <p class="due">{move || due.get().map(|due| what_is_due(state, due))}</p>
            <div class="actions">
                <button
                    type="button"
                    class="button"
                    hidden=move || due.get() != Some(Due::Today)
                    on:click=move |_| {
                        change(
                            &|programme, now_ms| programme.put_off(today, true, now_ms),
                            messages.programme_moved(),
                        );
                    }
                >
                    {messages.programme_put_off()}
                </button>
                <CalendarLink days=Signal::derive(move || {
                    programme.with(|it| progress.with(|progress| it.upcoming(&progress.days, &state.pauses.get(), today)))
                })/>
                <button
                    type="button"
                    class="button text"
                    on:click=move |_| {
                        change(&|programme, now_ms| programme.end(today, now_ms), messages.programme_ended());
                    }
                >
                    {messages.programme_end()}
                </button>
            </div>
        }
    };
    view! {
        <section class="aside programme" aria-labelledby="programme-title">
            <h3 class="heading" id="programme-title" tabindex="-1" node_ref=heading>
                {messages.programme_title()}
            </h3>
            <Show when=move || due.with(Option::is_some) fallback=offer>
                {under_way}
            </Show>
            <p role="status" class="news">{news}</p>
            <details class="why">
                <summary>{messages.programme_source()}</summary>
                <p class="soft">{messages.programme_source_text()}</p>
            </details>
        </section>
    }
}

/// What is due today, in a sentence.
fn what_is_due(state: ProgressState, due: Due) -> String {
    let messages = state.messages;
    let named = |day: Day| dates::day(day, &state.lang());
    match due {
        Due::Today => messages.programme_due_today().to_owned(),
        Due::Done { next: Some(next) } => messages.programme_due_done(named(next)),
        Due::Done { next: None } => messages.programme_due_done_plain().to_owned(),
        Due::RestDay { next: Some(next) } => messages.programme_due_rest(named(next)),
        Due::RestDay { next: None } => messages.programme_due_rest_plain().to_owned(),
        Due::Paused { next: Some(next) } => messages.programme_due_paused(named(next)),
        Due::Paused { next: None } => messages.programme_due_paused_plain().to_owned(),
        Due::Begins(first) => messages.programme_due_begins(named(first)),
    }
}

/// The seven days of the programme's week: what is done, planned or free. Each says so by its shape and in words.
#[component]
fn WeekOfProgramme(#[prop(into)] week: Signal<Option<ProgrammeWeek>>) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let stage = move || {
        week.get().map(|week| match week.stage {
            Stage::Build { week } => messages.programme_week(week, Programme::WEEKS),
            Stage::Keep => messages.programme_keep().to_owned(),
        })
    };
    let day = move |(day, plan): (Day, DayPlan)| {
        let name = dates::day(day, &state.lang());
        let (class, in_words) = match plan {
            DayPlan::Done => ("done", messages.programme_day_done(name)),
            DayPlan::Session => ("session", messages.programme_day_session(name)),
            DayPlan::Rest => ("rest", messages.programme_day_rest(name)),
            DayPlan::Past => ("past", messages.programme_day_past(name)),
        };
        view! {
            <li class=class>
                <VisuallyHidden text=in_words/>
                <span aria-hidden="true">{dates::weekday(day.weekday(), &state.lang())}</span>
                <i class={"mark"} aria-hidden="true"></i>
            </li>
        }
    };
    let days = move || {
        week.get()
            .into_iter()
            .flat_map(|week| (week.first.0..).map(Day).zip(week.days))
            .map(day)
            .collect_view()
    };
    view! {
        <p class="programme-stage">{stage}</p>
        <ol class="programme-week">{days}</ol>
    }
}

/// The way to the page that makes a calendar file, with the days of the next sessions; nothing where there is no such page.
#[component]
fn CalendarLink(#[prop(into)] days: Signal<Vec<Day>>) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let address = move || {
        let site = state.site()?;
        let days = days.get();
        let list = days.iter().take(REMINDED).map(|day| day.iso().replace('-', "")).collect::<Vec<_>>();
        let minutes = nearest_minutes(state.total_ms).max(1);
        let title = location::encode_component(&state.routine().name);
        let link = location::encode_component(&location::page_url());
        let dates = list.join(",");
        (!list.is_empty())
            .then(|| format!("{site}reminder/#minutes={minutes}&title={title}&link={link}&dates={dates}"))
    };
    view! {
        {move || {
            address()
                .map(|address| {
                    view! {
                        <a class="button" href=address target="_blank" rel="noopener">
                            {state.messages.programme_reminder()}
                        </a>
                    }
                })
        }}
    }
}
