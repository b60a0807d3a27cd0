//! What belongs to the routine as a whole: its name, for whom it is, who wrote it.

use leptos::prelude::*;
use supple_core::studio::{Draft, Edit, Place, RoutineField, Typed};

use super::field::Field;
use super::state::Studio;

/// The name, and the rest folded away.
#[component]
pub(super) fn AboutRoutine() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let days = Signal::derive(move || {
        studio.with_draft(|draft| draft.days_per_week.as_ref().map(Typed::text).unwrap_or_default())
    });
    let safety = Signal::derive(move || studio.with_draft(|draft| draft.safety.join("\n")));
    let set_safety = move |text: String| {
        let lines = if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() };
        studio.edit(Edit::SetSafety(lines));
    };
    view! {
        <RoutineText field=RoutineField::Name label=messages.studio_name() read=|draft| &draft.name/>
        <details class={"about-routine"}>
            <summary>{messages.studio_about()}</summary>
            <div class={"more"}>
                <RoutineText field=RoutineField::ForWhom label=messages.studio_for_whom() read=|draft| &draft.for_whom/>
                <RoutineText
                    field=RoutineField::Introduction
                    label=messages.studio_introduction()
                    read=|draft| &draft.introduction
                    rows=3
                />
                <div class={"pair"}>
                    <RoutineText
                        field=RoutineField::AuthorName
                        label=messages.studio_author()
                        read=|draft| &draft.author.name
                    />
                    <RoutineText
                        field=RoutineField::AuthorUrl
                        label=messages.studio_author_link()
                        read=|draft| &draft.author.url
                    />
                    <Field
                        label=messages.studio_days()
                        place=Place::Routine(RoutineField::DaysPerWeek)
                        value=days
                        on_input=move |text: String| studio.edit(Edit::SetDaysPerWeek(Typed::of(&text)))
                        numeric=true
                    />
                    <RoutineText field=RoutineField::Lang label=messages.studio_language() read=|draft| &draft.lang/>
                </div>
                <Field
                    label=messages.studio_caution()
                    place=Place::Routine(RoutineField::Safety(None))
                    value=safety
                    on_input=set_safety
                    rows=3
                    hint=messages.studio_caution_hint()
                />
            </div>
        </details>
    }
}

/// A text of the routine.
#[component]
fn RoutineText(
    field: RoutineField,
    label: &'static str,
    read: fn(&Draft) -> &String,
    #[prop(optional)] rows: Option<u8>,
) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let value = Signal::derive(move || studio.with_draft(|draft| read(draft).clone()));
    let on_input = move |text: String| studio.edit(Edit::routine_text(field, text));
    let place = Place::Routine(field);
    match rows {
        Some(rows) => view! { <Field label place value on_input rows/> }.into_any(),
        None => view! { <Field label place value on_input/> }.into_any(),
    }
}
