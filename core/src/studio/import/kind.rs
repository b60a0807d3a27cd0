//! Tells the kinds of texts and files apart.

use std::fmt;

use serde_json::Value;

use super::exercises::ImportedExercises;
use super::{free_exercise_db, text, wger};
use crate::studio::{Draft, DraftsFile, DraftsFileError, Kept, NotARoutine};

/// The largest text or file that is read, in bytes. All of free-exercise-db has 1,000,000.
const BYTES_MAX: usize = 5_000_000;

/// The most lines of a text that are read.
const LINES_MAX: usize = 1_000;

/// What links to routines have before the routine itself.
const LINK: &str = "routines/shared/#";

/// What was found in a text or a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Import {
    /// A routine, and what in it no field shows.
    Routine(Box<Draft>, Vec<Kept>),
    /// A link to a routine: what stands behind its `#`.
    Link(String),
    /// A file of drafts.
    Drafts(DraftsFile),
    /// Exercises.
    Exercises(ImportedExercises),
}

/// Why nothing was made of a text or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// It is larger than anything that is read: so many bytes.
    TooLarge(usize),
    /// It is a text of more lines than are read: so many.
    TooManyLines(usize),
    /// It is a picture.
    Picture,
    /// It is a document of another program, such as a PDF.
    Document,
    /// It is a web page.
    WebPage,
    /// It isn't text.
    NotText,
    /// It looks like a routine, or like JSON, and isn't right. What is wrong, as a programmer would say it.
    NotJson(String),
    /// It is JSON of something else.
    SomethingElse,
    /// It is a file of drafts that can't be read.
    Drafts(DraftsFileError),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is nothing in it. Choose another file, or copy the text again."),
            Self::TooLarge(bytes) => write!(
                f,
                "It has {} MB, and at most {} MB are read. Choose a smaller file.",
                bytes.div_ceil(1_000_000),
                BYTES_MAX / 1_000_000
            ),
            Self::TooManyLines(lines) => write!(
                f,
                "It has {lines} lines, and at most {LINES_MAX} are read. Copy only the lines with exercises."
            ),
            Self::Picture => f.write_str(
                "This is a picture, and Supple can't read text in pictures. Choose a routine's file, or type the exercises in.",
            ),
            Self::Document => f.write_str(
                "This is a document that Supple can't open. Open it in its own program, copy the exercises and paste them here.",
            ),
            Self::WebPage => f.write_str(
                "This is a web page, not a routine. Open it in a browser, copy the exercises and paste them here.",
            ),
            Self::NotText => f.write_str("This file isn't text, so Supple can't read it. Choose a routine's file."),
            Self::NotJson(error) => write!(
                f,
                "This looks like a routine's file, but a part of it is missing or damaged: {error}. Save or copy it again."
            ),
            Self::SomethingElse => f.write_str(
                "This is a data file, but not one of a routine. Choose a file from Supple, wger or free-exercise-db.",
            ),
            Self::Drafts(error) => error.fmt(f),
        }
    }
}

/// Finds out what a text or a file is, and reads it.
///
/// # Errors
/// When nothing can be made of it, with the reason.
pub fn import(bytes: &[u8]) -> Result<Import, Refused> {
    if bytes.len() > BYTES_MAX {
        return Err(Refused::TooLarge(bytes.len()));
    }
    if is_picture(bytes) {
        return Err(Refused::Picture);
    }
    if DOCUMENTS.iter().any(|start| bytes.starts_with(start)) {
        return Err(Refused::Document);
    }
    let Some(decoded) = decode(bytes) else { return Err(Refused::NotText) };
    let trimmed = decoded.trim_start_matches('\u{feff}').trim();
    if trimmed.is_empty() {
        return Err(Refused::Empty);
    }
    if trimmed.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return Err(Refused::NotText);
    }
    if is_web_page(trimmed) {
        return Err(if trimmed.contains("<svg") && !trimmed.contains("<html") {
            Refused::Picture
        } else {
            Refused::WebPage
        });
    }
    if let Some(link) = link(trimmed) {
        return Ok(Import::Link(link.to_owned()));
    }
    if trimmed.starts_with(['{', '[']) {
        return match serde_json::from_str(trimmed) {
            Ok(value) => json(trimmed, &value),
            // "[ ] Calf stretch" is a list to tick off.
            Err(_) if trimmed.starts_with('[') && !trimmed.contains('{') => lines(trimmed),
            Err(error) => Err(Refused::NotJson(error.to_string())),
        };
    }
    lines(trimmed)
}

fn lines(text: &str) -> Result<Import, Refused> {
    match text.lines().count() {
        lines if lines > LINES_MAX => Err(Refused::TooManyLines(lines)),
        _ => Ok(Import::Exercises(text::read_text(text))),
    }
}

fn json(text: &str, value: &Value) -> Result<Import, Refused> {
    if value.get("supple").is_some() {
        return DraftsFile::read(text).map(Import::Drafts).map_err(Refused::Drafts);
    }
    match Draft::from_document(text) {
        Ok((draft, kept)) => return Ok(Import::Routine(Box::new(draft), kept)),
        Err(NotARoutine::TooLarge(bytes)) if value.get("sections").is_some() => {
            return Err(Refused::TooLarge(bytes));
        }
        Err(_) => {}
    }
    let exercises = free_exercise_db::read(value).or_else(|| wger::read(value));
    exercises.map(Import::Exercises).ok_or(Refused::SomethingElse)
}

/// What stands behind the `#` of a link to a routine, if the text is one and nothing else.
fn link(text: &str) -> Option<&str> {
    let is_one = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace);
    let fragment = match text.find(LINK) {
        Some(at) if is_one(text) => text.get(at + LINK.len()..)?,
        _ => text.strip_prefix('#').unwrap_or(text),
    };
    let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let code = fragment.strip_prefix("v1-")?;
    (!code.is_empty() && code.chars().all(is_sign)).then_some(fragment)
}

/// What files of pictures begin with.
fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 8] =
        [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\x01\0", b"\xff\x0a"];
    let is_binary = bytes.contains(&0) || std::str::from_utf8(bytes).is_err();
    let is_container = |kinds: &[&[u8]]| kinds.iter().any(|kind| bytes.get(8..12) == Some(*kind));
    (is_binary || bytes.starts_with(b"GIF8")) && starts.iter().any(|start| bytes.starts_with(start))
        || bytes.starts_with(b"RIFF") && is_container(&[b"WEBP"])
        || bytes.get(4..8) == Some(b"ftyp")
            && is_container(&[b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis"])
}

/// What documents of other programs begin with: PDF, Office and other archives, old Office, RTF, gzip.
const DOCUMENTS: [&[u8]; 5] = [b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x1f\x8b"];

/// The text of bytes in UTF-8, or in UTF-16 with a mark, as some editors save it.
fn decode(bytes: &[u8]) -> Option<String> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    }
}

fn is_web_page(text: &str) -> bool {
    let start: String = text.chars().take(200).collect::<String>().to_lowercase();
    ["<!doctype", "<html", "<?xml", "<svg", "<head", "<body"].iter().any(|tag| start.starts_with(tag))
}
