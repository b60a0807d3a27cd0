//! Fields to write in, each with what is wrong with what stands there.

use leptos::prelude::*;
use supple_core::studio::{ItemField, Place, RoutineField, SectionField};

use super::state::Studio;

/// A line or several to write in, with its name, and with its problem below it.
#[component]
pub(super) fn Field(
    #[prop(into)] label: String,
    /// Where in the draft it is: problems find it by that.
    place: Place,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// How many lines it has; none makes it a single one.
    #[prop(optional)]
    rows: Option<u8>,
    /// What holds while nothing stands there.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// What it is for.
    #[prop(optional)]
    hint: &'static str,
    /// Whether a number belongs there.
    #[prop(optional)]
    numeric: bool,
) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let id = field_id(place);
    let problem_id = format!("{id}-problem");
    let problem = Memo::new(move |_| studio.problem_at(place));
    let is_invalid = move || problem.with(|it| !it.is_empty());
    let invalid = move || is_invalid().then_some("true");
    let described = {
        let problem_id = problem_id.clone();
        move || is_invalid().then(|| problem_id.clone())
    };
    let input = move |event| on_input.run(event_target_value(&event));
    let control = match rows {
        Some(rows) => view! {
            <textarea
                id=id
                class={"field"}
                rows=rows.to_string()
                dir="auto"
                autocomplete="off"
                placeholder=move || placeholder.get()
                aria-invalid=invalid
                aria-describedby=described
                prop:value=move || value.get()
                on:input=input
                on:blur=move |_| studio.expect_soon(place)
            ></textarea>
        }
        .into_any(),
        None => view! {
            <input
                id=id
                class={"field"}
                type="text"
                dir="auto"
                autocomplete="off"
                inputmode=numeric.then_some("numeric")
                placeholder=move || placeholder.get()
                aria-invalid=invalid
                aria-describedby=described
                prop:value=move || value.get()
                on:input=input
                on:blur=move |_| studio.expect_soon(place)
            />
        }
        .into_any(),
    };
    view! {
        <div class={"labelled-field"}>
            <label for=field_id(place)>{label}</label>
            {(!hint.is_empty()).then(|| view! { <small class={"soft"}>{hint}</small> })}
            {control}
            <p class={"problem"} id=problem_id>{move || problem.get()}</p>
        </div>
    }
}

/// A choice with its name, and with its problem below it.
#[component]
pub(super) fn Choice(
    #[prop(into)] label: String,
    place: Place,
    /// Values and what they are called.
    #[prop(into)]
    choices: Signal<Vec<(String, String)>>,
    /// The value that is chosen.
    #[prop(into)]
    value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let id = field_id(place);
    let problem_id = format!("{id}-problem");
    let problem = Memo::new(move |_| studio.problem_at(place));
    let is_invalid = move || problem.with(|it| !it.is_empty());
    let described = {
        let problem_id = problem_id.clone();
        move || is_invalid().then(|| problem_id.clone())
    };
    let options = move || {
        let chosen = value.get();
        let option = move |(value, name): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{name}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class={"labelled-field"}>
            <label for=field_id(place)>{label}</label>
            <select
                id=id
                class={"field"}
                autocomplete="off"
                aria-invalid=move || is_invalid().then_some("true")
                aria-describedby=described
                prop:value=move || value.get()
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {options}
            </select>
            <p class={"problem"} id=problem_id>{move || problem.get()}</p>
        </div>
    }
}

/// The field in which something is shown: a problem of the second step is one of the field with all steps.
pub(super) fn field_of(place: Place) -> Place {
    match place {
        Place::Routine(RoutineField::Safety(_)) => Place::Routine(RoutineField::Safety(None)),
        Place::Section(key, SectionField::Whole | SectionField::Items) => {
            Place::Section(key, SectionField::Name)
        }
        Place::Item(key, ItemField::Steps(_)) => Place::Item(key, ItemField::Steps(None)),
        Place::Routine(_) | Place::Section(..) | Place::Item(..) => place,
    }
}

/// The id of a field's element.
pub(super) fn field_id(place: Place) -> String {
    match field_of(place) {
        Place::Routine(field) => format!("routine-{}", routine_field(field)),
        Place::Section(key, SectionField::Summary) => format!("section-{key}-summary"),
        Place::Section(key, _) => format!("section-{key}-name"),
        Place::Item(key, field) => format!("item-{key}-{}", item_field(field)),
    }
}

fn routine_field(field: RoutineField) -> &'static str {
    match field {
        RoutineField::Whole => "whole",
        RoutineField::Name => "name",
        RoutineField::ForWhom => "for",
        RoutineField::Introduction => "introduction",
        RoutineField::AuthorName => "author",
        RoutineField::AuthorUrl => "author-url",
        RoutineField::DaysPerWeek => "days",
        RoutineField::Safety(_) => "safety",
        RoutineField::Lang => "lang",
    }
}

fn item_field(field: ItemField) -> &'static str {
    match field {
        ItemField::Whole => "whole",
        ItemField::Name => "name",
        ItemField::Summary => "summary",
        ItemField::Setup => "setup",
        ItemField::Steps(_) => "steps",
        ItemField::Key => "key",
        ItemField::Mistake => "mistake",
        ItemField::Caution => "caution",
        ItemField::Seconds => "seconds",
        ItemField::Repeats => "repeats",
        ItemField::Sides => "sides",
        ItemField::LeftOutSteps => "left-out",
        ItemField::Kind => "kind",
        ItemField::Posture => "posture",
        ItemField::Region => "region",
        ItemField::SideName => "side-name",
        ItemField::Figure => "figure",
    }
}
