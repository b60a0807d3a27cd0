//! A month as a calendar of days, with the done ones marked by shape and word besides colour.

use std::collections::BTreeSet;

use leptos::prelude::*;
use supple_core::{Day, Month};

use crate::browser::dates;

#[component]
pub(crate) fn Calendar(days: BTreeSet<Day>, today: Day, lang: String) -> impl IntoView {
    let month = RwSignal::new(today.month());
    let first = days.first().map_or(today.month(), |day| day.month());
    let lang = StoredValue::new(lang);
    let days = StoredValue::new(days);
    let weeks = move || {
        let grid = grid(month.get());
        let week = |week: [Option<Day>; 7]| {
            let cells = week.map(|day| day.map_or_else(
                || view! { <td></td> }.into_any(),
                |day| {
                    let done = days.with_value(|days| days.contains(&day));
                    let label = lang.with_value(|lang| dates::day(day, lang));
                    let said = if done { format!("{label}, done") } else { label };
                    view! {
                        <td class:done=done class:today=day == today aria-current=(day == today).then_some("date")>
                            <span class="visually-hidden">{said}</span>
                            <span class="day" aria-hidden="true">{day.of_month()}</span>
                        </td>
                    }.into_any()
                },
            ));
            view! { <tr>{cells.into_iter().collect_view()}</tr> }
        };
        grid.into_iter().map(week).collect_view()
    };
    let title = move || lang.with_value(|lang| dates::month(month.get(), lang));
    let weekdays = lang.with_value(|lang| (0..7).map(|day| dates::weekday(day, lang)).collect::<Vec<_>>());
    let turn = move |by: i32| month.update(|month| *month = month.plus(by));
    let can_turn = move |by: i32| {
        let to = month.get().plus(by);
        (first..=today.month()).contains(&to)
    };
    let button = move |by: i32, name: &'static str, sign: &'static str| {
        view! {
            <button type="button" class="step" aria-label=name aria-disabled=move || (!can_turn(by)).to_string()
                on:click=move |_| if can_turn(by) { turn(by) }>
                {sign}
            </button>
        }
    };
    view! {
        <div class="calendar">
            <div class="calendar-head">
                {button(-1, "Month before", "‹")}
                <h3 class="heading" id="calendar-title" aria-live="polite">{title}</h3>
                {button(1, "Month after", "›")}
            </div>
            <table aria-labelledby="calendar-title">
                <thead><tr>{weekdays.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr></thead>
                <tbody>{weeks}</tbody>
            </table>
        </div>
    }
}

/// The days of a month in weeks from Monday to Sunday.
fn grid(month: Month) -> Vec<[Option<Day>; 7]> {
    let mut weeks = Vec::new();
    for day in month.days() {
        // From 0 to 6.
        let weekday = usize::try_from(day.weekday()).unwrap_or(0);
        if weekday == 0 || weeks.is_empty() {
            weeks.push([None; 7]);
        }
        if let Some(cell) = weeks.last_mut().and_then(|week| week.get_mut(weekday)) {
            *cell = Some(day);
        }
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn november_2026_begins_on_the_last_day_of_a_week() {
        let weeks = grid(Month { year: 2026, month: 11 });
        let numbers: Vec<Vec<i32>> =
            weeks.iter().map(|week| week.iter().map(|day| day.map_or(0, Day::of_month)).collect()).collect();
        assert_eq!(numbers.len(), 6);
        assert_eq!(numbers[0], [0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(numbers[5], [30, 0, 0, 0, 0, 0, 0]);
    }
}
