//! The words of the voice.

use supple_core::{NamedSide, Phrase, Phrases, Verbosity};

use crate::messages::Messages;

impl Phrases for Messages {
    fn phrase(&self, phrase: Phrase<'_>) -> String {
        let named = |side: Option<NamedSide>| side.and_then(|side| self.side(side));
        match phrase {
            Phrase::Prepare { exercise, is_next, side, key } => {
                sentences([is_next.then(|| self.spoken_next()), Some(exercise), named(side), key])
            }
            Phrase::Move { exercise, side } => {
                sentences([exercise, Some(self.phase_move()), named(side), None])
            }
            Phrase::Hold { exercise, side } => {
                sentences([exercise, Some(self.phase_hold()), named(side), None])
            }
            Phrase::Switch { side } => sentences([Some(self.spoken_switch()), named(Some(side)), None, None]),
            Phrase::Halfway => self.spoken_halfway().to_owned(),
            Phrase::Recover => self.spoken_recover().to_owned(),
            Phrase::Done { verbosity: Verbosity::Full } => self.spoken_done_full().to_owned(),
            Phrase::Done { verbosity: Verbosity::Off | Verbosity::Short } => self.spoken_done().to_owned(),
        }
    }
}

/// Each part as a sentence. A key may end with a full stop already.
fn sentences(parts: [Option<&str>; 4]) -> String {
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(". ");
    if text.ends_with('.') { text } else { text + "." }
}

#[cfg(test)]
mod tests {
    use super::*;
    use supple_core::{Side, SideName};

    #[test]
    fn each_part_is_a_sentence() {
        let messages = Messages::english();
        let hold = Phrase::Hold {
            exercise: Some("Anchor stretch"),
            side: Some(NamedSide { side: Side::Left, name: SideName::Leg }),
        };
        assert_eq!(messages.phrase(hold), "Anchor stretch. Hold. Left leg.");
        let prepare = Phrase::Prepare {
            exercise: "Seated stretch",
            is_next: true,
            side: None,
            key: Some("Keep your back long."),
        };
        assert_eq!(messages.phrase(prepare), "Next. Seated stretch. Keep your back long.");
    }
}
