//! The texts of the interface, from the catalogue `messages/en.json`.
//!
//! `build.rs` makes a method of each message: `messages.start_routine()`, `messages.days(3)`. English is compiled in;
//! another language is another array of the same texts, in the same order.

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
            filled += &value.to_string();
        }
        rest = after;
    }
    filled + rest
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
    fn one_is_singular() {
        let messages = Messages::english();
        assert_eq!(messages.days(1), "1 day");
        assert_eq!(messages.days(0), "0 days");
        assert_eq!(messages.days(3), "3 days");
    }
}
