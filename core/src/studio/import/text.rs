//! Exercises as lines of text, as people write them for each other.

use std::ops::Range;

use super::dose::{self, Phrase};
use super::exercises::{ExerciseSource, ImportedExercises, ImportedSection};
use super::item_of::{library_item, own_item};
use super::library_names::{exercise_named, suggestions};
use super::remark::{LeftOut, Remark};
use super::sides::sides;
use super::understood::{Meaning, Span, Understood};
use super::words::{Cursor, Token, tokens};

/// How many words a line without a dose may have to be the name of an exercise.
const NAME_WORDS: usize = 8;

/// Reads a list of exercises, one a line.
#[must_use]
pub fn read_text(text: &str) -> ImportedExercises {
    let mut sections = vec![ImportedSection::default()];
    for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let part = read_line(line.trim_end(), n + 1);
        let heading = part.remarks.contains(&Remark::Heading);
        if heading {
            let name = part.spans.iter().find(|span| span.meaning == Meaning::Heading);
            let name = name.and_then(|span| part.line.get(span.bytes.clone())).map(str::to_owned);
            sections.push(ImportedSection { name, ..ImportedSection::default() });
        }
        if let Some(section) = sections.last_mut() {
            section.parts.push(part);
        }
    }
    sections.retain(|section| !section.parts.is_empty());
    ImportedExercises { source: ExerciseSource::Text, name: None, introduction: None, sections }
}

/// Reads one line.
fn read_line(line: &str, number: usize) -> Understood {
    let mut part = Understood { line: line.to_owned(), number, ..Understood::default() };
    let from = bullet(line);
    if from > 0 {
        let end = line.get(..from).map_or(0, |bullet| bullet.trim_end().len());
        part.spans.push(Span { bytes: 0..end, meaning: Meaning::Bullet });
    }
    let tokens: Vec<Token> = tokens(line).into_iter().filter(|token| token.bytes.start >= from).collect();
    let phrases = part.read_phrases(&tokens);
    if phrases.is_empty()
        && let Some(heading) = heading(line, from)
    {
        part.spans.push(Span { bytes: heading, meaning: Meaning::Heading });
        part.remarks.push(Remark::Heading);
        return part;
    }
    part.read_name(&tokens, &phrases, from);
    part.spans.sort_by_key(|span| span.bytes.start);
    part
}

impl Understood {
    /// Finds what is said about dose and sides. Returns where all of that is, what wasn't taken over among it.
    fn read_phrases(&mut self, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let cursor = Cursor::new(tokens, at);
            let starts_phrase = |cursor| dose::phrase(cursor).is_some();
            let end = if let Some((phrase, end)) = dose::phrase(cursor) {
                let bytes = bytes(tokens, at, end.at);
                self.take_phrase(phrase, bytes.clone());
                found.push(bytes);
                end.at
            } else if let Some((sides, end)) = sides(cursor, starts_phrase) {
                let bytes = bytes(tokens, at, end.at);
                let text = self.text(&bytes);
                if self.dose.sides.is_some() {
                    self.remarks.push(Remark::SaidTwice { text });
                } else {
                    self.dose.sides = Some((sides, text));
                    self.spans.push(Span { bytes: bytes.clone(), meaning: Meaning::Sides });
                }
                found.push(bytes);
                end.at
            } else {
                at + 1
            };
            at = end.max(at + 1);
        }
        found
    }

    fn take_phrase(&mut self, phrase: Phrase, bytes: Range<usize>) {
        let text = self.text(&bytes);
        let (seconds, repeats) = match phrase {
            Phrase::Seconds(seconds) => (Some(seconds), None),
            Phrase::Repeats(repeats) => (None, Some(repeats)),
            Phrase::RepeatsOf(repeats, seconds) => (Some(seconds), Some(repeats)),
            Phrase::Repetitions => return self.remarks.push(Remark::Repetitions { text }),
            Phrase::Range => return self.remarks.push(Remark::Range { text }),
            Phrase::Rest => return self.leave_out("rest", text),
            Phrase::Frequency => return self.leave_out("frequency", text),
        };
        if seconds.is_some() && self.dose.seconds.is_some()
            || repeats.is_some() && self.dose.repeats.is_some()
        {
            return self.remarks.push(Remark::SaidTwice { text });
        }
        self.dose.seconds = self.dose.seconds.or(seconds);
        self.dose.repeats = self.dose.repeats.or(repeats);
        let meaning = if seconds.is_some() { Meaning::Seconds } else { Meaning::Repeats };
        self.spans.push(Span { bytes, meaning });
    }

    fn leave_out(&mut self, field: &str, text: String) {
        self.remarks.push(Remark::LeftOut(vec![LeftOut { field: field.to_owned(), text }]));
    }

    fn text(&self, bytes: &Range<usize>) -> String {
        self.line.get(bytes.clone()).unwrap_or_default().to_owned()
    }

    /// Finds the name, and makes an exercise of it.
    fn read_name(&mut self, tokens: &[Token], phrases: &[Range<usize>], from: usize) {
        let gap = gaps(&self.line, phrases, from).into_iter().next();
        // "Deep squat hold" is a name, although "hold" belongs to what follows as well.
        let with_filler = gap.as_ref().and_then(|gap| {
            let next = tokens.iter().position(|token| token.bytes.start >= gap.end)?;
            let mut cursor = Cursor::new(tokens, next);
            cursor.word(&["hold"])?;
            Some(gap.start..tokens.get(next)?.bytes.end)
        });
        let exact = |bytes: Range<usize>| {
            let of = exercise_named(self.line.get(bytes.clone())?)?;
            Some((bytes, of))
        };
        let first_part = gap.clone().map(|gap| first_part(&self.line, gap));
        let candidates = [with_filler, gap, first_part.clone()];
        if let Some((bytes, of)) = candidates.into_iter().flatten().find_map(exact) {
            self.name_at(bytes);
            let (item, remarks) = library_item(of, &self.dose);
            self.item = Some(item);
            self.remarks.extend(remarks);
            return;
        }
        let Some(bytes) = first_part else { return };
        let name = self.text(&bytes);
        let is_said = !phrases.is_empty() || from > 0;
        let is_sentence = name.split_whitespace().count() > NAME_WORDS || name.ends_with(['.', '!', '?']);
        if !is_said && is_sentence {
            return;
        }
        self.name_at(bytes);
        let (item, remarks) = own_item(&name, &self.dose);
        self.item = Some(item);
        self.remarks.extend(remarks);
        self.remarks.push(Remark::NoSteps);
        self.suggestions = suggestions(&name);
    }

    /// Notes where the name is. What of a phrase belongs to it isn't part of the phrase.
    fn name_at(&mut self, bytes: Range<usize>) {
        for span in &mut self.spans {
            if span.bytes.contains(&bytes.start) || bytes.contains(&span.bytes.start) {
                span.bytes.start = span.bytes.start.max(bytes.end).min(span.bytes.end);
            }
        }
        self.spans.push(Span { bytes, meaning: Meaning::Name });
    }
}

/// From the first to before the last of some tokens, in bytes.
fn bytes(tokens: &[Token], from: usize, to: usize) -> Range<usize> {
    let first = tokens.get(from).map_or(0, |token| token.bytes.start);
    let last = to.checked_sub(1).and_then(|last| tokens.get(last)).map_or(first, |token| token.bytes.end);
    first..last
}

/// The parts of a line with words in them that are no phrases, without signs around them.
fn gaps(line: &str, phrases: &[Range<usize>], from: usize) -> Vec<Range<usize>> {
    let mut gaps = Vec::new();
    let mut start = from;
    for phrase in phrases.iter().cloned().chain([line.len()..line.len()]) {
        gaps.extend(trimmed(line, start..phrase.start.max(start)));
        start = phrase.end.max(start);
    }
    gaps
}

/// A part of a line without signs and spaces around it; `None` where nothing is left.
fn trimmed(line: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    let text = line.get(bytes.clone())?;
    let is_edge = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?');
    let without_start = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = bytes.start + (text.len() - without_start.len());
    let without_end = without_start.trim_end_matches(is_edge);
    (!without_end.is_empty()).then(|| start..start + without_end.len())
}

/// A part of a line up to where something else begins: a sentence, an explanation.
fn first_part(line: &str, bytes: Range<usize>) -> Range<usize> {
    let text = line.get(bytes.clone()).unwrap_or_default();
    let breaks = [": ", " - ", " – ", " — ", "; ", ". ", " ("];
    let end = breaks.iter().filter_map(|sign| text.find(sign)).min().unwrap_or(text.len());
    trimmed(line, bytes.start..bytes.start + end).unwrap_or(bytes)
}

/// The bytes of bullets, boxes and numbers before a line, with the space behind them.
fn bullet(line: &str) -> usize {
    let mut rest = line.trim_start();
    while let Some(after) = one_bullet(rest) {
        rest = after.trim_start();
    }
    line.len() - rest.len()
}

fn one_bullet(text: &str) -> Option<&str> {
    const SIGNS: [char; 14] = ['-', '*', '+', '•', '–', '—', '·', '▪', '◦', '●', '○', '‣', '☐', '☑'];
    for ticked in ["[ ]", "[]", "[x]", "[X]"] {
        if let Some(after) = text.strip_prefix(ticked) {
            return Some(after);
        }
    }
    if let Some(after) = text.strip_prefix(SIGNS) {
        return after.starts_with(char::is_whitespace).then_some(after);
    }
    let opened = text.strip_prefix('(').unwrap_or(text);
    let after = opened.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = opened.len() - after.len();
    let after = if digits == 0 { after.strip_prefix(|c: char| c.is_ascii_lowercase())? } else { after };
    let after = after.strip_prefix(if opened.len() < text.len() { &[')'][..] } else { &['.', ')'][..] })?;
    (digits <= 3 && after.starts_with(char::is_whitespace)).then_some(after)
}

/// Where the heading of a line is that is one: `Legs:` or `## Legs`.
fn heading(line: &str, from: usize) -> Option<Range<usize>> {
    let text = line.get(from..)?;
    let is_marked = text.starts_with('#') || text.trim_end().ends_with(':');
    let bytes = trimmed(line, from..line.len())?;
    (is_marked && line.get(bytes.clone())?.split_whitespace().count() <= NAME_WORDS).then_some(bytes)
}
