//! One line of what was read: what it was understood as, what wasn't understood, and what to make of it.

use leptos::prelude::*;
use supple_core::studio::import::{Remark, Understood};
use supple_core::studio::{Item, library_exercise};

use super::state::Studio;
use crate::messages::Messages;

/// What the person makes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// What it was understood as.
    AsRead,
    /// An exercise of the library that was suggested, with the dose of the line.
    Suggested(String),
    /// Nothing.
    Not,
}

impl Taken {
    /// The exercise to add.
    pub(super) fn item(&self, line: &Understood) -> Option<Item> {
        match self {
            Self::AsRead => line.item.clone(),
            Self::Not => None,
            Self::Suggested(id) => {
                let mut line = line.clone();
                line.take(id);
                line.item
            }
        }
    }
}

/// The value of the choice that leaves a line out. No exercise is called that.
const NOT: &str = "-";

/// The line, with a choice of what to make of it.
#[component]
pub(super) fn Line(index: usize, part: Understood, taken: RwSignal<Vec<Taken>>) -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let unread = !part.is_clear();
    let remarks =
        part.remarks.iter().map(|remark| view! { <small>{messages.remark(remark)}</small> }).collect_view();
    let not_understood = part.not_understood();
    let note = (!not_understood.is_empty()).then(|| {
        let words: Vec<&str> = not_understood.iter().map(|(_, text)| *text).collect();
        view! { <small>{messages.studio_not_understood(words.join("”, “"))}</small> }
    });
    let marked = marked(&part);
    let as_read = part.item.as_ref().map(|item| {
        let name = messages.item_name(item);
        let text = messages.studio_as_read(messages.own_dose(item), name);
        if item.of().is_some() { text } else { messages.studio_as_own(text) }
    });
    let set = move |value: String| {
        let choice = match value.as_str() {
            "" => Taken::AsRead,
            NOT => Taken::Not,
            _ => Taken::Suggested(value),
        };
        taken.update(|taken| {
            if let Some(place) = taken.get_mut(index) {
                *place = choice;
            }
        });
    };
    let suggestions = part.suggestions.iter().filter_map(|id| library_exercise(id)).map(|exercise| {
        view! { <option value=exercise.id.clone()>{messages.studio_suggested(&exercise.name)}</option> }
    });
    let choice = as_read.map(|as_read| {
        view! {
            <label class={"labelled-field"}>
                <span class={"visually-hidden"}>{messages.studio_make_of(&part.line)}</span>
                <select class={"field"} autocomplete="off" on:change=move |event| set(event_target_value(&event))>
                    <option value={""}>{as_read}</option>
                    {suggestions.collect_view()}
                    <option value={NOT}>{messages.studio_not_added()}</option>
                </select>
            </label>
        }
    });
    view! {
        <li class:unread=unread>
            <span dir="auto">{marked}</span>
            {note}
            {remarks}
            {choice}
        </li>
    }
}

/// The line, with what wasn't understood marked.
fn marked(part: &Understood) -> impl IntoView + use<> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (bytes, text) in part.not_understood() {
        pieces.push((part.line.get(from..bytes.start).unwrap_or_default().to_owned(), false));
        pieces.push((text.to_owned(), true));
        from = bytes.end;
    }
    pieces.push((part.line.get(from..).unwrap_or_default().to_owned(), false));
    pieces
        .into_iter()
        .map(
            |(text, is_marked)| {
                if is_marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
            },
        )
        .collect_view()
}

impl Messages {
    /// What was done about something that isn't as Supple has it.
    fn remark(self, remark: &Remark) -> String {
        match remark {
            Remark::NoSeconds { put_in } => self.studio_remark_seconds(put_in),
            Remark::Repetitions { text } => self.studio_remark_repetitions(text),
            Remark::Range { text } => self.studio_remark_range(text),
            Remark::OutOfRange { text } => self.studio_remark_out_of_range(text),
            Remark::SaidTwice { text } => self.studio_remark_twice(text),
            Remark::NotRepeated { sets } => self.studio_remark_not_repeated(sets),
            Remark::NoSides { text } => self.studio_remark_no_sides(text),
            Remark::SidesNotSaid => self.studio_remark_sides_not_said().to_owned(),
            Remark::SidesFromWords => self.studio_remark_sides_from_words().to_owned(),
            Remark::NoSteps => self.studio_remark_no_steps().to_owned(),
            Remark::NoName => self.studio_remark_no_name().to_owned(),
            Remark::LeftOut(fields) => {
                let names: Vec<&str> = fields.iter().map(|left_out| left_out.field.as_str()).collect();
                self.studio_remark_left_out(names.join(", "))
            }
            Remark::StepsJoined { steps } => self.studio_remark_steps_joined(steps),
            Remark::Heading => self.studio_remark_heading().to_owned(),
            Remark::Superset => self.studio_remark_superset().to_owned(),
        }
    }
}
