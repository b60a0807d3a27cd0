//! A month as a calendar of days, with the done ones marked by shape and word besides colour.

use std::sync::Arc;

use leptos::prelude::*;
use supple_core::{Day, Month, Progress};

use super::controls::step_button;
use super::facts::unseen;
use crate::browser::dates;
use crate::markup::{Element, el, text_el};

/// What the calendar shows, shared by its parts.
struct Calendar {
    progress: Progress,
    today: Day,
    lang: String,
    /// Months from this one, of the month that is shown.
    turned: RwSignal<i32>,
}

pub(crate) fn calendar(progress: Progress, today: Day, lang: String) -> Element {
    let calendar = Calendar { progress, today, lang, turned: RwSignal::new(0) };
    let weekdays =
        (0..7).map(|day| text_el("th", "", dates::weekday(day, &calendar.lang)).attr("scope", "col"));
    let weekdays = el("thead", "").child(el("tr", "").children(weekdays));
    let calendar = Arc::new(calendar);
    let (for_title, for_weeks) = (calendar.clone(), calendar.clone());
    let title = move || dates::month(for_title.month(0), &for_title.lang);
    let head = el("div", "calendar-head")
        .child(turn(&calendar, "Month before", "‹", -1))
        .child(el("h3", "heading").attr("id", "calendar-title").attr("aria-live", "polite").live_text(title))
        .child(turn(&calendar, "Month after", "›", 1));
    let table = el("table", "")
        .attr("aria-labelledby", "calendar-title")
        .child(weekdays)
        .child(el("tbody", "").live_children(move || for_weeks.weeks()));
    el("div", "calendar").child(head).child(table)
}

/// Turns the page, within the months in which anything was done.
fn turn(calendar: &Arc<Calendar>, name: &'static str, sign: &'static str, by: i32) -> Element {
    let (calendar, for_can) = (calendar.clone(), calendar.clone());
    let can = move || {
        let this = for_can.today.month();
        let first = for_can.progress.days.first().map_or(this, |day| day.month());
        (first..=this).contains(&for_can.month(by))
    };
    step_button(name, sign, can, move |by| calendar.turned.update(|turned| *turned += by), by)
}

impl Calendar {
    /// The month that is shown, or one that many later.
    fn month(&self, later: i32) -> Month {
        self.today.month().plus(self.turned.get() + later)
    }

    fn weeks(&self) -> Vec<Element> {
        let week = |week: [Option<Day>; 7]| {
            el("tr", "").children(week.map(|day| day.map_or_else(|| el("td", ""), |day| self.cell(day))))
        };
        grid(self.month(0)).into_iter().map(week).collect()
    }

    fn cell(&self, day: Day) -> Element {
        let done = self.progress.days.contains(&day);
        let today = day == self.today;
        let class = match (done, today) {
            (true, true) => "done today",
            (true, false) => "done",
            (false, true) => "today",
            (false, false) => "",
        };
        let cell = el("td", class);
        let cell = if today { cell.attr("aria-current", "date") } else { cell };
        let name = dates::day(day, &self.lang);
        cell.child(unseen(if done { format!("{name}, done") } else { name }))
            .child(text_el("span", "day", day.of_month().to_string()).attr("aria-hidden", "true"))
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
