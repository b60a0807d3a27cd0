//! A draft as plain text.

use supple_core::Sides;
use supple_core::studio::{DoseKind, Edit, ItemField, NoteDose, NoteWords, RoutineField, Typed, notes};

use crate::generators::good_draft;

struct English;

impl NoteWords for English {
    fn for_whom(&self, name: &str) -> String {
        format!("For {name}")
    }
    fn author(&self, name: &str, url: &str) -> String {
        format!("By {name} {url}").trim_end().to_owned()
    }
    fn date(&self, date: &str) -> String {
        format!("Date: {date}")
    }
    fn days_per_week(&self, days: u32) -> String {
        format!("{days} days a week")
    }
    fn total(&self, total_ms: u64) -> String {
        format!("Total: {} s", total_ms / 1_000)
    }
    fn dose(&self, dose: NoteDose) -> String {
        let kind = dose.kind.map_or("", DoseKind::name);
        let seconds = dose.seconds.map_or("?".to_owned(), |seconds| seconds.to_string());
        let sides = if dose.sides == Sides::Each { ", each side" } else { "" };
        format!("{kind} {} × {seconds} s{sides}", dose.repeats)
    }
    fn without_steps(&self, steps: &[usize]) -> String {
        format!("without steps {steps:?}")
    }
    fn safety(&self) -> String {
        "Take care".to_owned()
    }
}

#[test]
fn notes_have_everything_that_is_prescribed() {
    let mut draft = good_draft();
    let item = draft.items().next().expect("has items").key;
    for edit in [
        Edit::routine_text(RoutineField::ForWhom, "Sam, left hip"),
        Edit::routine_text(RoutineField::AuthorName, "Dr Ada Wells"),
        Edit::SetDaysPerWeek(Typed::of("5")),
        Edit::LeaveOutStep { item, step: 2, left_out: true },
    ] {
        draft.apply(edit);
    }
    let own = draft.apply(Edit::AddOwn { at: None }).added[0];
    draft.apply(Edit::item_text(own, ItemField::Name, "Bear"));
    let total = supple_core::studio::durations(&draft).total_ms / 1_000;
    let expected = format!(
        "Sam's hip\nFor Sam, left hip\nDate: 30 November 2026\nBy Dr Ada Wells\n5 days a week\nTotal: {total} s\n\n\
         Hips\n\
         1. Cat and cow, move 1 × 45 s, without steps [2]\n\
         2. Kneeling hip stretch, hold 2 × 30 s, each side\n\
         3. Butterfly, hold 2 × 30 s\n\
         4. Bear, hold 1 × ? s\n\n\
         Take care\n- If it hurts, stop.\n"
    );
    assert_eq!(notes(&draft, "30 November 2026", &English), expected);
}

#[test]
fn a_name_cannot_look_like_a_line_of_the_notes() {
    let mut draft = good_draft();
    draft.apply(Edit::routine_text(RoutineField::ForWhom, "Sam\n\n4. Handstand\u{7}"));
    let text = notes(&draft, "", &English);
    assert!(text.contains("For Sam 4. Handstand\n"), "{text}");
    assert!(!text.contains("Date"), "{text}");
}
