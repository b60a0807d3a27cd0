//! The routine on paper. It is in the page all the time, and shows when it is printed.

use leptos::prelude::*;
use supple_core::Sides;
use supple_core::studio::{Item, Typed};

use super::item_row::picture_of_item;
use super::state::Studio;

/// Name, author, and each exercise with its figure, its dose and its steps.
#[component]
pub(super) fn PrintSheet() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let items = Memo::new(move |_| studio.with_draft(|draft| draft.items().cloned().collect::<Vec<Item>>()));
    let facts = move || {
        let total = studio.total();
        studio.with_draft(|draft| {
            let days = draft.days_per_week.as_ref().and_then(Typed::number);
            [
                (!draft.for_whom.is_empty()).then(|| messages.studio_sheet_for(&draft.for_whom)),
                (!draft.author.name.is_empty()).then(|| messages.studio_sheet_from(&draft.author.name)),
                days.map(|days| messages.received_days(days.into())),
                Some(total),
            ]
            .into_iter()
            .flatten()
            .map(|fact| view! { <span>{fact}</span> })
            .collect_view()
        })
    };
    let cautions = move || {
        studio.with_draft(|draft| {
            draft.safety.iter().map(|sentence| view! { <p>{sentence.clone()}</p> }).collect_view()
        })
    };
    view! {
        <div class={"print-sheet"} lang=move || studio.with_draft(|draft| draft.lang.clone())>
            <h2>{move || studio.with_draft(|draft| draft.name.clone())}</h2>
            <p class={"sheet-facts"}>{facts}</p>
            <p>{move || studio.with_draft(|draft| draft.introduction.clone())}</p>
            <ol>{move || items.get().into_iter().map(|item| view! { <SheetItem item/> }).collect_view()}</ol>
            {cautions}
        </div>
    }
}

/// One exercise on paper.
#[component]
fn SheetItem(item: Item) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let steps = item.steps().into_iter().map(|step| view! { <li>{step.to_owned()}</li> }).collect_view();
    // As on the exercise's card.
    let is_left = item.sides() == Some(Sides::Left);
    let key = item.words.key.clone().or_else(|| item.library().map(|exercise| exercise.key.clone()));
    view! {
        <li>
            {picture_of_item(&item).map(|src| view! { <img class:left=is_left src=src alt=""/> })}
            <h3>{messages.item_name(&item)}</h3>
            <p class={"dose"}>{messages.own_dose(&item)}</p>
            <ol class={"sheet-steps"}>{steps}</ol>
            <p class={"tip"}>{key}</p>
        </li>
    }
}
