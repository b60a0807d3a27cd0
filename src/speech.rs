//! The words of the voice.

use supple_core::{NamedSide, Phrase, Phrases, Verbosity};

use crate::browser::letters::in_small_letters;
use crate::messages::Messages;

impl Phrases for Messages {
    fn phrase(&self, phrase: Phrase<'_>) -> String {
        let named = |side: Option<NamedSide>| side.and_then(|side| self.side(side));
        let release = |is_release: bool| is_release.then(|| self.spoken_release());
        match phrase {
            Phrase::Prepare { is_release, exercise, is_next, side, setup, key, waits } => sentences([
                release(is_release),
                Some(&joined(is_next.then(|| self.spoken_next()), [Some(exercise), named(side)])),
                setup,
                key,
                waits.then(|| self.spoken_waits()),
            ]),
            Phrase::Move { exercise, side } => sentences([
                exercise,
                Some(&joined(None, [Some(self.spoken_move()), named(side)])),
                None,
                None,
                None,
            ]),
            Phrase::Hold { exercise, side } => {
                // With nothing else to say it follows on what was said before.
                let hold = if named(side).is_none() { self.spoken_and_hold() } else { self.phase_hold() };
                sentences([exercise, Some(&joined(None, [Some(hold), named(side)])), None, None, None])
            }
            Phrase::Switch { is_release, side } => {
                sentences([release(is_release), Some(self.spoken_switch()), named(Some(side)), None, None])
            }
            Phrase::Halfway { verbosity: Verbosity::Full } => self.spoken_halfway_full().to_owned(),
            Phrase::Halfway { verbosity: Verbosity::Off | Verbosity::Short } => {
                self.spoken_halfway().to_owned()
            }
            Phrase::Recover => self.spoken_recover().to_owned(),
            Phrase::Done { verbosity: Verbosity::Full } => self.spoken_done_full().to_owned(),
            Phrase::Done { verbosity: Verbosity::Off | Verbosity::Short } => self.spoken_done().to_owned(),
        }
    }
}

/// "Next up: anchor stretch, left leg": in one breath, where full stops would sound like a telegram.
fn joined(before: Option<&str>, parts: [Option<&str>; 2]) -> String {
    let [first, second] = parts.map(Option::unwrap_or_default);
    let second = lower_first(second);
    let first = if before.is_some() { lower_first(first) } else { first.to_owned() };
    let parts = if second.is_empty() { first } else { format!("{first}, {second}") };
    before.map_or(parts.clone(), |before| format!("{before} {parts}"))
}

/// As it is written within a sentence. A name of which more than the first letter is a capital stays as it is.
pub(crate) fn lower_first(text: &str) -> String {
    let begins = |from: usize| text.char_indices().nth(from).map_or(text.len(), |(at, _)| at);
    let (first, rest) = text.split_at(begins(1));
    let second = &text[begins(1)..begins(2)];
    if in_small_letters(second) == second { in_small_letters(first) + rest } else { text.to_owned() }
}

/// Each part as a sentence. A setup or a key may end with a full stop already.
fn sentences(parts: [Option<&str>; 5]) -> String {
    let mut text = String::new();
    for part in parts.into_iter().flatten() {
        if !text.is_empty() {
            text.push(' ');
        }
        text += part;
        if !part.ends_with(['.', '!', '?', '…']) {
            text.push('.');
        }
    }
    text
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
        assert_eq!(messages.phrase(hold), "Anchor stretch. Hold, left leg.");
        assert_eq!(messages.phrase(Phrase::Hold { exercise: None, side: None }), "And hold.");
        let prepare = Phrase::Prepare {
            is_release: true,
            exercise: "Seated stretch",
            is_next: true,
            side: Some(NamedSide { side: Side::Both, name: SideName::Leg }),
            setup: Some("Sit down, legs out"),
            key: Some("Keep your back long."),
            waits: true,
        };
        assert_eq!(
            messages.phrase(prepare),
            "And release, slowly. Next up: seated stretch, both legs. Sit down, legs out. Keep your back long. \
             Tap when you're ready."
        );
    }

    #[test]
    fn a_name_in_capitals_keeps_them_within_a_sentence() {
        assert_eq!(
            ["Anchor stretch", "YTW raises", "", "Étirement"].map(lower_first),
            ["anchor stretch", "YTW raises", "", "étirement"]
        );
    }
}
