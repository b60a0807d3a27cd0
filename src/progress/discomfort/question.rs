//! How a session felt, and where it hurts.

use std::collections::BTreeSet;

use leptos::prelude::*;
use supple_core::{BodyPlace, Discomfort, DiscomfortLevel};

use super::state::DiscomfortState;
use crate::components::radio_group::RadioGroup;

/// The question. Each answer is saved at once, and can be changed.
#[component]
pub(super) fn Question(
    /// The session that it is about.
    id: String,
    /// Whether that was today, rather than yesterday.
    is_today: bool,
) -> impl IntoView {
    let discomfort = expect_context::<DiscomfortState>();
    let messages = discomfort.messages;
    let id = StoredValue::new(id);
    let said = Memo::new(move |_| {
        discomfort.answers.with(|answers| id.with_value(|id| answers.of_session(id).cloned()))
    });
    let points = Memo::new(move |_| said.with(|said| said.as_ref().map(|said| said.level().points())));
    let places = Memo::new(move |_| {
        said.with(|said| said.as_ref().map(|said| said.places().clone()).unwrap_or_default())
    });
    let save = move |points: u8, places: BTreeSet<BodyPlace>| {
        id.with_value(|id| discomfort.answer(id, Discomfort::new(points.into(), places)));
    };
    let say_points = move |chosen: Option<u8>| {
        if let Some(points) = chosen {
            save(points, places.get_untracked());
        }
    };
    let say_place = move |place: BodyPlace, hurts: bool| {
        let mut places = places.get_untracked();
        if hurts {
            places.insert(place);
        } else {
            places.remove(&place);
        }
        save(points.get_untracked().unwrap_or_default(), places);
    };
    let checkbox = move |place: BodyPlace| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || places.with(|places| places.contains(&place))
                    on:change=move |event| say_place(place, event_target_checked(&event))
                />
                <span>{messages.body_place(place)}</span>
            </label>
        }
    };
    let question = if is_today {
        messages.discomfort_question_today()
    } else {
        messages.discomfort_question_yesterday()
    };
    let levels = (0..=DiscomfortLevel::MAX).map(|level| (Some(level), level.to_string())).collect::<Vec<_>>();
    view! {
        <div class="levels">
            <RadioGroup
                legend=question
                name="discomfort"
                choices=levels
                value=points
                on_change=say_points
            />
            <p class="soft levels-ends">{messages.discomfort_ends()}</p>
            <Show when=move || points.get().is_some_and(|points| points > 0)>
                <fieldset class="choices places">
                    <legend>{messages.discomfort_where()}</legend>
                    {BodyPlace::ALL.map(checkbox).into_iter().collect_view()}
                </fieldset>
            </Show>
        </div>
    }
}
