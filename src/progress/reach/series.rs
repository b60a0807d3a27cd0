//! All measurements of a kind: the last one, what it says, a chart, and a table.

use leptos::prelude::*;
use supple_core::{Leg, Measurement, MeasurementKind};

use super::chart::ReachChart;
use super::scale::Scale;
use super::state::ReachState;
use crate::browser::dates;

/// What was measured of a kind, in the unit that was used last.
#[component]
pub(super) fn Series(kind: MeasurementKind) -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let messages = reach.messages;
    let id = match kind {
        MeasurementKind::FingertipsToFloor => "measured-floor",
        MeasurementKind::StraightLegRaise(Leg::Left) => "measured-left",
        MeasurementKind::StraightLegRaise(Leg::Right) => "measured-right",
    };
    let list = Memo::new(move |_| {
        reach.measurements.with(|all| all.of_kind(kind).cloned().collect::<Vec<Measurement>>())
    });
    let scale = move || list.with(|list| list.last().map_or(Scale::Angle, |last| Scale::of(&last.measured)));
    let last =
        move || list.with(|list| list.last().map(|last| messages.measured_value(scale(), last.mean())));
    let change = move || {
        reach.measurements.with(|all| all.change(kind)).map_or_else(
            || messages.measure_change_first(messages.measured_value(scale(), kind.band())),
            |change| messages.measured_change(kind, scale(), change),
        )
    };
    view! {
        <section class="measured" aria-labelledby=id>
            <h4 id=id>{messages.measurement_kind(kind)}</h4>
            <p class="measured-last">{last}</p>
            <p>{change}</p>
            <Show when=move || list.with(|list| list.len() > 1)>
                <ReachChart kind list scale=Signal::derive(scale)/>
            </Show>
            <MeasuredTable list scale=Signal::derive(scale)/>
            <button
                type="button"
                class="text-button"
                aria-label=messages.measure_delete_last_of(messages.measurement_kind(kind))
                on:click=move |_| reach.delete_last(kind)
            >
                {messages.measure_delete_last()}
            </button>
        </section>
    }
}

/// The same as the chart, newest first, to read and to copy. Its rows are drawn when it is opened.
#[component]
fn MeasuredTable(list: Memo<Vec<Measurement>>, #[prop(into)] scale: Signal<Scale>) -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let messages = reach.messages;
    let is_opened = RwSignal::new(false);
    let row = move |first: &Measurement, one: &Measurement| {
        let value = |value| messages.measured_value(scale.get(), value);
        let tries: Vec<String> = one.measured.tries().values().iter().map(|tried| value(*tried)).collect();
        let change = (one.id != first.id).then(|| one.change_since(first)).flatten();
        let change = change.map(|change| messages.measured_change_briefly(scale.get(), change));
        view! {
            <tr>
                <th scope="row">{dates::medium_date(one.day(), &reach.progress.lang())}</th>
                <td>{value(one.mean())}</td>
                <td>{tries.join(", ")}</td>
                <td>{change.unwrap_or_else(|| "–".to_owned())}</td>
            </tr>
        }
    };
    let rows = move || {
        list.with(|list| {
            let first = list.first()?;
            Some(list.iter().rev().map(|one| row(first, one)).collect_view())
        })
    };
    view! {
        <details class="as-table" on:toggle=move |_| is_opened.set(true)>
            <summary>{messages.measure_table()}</summary>
            <table class="done values">
                <thead>
                    <tr>
                        <th scope="col">{messages.measure_column_day()}</th>
                        <th scope="col">{messages.measure_column_mean()}</th>
                        <th scope="col">{messages.measure_column_tries()}</th>
                        <th scope="col">{messages.measure_column_change()}</th>
                    </tr>
                </thead>
                <tbody>{move || is_opened.get().then(rows)}</tbody>
            </table>
        </details>
    }
}
