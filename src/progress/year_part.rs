//! A year at a glance: a mark for each day, which tells by its shape what was done.

use std::fmt::Write as _;

use leptos::prelude::*;
use supple_core::{Day, YearDay, YearMonth, year_at_a_glance};

use super::data_table::DataTable;
use super::state::ProgressState;
use crate::browser::dates;
use crate::messages::Messages;

/// How many weeks are in one picture. Two stand side by side where there is room, and the earlier above the later one else.
const WEEKS: usize = 27;
/// Widths and heights in units of the drawing: a day's place, and the names of the months above.
const PLACE: usize = 10;
const MONTHS: usize = 16;
/// Room beside the last week for the name of a month that begins in it.
const BESIDE: usize = 16;

/// The last 53 weeks as a picture, in words, and by month as a table.
#[component]
pub(super) fn YearPart(today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let year = Memo::new(move |_| {
        state.log.with(|log| {
            let mut days = year_at_a_glance(log, today, state.first_weekday);
            // Later days are nothing to look at, unless a journey left something on them.
            let last = days.iter().rposition(|day| day.day <= today || day.held_ms > 0);
            days.truncate(last.map_or(0, |last| last + 1));
            days
        })
    });
    let months = Memo::new(move |_| year.with(|year| YearMonth::of(year)));
    let summary = move || {
        months.with(|months| {
            let sum = |count: fn(&YearMonth) -> u64| months.iter().map(count).sum();
            messages.year_summary(sum(|month| month.done), sum(|month| month.partly_done))
        })
    };
    let halves = move || {
        year.with(|year| {
            let half = |days: &[YearDay]| view! { <HalfYear days=days.to_vec()/> };
            year.chunks(WEEKS * 7).map(half).collect_view()
        })
    };
    let cells = move |it: &YearMonth| {
        vec![
            dates::month(it.month, &state.lang()),
            it.done.to_string(),
            it.partly_done.to_string(),
            messages.total_duration(it.held_ms),
        ]
    };
    let columns = vec![
        messages.year_column_month(),
        messages.year_column_done(),
        messages.year_column_partly(),
        messages.minutes_column_time(),
    ];
    view! {
        <section class="aside year-part" aria-labelledby="year-title">
            <h3 class="heading" id="year-title">
                {messages.year_title()}
            </h3>
            <p class="soft" id="year-summary">
                {summary}
            </p>
            <div class="year" role="img" aria-labelledby="year-title" aria-describedby="year-summary">
                {halves}
            </div>
            <p class="year-key small-print" aria-hidden="true">
                <KeyMark draw=draw_done class="done" text=Messages::year_key_done/>
                <KeyMark draw=draw_partly class="partly" text=Messages::year_key_partly/>
                <KeyMark draw=draw_none class="none" text=Messages::year_key_none/>
            </p>
            <DataTable
                caption=messages.year_title()
                columns=Signal::stored(columns)
                // The present month first.
                rows=Signal::derive(move || months.with(|months| months.iter().rev().map(cells).collect()))
            />
        </section>
    }
}

/// Some weeks, each a column that begins with the first day of the week. All marks of one kind are one path, since there are
/// hundreds of them.
#[component]
fn HalfYear(days: Vec<YearDay>) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let (mut done, mut partly, mut none) = (String::new(), String::new(), String::new());
    for (index, day) in days.iter().enumerate() {
        let (x, y) = (index / 7 * PLACE, MONTHS + index % 7 * PLACE);
        match day {
            day if day.is_done => draw_done(&mut done, x, y),
            day if day.is_partly_done() => draw_partly(&mut partly, x, y),
            _ => draw_none(&mut none, x, y),
        }
    }
    let first_of_month = |(_, day): &(usize, &YearDay)| day.day.of_month() == 1;
    let month = |(index, day): (usize, &YearDay)| {
        view! {
            <text x=index / 7 * PLACE y="10">
                {dates::short_month(day.day.month(), &state.lang())}
            </text>
        }
    };
    let months = days.iter().enumerate().filter(first_of_month).map(month).collect_view();
    view! {
        <svg
            aria-hidden="true"
            viewBox=format!("0 0 {} {}", WEEKS * PLACE + BESIDE, MONTHS + 7 * PLACE)
        >
            {months}
            <path class="none" d=none></path>
            <path class="partly" d=partly></path>
            <path class="done" d=done></path>
        </svg>
    }
}

/// What a mark means.
#[component]
fn KeyMark(
    draw: fn(&mut String, usize, usize),
    class: &'static str,
    text: fn(Messages) -> &'static str,
) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    let mut mark = String::new();
    draw(&mut mark, 0, 0);
    view! {
        <span>
            <svg viewBox=format!("0 0 {PLACE} {PLACE}")>
                <path class=class d=mark></path>
            </svg>
            {text(messages)}
        </span>
    }
}

/// A filled square at a place.
fn draw_done(path: &mut String, x: usize, y: usize) {
    let _ = write!(path, "M{} {}h8v8h-8z", x + 1, y + 1);
}

/// A hollow diamond.
fn draw_partly(path: &mut String, x: usize, y: usize) {
    let _ = write!(path, "M{} {}l4 4l-4 4l-4-4z", x + 5, y + 1);
}

/// A dot.
fn draw_none(path: &mut String, x: usize, y: usize) {
    let _ = write!(path, "M{} {}h2v2h-2z", x + 4, y + 4);
}
