//! What a voice says in English.

use supple_core::{NamedSide, Phrase, Phrases, Side, SideName, Verbosity};

pub(crate) struct English;

impl Phrases for English {
    fn phrase(&self, phrase: Phrase<'_>) -> String {
        match phrase {
            Phrase::Prepare { exercise, is_next, side, key } => {
                sentences([is_next.then_some("Next"), Some(exercise), side.and_then(leg), key])
            }
            Phrase::Move { exercise, side } => sentences([exercise, Some("Move"), side.and_then(leg), None]),
            Phrase::Hold { exercise, side } => sentences([exercise, Some("Hold"), side.and_then(leg), None]),
            Phrase::Halfway => "Halfway.".to_owned(),
            Phrase::Switch { side } => sentences([Some("Switch"), leg(side), None, None]),
            Phrase::Recover => "Come back up.".to_owned(),
            Phrase::Done { verbosity: Verbosity::Full } => "Well done. That was the last one.".to_owned(),
            Phrase::Done { .. } => "Done.".to_owned(),
        }
    }
}

/// Each part as a sentence. A key may end with a full stop already.
fn sentences(parts: [Option<&str>; 4]) -> String {
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(". ");
    if text.ends_with('.') { text } else { text + "." }
}

fn leg(NamedSide { side, name }: NamedSide) -> Option<&'static str> {
    assert_eq!(name, SideName::Leg, "the built-in routine is about legs");
    match side {
        Side::Left => Some("Left leg"),
        Side::Right => Some("Right leg"),
        Side::Both => Some("Both legs"),
        Side::None => None,
    }
}
