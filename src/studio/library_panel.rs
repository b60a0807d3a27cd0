//! The library: search it, narrow it down, and put exercises into the routine.

use leptos::prelude::*;
use supple_core::studio::{has_figure, library_exercise};
use supple_core::{Posture, Region};

use super::catalogue::{self, Equipment, Sought};
use super::state::Studio;
use crate::messages::Messages;
use crate::wording::as_count;

/// What the list's choice of position offers.
pub(super) const POSTURES: [Posture; 5] =
    [Posture::Standing, Posture::Chair, Posture::Sitting, Posture::Kneeling, Posture::Lying];

/// The value of the choice of equipment that finds exercises without any. No thing is called that.
const NOTHING: &str = "-";

/// The search, and what it finds.
#[component]
pub(super) fn LibraryPanel() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let sought = RwSignal::new(Sought::default());
    let found = Memo::new(move |_| sought.with(|sought| sought.find(messages)));
    let said = move || match found.with(Vec::len) {
        0 => messages.studio_found_none().to_owned(),
        count => messages.studio_found(as_count(count)),
    };
    view! {
        <section class={"part library"} aria-labelledby="studio-library">
            <h2 class={"heading"} id="studio-library" tabindex="-1">{messages.studio_library()}</h2>
            <Finder sought/>
            <p class={"soft"} role="status">{said}</p>
            <ul class={"library-list"}>
                <For each=move || found.get() key=|id| *id let(id)>
                    <LibraryItem id/>
                </For>
            </ul>
        </section>
    }
}

/// The search field, and the three choices: folded away, because most people find what they want by its name.
#[component]
fn Finder(sought: RwSignal<Sought>) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let regions = Region::ALL.map(|region| (region.name().to_owned(), messages.region(region).to_owned()));
    let positions = POSTURES.into_iter().enumerate();
    let positions =
        positions.map(|(index, posture)| (index.to_string(), messages.posture(posture).to_owned()));
    let things = catalogue::equipment().into_iter().map(|thing| (thing.to_owned(), thing.to_owned()));
    let nothing = (NOTHING.to_owned(), messages.studio_no_equipment().to_owned());
    let choose_equipment = move |value: String| {
        let equipment = match value.as_str() {
            "" => Equipment::Any,
            NOTHING => Equipment::Nothing,
            _ => Equipment::Thing(value),
        };
        sought.update(|sought| sought.equipment = equipment);
    };
    let choose_region = move |value: String| {
        let region = Region::ALL.into_iter().find(|region| region.name() == value);
        sought.update(|sought| sought.region = region);
    };
    let choose_posture = move |value: String| {
        let posture = value.parse().ok().and_then(|index: usize| POSTURES.get(index)).copied();
        sought.update(|sought| sought.posture = posture);
    };
    // A filter that isn't in sight would look like a library without the exercises.
    let summary = move || {
        let by = sought.with(|sought| sought.chosen(messages)).join(", ");
        if by.is_empty() { messages.studio_filter().to_owned() } else { messages.studio_filtered(by) }
    };
    view! {
        <div class={"finder"}>
            <label class={"labelled-field"}>
                <span>{messages.studio_search()}</span>
                <input
                    class={"field"}
                    type="search"
                    autocomplete="off"
                    on:input=move |event| {
                        let words = event_target_value(&event);
                        sought.update(|sought| sought.words = words);
                    }
                />
            </label>
            <details>
                <summary>{summary}</summary>
                <div class={"choices"}>
                    <Narrowing
                        label=messages.studio_region()
                        any=messages.studio_any_region()
                        options=regions.to_vec()
                        on_change=choose_region
                    />
                    <Narrowing
                        label=messages.studio_position()
                        any=messages.studio_any_position()
                        options=positions.collect()
                        on_change=choose_posture
                    />
                    <Narrowing
                        label=messages.studio_equipment()
                        any=messages.studio_any_equipment()
                        options=std::iter::once(nothing).chain(things).collect()
                        on_change=choose_equipment
                    />
                </div>
            </details>
        </div>
    }
}

/// A choice that narrows the list down. The value is empty where anything will do.
#[component]
fn Narrowing(
    label: &'static str,
    /// What the choice of anything is called.
    any: &'static str,
    /// Values and what they are called.
    options: Vec<(String, String)>,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    let option = |(value, name): (String, String)| view! { <option value=value>{name}</option> };
    view! {
        <label class={"labelled-field"}>
            <span>{label}</span>
            <select class={"field"} on:change=move |event| on_change.run(event_target_value(&event))>
                <option value={""}>{any}</option>
                {options.into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

/// An exercise, with the button that adds it.
#[component]
fn LibraryItem(id: &'static str) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let exercise = library_exercise(id);
    let name = exercise.map(|exercise| exercise.name.as_str()).unwrap_or_default();
    let region = exercise.and_then(|exercise| exercise.region);
    let about = region.map(|region| messages.region(region)).unwrap_or_default();
    let count = Memo::new(move |_| studio.uses_of(id));
    let times = move || match count.get() {
        0 => String::new(),
        count => messages.studio_used(as_count(count)),
    };
    view! {
        <li>
            <span class={"thumb"}>
                {picture_of(id).map(|src| view! { <img src=src alt="" loading="lazy" width="68" height="58"/> })}
            </span>
            <div class={"entry-name"}>
                <strong>{name}</strong>
                <small>{about}{" "}{times}</small>
            </div>
            <button
                type="button"
                class={"icon-button add"}
                aria-label=messages.studio_add_named(name)
                on:click=move |_| studio.add_use(id)
            >
                {"+"}
            </button>
        </li>
    }
}

/// The address of an exercise's picture, seen from the page; `None` where it has no figure.
pub(super) fn picture_of(id: &str) -> Option<String> {
    has_figure(id).then(|| format!("figures/{id}.svg"))
}

impl Messages {
    /// What a part of the body is called.
    pub(super) fn region(self, region: Region) -> &'static str {
        match region {
            Region::Neck => self.region_neck(),
            Region::Shoulders => self.region_shoulders(),
            Region::Chest => self.region_chest(),
            Region::UpperBack => self.region_upper_back(),
            Region::Wrists => self.region_wrists(),
            Region::LowerBack => self.region_lower_back(),
            Region::Hips => self.region_hips(),
            Region::Glutes => self.region_glutes(),
            Region::InnerThigh => self.region_inner_thigh(),
            Region::Quads => self.region_quads(),
            Region::Hamstrings => self.region_hamstrings(),
            Region::Calves => self.region_calves(),
            Region::Ankles => self.region_ankles(),
            Region::FullBody => self.region_full_body(),
        }
    }

    /// What the body is on.
    pub(super) fn posture(self, posture: Posture) -> &'static str {
        match posture {
            Posture::Standing => self.studio_standing(),
            Posture::Chair => self.studio_chair(),
            Posture::Sitting => self.studio_sitting(),
            Posture::Kneeling => self.studio_kneeling(),
            Posture::Lying => self.studio_lying(),
        }
    }
}
