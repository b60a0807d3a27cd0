//! The minutes of each of the last weeks, of a group of muscles or of everything.

use leptos::prelude::*;
use supple_core::{Day, MinuteScale, MuscleGroup, WEEKLY_MINUTES, WeeklyMinutes};

use super::data_table::DataTable;
use super::state::ProgressState;
use crate::browser::dates;
use crate::messages::Messages;

/// Widths and heights in units of the drawing. Sides share a column.
const COLUMN: usize = 34;
const BAR: usize = 24;
const SIDE: usize = 11;
const FLOOR: u64 = 100;
const ABOVE: u64 = 12;
const LABELS: usize = 44;

/// One week of what is shown: left and right, or twice the same where everything is.
#[derive(Clone, Copy, PartialEq)]
struct WeekMinutes {
    first: Day,
    left_ms: u64,
    right_ms: u64,
}

/// Bars for the weeks, the present one last, and a choice of what they show; nothing where nothing was held in them.
#[component]
pub(super) fn MinutesByWeek(weeks: Memo<Vec<WeeklyMinutes>>) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let groups = Memo::new(move |_| weeks.with(|weeks| WeeklyMinutes::groups_in(weeks)));
    let wanted = RwSignal::new(None::<MuscleGroup>);
    // What was deleted may have been all there was of a group.
    let chosen =
        Memo::new(move |_| wanted.get().filter(|group| groups.with(|groups| groups.contains(group))));
    let shown = Memo::new(move |_| {
        let minutes = |week: &WeeklyMinutes| {
            let sides = chosen.get().map(|group| week.sides_ms(group));
            let (left_ms, right_ms) = sides.unwrap_or((week.held_ms, week.held_ms));
            WeekMinutes { first: week.first, left_ms, right_ms }
        };
        weeks.with(|weeks| weeks.iter().map(minutes).collect::<Vec<_>>())
    });
    let in_words = move |it: &WeekMinutes| match chosen.get() {
        Some(_) => messages.minutes_of_sides(it.left_ms, it.right_ms),
        None => messages.total_duration(it.left_ms),
    };
    let lead = move || {
        shown.with(|shown| match shown.as_slice() {
            [.., before, present] => messages.minutes_by_week_lead(in_words(before), in_words(present)),
            _ => String::new(),
        })
    };
    let columns = move || match chosen.get() {
        Some(_) => messages.columns_by_side(Messages::minutes_column_week),
        None => vec![messages.minutes_column_week(), messages.minutes_column_time()],
    };
    let cells = move |it: &WeekMinutes| {
        let mut cells =
            vec![dates::medium_date(it.first, &state.lang()), messages.total_duration(it.left_ms)];
        cells.extend(chosen.get().map(|_| messages.total_duration(it.right_ms)));
        cells
    };
    view! {
        <Show when=move || groups.with(|groups| !groups.is_empty())>
            <section class="aside minutes-part" aria-labelledby="minutes-by-week-title">
                <h3 class="heading" id="minutes-by-week-title">
                    {messages.minutes_by_week_title()}
                </h3>
                <GroupChoice groups chosen on_change=move |group| wanted.set(group)/>
                <p class="soft" role="status">{lead}</p>
                <WeekColumns shown chosen/>
                <DataTable
                    caption=messages.minutes_by_week_title()
                    columns=Signal::derive(columns)
                    rows=Signal::derive(move || shown.with(|shown| shown.iter().map(cells).collect()))
                />
            </section>
        </Show>
    }
}

/// A list of the groups, with everything first.
#[component]
fn GroupChoice(
    groups: Memo<Vec<MuscleGroup>>,
    chosen: Memo<Option<MuscleGroup>>,
    #[prop(into)] on_change: Callback<Option<MuscleGroup>>,
) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    let named = move |name: &str| {
        groups.with_untracked(|groups| {
            groups.iter().copied().find(|group| messages.muscle_group(*group) == name)
        })
    };
    let option = move |group: MuscleGroup| {
        let name = messages.muscle_group(group);
        view! {
            <option value=name prop:selected=move || chosen.get() == Some(group)>
                {name}
            </option>
        }
    };
    view! {
        <label class="labelled">
            <span>{messages.minutes_by_week_choice()}</span>
            <select class="field voices" on:change=move |event| on_change.run(named(&event_target_value(&event)))>
                <option value="" prop:selected=move || chosen.get().is_none()>
                    {messages.minutes_all_groups()}
                </option>
                <For each=move || groups.get() key=|group| *group children=option/>
            </select>
        </label>
    }
}

/// The bars. The band belongs to one group and side, so it isn't there for everything together.
#[component]
fn WeekColumns(shown: Memo<Vec<WeekMinutes>>, chosen: Memo<Option<MuscleGroup>>) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    let scale = Memo::new(move |_| {
        shown.with(|shown| MinuteScale::of(shown.iter().flat_map(|it| [it.left_ms, it.right_ms])))
    });
    let is_in_pairs = Memo::new(move |_| {
        shown.with(|shown| shown.iter().any(|it| !messages.is_told_once(it.left_ms, it.right_ms)))
    });
    let name = move || {
        let time = |ms| messages.total_duration(ms);
        let weeks = shown.with(|shown| {
            let each = shown.iter().map(|it| {
                if is_in_pairs.get() {
                    messages.minutes_week_pair(time(it.left_ms), time(it.right_ms))
                } else {
                    time(it.left_ms)
                }
            });
            each.collect::<Vec<_>>().join("; ")
        });
        let Some(group) = chosen.get() else { return messages.minutes_by_week_all(weeks) };
        let group = messages.muscle_group(group);
        let minutes = if is_in_pairs.get() {
            messages.minutes_by_week_sides(group, weeks)
        } else {
            messages.minutes_by_week_each(group, weeks)
        };
        format!("{minutes} {}", messages.minutes_band(WEEKLY_MINUTES.0, WEEKLY_MINUTES.1))
    };
    let bars = move || {
        let (scale, count) = (scale.get(), shown.with(Vec::len));
        let column = |(week, it): (usize, WeekMinutes)| {
            let x = week * COLUMN;
            let bar = |class, x, width, time_ms| {
                let height = scale.permille(time_ms) * FLOOR / 1_000;
                view! { <rect class=class x=x y=ABOVE + FLOOR - height width=width height=height rx="3"></rect> }
            };
            let bars = if is_in_pairs.get() {
                vec![bar("left", x, SIDE, it.left_ms), bar("right", x + BAR - SIDE, SIDE, it.right_ms)]
            } else {
                vec![bar("both", x, BAR, it.left_ms)]
            };
            view! { <g class:present=week + 1 == count>{bars}</g> }
        };
        shown.get().into_iter().enumerate().map(column).collect_view()
    };
    let width = move || shown.with(Vec::len) * COLUMN;
    view! {
        <svg
            class="minute-columns"
            role="img"
            aria-label=name
            viewBox=move || format!("0 0 {} {}", width() + LABELS, ABOVE + FLOOR + 2)
        >
            {move || view! { <Lines scale=scale.get() width=width() has_band=chosen.get().is_some()/> }}
            {bars}
        </svg>
        <Show when=move || is_in_pairs.get()>
            <p class="soft small-print" aria-hidden="true">
                {messages.minutes_by_week_pairs()}
            </p>
        </Show>
    }
}

/// The band and the numbers beside the bars.
#[component]
fn Lines(scale: MinuteScale, width: usize, has_band: bool) -> impl IntoView {
    let y = |minutes: u64| ABOVE + FLOOR - scale.permille(minutes * 60_000) * FLOOR / 1_000;
    let label = |minutes: u64| {
        view! {
            <text x=width + 4 y=y(minutes) + 4>
                {minutes}
            </text>
        }
    };
    let (from, to) = WEEKLY_MINUTES;
    let band = has_band.then(|| {
        view! { <rect class="band" x="1" y=y(to) width=width - 2 height=y(from) - y(to)></rect> }
    });
    let band_labels = if has_band { scale.band_labels() } else { &[] };
    view! {
        {band}
        <line x2=width y1=ABOVE + FLOOR y2=ABOVE + FLOOR></line>
        {band_labels.iter().map(|minutes| label(*minutes)).collect_view()}
        {label(scale.top_minutes())}
    }
}
