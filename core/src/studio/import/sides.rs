//! Words for sides.

use super::understood::ReadSides;
use super::words::Cursor;

/// What has two sides, folded.
const PARTS: [&str; 12] =
    ["side", "leg", "arm", "foot", "hand", "knee", "hip", "shoulder", "ankle", "wrist", "calf", "direction"];

/// Sides that are named here, with the place behind them.
pub(super) fn sides<'a>(
    cursor: Cursor<'a>,
    is_phrase: impl Fn(Cursor<'a>) -> bool,
) -> Option<(ReadSides, Cursor<'a>)> {
    each(cursor).map(|end| (ReadSides::Each, end)).or_else(|| one(cursor, is_phrase))
}

/// "each side", "on both legs", "per arm", "/side", "left and right", "L/R".
fn each(mut cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    cursor.skip(&["on", "for", "to"]);
    let mut both = cursor;
    if both.word(&["left", "l", "right", "r"]).is_some() {
        let joined = both.sign(&['/', '+', '&']).is_some() || both.word(&["and", "then"]).is_some();
        if joined && both.word(&["left", "l", "right", "r"]).is_some() {
            both.word(&PARTS);
            return Some(both);
        }
    }
    if cursor.word(&["bilateral", "bilaterally", "bilat"]).is_some() {
        return Some(cursor);
    }
    if cursor.word(&["each", "every", "both", "per", "either"]).is_some() || cursor.sign(&['/']).is_some() {
        cursor.word(&PARTS)?;
        return Some(cursor);
    }
    cursor.word(&["a"])?;
    cursor.word(&["side"])?;
    Some(cursor)
}

/// "left only", "right leg", "on the left", "R side", "(L)". What goes on after it is part of a name, such as "left leg
/// swings".
fn one<'a>(
    mut cursor: Cursor<'a>,
    is_phrase: impl Fn(Cursor<'a>) -> bool,
) -> Option<(ReadSides, Cursor<'a>)> {
    let is_in_brackets = cursor.sign(&['(']).is_some();
    cursor.skip(&["on", "the", "only", "for"]);
    let word = cursor.word(&["left", "right", "l", "r"])?;
    let side = if word.starts_with('l') { ReadSides::Left } else { ReadSides::Right };
    let part = cursor.word(&PARTS);
    let only = cursor.word(&["only"]);
    let mut after = cursor;
    if is_in_brackets {
        after.sign(&[')'])?;
        return Some((side, after));
    }
    // A letter alone may be anything.
    if word.len() == 1 && part.or(only).is_none() {
        return None;
    }
    let is_over =
        cursor.is_at_end() || after.sign(&[',', ';', '.', ')', ']', ':', '-', '–', '—', '|']).is_some();
    (is_over || is_phrase(cursor)).then_some((side, cursor))
}
