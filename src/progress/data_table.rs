//! The numbers of a chart.

use leptos::prelude::*;

use super::state::ProgressState;
use crate::components::visually_hidden::VisuallyHidden;

/// What a chart shows as a table, to be read aloud or copied. Folded away on screen. Each row begins with its heading.
#[component]
pub(super) fn DataTable(
    /// What it is a table of.
    caption: &'static str,
    /// The headings of the columns.
    #[prop(into)]
    columns: Signal<Vec<&'static str>>,
    /// The cells of each row, as many as there are columns.
    #[prop(into)]
    rows: Signal<Vec<Vec<String>>>,
) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let heading = cells.next().map(|text| view! { <th scope="row">{text}</th> });
        let rest = cells.map(|text| view! { <td>{text}</td> }).collect_view();
        view! { <tr>{heading} {rest}</tr> }
    };
    let column = |text| view! { <th scope="col">{text}</th> };
    view! {
        <details class="data-table">
            <summary>{messages.chart_table()}<VisuallyHidden text=format!(": {caption}")/></summary>
            <table>
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>{move || columns.get().into_iter().map(column).collect_view()}</tr>
                </thead>
                <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </details>
    }
}
