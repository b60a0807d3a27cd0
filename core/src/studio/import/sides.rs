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
    if cursor.word(&["bilateral", "bilaterally"]).is_some() {
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

/// "left only", "right leg", "on the left". What goes on after it is part of a name, such as "left leg swings".
fn one<'a>(
    mut cursor: Cursor<'a>,
    is_phrase: impl Fn(Cursor<'a>) -> bool,
) -> Option<(ReadSides, Cursor<'a>)> {
    cursor.skip(&["on", "the", "only", "for"]);
    let side = match cursor.word(&["left", "right"])? {
        "left" => ReadSides::Left,
        _ => ReadSides::Right,
    };
    cursor.word(&PARTS);
    cursor.word(&["only"]);
    let mut after = cursor;
    let is_over = cursor.is_at_end() || after.sign(&[',', ';', '.', ')', ']', ':', '-', '–', '—']).is_some();
    (is_over || is_phrase(cursor)).then_some((side, cursor))
}
