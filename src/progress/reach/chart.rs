//! Measurements as points in time, with the band of measuring errors around the first one.
//!
//! Like the rest of the interface it reads from left to right. Fingertips come down towards the floor as the line does; a leg
//! goes up with it.

use leptos::prelude::*;
use supple_core::{Measurement, MeasurementKind};

use super::scale::Scale;
use super::state::ReachState;
use crate::browser::dates;
use crate::progress::plot::{line, place};

/// Width and height of the drawing, in its units, and the room that is kept free within.
const WIDTH: i64 = 640;
const HEIGHT: i64 = 280;
const SIDE: i64 = 20;
const ABOVE: i64 = 44;
const BELOW: i64 = 16;
/// With more points than so many the line alone is drawn, and its ends.
const DOTS_MAX: usize = 60;

/// Where everything is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Layout {
    points: Vec<(i64, i64)>,
    /// The upper edge of the band, and its height.
    band: (i64, i64),
    /// The first value.
    middle: i64,
}

/// Lays out values with their times. The whole band is seen, and the floor where that is what is measured from.
fn layout(values: &[(u64, i32)], kind: MeasurementKind) -> Layout {
    let first = values.first().map_or(0, |(_, value)| *value);
    let (low, high) = (first.saturating_sub(kind.band()), first.saturating_add(kind.band()));
    let of_all = || values.iter().map(|(_, value)| *value);
    let least = of_all().chain([low.max(0)]).min().unwrap_or(low);
    let least = if kind == MeasurementKind::FingertipsToFloor { least.min(0) } else { least };
    let most = of_all().chain([high]).max().unwrap_or(high);
    let y = |value: i32| {
        place(value.clamp(least, most).into(), (least.into(), most.into()), (HEIGHT - BELOW, ABOVE))
    };
    let ms = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX);
    let ends = (values.first().map_or(0, |(at, _)| ms(*at)), values.last().map_or(0, |(at, _)| ms(*at)));
    Layout {
        points: values
            .iter()
            .map(|(at, value)| (place(ms(*at), ends, (SIDE, WIDTH - SIDE)), y(*value)))
            .collect(),
        band: (y(high), y(low) - y(high)),
        middle: y(first),
    }
}

/// Points, line and band; in words for whoever doesn't see them.
#[component]
pub(super) fn ReachChart(
    kind: MeasurementKind,
    /// Those of this kind, oldest first.
    list: Memo<Vec<Measurement>>,
    #[prop(into)] scale: Signal<Scale>,
) -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let messages = reach.messages;
    let value = move |value| messages.measured_value(scale.get(), value);
    let name = move || {
        list.with(|list| {
            let (first, last) = (list.first()?, list.last()?);
            let value_on = |one: &Measurement| {
                let day = dates::medium_date(one.day(), &reach.progress.lang());
                messages.measure_value_on(day, value(one.mean()))
            };
            Some(messages.measure_chart(
                value(kind.band()),
                value_on(first),
                value_on(last),
                messages.measurement_kind(kind),
                list.len(),
            ))
        })
    };
    let drawing = move || {
        list.with(|list| {
            let values: Vec<_> = list.iter().map(|one| (one.when_ms, one.mean())).collect();
            let Layout { points, band, middle } = layout(&values, kind);
            let dots = points.iter().enumerate();
            let dots = dots
                .filter(|(index, _)| points.len() <= DOTS_MAX || *index == 0 || index + 1 == points.len());
            let dots = dots.map(|(_, (x, y))| view! { <circle cx=*x cy=*y r="7"></circle> });
            let label = |at: Option<&(i64, i64)>, of: Option<&Measurement>, class: &'static str| {
                let ((x, y), text) = at.copied().zip(of.map(|of| value(of.mean())))?;
                Some(view! { <text class=class x=x y=y - 16>{text}</text> })
            };
            view! {
                <rect class="band" x="0" y=band.0 width=WIDTH height=band.1></rect>
                <line class="middle" x1="0" x2=WIDTH y1=middle y2=middle></line>
                <polyline points=line(&points)></polyline>
                {dots.collect_view()}
                {label(points.first(), list.first(), "first")}
                {label(points.last(), list.last(), "last")}
            }
        })
    };
    view! {
        <figure class="chart">
            <svg class="reach-chart" role="img" aria-label=name viewBox=format!("0 0 {WIDTH} {HEIGHT}")>
                {drawing}
            </svg>
            <figcaption class="soft">{messages.measure_chart_caption()}</figcaption>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use supple_core::Leg;

    use super::*;

    const FLOOR: MeasurementKind = MeasurementKind::FingertipsToFloor;
    const LEG: MeasurementKind = MeasurementKind::StraightLegRaise(Leg::Left);

    #[test]
    fn nearer_to_the_floor_is_lower_and_a_higher_leg_is_higher() {
        let y =
            |kind| layout(&[(1, 200), (2, 100)], kind).points.into_iter().map(|(_, y)| y).collect::<Vec<_>>();
        assert!(y(FLOOR)[0] < y(FLOOR)[1] && y(LEG)[0] < y(LEG)[1], "both values go down");
        assert_eq!(
            layout(&[(1, 200), (2, 0)], FLOOR).points[1].1,
            HEIGHT - BELOW,
            "the floor is at the bottom"
        );
    }

    #[test]
    fn everything_is_within_the_drawing_whatever_was_measured() {
        for kind in [FLOOR, LEG] {
            for values in [[(0, 0), (u64::MAX, 1_000)], [(5, i32::MAX), (5, i32::MIN)], [(7, 20), (9, 20)]] {
                let Layout { points, band: (top, height), middle } = layout(&values, kind);
                let inside = |y: i64| (ABOVE..=HEIGHT - BELOW).contains(&y);
                assert!(points.iter().all(|(x, y)| (0..=WIDTH).contains(x) && inside(*y)), "{points:?}");
                assert!(inside(top) && inside(top + height) && inside(middle) && height >= 0);
            }
        }
    }

    #[test]
    fn the_band_is_around_the_first_value() {
        let Layout { band: (top, height), middle, points } = layout(&[(1, 200), (2, 100)], FLOOR);
        assert!(top < middle && middle < top + height);
        assert_eq!(points[0].1, middle);
        assert!(points[1].1 > top + height, "10 cm closer is beyond it");
    }
}
