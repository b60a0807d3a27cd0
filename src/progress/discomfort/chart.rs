//! Discomfort after each session above the session's minutes, both over the same places from left to right.

use leptos::prelude::*;

use super::answered::{Answered, SHOWN_MAX};
use super::state::DiscomfortState;
use crate::browser::dates;
use crate::progress::plot::{line, place};

/// Width and height of the drawing, in its units.
const WIDTH: i64 = 640;
const HEIGHT: i64 = 320;
const SIDE: i64 = 30;
/// The lines of 10 and of 0 points.
const TEN: i64 = 34;
const ZERO: i64 = 168;
/// Where a mark stands of something that hurt during the session.
const MARK: i64 = 186;
/// The floor that bars of minutes stand on, and the highest bar's top.
const FLOOR: i64 = 316;
const TOP: i64 = 232;
const BAR: i64 = 18;

/// Where each session lies: its middle from left to right, its point, and the top of its bar.
fn layout(shown: &[Answered]) -> Vec<(i64, i64, i64)> {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let last = i64::try_from(shown.len().saturating_sub(1)).unwrap_or_default();
    let most = shown.iter().map(|one| whole(one.minutes)).max().unwrap_or_default().max(1);
    (0..)
        .zip(shown)
        .map(|(index, one)| {
            let x = place(index, (0, last), (SIDE, WIDTH - SIDE));
            let y = place(one.points.into(), (0, 10), (ZERO, TEN));
            (x, y, place(whole(one.minutes), (0, most), (FLOOR, TOP)))
        })
        .collect()
}

/// What the answers say, the chart, and the same as a table.
#[component]
pub(super) fn AnsweredCharts() -> impl IntoView {
    let discomfort = expect_context::<DiscomfortState>();
    let (messages, shown) = (discomfort.messages, discomfort.shown);
    let column = |one: &Answered, (x, y, top): (i64, i64, i64)| {
        let mark = (one.broken_off > 0).then(|| {
            let points = line(&[(x - 8, MARK + 14), (x + 8, MARK + 14), (x, MARK)]);
            view! { <polygon class="mark" points=points></polygon> }
        });
        view! {
            <rect x=x - BAR / 2 y=top width=BAR height=FLOOR - top></rect>
            {mark}
            <circle cx=x cy=y r="7"></circle>
            <text x=x y=y - 12>{one.points}</text>
            <text class="minutes" x=x y=top - 6>{one.minutes}</text>
        }
    };
    let drawing = move || {
        shown.with(|shown| {
            let places = layout(shown);
            let points: Vec<_> = places.iter().map(|(x, y, _)| (*x, *y)).collect();
            view! {
                <line class="middle" x1="0" x2=WIDTH y1=ZERO y2=ZERO></line>
                <polyline points=line(&points)></polyline>
                {shown.iter().zip(places).map(|(one, at)| column(one, at)).collect_view()}
            }
        })
    };
    view! {
        <p>{move || shown.with(|shown| messages.discomfort_so_far(shown))}</p>
        <figure class="chart">
            <svg
                class="discomfort-chart"
                role="img"
                aria-label=move || shown.with(|shown| messages.discomfort_in_words(shown))
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            >
                {drawing}
            </svg>
            <figcaption class="soft">{messages.discomfort_chart_caption(SHOWN_MAX)}</figcaption>
        </figure>
        <AnsweredTable/>
    }
}

/// The same as the chart, newest first, and where it hurt.
#[component]
fn AnsweredTable() -> impl IntoView {
    let discomfort = expect_context::<DiscomfortState>();
    let messages = discomfort.messages;
    let row = move |one: &Answered| {
        let places: Vec<_> = one.places.iter().map(|place| messages.body_place(*place)).collect();
        let places = if places.is_empty() { "–".to_owned() } else { places.join(", ") };
        view! {
            <tr>
                <th scope="row">{dates::medium_date(one.day, &discomfort.progress.lang())}</th>
                <td>{one.points}</td>
                <td>{places}</td>
                <td>{one.minutes}</td>
                <td>{one.broken_off}</td>
            </tr>
        }
    };
    let rows = move || discomfort.shown.with(|shown| shown.iter().rev().map(row).collect_view());
    view! {
        <details class="as-table">
            <summary>{messages.measure_table()}</summary>
            <table class="done values">
                <thead>
                    <tr>
                        <th scope="col">{messages.measure_column_day()}</th>
                        <th scope="col">{messages.discomfort_title()}</th>
                        <th scope="col">{messages.discomfort_where_column()}</th>
                        <th scope="col">{messages.discomfort_minutes_column()}</th>
                        <th scope="col">{messages.discomfort_hurt_column()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use supple_core::Day;

    use super::*;

    #[test]
    fn sessions_lie_side_by_side_and_more_is_higher() {
        let one = |points, minutes| Answered { day: Day(1), points, places: vec![], minutes, broken_off: 0 };
        let places = layout(&[one(0, 0), one(10, 20), one(5, 10)]);
        assert_eq!(places, [(30, ZERO, FLOOR), (320, TEN, TOP), (610, 101, 274)]);
        assert_eq!(layout(&[one(3, 0)])[0].0, 320, "a single one stands in the middle");
        assert_eq!(layout(&[]), []);
    }
}
