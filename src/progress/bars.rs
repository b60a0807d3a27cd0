//! The days done in each of the last weeks, as bars.

use leptos::prelude::*;
use supple_core::{Day, Progress, days_by_week};

use super::state::ProgressState;

/// How many weeks there are.
const WEEKS: usize = 8;
/// Widths and heights in units of the drawing. A day is as high as this, and an empty week has a trace of a bar.
const COLUMN: usize = 36;
const BAR: usize = 24;
const DAY: u8 = 10;
const TRACE: u8 = 2;
const FLOOR: u8 = 90;

/// Eight bars, the present week last, and what they say in words.
#[component]
pub(super) fn WeekBars(#[prop(into)] progress: Signal<Progress>, today: Day) -> impl IntoView {
    let state = expect_context::<ProgressState>();
    let messages = state.messages;
    let weeks = Memo::new(move |_| {
        progress.with(|progress| days_by_week::<WEEKS>(&progress.days, today, state.first_weekday))
    });
    let name = move || {
        let weeks = weeks.get().map(|days| days.to_string());
        messages.bars_in_words(weeks.join(", "))
    };
    let lead = move || {
        let [.., before, present] = weeks.get();
        messages.bars_lead(before, present)
    };
    let bar = |(week, days): (usize, u8)| {
        let height = (days * DAY).max(TRACE);
        let x = week * COLUMN;
        view! {
            <g class:present=week + 1 == WEEKS>
                <rect x=x y=FLOOR - height width=BAR height=height rx="4"></rect>
                <text x=x + BAR / 2 y=FLOOR - height - 6>
                    {days}
                </text>
            </g>
        }
    };
    view! {
        <section class="aside" aria-labelledby="weeks-title">
            <h3 class="heading" id="weeks-title">{messages.bars_title()}</h3>
            <p class="soft">{lead}</p>
            <svg class="bars" role="img" aria-label=name viewBox=format!("0 0 {} {FLOOR}", COLUMN * WEEKS - COLUMN + BAR)>
                {move || weeks.get().into_iter().enumerate().map(bar).collect_view()}
            </svg>
        </section>
    }
}
