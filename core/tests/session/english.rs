//! What a voice says in English.

use supple_core::{NamedSide, Phrase, Phrases, Side, SideName, Verbosity};

pub(crate) struct English;

impl Phrases for English {
    fn phrase(&self, phrase: Phrase<'_>) -> String {
        match phrase {
            Phrase::Prepare { is_release, exercise, is_next, side, setup, key, waits } => sentences([
                is_release.then_some("Release"),
                is_next.then_some("Next"),
                Some(exercise),
                side.and_then(leg),
                setup,
                key,
                waits.then_some("Tap when you're ready"),
            ]),
            Phrase::Move { exercise, side } => sentences([exercise, Some("Move"), side.and_then(leg)]),
            Phrase::Hold { exercise, side } => sentences([exercise, Some("Hold"), side.and_then(leg)]),
            Phrase::Halfway { verbosity: Verbosity::Full } => "Halfway. Keep breathing.".to_owned(),
            Phrase::Halfway { .. } => "Halfway.".to_owned(),
            Phrase::Switch { is_release, side } => {
                sentences([is_release.then_some("Release"), Some("Switch"), leg(side)])
            }
            Phrase::Recover => "Ease out.".to_owned(),
            Phrase::Done { verbosity: Verbosity::Full } => "Well done. That was the last one.".to_owned(),
            Phrase::Done { .. } => "Done.".to_owned(),
        }
    }
}

/// Each part as a sentence. A setup or a key may end with a full stop already.
fn sentences<const N: usize>(parts: [Option<&str>; N]) -> String {
    let sentences = parts.into_iter().flatten().map(|part| format!("{}.", part.trim_end_matches('.')));
    sentences.collect::<Vec<_>>().join(" ")
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
