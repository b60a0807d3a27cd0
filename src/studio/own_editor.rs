//! What only an exercise of the author's own can say.

use leptos::prelude::*;
use supple_core::studio::{
    DoseKind, Edit, Item, ItemExercise, ItemField, ItemKey, OwnExercise, Place, has_figure, library_exercises,
};
use supple_core::{Posture, SideName};

use super::field::Choice;
use super::library_panel::POSTURES;
use super::state::Studio;

const KINDS: [DoseKind; 3] = [DoseKind::Hold, DoseKind::Move, DoseKind::Breathing];
const SIDE_NAMES: [SideName; 3] = [SideName::Side, SideName::Arm, SideName::Leg];

/// Held or moved, its position, its figure.
#[component]
pub(super) fn OwnEditor(key: ItemKey, item: Memo<Item>) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let own = Memo::new(move |_| {
        item.with(|item| match &item.exercise {
            ItemExercise::Own(own) => own.clone(),
            ItemExercise::Library { .. } => OwnExercise::default(),
        })
    });
    let kinds = KINDS.map(|kind| (kind.name().to_owned(), messages.kind(kind).to_owned())).to_vec();
    let set_kind = move |value: String| {
        if let Some(kind) = KINDS.into_iter().find(|kind| kind.name() == value) {
            studio.edit(Edit::SetKind { item: key, kind });
        }
    };
    let numbered = |index: usize, name: &str| (index.to_string(), name.to_owned());
    let postures: Vec<_> =
        POSTURES.into_iter().enumerate().map(|(index, it)| numbered(index, messages.posture(it))).collect();
    let set_posture = move |value: String| {
        let posture = value.parse().ok().and_then(|index: usize| POSTURES.get(index)).copied();
        studio.edit(Edit::SetPosture { item: key, posture });
    };
    let posture = move || {
        let posture = own.with(|own| own.posture).unwrap_or(Posture::Standing);
        POSTURES.iter().position(|it| *it == posture).unwrap_or_default().to_string()
    };
    let side_names: Vec<_> = SIDE_NAMES
        .into_iter()
        .enumerate()
        .map(|(index, it)| numbered(index, messages.studio_word(it)))
        .collect();
    let set_side_name = move |value: String| {
        let side_name = value.parse().ok().and_then(|index: usize| SIDE_NAMES.get(index)).copied();
        studio.edit(Edit::SetSideName { item: key, side_name });
    };
    let side_name = move || {
        let name = own.with(|own| own.side_name).unwrap_or_default();
        SIDE_NAMES.iter().position(|it| *it == name).unwrap_or_default().to_string()
    };
    let figures: Vec<_> = [(String::new(), messages.studio_no_figure().to_owned())]
        .into_iter()
        .chain(
            library_exercises()
                .filter(|exercise| has_figure(&exercise.id))
                .map(|exercise| (exercise.id.clone(), exercise.name.clone())),
        )
        .collect();
    let set_figure = move |value: String| {
        studio.edit(Edit::SetFigure { item: key, figure: (!value.is_empty()).then_some(value) });
    };
    let place = move |field| Place::Item(key, field);
    view! {
        <div class={"pair"}>
            <Choice
                label=messages.studio_kind()
                place=place(ItemField::Kind)
                choices=kinds
                value=Signal::derive(move || own.with(|own| own.kind).map_or("", DoseKind::name).to_owned())
                on_change=set_kind
            />
            <Choice
                label=messages.studio_position()
                place=place(ItemField::Posture)
                choices=postures
                value=Signal::derive(posture)
                on_change=set_posture
            />
            <Choice
                label=messages.studio_side_name()
                place=place(ItemField::SideName)
                choices=side_names
                value=Signal::derive(side_name)
                on_change=set_side_name
            />
            <Choice
                label=messages.studio_figure()
                place=place(ItemField::Figure)
                choices=figures
                value=Signal::derive(move || own.with(|own| own.figure.clone()).unwrap_or_default())
                on_change=set_figure
            />
        </div>
    }
}
