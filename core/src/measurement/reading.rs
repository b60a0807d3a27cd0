//! What somebody types who has measured: numbers with a comma or a point, in their own unit.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// The distances from the fingertips to the floor that can be measured, in millimetres.
///
/// None is below the floor: the test is done standing on it, and whoever could reach deeper on a step has 0 here. The error
/// of measuring is known for this test alone, so numbers of the other one may not be mixed with it. And nobody's fingertips
/// hang a metre high: standing upright they are at less than two fifths of one's height.
pub const FLOOR_MM: RangeInclusive<i32> = 0..=1_000;

/// The angles of a straight leg raise that can be measured, in tenths of a degree: from lying flat to a leg beside the head.
pub const LEG_RAISE_TENTHS: RangeInclusive<i32> = 0..=1_800;

/// Ten thousandths of a whole: as exactly as a number is read.
const WHOLE: i64 = 10_000;
/// Digits of that.
const DECIMALS: usize = 4;

/// A unit of length that a person measures in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LengthUnit {
    /// Centimetres.
    #[default]
    #[serde(rename = "cm")]
    Centimetres,
    /// Inches of 25.4 mm.
    #[serde(rename = "in")]
    Inches,
}

impl LengthUnit {
    /// A length in tenths of this unit, to the nearest: what a person reads.
    #[must_use]
    pub fn tenths(self, mm: i32) -> i32 {
        match self {
            Self::Centimetres => mm,
            Self::Inches => i32::try_from(round(i64::from(mm) * 100, 254)).unwrap_or(mm),
        }
    }

    /// How it may be written after a number.
    fn signs(self) -> &'static [&'static str] {
        match self {
            Self::Centimetres => &["cm"],
            Self::Inches => &["inches", "inch", "in", "\"", "\u{2033}", "\u{201d}"],
        }
    }
}

/// Why a typed text is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingError {
    /// Nothing was typed.
    Blank,
    /// It isn't a number.
    NotANumber,
    /// It is a number that can't be measured.
    OutOfRange {
        /// The least that can be, in the unit that was asked for.
        least: i32,
        /// The whole number up to which it can be, in that unit.
        most: i32,
    },
}

/// Reads a typed length, in millimetres: within [`FLOOR_MM`]. `12,5` and `12.5` are the same; the unit may follow.
///
/// # Errors
/// When it isn't a number, or no distance that can be measured.
pub fn read_length(text: &str, unit: LengthUnit) -> Result<i32, ReadingError> {
    let (most, mm_of) = match unit {
        LengthUnit::Centimetres => (100, (10, WHOLE)),
        LengthUnit::Inches => (39, (254, 10 * WHOLE)),
    };
    read(text, unit.signs(), mm_of, &FLOOR_MM, most)
}

/// Reads a typed angle, in tenths of a degree: within [`LEG_RAISE_TENTHS`]. `72,5` and `72.5` are the same; a degree sign may
/// follow.
///
/// # Errors
/// When it isn't a number, or no angle that can be measured.
pub fn read_angle(text: &str) -> Result<i32, ReadingError> {
    read(text, &["°", "º"], (10, WHOLE), &LEG_RAISE_TENTHS, 180)
}

/// Reads a number and multiplies it by a fraction.
fn read(
    text: &str,
    signs: &[&str],
    (times, by): (i64, i64),
    range: &RangeInclusive<i32>,
    most: i32,
) -> Result<i32, ReadingError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ReadingError::Blank);
    }
    let lower = text.to_lowercase();
    let number = signs.iter().find_map(|sign| lower.strip_suffix(sign)).unwrap_or(&lower).trim_end();
    let out_of_range = ReadingError::OutOfRange { least: *range.start(), most };
    let value = match ten_thousandths(number).ok_or(ReadingError::NotANumber)? {
        Typed::Number(number) => i32::try_from(round(number * times, by)).map_err(|_| out_of_range)?,
        Typed::Huge => return Err(out_of_range),
        // However small: a minus says that somebody means another test.
        Typed::Negative => return Err(out_of_range),
    };
    if range.contains(&value) { Ok(value) } else { Err(out_of_range) }
}

/// A number that was typed.
#[derive(Debug, PartialEq, Eq)]
enum Typed {
    /// So many ten thousandths.
    Number(i64),
    /// Less than nothing.
    Negative,
    /// More than can be measured in any unit.
    Huge,
}

/// Reads digits with at most one comma or point. `None` if it is anything else. No floating-point number takes part in this,
/// so the same text gives the same value everywhere.
fn ten_thousandths(text: &str) -> Option<Typed> {
    let unsigned = text.strip_prefix(['-', '\u{2212}', '\u{2013}']);
    let digits = unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text).trim_start();
    let (whole, decimals) = digits.split_once([',', '.', '\u{66b}']).unwrap_or((digits, ""));
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(whole) || !are_digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > 6 {
        return Some(if unsigned.is_some() { Typed::Negative } else { Typed::Huge });
    }
    let number = |digits: &str| digits.bytes().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'));
    let kept: String = decimals.chars().chain("0000".chars()).take(DECIMALS).collect();
    let number = number(whole) * WHOLE + number(&kept);
    Some(if unsigned.is_some() && number > 0 { Typed::Negative } else { Typed::Number(number) })
}

/// A fraction of numbers that are not negative, to the nearest whole number; halves go up.
fn round(times: i64, by: i64) -> i64 {
    (times + by / 2).div_euclid(by)
}
