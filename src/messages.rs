//! The texts of the interface, from the catalogue `messages/en.json`.
//!
//! `build.rs` makes a method of each message: `messages.start_routine()`, `messages.days(3)`. English is compiled in;
//! another language is another array of the same texts, in the same order.

use std::borrow::Cow;
use std::fmt::Display;

use supple_core::SideName;

/// All texts of one language. A pointer, to be copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Messages(&'static [&'static str]);

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Messages {
    /// The texts in English.
    pub(crate) fn english() -> Self {
        Self(&ENGLISH)
    }

    /// The text at a place of the catalogue. Only generated methods call it, with places that exist.
    fn text(self, index: usize) -> &'static str {
        self.0.get(index).copied().unwrap_or_default()
    }
}

/// Puts values in the places of `{{name}}`.
fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        filled += before;
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled += &isolated(&value.to_string());
        }
        rest = after;
    }
    filled + rest
}

/// A text as it may stand within a sentence of the interface, which reads from left to right: if it reads the other way, as
/// Arabic and Hebrew do, it is isolated, so that it doesn't tear the sentence apart (Unicode Standard Annex #9, isolates).
pub(crate) fn isolated(text: &str) -> Cow<'_, str> {
    // The blocks whose characters read from right to left by default, according to the same annex.
    let reads_leftward = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
            || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    if text.contains(reads_leftward) { format!("\u{2068}{text}\u{2069}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_names() {
        let messages = Messages::english();
        assert_eq!(messages.place_exercise(9, 2), "Exercise 2 of 9");
        assert_eq!(fill("{{a}}{{b}} {{a}}", &[("a", &"{{b}}"), ("b", &1)]), "{{b}}1 {{b}}");
    }

    #[test]
    fn names_that_read_leftward_dont_tear_a_sentence_apart() {
        assert_eq!(
            fill("Start at {{name}}, 20 s", &[("name", &"تمدد (1)")]),
            "Start at \u{2068}تمدد (1)\u{2069}, 20 s"
        );
        for name in ["Dehnung", "стретчинг", "ストレッチ", "20 s"] {
            assert_eq!(isolated(name), name);
        }
        assert_eq!(isolated("מתיחה"), "\u{2068}מתיחה\u{2069}");
    }

    #[test]
    fn one_is_singular() {
        let messages = Messages::english();
        assert_eq!(messages.days(1), "1 day");
        assert_eq!(messages.days(0), "0 days");
        assert_eq!(messages.days(3), "3 days");
    }
}
