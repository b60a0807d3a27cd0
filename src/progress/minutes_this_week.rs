//! The minutes of this week for each group of muscles and side, beside the band that studies point to.

use leptos::prelude::*;
use supple_core::{MinuteScale, MuscleGroup, WEEKLY_MINUTES, WeeklyMinutes};

use super::data_table::DataTable;
use super::sources::{DAYS_SOURCE, MINUTES_SOURCE, Source};
use super::state::ProgressState;
use crate::messages::Messages;

/// A group has a row if anything was held for it in this many weeks, the present one among them.
const LATELY_WEEKS: usize = 4;

/// What a group had this week.
#[derive(Clone, Copy, PartialEq)]
struct GroupMinutes {
    group: MuscleGroup,
    left_ms: u64,
    right_ms: u64,
}

/// A row with its bars for each group; nothing where nothing was held lately. `weeks` are the last ones, the present one last.
#[component]
pub(super) fn MinutesThisWeek(weeks: Memo<Vec<WeeklyMinutes>>) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    let groups = Memo::new(move |_| {
        weeks.with(|weeks| {
            let lately = weeks.rchunks(LATELY_WEEKS).next().unwrap_or_default();
            let Some(present) = weeks.last() else { return Vec::new() };
            let minutes = |group| {
                let (left_ms, right_ms) = present.sides_ms(group);
                GroupMinutes { group, left_ms, right_ms }
            };
            WeeklyMinutes::groups_in(lately).into_iter().map(minutes).collect()
        })
    });
    let scale = Memo::new(move |_| {
        groups.with(|groups| MinuteScale::of(groups.iter().flat_map(|it| [it.left_ms, it.right_ms])))
    });
    let rows = move || {
        let row = |minutes| view! { <GroupRow minutes scale=scale.get()/> };
        groups.get().into_iter().map(row).collect_view()
    };
    let cells = move |GroupMinutes { group, left_ms, right_ms }: GroupMinutes| {
        vec![
            messages.muscle_group(group).to_owned(),
            messages.total_duration(left_ms),
            messages.total_duration(right_ms),
        ]
    };
    let (from, to) = WEEKLY_MINUTES;
    view! {
        <Show when=move || groups.with(|groups| !groups.is_empty())>
            <section class="aside minutes-part" aria-labelledby="minutes-title">
                <h3 class="heading" id="minutes-title">
                    {messages.minutes_this_week()}
                </h3>
                <ul class="minutes">{rows}</ul>
                {move || view! { <BandLabels scale=scale.get()/> }}
                <p class="soft small-print">
                    {messages.minutes_band_hint(from, to)} " " {messages.goal_sources()} " "
                    <Source source=DAYS_SOURCE/> "; " <Source source=MINUTES_SOURCE/>
                </p>
                <DataTable
                    caption=messages.minutes_this_week()
                    columns=Signal::stored(messages.columns_by_side(Messages::minutes_column_group))
                    rows=Signal::derive(move || groups.get().into_iter().map(cells).collect())
                />
            </section>
        </Show>
    }
}

/// A group's name, its times, and a bar for each side, or one where both had the same. From left to right in every language,
/// like the rest of the widget.
#[component]
fn GroupRow(minutes: GroupMinutes, scale: MinuteScale) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    let GroupMinutes { group, left_ms, right_ms } = minutes;
    let is_same = messages.is_told_once(left_ms, right_ms);
    let (letters, bars) = if is_same {
        (
            None,
            view! { <rect class="both" y="0.7em" width=percent(scale, left_ms) height="1.1em" rx="0.25em"></rect> }
                .into_any(),
        )
    } else {
        let bars = view! {
            <rect class="left" y="0.2em" width=percent(scale, left_ms) height="0.85em" rx="0.25em"></rect>
            <rect class="right" y="1.45em" width=percent(scale, right_ms) height="0.85em" rx="0.25em"></rect>
        };
        let letters = view! {
            <span>{messages.minutes_letter_left()}</span>
            <span>{messages.minutes_letter_right()}</span>
        };
        (Some(letters), bars.into_any())
    };
    view! {
        <li>
            <p class="minutes-head" aria-hidden="true">
                <span class="minutes-group">{messages.muscle_group(group)}</span>
                <span class="minutes-time">{messages.minutes_of_sides(left_ms, right_ms)}</span>
            </p>
            <div class="minutes-bars">
                <span class="minutes-letters" aria-hidden="true">
                    {letters}
                </span>
                <svg role="img" aria-label=messages.minutes_in_words(group, left_ms, right_ms)>
                    <Band scale/>
                    {bars}
                </svg>
            </div>
        </li>
    }
}

/// The band, as high as the picture.
#[component]
fn Band(scale: MinuteScale) -> impl IntoView {
    let [from_ms, to_ms] = [WEEKLY_MINUTES.0, WEEKLY_MINUTES.1].map(|minutes| minutes * 60_000);
    view! {
        <rect
            class="band"
            x=percent(scale, from_ms)
            width=percent(scale, to_ms - from_ms)
            height="100%"
        ></rect>
    }
}

/// The numbers below the ends of the band.
#[component]
fn BandLabels(scale: MinuteScale) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    let label = |minutes: &u64| {
        let is_end = *minutes == WEEKLY_MINUTES.1;
        let text = if is_end { messages.time_minutes(minutes) } else { minutes.to_string() };
        view! {
            // The lower one ends at its line and the upper one begins there, so that they never meet.
            <text class:end=!is_end x=percent(scale, minutes * 60_000) y="1em">
                {text}
            </text>
        }
    };
    view! {
        <div class="minutes-bars minutes-axis" aria-hidden="true">
            <span class={"minutes-letters"}></span>
            <svg>{scale.band_labels().iter().map(label).collect_view()}</svg>
        </div>
    }
}

/// A place on a scale as SVG writes it.
fn percent(scale: MinuteScale, time_ms: u64) -> String {
    let permille = scale.permille(time_ms);
    format!("{}.{}%", permille / 10, permille % 10)
}
