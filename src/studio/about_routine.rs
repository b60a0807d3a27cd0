//! What belongs to the routine as a whole: its name, for whom it is, who wrote it.

use leptos::prelude::*;
use supple_core::studio::{Draft, Edit, Place, RoutineField, Typed};

use super::field::{Choice, Field};
use super::state::Studio;

/// The languages to choose from: their tags, and what their speakers call them.
const LANGUAGES: [(&str, &str); 24] = [
    ("ar", "العربية"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

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
                    <Language/>
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

/// The language that the routine is written in. One that a document brought, such as `pt-BR`, can be chosen too.
#[component]
fn Language() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let value = Signal::derive(move || studio.with_draft(|draft| draft.lang.clone()));
    let choices = Signal::derive(move || {
        let own = Some(value.get()).filter(|tag| LANGUAGES.iter().all(|(known, _)| known != tag));
        let own = own.map(|tag| (tag.clone(), tag));
        let known = LANGUAGES.iter().map(|&(tag, name)| (tag.to_owned(), name.to_owned()));
        own.into_iter().chain(known).collect::<Vec<_>>()
    });
    view! {
        <Choice
            label=studio.messages.studio_language()
            place=Place::Routine(RoutineField::Lang)
            choices
            value
            on_change=move |tag: String| studio.edit(Edit::routine_text(RoutineField::Lang, tag))
        />
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
