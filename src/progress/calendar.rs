//! A month as a calendar. Days that are done are marked by shape and word as well as colour.

use std::collections::BTreeSet;

use leptos::prelude::*;
use supple_core::{Day, Progress, SessionRecord};

use super::state::ProgressState;
use crate::browser::dates;
use crate::components::stepper::StepButton;
use crate::components::visually_hidden::VisuallyHidden;

/// The month that the person turned to, within the months in which anything was done.
#[component]
pub(super) fn Calendar(#[prop(into)] progress: Signal<Progress>, today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let shown = RwSignal::new(today.month());
    let can_turn = move |months: i32| {
        let (first, last) = progress.with(|progress| {
            (progress.days.first().map_or(today, |day| today.min(*day)), progress.last_day(today))
        });
        (first.month()..=last.month()).contains(&shown.get().plus(months))
    };
    // Days on which something was done, whether or not they count.
    let begun = Memo::new(move |_| {
        state.log.with(|log| log.iter().map(SessionRecord::day).collect::<BTreeSet<Day>>())
    });
    let turn = move |months: i32| move || shown.update(|shown| *shown = shown.plus(months));
    let weekdays = (0..7).map(|day| (state.first_weekday + day) % 7);
    let weekdays = weekdays.map(|day| view! { <th scope="col">{dates::weekday(day, &state.lang())}</th> });
    let day_cell = move |day: Option<Day>| match day {
        Some(day) => {
            let is_done = progress.with(|progress| progress.days.contains(&day));
            let is_begun = !is_done && begun.with(|begun| begun.contains(&day));
            view! { <DayCell day today is_done is_begun/> }.into_any()
        }
        None => view! { <td></td> }.into_any(),
    };
    let weeks = move || {
        let weeks = shown.get().weeks(state.first_weekday).into_iter();
        weeks.map(|week| view! { <tr>{week.map(day_cell).into_iter().collect_view()}</tr> }).collect_view()
    };
    view! {
        <div class="calendar">
            <div class="calendar-head">
                <StepButton
                    name=messages.calendar_previous()
                    sign="‹"
                    enabled=Signal::derive(move || can_turn(-1))
                    on_press=turn(-1)
                />
                <h3 class="heading" id="calendar-title" aria-live="polite">
                    {move || dates::month(shown.get(), &state.lang())}
                </h3>
                <StepButton
                    name=messages.calendar_next()
                    sign="›"
                    enabled=Signal::derive(move || can_turn(1))
                    on_press=turn(1)
                />
            </div>
            <table aria-labelledby="calendar-title">
                <thead>
                    <tr>{weekdays.collect_view()}</tr>
                </thead>
                <tbody>{weeks}</tbody>
            </table>
        </div>
    }
}

#[component]
fn DayCell(day: Day, today: Day, is_done: bool, is_begun: bool) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let name = dates::day(day, &state.lang());
    let name = match (is_done, is_begun) {
        (true, _) => state.messages.calendar_day_done(name),
        (false, true) => state.messages.calendar_day_begun(name),
        (false, false) => name,
    };
    let is_today = day == today;
    view! {
        <td
            class:done=is_done
            class:begun=is_begun
            class:today=is_today
            class:ahead={day > today}
            aria-current=is_today.then_some("date")
        >
            <VisuallyHidden text=name/>
            <span class="day" aria-hidden="true">{day.of_month()}</span>
        </td>
    }
}
