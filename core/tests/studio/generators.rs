//! Generators of drafts, by way of everything that a person can do.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use supple_core::studio::{
    DoseKind, Draft, Edit, Item, ItemField, ItemKey, NewSection, Place, RoutineField, SectionField, Spot,
    Typed,
};
use supple_core::{Posture, Region, SideName, Sides};

/// Texts that people type, and some that nobody should.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(vec!["", " ", "Sam, left hip", "Calf stretch", "https://example.org/", "en"]).prop_map(str::to_owned),
        1 => select(vec![
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "שלום עליכם",
            "🤸🏽‍♀️ 30\u{202e}s",
            "\u{0}\u{1b}[2J",
        ]).prop_map(str::to_owned),
        1 => Just("é".repeat(10_000)),
        1 => any::<String>(),
    ]
}

/// Numbers as they are typed.
pub(crate) fn typed() -> impl Strategy<Value = Option<Typed>> {
    let text = prop_oneof![
        4 => (0..40_u32).prop_map(|number| number.to_string()),
        1 => select(vec!["", "30 s", "1.5", "-5", "99999999999", "601"]).prop_map(str::to_owned),
    ];
    text.prop_map(|text| Typed::of(&text))
}

/// Few keys, so that most of them are there.
fn key() -> impl Strategy<Value = ItemKey> {
    0..12_u32
}

fn keys() -> impl Strategy<Value = Vec<ItemKey>> {
    vec(key(), 0..4)
}

fn sides() -> impl Strategy<Value = Option<Sides>> {
    prop::option::of(select(vec![Sides::None, Sides::Together, Sides::Alternating, Sides::Each]))
}

fn spot() -> impl Strategy<Value = Option<Spot>> {
    prop::option::of((key(), 0..5_usize).prop_map(|(section, index)| Spot { section, index }))
}

fn library_id() -> impl Strategy<Value = String> {
    select(vec!["cat-cow", "calf-wall", "anchor", "butterfly", "assisted", "no-such-exercise"])
        .prop_map(str::to_owned)
}

fn routine_field() -> impl Strategy<Value = RoutineField> {
    select(vec![
        RoutineField::Name,
        RoutineField::ForWhom,
        RoutineField::Introduction,
        RoutineField::AuthorName,
        RoutineField::AuthorUrl,
        RoutineField::Lang,
        RoutineField::Whole,
    ])
}

fn item_field() -> impl Strategy<Value = ItemField> {
    select(vec![
        ItemField::Name,
        ItemField::Summary,
        ItemField::Setup,
        ItemField::Key,
        ItemField::Mistake,
        ItemField::Caution,
        ItemField::Seconds,
    ])
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        routine_field().prop_map(Place::Routine),
        (key(), select(vec![SectionField::Name, SectionField::Summary, SectionField::Items]))
            .prop_map(|(key, field)| Place::Section(key, field)),
        (key(), item_field()).prop_map(|(key, field)| Place::Item(key, field)),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        library_id().prop_map(|of| Item::of_library(&of)),
        (text(), typed()).prop_map(|(name, seconds)| {
            let mut item = Item::own();
            item.words.name = Some(name);
            item.seconds = seconds;
            item
        }),
    ]
}

fn change_of_item() -> impl Strategy<Value = Edit> {
    let posture = select(vec![Posture::Standing, Posture::Lying]);
    prop_oneof![
        (key(), vec(text(), 0..4)).prop_map(|(item, steps)| Edit::SetSteps { item, steps }),
        (key(), 0..8_usize, any::<bool>()).prop_map(|(item, step, left_out)| Edit::LeaveOutStep {
            item,
            step,
            left_out
        }),
        (keys(), typed()).prop_map(|(items, seconds)| Edit::SetSeconds { items, seconds }),
        (keys(), typed()).prop_map(|(items, repeats)| Edit::SetRepeats { items, repeats }),
        (keys(), sides()).prop_map(|(items, sides)| Edit::SetSides { items, sides }),
        (key(), select(vec![DoseKind::Move, DoseKind::Breathing, DoseKind::Hold]))
            .prop_map(|(item, kind)| Edit::SetKind { item, kind }),
        (key(), prop::option::of(posture)).prop_map(|(item, posture)| Edit::SetPosture { item, posture }),
        (key(), prop::option::of(select(Region::ALL.to_vec())))
            .prop_map(|(item, region)| Edit::SetRegion { item, region }),
        (key(), prop::option::of(select(vec![SideName::Arm, SideName::Leg])))
            .prop_map(|(item, side_name)| Edit::SetSideName { item, side_name }),
        (key(), prop::option::of(library_id())).prop_map(|(item, figure)| Edit::SetFigure { item, figure }),
    ]
}

/// Any edit, of things that are there and of things that aren't.
pub(crate) fn edit() -> impl Strategy<Value = Edit> {
    let section = (text(), text(), vec(item(), 0..3)).prop_map(|(name, summary, items)| NewSection {
        name,
        summary,
        items,
    });
    prop_oneof![
        4 => (place(), text()).prop_map(|(place, text)| Edit::SetText { place, text }),
        6 => change_of_item(),
        1 => typed().prop_map(Edit::SetDaysPerWeek),
        1 => vec(text(), 0..4).prop_map(Edit::SetSafety),
        4 => (library_id(), spot()).prop_map(|(of, at)| Edit::AddUse { of, at }),
        2 => spot().prop_map(|at| Edit::AddOwn { at }),
        1 => (vec(item(), 0..4), spot()).prop_map(|(items, at)| Edit::Import { items, at }),
        1 => vec(section, 0..3).prop_map(Edit::AddSections),
        1 => keys().prop_map(Edit::Remove),
        1 => keys().prop_map(Edit::Duplicate),
        1 => (key(), spot()).prop_filter_map("to somewhere", |(item, to)| Some(Edit::Move { item, to: to? })),
        1 => key().prop_map(Edit::MoveUp),
        1 => key().prop_map(Edit::MoveDown),
        1 => text().prop_map(|name| Edit::AddSection { name }),
        1 => key().prop_map(Edit::RemoveSection),
        1 => (key(), 0..4_usize).prop_map(|(section, to)| Edit::MoveSection { section, to }),
    ]
}

/// Any draft that a person can come to.
pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    vec(edit(), 0..25).prop_map(|edits| {
        let mut draft = Draft::new("of-a-person", "en", "Exercises");
        for edit in edits {
            draft.apply(edit);
        }
        draft
    })
}

/// A draft in which everything is right.
pub(crate) fn good_draft() -> Draft {
    let mut draft = Draft::new("sams-hip", "en", "Hips");
    for edit in [
        Edit::routine_text(RoutineField::Name, "Sam's hip"),
        Edit::SetSafety(vec!["If it hurts, stop.".to_owned()]),
        Edit::AddUse { of: "cat-cow".to_owned(), at: None },
        Edit::AddUse { of: "kneeling-hip-flexor".to_owned(), at: None },
        Edit::AddUse { of: "butterfly".to_owned(), at: None },
    ] {
        assert!(draft.apply(edit).changed);
    }
    draft
}
