//! A draft as plain text, for notes that hold no more than that.

use super::draft::Draft;
use super::durations::durations;
use super::item::{DoseKind, Item, ItemExercise};
use crate::{SideName, Sides};

/// How an exercise is to be done, for somebody who words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteDose {
    /// In which way. `None` where it isn't known.
    pub kind: Option<DoseKind>,
    /// Seconds of one hold, or of the move on one side. `None` where they aren't known.
    pub seconds: Option<u32>,
    /// How often, on each side.
    pub repeats: u32,
    /// Which sides.
    pub sides: Sides,
    /// What its sides are called.
    pub side_name: SideName,
}

/// The words of such notes, in the language of whoever reads them. Names are lines without breaks.
pub trait NoteWords {
    /// For whom the routine is.
    fn for_whom(&self, name: &str) -> String;
    /// Who wrote it, and their address, which may be empty.
    fn author(&self, name: &str, url: &str) -> String;
    /// The date of the notes.
    fn date(&self, date: &str) -> String;
    /// On how many days of a week it is to be done.
    fn days_per_week(&self, days: u32) -> String;
    /// How long it takes, in milliseconds.
    fn total(&self, total_ms: u64) -> String;
    /// How an exercise is to be done.
    fn dose(&self, dose: NoteDose) -> String;
    /// Which steps of it are left out.
    fn without_steps(&self, steps: &[usize]) -> String;
    /// The heading of what to take care of.
    fn safety(&self) -> String;
}

/// A draft as plain text: its name, for whom it is, each exercise with its dose and its sides, how often a week, and what
/// to take care of. The date is written as its reader would.
#[must_use]
pub fn notes(draft: &Draft, date: &str, words: &impl NoteWords) -> String {
    let mut head = vec![line(&draft.name)];
    if !is_blank(&draft.for_whom) {
        head.push(words.for_whom(&line(&draft.for_whom)));
    }
    if !is_blank(date) {
        head.push(words.date(&line(date)));
    }
    if !is_blank(&draft.author.name) {
        head.push(words.author(&line(&draft.author.name), &line(&draft.author.url)));
    }
    if let Some(days) = draft.days_per_week.as_ref().and_then(super::Typed::number) {
        head.push(words.days_per_week(days));
    }
    head.push(words.total(durations(draft).total_ms));
    let mut parts = vec![head];
    if !is_blank(&draft.introduction) {
        parts.push(vec![line(&draft.introduction)]);
    }
    let mut number = 0;
    for section in draft.sections.iter().filter(|section| !section.items.is_empty()) {
        let mut part = vec![line(&section.name)];
        for item in &section.items {
            number += 1;
            part.push(format!("{number}. {}", exercise(item, words)));
        }
        parts.push(part);
    }
    let safety: Vec<String> =
        draft.safety.iter().filter(|text| !is_blank(text)).map(|text| line(text)).collect();
    if !safety.is_empty() {
        let sentences = safety.iter().map(|sentence| format!("- {sentence}"));
        parts.push(std::iter::once(words.safety()).chain(sentences).collect());
    }
    let texts: Vec<String> = parts
        .iter()
        .map(|part| part.iter().filter(|line| !line.is_empty()).cloned().collect::<Vec<_>>().join("\n"))
        .filter(|part| !part.is_empty())
        .collect();
    texts.join("\n\n") + "\n"
}

fn exercise(item: &Item, words: &impl NoteWords) -> String {
    let dose = NoteDose {
        kind: item.kind(),
        seconds: item.seconds(),
        repeats: item.repeats().unwrap_or(1),
        sides: item.sides().unwrap_or(Sides::None),
        side_name: item.side_name(),
    };
    let mut said = vec![line(item.name()), words.dose(dose)];
    if let ItemExercise::Library { left_out_steps, .. } = &item.exercise
        && item.words.steps.is_none()
        && !left_out_steps.is_empty()
    {
        said.push(words.without_steps(&left_out_steps.iter().copied().collect::<Vec<_>>()));
    }
    said.retain(|part| !part.is_empty());
    said.join(", ")
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A text without line breaks and other signs that nobody sees, so that none looks like a line of the notes' own.
fn line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
