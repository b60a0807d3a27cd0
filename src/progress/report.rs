//! The last weeks on paper, for a physiotherapist: a part of the screen that only prints.

use leptos::html::Article;
use leptos::prelude::*;
use supple_core::{Held, Report, ReportMeasurement, ReportWeek, SideName};

use super::log_backup::LogBackup;
use super::state::ProgressState;
use crate::browser::{clock, dates, printing};
use crate::messages::Messages;

/// A button that prints the report, as of the moment in which it is pressed.
///
/// The report stays in the page when the dialogue is closed: on some phones the browser goes on, and draws the paper later.
#[component]
pub(super) fn ReportForPrint() -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let report = RwSignal::new(None::<(u32, Report)>);
    let print = move |_| {
        let made = state.with_store(|store, now_ms| {
            let (measurements, discomfort) = (store.measurements(now_ms), store.document(now_ms));
            Report::new(&store.log(now_ms), &measurements, &discomfort, clock::today(), state.first_weekday)
        });
        report.update(|report| *report = Some((report.as_ref().map_or(0, |(number, _)| number + 1), made)));
    };
    view! {
        <button type="button" class="quiet-row" on:click=print>
            {state.messages.report_print()}
        </button>
        <For each=move || report.get() key=|(number, _)| *number let((_, report))>
            <PrintedReport report/>
        </For>
    }
}

/// Prints itself once it is in the page.
#[component]
fn PrintedReport(report: Report) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let lang = state.lang();
    let article = NodeRef::<Article>::new();
    article.on_load(move |_| {
        if !printing::print_page() {
            LogBackup::new(state).tell(messages.report_no_print().to_owned());
        }
    });
    let period = messages.report_period(dates::date(report.first, &lang), dates::date(report.last, &lang));
    let about = messages.report_about(dates::date(report.last, &lang));
    view! {
        <article class="report" node_ref=article>
            <h3 class="heading">{messages.report_title()}</h3>
            <p>{period}</p>
            <p class="soft">{about}</p>
            <Weeks report=report.clone()/>
            <MeasurementTable measurements=report.measurements.clone()/>
            <DiscomfortTable report/>
        </article>
    }
}

/// The days, and the minutes for each group and side, of each week.
#[component]
fn Weeks(report: Report) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let lang = state.lang();
    let heads = report.weeks.iter().map(|week| {
        let day = dates::medium_date(week.minutes.first, &lang);
        view! { <th scope="col">{messages.report_week_from(day)}</th> }
    });
    let days = report.weeks.iter().map(|week| {
        let days = week.days.iter().map(|day| dates::short_day(*day, &lang)).collect::<Vec<_>>();
        let text =
            if days.is_empty() { "0".to_owned() } else { format!("{}: {}", days.len(), days.join(", ")) };
        view! { <td>{text}</td> }
    });
    let held = |held: Held| match held {
        held if held == Held::default() => "–".to_owned(),
        held => messages.held(held, SideName::Side, Messages::duration),
    };
    let row = |name: &'static str, time: &dyn Fn(&ReportWeek) -> String| {
        let cells = report.weeks.iter().map(|week| view! { <td>{time(week)}</td> });
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    let groups =
        report.groups.iter().map(|group| row(messages.muscle_group(*group), &|week| held(week.held(*group))));
    let by_hand = report.has_by_hand().then(|| {
        let time = |week: &ReportWeek| held(Held { body_ms: week.by_hand_ms, ..Held::default() });
        row(messages.report_by_hand(), &time)
    });
    let by_hand_note =
        report.has_by_hand().then(|| view! { <p class="soft">{messages.report_by_hand_note()}</p> });
    view! {
        <section>
            <h4>{messages.report_days_title()}</h4>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{messages.report_minutes_of()}</th>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">{messages.report_days()}</th>
                        {days.collect_view()}
                    </tr>
                    {groups.collect_view()}
                    {by_hand}
                </tbody>
            </table>
            <p class="soft">{messages.report_minutes_note()}</p>
            {by_hand_note}
        </section>
    }
}

/// Each measurement with its error, and what has changed.
#[component]
fn MeasurementTable(measurements: Vec<ReportMeasurement>) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let lang = state.lang();
    let has_any = !measurements.is_empty();
    let rows = measurements.into_iter().map(|ReportMeasurement { measurement, change }| {
        let kind = measurement.kind();
        view! {
            <tr>
                <th scope="row">{dates::medium_date(measurement.day(), &lang)}</th>
                <td>{messages.report_kind(kind)}</td>
                <td>{messages.report_result(&measurement)}</td>
                <td>{messages.report_amount(&measurement.measured, kind.band())}</td>
                <td>{messages.report_change_of(&measurement.measured, change)}</td>
            </tr>
        }
    });
    let table = view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{messages.report_date()}</th>
                    <th scope="col">{messages.report_measurement()}</th>
                    <th scope="col">{messages.report_value()}</th>
                    <th scope="col">{messages.report_band()}</th>
                    <th scope="col">{messages.report_change()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="soft">{messages.report_band_note()}</p>
    };
    view! {
        <section>
            <h4>{messages.report_measurements_title()}</h4>
            {if has_any { table.into_any() } else { view! { <p>{messages.report_none()}</p> }.into_any() }}
        </section>
    }
}

/// What the person said after sessions, and what they broke off.
#[component]
fn DiscomfortTable(report: Report) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let names = state.names();
    let lang = state.lang();
    let has_any = !report.discomfort.is_empty();
    let rows = report.discomfort.into_iter().map(|(day, discomfort)| {
        let places = discomfort.places().iter().map(|place| messages.body_place(*place));
        view! {
            <tr>
                <th scope="row">{dates::medium_date(day, &lang)}</th>
                <td>{discomfort.level().points()}</td>
                <td>{places.collect::<Vec<_>>().join(", ")}</td>
            </tr>
        }
    });
    let table = view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{messages.report_date()}</th>
                    <th scope="col">{messages.report_discomfort_level()}</th>
                    <th scope="col">{messages.report_where()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="soft">{messages.report_discomfort_note()}</p>
    };
    let broken_off = report.too_much.iter().map(|(day, exercise, side)| {
        let named = messages.report_side_of(names.exercise(exercise), *side);
        view! { <li>{format!("{}: {named}", dates::medium_date(*day, &lang))}</li> }
    });
    let broken_off = (!report.too_much.is_empty()).then(|| {
        view! {
            <section>
                <h4>{messages.report_too_much()}</h4>
                <ul>{broken_off.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <section>
            <h4>{messages.report_discomfort_title()}</h4>
            {if has_any { table.into_any() } else { view! { <p>{messages.report_none()}</p> }.into_any() }}
        </section>
        {broken_off}
    }
}
